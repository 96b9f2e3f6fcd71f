import { fold, foldedWords } from '../text/fold.js';
import type { MatchableQuote } from './types.js';

/**
 * How the speakers of two quotes stand to each other:
 * - SAME: equal ids, or equal names;
 * - COMPATIBLE: one name holds the other ("Aliyev", "Ilham Aliyev"), or one is among several named together;
 * - SPOKEN_FOR: one evidently speaks for the other ("the Kremlin", "Kremlin spokesman");
 * - UNKNOWN: at least one has neither id nor name;
 * - DIFFERENT: two known speakers, and none of these.
 */
export type SpeakerRelation = 'SAME' | 'COMPATIBLE' | 'SPOKEN_FOR' | 'UNKNOWN' | 'DIFFERENT';

/** What a quote says of its speaker. */
type Spoken = Pick<MatchableQuote, 'speakerId' | 'speakerName'>;

const VOICE = new Set(['spokesman', 'spokeswoman', 'spokesperson', 'spokespeople', 'office', 'campaign', 'ministry', 'lawyer', 'lawyers', 'attorney', 'aide', 'aides', 'representative', 'administration', 'team', 'staff', 'government', 'press', 'service']);
const TITLE = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'the', 'president', 'minister', 'senator', 'sen', 'gov', 'governor', 'rep', 'prime', 'former']);

/** The words of a name that tell whose it is, without titles and what stands in parentheses. */
const nameWords = (name: string): string[] => {
  const words = foldedWords(name.replace(/\([^)]*\)/g, ' ').replace(/['’]s\b/g, ''));
  const kept = words.filter((word) => !TITLE.has(word));
  return kept.length > 0 ? kept : words;
};

const holds = (long: readonly string[], short: readonly string[]): boolean => short.every((word) => long.includes(word));

function relationOfNames(a: string, b: string): SpeakerRelation {
  if (fold(a).trim() === fold(b).trim()) return 'SAME';
  const [x, y] = [nameWords(a), nameWords(b)];
  if (x.length === 0 || y.length === 0) return 'UNKNOWN';
  if (x.join(' ') === y.join(' ')) return 'SAME';
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (holds(long, short)) return long.some((word) => VOICE.has(word) && !short.includes(word)) ? 'SPOKEN_FOR' : 'COMPATIBLE';
  // "Bernie Sanders" and "the Sanders campaign": what is left of the voice's name is a part of the other's.
  for (const [voice, other] of [[x, y], [y, x]] as const) {
    const rest = voice.filter((word) => !VOICE.has(word));
    if (rest.length > 0 && rest.length < voice.length && holds(other, rest)) return 'SPOKEN_FOR';
  }
  return 'DIFFERENT';
}

/** Symmetric. Names outrank unequal ids: two records of one name are one speaker as far as the wording goes. */
export function speakerRelation(a: Spoken, b: Spoken): SpeakerRelation {
  if (a.speakerId !== null && a.speakerId === b.speakerId) return 'SAME';
  const named = a.speakerName !== null && b.speakerName !== null && a.speakerName.trim() !== '' && b.speakerName.trim() !== '';
  if (named) return relationOfNames(a.speakerName ?? '', b.speakerName ?? '');
  return a.speakerId !== null && b.speakerId !== null ? 'DIFFERENT' : 'UNKNOWN';
}
