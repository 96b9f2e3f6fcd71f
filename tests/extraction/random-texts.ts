/** Texts made at random, the same in every run. */

/** Numbers in 0..1 from a seed (a linear congruential generator). */
export function random(seed: number): () => number {
  let state = seed;
  return () => ((state = (state * 1664525 + 1013904223) >>> 0), state / 2 ** 32);
}

const MARKS = ['“', '”', '„', '‟', '"', '«', '»', '‹', '›', '‘', '’', '‚', '‛', "'", "''", '``', '`', '‘‘', '’’'];
const STRANGE = ['\u0000', '\ud800', '\udfff', '\ufeff', '\u202e', '\u200f', '\u200b', '\u00ad', '\u0301', '\u0489', '😀', '👩‍👩‍👧', '🇺🇦', '東京', 'שלום', 'مرحبا', 'नमस्ते', 'ﬁ', 'İ', 'ß', 'e\u0301\u0302', '\u2028', '\u0085', '\r\n', '\r', '\t', '\u00a0'];
const LANGUAGE = [
  'said', 'He', 'she', 'Marta', 'Quill', 'Mr. Orr', 'ORR:', 'Q:', 'A:', 'the minister', 'According to', 'according', 'that', 'to', 'and', 'who', 'told', 'the company', 'its', 'I',
  'U.S.', '1,000', "'90s", "don't", 'as saying', 'quoted', 'whether', 'criticised', 'READ MORE', 'By Marta Quill', 'it rains', 'We shall move on', 'would', 'not', ',', '.', '.', ':', ';', '—', '-', '(', ')', '?', '!', '...', '\n', '\n\n',
];

export interface Mixture {
  readonly name: string;
  readonly make: (next: () => number) => string;
}

const pick = (list: readonly string[], next: () => number): string => list[Math.floor(next() * list.length)];
const pieces = (next: () => number, most: number, piece: () => string): string => Array.from({ length: 1 + Math.floor(next() * most) }, piece).join('');

export const MIXTURES: readonly Mixture[] = [
  { name: 'words of reports with marks', make: (next) => pieces(next, 120, () => `${pick(next() < 0.25 ? MARKS : LANGUAGE, next)}${next() < 0.7 ? ' ' : ''}`) },
  { name: 'any code unit', make: (next) => pieces(next, 200, () => String.fromCharCode(Math.floor(next() * 65536))) },
  { name: 'any character', make: (next) => pieces(next, 100, () => String.fromCodePoint(Math.floor(next() * 0x110000))) },
  { name: 'strange characters among words', make: (next) => pieces(next, 120, () => `${pick(next() < 0.3 ? STRANGE : next() < 0.3 ? MARKS : LANGUAGE, next)}${next() < 0.5 ? ' ' : ''}`) },
  { name: 'marks of all styles', make: (next) => pieces(next, 2000, () => `${pick(MARKS, next)}${next() < 0.2 ? pick([' ', 'a', 'It rains', '\n', ', he said'], next) : ''}`) },
];
