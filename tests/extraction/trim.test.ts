/** What a learned content may not take in beside a quotation. */
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/extraction/document.js';
import { withoutNarrator } from '../../src/extraction/linking/trim.js';
import { paragraphs } from '../../src/extraction/paragraphs.js';

/** `text` with the cue in [ ] and what a content took in in { }. */
function left(marked: string): string[] {
  const text = marked.replace(/[[\]{}]/g, '');
  const place = (at: number): number => at - [...marked.slice(0, at).matchAll(/[[\]{}]/g)].length;
  const spans = (pattern: RegExp) => [...marked.matchAll(pattern)].map((found) => ({ start: place(found.index), end: place(found.index + found[0].length) }));
  const doc = readDocument(text, paragraphs(text), []);
  const [{ start, end }] = spans(/\[[^\]]*\]/g);
  const cue = { from: doc.tokens.findIndex((token) => token.start === start), to: doc.tokens.findIndex((token) => token.end === end) + 1 };
  return withoutNarrator(doc, cue, spans(/\{[^}]*\}/g)).map((span) => text.slice(span.start, span.end));
}

describe('a learned content leaves to the narrator', () => {
  it.each([
    ['a clause in front of a sentence in marks', '{After Quill called it “a heap of sand,”} Orr [said], {“It will stand.”}', ['“It will stand.”']],
    ['a show in front of a sentence in marks', '{On “Lund Today” this morning}, Orr [said], {“It will stand.”}', ['“It will stand.”']],
    ['what a colon leads from', '{He did not think that it would last}: {“It will not hold,”} Orr [predicted]. {“It is thin.”}', ['“It will not hold,”', '“It is thin.”']],
    ['the same as one span', '{He did not think that it would last: “It will not hold,”} Orr [predicted].', ['“It will not hold,”']],
    ['of whom it was said', '{“They had a plan,”} he [said of] {the engineers of the dam}.', ['“They had a plan,”']],
    ['to whom it was said', '{“It will stand,”} Orr [assured] {the crowd at the gate}. {“You will see.”}', ['“It will stand,”', '“You will see.”']],
    ['what the speaker did', '{“It will stand,”} he [said], {raising his voice over the crowd}.', ['“It will stand,”']],
    ['a title beside the name', '{“They laugh at us,”} [said] Ana Quill, an author of {“Days of Rain.”}', ['“They laugh at us,”']],
    ['what another verb reports', '{“It will stand,”} she [said] at the gate on Monday, announcing {that the wall was mended}.', ['“It will stand,”']],
    ['what was done behind a whole sentence', 'Orr [chanted] {“Whose dam is it?” and stayed at the gate till two}.', ['“Whose dam is it?”']],
    ['what was done behind a comma inside the marks', 'Orr [called] {it a “sad event,” but avoided all blame}.', ['it a “sad event,”']],
    ['a word of another act', '{“It will stand,”} [said] Orr, who described the wall as {“a lesser sin.”}', ['“It will stand,”']],
  ])('%s', (_what, marked, contents) => {
    expect(left(marked)).toEqual(contents);
  });

  it.each([
    ['a quotation on either side of its cue', '{“It will stand,”} Orr [said], {“We are sure.”}', ['“It will stand,”', '“We are sure.”']],
    ['a quotation behind "and"', '{“It will stand,”} Orr [said], and {“we are sure.”}', ['“It will stand,”', '“we are sure.”']],
    ['a sentence that begins behind an abbreviation', '{“It will stand,”} Orr [said] in Washington, D.C. {“We are sure.”}', ['“It will stand,”', '“We are sure.”']],
    ['what an "and" goes on with behind a part of a sentence', 'Orr [called] {“a heap of sand” and a danger to the town}.', ['“a heap of sand” and a danger to the town']],
    ['words in front of a part of a sentence', '{Because of the rain}, Orr [said], {“it may give way.”}', ['Because of the rain', '“it may give way.”']],
    ['a word in marks that a comma does not end, with what follows', '{The “old wall”} [is said] {to be safe}.', ['The “old wall”', 'to be safe']],
  ])('and keeps %s', (_what, marked, contents) => {
    expect(left(marked)).toEqual(contents);
  });
});
