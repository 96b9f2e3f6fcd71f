/** How spans and mentions are written into text columns, and read back. */
import type { AttributionRecord, MentionRecord } from '../domain/records.js';
import type { Span, SpanPair } from '../text/spans.js';
import { fromPairs, toPairs } from '../text/spans.js';

type StoredMention = readonly [text: string, spans: readonly SpanPair[]];
type Candidates = AttributionRecord['candidates'];

export const writeSpans = (spans: readonly Span[]): string => JSON.stringify(toPairs(spans));

export const readSpans = (json: string): Span[] => fromPairs(JSON.parse(json) as SpanPair[]);

export const writeMention = (mention: MentionRecord | null): string | null =>
  mention && JSON.stringify([mention.text, toPairs(mention.spans)]);

const mentionOf = ([text, spans]: StoredMention): MentionRecord => ({ text, spans: fromPairs(spans) });

export const readMention = (json: string | null): MentionRecord | null => (json === null ? null : mentionOf(JSON.parse(json) as StoredMention));

export const writeMentions = (mentions: readonly MentionRecord[]): string => JSON.stringify(mentions.map((m) => [m.text, toPairs(m.spans)]));

export const readMentions = (json: string): MentionRecord[] => (JSON.parse(json) as StoredMention[]).map(mentionOf);

export const writeCandidates = (candidates: Candidates): string => JSON.stringify(candidates.map((c) => [c.speakerId, c.confidence]));

export const readCandidates = (json: string): Candidates =>
  (JSON.parse(json) as [number, number][]).map(([speakerId, confidence]) => ({ speakerId, confidence }));
