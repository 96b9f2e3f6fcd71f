/** Reads a text: extraction, put into the form that the store keeps. Pure but for the extractor it is handed. */
import { createHash } from 'node:crypto';
import { speakersOf, type MentionRecord } from '../domain/records.js';
import type { QuoteFields, SpeakerSighting } from '../domain/write-store.js';
import type { ExtractedQuote, ExtractedSpeaker, Extraction, ExtractionHints, Extractor } from '../extraction/types.js';
import { matchKeys } from '../matching/index.js';
import { foldedWords } from '../text/fold.js';
import { identityKey } from '../text/names.js';
import { mergeSpans, textOf, type Span } from '../text/spans.js';

/** What a text holds, with speakers still by their place in `sightings`. */
export interface Reading {
  readonly boilerplate: readonly Span[];
  readonly sightings: readonly SpeakerSighting[];
  readonly quotes: readonly QuoteFields[];
}

/** Quotes that are kept of one article: a book of speeches has fewer, and a text made to hold us up is not followed to its end. */
const MAX_QUOTES = 5_000;

/** @returns what extraction finds; the quotes' speakers and candidates are indexes into `sightings`. */
export function readArticle(extractor: Extractor, body: string, hints: ExtractionHints): Reading {
  const extraction = extractor.extract(body, isHeadline(hints.title, body) ? hints : { ...hints, title: null });
  const { sightings, placeOf } = gatherSightings(extraction);
  return {
    boilerplate: mergeSpans(extraction.noise),
    sightings,
    quotes: extraction.quotes.slice(0, MAX_QUOTES).map((quote) => quoteFields(body, quote, placeOf)),
  };
}

/** A title that was taken from the text may be its first sentence, or all of it: then what it says counts as news. */
const isHeadline = (title: string | null | undefined, body: string): boolean => !!title && !/[.!?]["'”’»)]*$/.test(title.trim()) && title.trim() !== body.trim();

/** The quotes of a reading with the ids that the store gave to its sightings. */
export function withSpeakerIds(quotes: readonly QuoteFields[], ids: readonly number[]): QuoteFields[] {
  return quotes.map((quote) => ({
    ...quote,
    ...speakersBy(speakersOf(quote), (place) => ids[place]),
    attribution: { ...quote.attribution, candidates: distinctCandidates(quote.attribution.candidates.map((c) => ({ ...c, speakerId: ids[c.speakerId] }))) },
  }));
}

/** The first speaker and those beside, by other numbers: two names that turn out to be one speaker are one. */
function speakersBy(speakers: readonly number[], numberOf: (speaker: number) => number): Pick<QuoteFields, 'speakerId' | 'jointSpeakerIds'> {
  const [speakerId = null, ...jointSpeakerIds] = new Set(speakers.map(numberOf));
  return { speakerId, jointSpeakerIds };
}

/** Only those that a quote leads to: who is merely named in an article is no speaker. Forms of one key are one sighting. */
function gatherSightings({ speakers, quotes }: Extraction): { sightings: SpeakerSighting[]; placeOf: Map<number, number> } {
  const wanted = new Set(quotes.flatMap((q) => [...q.speakers, ...q.candidates.map((c) => c.speaker)]));
  const sightings: SpeakerSighting[] = [];
  const byKey = new Map<string, number>();
  const placeOf = new Map<number, number>();
  for (const index of [...wanted].sort((a, b) => a - b)) {
    const sighting = sightingOf(speakers[index]);
    const identity = `${sighting.type} ${sighting.key}`;
    const place = byKey.get(identity) ?? sightings.length;
    byKey.set(identity, place);
    placeOf.set(index, place);
    sightings[place] = sightings[place] ? joined(sightings[place], sighting) : sighting;
  }
  return { sightings, placeOf };
}

const sightingOf = (speaker: ExtractedSpeaker): SpeakerSighting => ({
  key: identityKey(speaker.name),
  type: speaker.type,
  name: speaker.name,
  forms: speaker.forms,
  roles: speaker.roles,
});

function joined(a: SpeakerSighting, b: SpeakerSighting): SpeakerSighting {
  const counts = new Map(a.forms.map((f) => [f.form, f.count]));
  for (const { form, count } of b.forms) counts.set(form, Math.max(count, counts.get(form) ?? 0));
  return {
    ...a,
    name: b.name.length > a.name.length ? b.name : a.name,
    forms: [...counts].map(([form, count]) => ({ form, count })),
    roles: [...a.roles, ...b.roles],
  };
}

function quoteFields(body: string, quote: ExtractedQuote, placeOf: ReadonlyMap<number, number>): QuoteFields {
  const text = textOf(body, quote.content);
  const mentionOf = (spans: readonly Span[]): MentionRecord => ({ text: textOf(body, spans), spans });
  return {
    kind: quote.kind,
    manner: quote.manner,
    text,
    content: quote.content,
    cue: quote.cue,
    mention: quote.mention.length > 0 ? mentionOf(quote.mention) : null,
    ...speakersBy(quote.speakers, (index) => placeOf.get(index)!),
    attribution: {
      confidence: quote.attributionConfidence,
      reason: quote.reason,
      evidence: quote.evidence.map(mentionOf),
      candidates: candidatesOf(quote, placeOf),
    },
    confidence: quote.confidence,
    contentKey: contentKey(text),
    matchKeys: matchKeys(text),
  };
}

const candidatesOf = (quote: ExtractedQuote, placeOf: ReadonlyMap<number, number>): Candidate[] =>
  distinctCandidates(quote.candidates.map(({ speaker, confidence }) => ({ speakerId: placeOf.get(speaker)!, confidence })));

type Candidate = QuoteFields['attribution']['candidates'][number];

/** Two names of the article that turn out to be one speaker are one candidate, with the better confidence. */
function distinctCandidates(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<number, number>();
  for (const { speakerId, confidence } of candidates) best.set(speakerId, Math.max(confidence, best.get(speakerId) ?? 0));
  return [...best].map(([speakerId, confidence]) => ({ speakerId, confidence }));
}

/** Equal for contents that read the same: case, accents, marks and spacing aside. */
export const contentKey = (text: string): string => createHash('sha256').update(foldedWords(text).join(' ')).digest('base64url').slice(0, 22);
