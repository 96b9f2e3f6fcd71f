/** What one rendering denies and the other affirms. */
import type { Span } from '../../text/spans.js';
import { AFFIRMED, cueAt, OPEN } from '../denial.js';
import { opposed, turned } from '../opposition.js';
import type { Alignment } from './alignment.js';
import { shown, stretch, TELLING } from './reading.js';
import type { Reading } from './reading.js';
import type { Found } from './types.js';

/** Words before a denied one in which the word that denies it is looked for. */
const CUE_WORDS = 12;
/** UTF-16 units behind the last word in which a sign ends its sentence. */
const END_UNITS = 4;

const bitsOf = ({ denials }: Reading, i: number): number => denials?.[i] ?? AFFIRMED;

/** From the word that denies it, where it stands before it in its sentence, to the denied words. */
function withCue(reading: Reading, from: number, to: number): Span {
  for (let i = from - 1; i >= 0 && from - i <= CUE_WORDS && reading.sentences[i] === reading.sentences[from]; i--) {
    if (cueAt(reading.words, i) !== null) return stretch(reading, i, to);
  }
  return stretch(reading, from, to);
}

/** The word that a denial bears on first: "cannot undo the loss" says nothing of the loss to one who does not speak of undoing. */
function headBefore(reading: Reading, i: number): number {
  for (let c = i - 1; c >= 0 && i - c <= CUE_WORDS && reading.sentences[c] === reading.sentences[i]; c--) {
    if (cueAt(reading.words, c) === null) continue;
    let head = c + 1;
    while (head < i && reading.weights[head] === 0) head++;
    return head;
  }
  return i;
}

/** Is the sentence a question? It affirms nothing. */
function isAsked({ text, words, sentences }: Reading, i: number): boolean {
  let last = i;
  while (last + 1 < words.length && sentences[last + 1] === sentences[i]) last++;
  return text.slice(words[last].end, words[last + 1]?.start ?? words[last].end + END_UNITS).includes('?');
}

/** One for each clause of `a` in which a telling word is surely denied by one and affirmed by the other. */
export function polarityDifferences(a: Reading, b: Reading, { toB, toA }: Alignment): Found[] {
  const turn = a.isDenied !== b.isDenied;
  if (a.denials === null && b.denials === null && !turn) return [];
  const byClause = new Map<number, { from: number; to: number; first: number; last: number; deniedByA: boolean }>();
  for (let i = 0; i < a.words.length; i++) {
    const j = toB[i];
    if (j === -1 || a.weights[i] <= TELLING) continue;
    const [bitsA, bitsB] = [bitsOf(a, i), bitsOf(b, j)];
    if (bitsA === OPEN || bitsB === OPEN || opposed(bitsA, turn ? turned(bitsB) : bitsB) !== 1) continue;
    if (toB[headBefore(a, i)] === -1 || toA[headBefore(b, j)] === -1) continue;
    if (isAsked(a, i) || isAsked(b, j)) continue;
    const known = byClause.get(a.clauses[i]);
    byClause.set(a.clauses[i], known
      ? { ...known, to: i, first: Math.min(known.first, j), last: Math.max(known.last, j) }
      : { from: i, to: i, first: j, last: j, deniedByA: a.isDenied ? bitsA === AFFIRMED : bitsA !== AFFIRMED });
  }
  return [...byClause.values()].map(({ from, to, first, last, deniedByA }) => {
    const [own, other] = [withCue(a, from, to), withCue(b, first, last)];
    const explanation = deniedByA
      ? `The best rendering denies ${shown(a.text, stretch(a, from, to))}, this one does not.`
      : `This rendering denies ${shown(b.text, stretch(b, first, last))}, the best one does not.`;
    return { kind: 'POLARITY', a: own, b: other, explanation };
  });
}
