/** What holds of every extraction, whatever the text. */
import type { ExtractedQuote, Extraction } from '../../src/extraction/types.js';
import { contains, overlaps } from '../../src/text/spans.js';
import type { Span } from '../../src/text/spans.js';

const spansOf = (q: ExtractedQuote): Span[] => [...q.content, ...q.cue, ...q.mention, ...q.evidence.flat(), ...q.nested.flatMap(spansOf)];
const withNested = (quotes: readonly ExtractedQuote[]): ExtractedQuote[] => quotes.flatMap((q) => [q, ...withNested(q.nested)]);
const flat = (text: string): string => text.replace(/\s+/gu, ' ');

/** @throws Error that names what does not hold */
export function checkExtraction(text: string, extraction: Extraction): void {
  const { noise, quotes, diagnostics, speakers } = extraction;
  const hold = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(`${what}, in ${JSON.stringify(text.slice(0, 2000))}`);
  };
  for (const { start, end } of [...noise, ...diagnostics, ...quotes.flatMap(spansOf), ...speakers.flatMap((s) => s.roles.map((r) => r.span))]) {
    hold(Number.isInteger(start) && start >= 0 && start < end && end <= text.length, `span ${start}-${end} of ${text.length}`);
  }
  for (const list of [noise, diagnostics] as readonly (readonly Span[])[]) hold(inOrder(list, (a, b) => a.start <= b.start), 'noise or diagnostics out of order');
  hold(inOrder(noise, (a, b) => a.end <= b.start), 'noise that overlaps');

  for (const q of withNested(quotes)) {
    hold(q.content.length > 0, 'a quote without content');
    for (const spans of [q.content, q.cue, q.mention]) hold(inOrder(spans, (a, b) => a.end <= b.start), 'parts out of order, or over one another');
    hold(!q.content.some((a) => q.cue.some((b) => overlaps(a, b))), 'a cue inside its own content');
    hold(/[\p{L}\p{N}]/u.test(q.content.map((s) => text.slice(s.start, s.end)).join('')), 'a content without a word');
    hold((q.speaker === null) !== (q.reason === null), 'a speaker or a reason, never both or none');
    hold(q.speaker === null || speakers[q.speaker] !== undefined, 'a speaker that is not listed');
    hold(q.candidates.every(({ speaker }) => speakers[speaker] !== undefined), 'a candidate that is not listed');
    for (const share of [q.confidence, q.attributionConfidence, ...q.candidates.map((c) => c.confidence)]) hold(share >= 0 && share <= 1, `confidence ${share}`);
    for (const inner of q.nested) hold(inner.content.every((a) => q.content.some((b) => contains(b, a))), 'a nested content outside its outer one');
  }
  for (const reading of [quotes, ...withNested(quotes).map(({ nested }) => nested)]) {
    hold(inOrder(reading, (a, b) => a.content[0].start <= b.content[0].start), 'quotes out of order');
    const contents = reading.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
    hold(inOrder(contents, (a, b) => a.end <= b.start), 'contents that overlap in one reading');
  }
  if (speakers.length === 0) return;
  const words = flat(text);
  for (const { name, forms } of speakers) {
    hold(forms.some(({ form }) => form === name), 'a name that is none of its forms');
    for (const { form, count } of forms) hold(count > 0 && words.includes(form), `a form that does not stand in the text: ${form}`);
  }
}

const inOrder = <T>(list: readonly T[], before: (a: T, b: T) => boolean): boolean => list.every((item, i) => i === 0 || before(list[i - 1], item));
