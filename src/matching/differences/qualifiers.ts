/** Hedges and intensifiers: words that make a saying weaker or stronger, found by lists and compared class by class. */
import type { Span } from '../../text/spans.js';
import { stem, wordsOf } from '../../text/stem.js';
import { flipped } from './alignment.js';
import type { Alignment } from './alignment.js';
import { isNear, placeOf } from './place.js';
import { BEFORE_FIGURES, isHedge, NOT_AFTER, NOT_BEFORE, OPINION_VERBS, PHRASES_BY_FIRST } from './qualifier-words.en.js';
import type { QualifierClass } from './qualifier-words.en.js';
import { shown, stretch } from './reading.js';
import type { Reading } from './reading.js';
import type { Found, PlacedRendering } from './types.js';

interface Qualifier {
  readonly of: QualifierClass;
  /** Words, the last taken in. */
  readonly from: number;
  readonly to: number;
}

/** Those of a rendering that are compared. */
const MOST_QUALIFIERS = 200;
const MAY = 'may';
const COULD = 'could';
const CAN = new Set(['can', 'cant', 'cannot', 'able', 'unable', 'couldnt']);
/** Before the month: "in May", "last May". */
const BEFORE_A_MONTH = new Set('in of last next since until by this early late mid from before after to and'.split(' '));
const listed = (words: string | undefined, word: string | undefined): boolean => word !== undefined && (words?.split(' ').includes(word) ?? false);

/** Is the "May" of this place a month? */
function isMonth({ words }: Reading, i: number): boolean {
  const { written } = words[i];
  if (!/^M(?:ay|AY)$/.test(written)) return false;
  return /^\d/.test(words[i + 1]?.folded ?? '') || /^\d/.test(words[i - 1]?.folded ?? '') || BEFORE_A_MONTH.has(words[i - 1]?.folded ?? '');
}

function qualifiersOf(reading: Reading): Qualifier[] {
  const { words } = reading;
  const figures = new Set(reading.quantities.map(({ start }) => start));
  const isFigure = (i: number): boolean => i < words.length && (figures.has(words[i].start) || figures.has(words[i].start - 1));
  const found: Qualifier[] = [];
  for (let i = 0; i < words.length && found.length < MOST_QUALIFIERS; i++) {
    for (const phrase of PHRASES_BY_FIRST.get(words[i].folded) ?? []) {
      const to = i + phrase.words.length - 1;
      if (phrase.words.some((word, n) => words[i + n]?.folded !== word)) continue;
      const text = phrase.words.join(' ');
      if (BEFORE_FIGURES.has(text) && !isFigure(to + 1)) continue;
      if (listed(NOT_AFTER[text], words[i - 1]?.folded) || listed(NOT_BEFORE[text], words[to + 1]?.folded)) continue;
      if (text === MAY && isMonth(reading, i)) continue;
      // "You aren't just a loser": more is to come.
      if (phrase.of === 'MINIMISING' && /(?:not|nt)$/.test(words[i - 1]?.folded ?? '')) continue;
      found.push({ of: phrase.of, from: i, to });
      i = to;
      break;
    }
  }
  return found;
}

/** "She thinks that it holds" renders "I think that it holds". */
const saysOpinion = ({ cue, manner }: PlacedRendering): boolean => manner === 'ATTITUDE' || wordsOf(cue.text).some((word) => OPINION_STEMS.has(word.stem));
const OPINION_STEMS = new Set([...OPINION_VERBS].flatMap((verb) => [stem(verb), stem(`${verb}s`)]).concat('thought', 'felt'));

interface Side {
  readonly reading: Reading;
  readonly qualifiers: readonly Qualifier[];
  readonly saysOpinion: boolean;
}

type Report = (own: Span, other: Span | null, of: QualifierClass) => void;

/** Reports those of one side that stand in a place which the other has too, and of whose class the other has none there. */
function lacking(own: Side, other: Side, alignment: Alignment, isSkipped: (span: Span) => boolean, report: Report): void {
  for (const { of, from, to } of own.qualifiers) {
    const span = stretch(own.reading, from, to);
    if (isSkipped(span) || (of === 'OPINION' && other.saysOpinion)) continue;
    const place = placeOf(own.reading, alignment, from, to);
    if (place === null) continue;
    const there = other.qualifiers.filter((one) => isNear(place, one.from, one.to));
    if (own.reading.words[to].folded === COULD && saysCan(other.reading, place)) continue;
    if (there.some((one) => one.of === of) || isSaid(own.reading, other.reading, alignment, from, to)) continue;
    // "Perhaps" for "probably": both hedge, one more than the other.
    const instead = isDoubt(of) ? there.find((one) => isDoubt(one.of) && !own.qualifiers.some((mine) => mine.of === one.of)) : undefined;
    report(span, instead ? stretch(other.reading, instead.from, instead.to) : null, of);
  }
}

/** "Could" is how an indirect quote gives a "can". */
const saysCan = ({ words }: Reading, place: readonly number[]): boolean => words.some((word, j) => CAN.has(word.folded) && isNear(place, j, j));

const isDoubt = (of: QualifierClass): boolean => isHedge(of) && of !== 'APPROXIMATION';

/** Has the other the very words, wherever in it? What moved was not dropped. */
function isSaid(own: Reading, other: Reading, { toB }: Alignment, from: number, to: number): boolean {
  // "We believe the manager" beside "believed its manager": a verb, and there.
  if (own.weights.slice(from, to + 1).some((weight, n) => weight > 0 && toB[from + n] !== -1)) return true;
  if (own.weights.slice(from, to + 1).every((weight) => weight === 0) && to === from) return false;
  const phrase = own.words.slice(from, to + 1).map((word) => word.folded);
  return other.words.some((_, j) => phrase.every((word, n) => other.words[j + n]?.folded === word));
}

/** @param isSkipped stands the place within something that was found already? */
export function qualifierDifferences(
  a: Reading, b: Reading, alignment: Alignment, renderings: { readonly a: PlacedRendering; readonly b: PlacedRendering }, isSkipped: { readonly a: (span: Span) => boolean; readonly b: (span: Span) => boolean },
): Found[] {
  const sideA: Side = { reading: a, qualifiers: qualifiersOf(a), saysOpinion: saysOpinion(renderings.a) };
  const sideB: Side = { reading: b, qualifiers: qualifiersOf(b), saysOpinion: saysOpinion(renderings.b) };
  const found: Found[] = [];
  const instead = new Set<number>();
  const kindOf = (of: QualifierClass) => (isHedge(of) ? 'HEDGE' : 'INTENSIFIER');
  lacking(sideA, sideB, alignment, isSkipped.a, (own, other, of) => {
    if (other) instead.add(other.start);
    const explanation = other
      ? `The best rendering says ${shown(a.text, own)}, this one ${shown(b.text, other)}.`
      : `This rendering drops ${shown(a.text, own)}.`;
    found.push({ kind: kindOf(of), a: own, b: other, explanation });
  });
  lacking(sideB, sideA, flipped(alignment), isSkipped.b, (own, _other, of) => {
    if (instead.has(own.start)) return;
    found.push({ kind: kindOf(of), a: null, b: own, explanation: `This rendering adds ${shown(b.text, own)}.` });
  });
  return found;
}
