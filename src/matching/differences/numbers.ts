/**
 * Figures that disagree, or that one rendering gives and the other does not. A figure is a range of what it may mean:
 * "40" is itself, "about 40" what lies around it, "dozens" anything from two dozen on. Ranges that meet agree; where one of
 * the two is wider for its wording, that is a hedge and no contradiction.
 */
import { sameQuantity } from '../../text/numbers.js';
import type { Quantity } from '../../text/numbers.js';
import type { Span } from '../../text/spans.js';
import { flipped } from './alignment.js';
import type { Alignment } from './alignment.js';
import { placeOf } from './place.js';
import { shown, stretch } from './reading.js';
import type { Reading } from './reading.js';
import type { Found } from './types.js';

interface Figure {
  readonly quantity: Quantity;
  /** What it may mean, in the quantity's unit. */
  readonly least: number;
  readonly most: number;
  /** How far its wording widens it, to be compared. */
  readonly widened: string;
  /** The wording, not the rounding, makes it wider than one value. */
  readonly isVague: boolean;
  /** Words, the last taken in. */
  readonly from: number;
  readonly to: number;
  readonly isDate: boolean;
}

/** Words before a figure: what share of it below and above it may mean. */
const WIDENED: Readonly<Record<string, readonly [below: number, above: number]>> = {
  about: [0.15, 0.15], around: [0.15, 0.15], some: [0.15, 0.15], roughly: [0.15, 0.15], approximately: [0.15, 0.15], estimated: [0.2, 0.2],
  nearly: [0.15, 0], almost: [0.15, 0], under: [0.5, 0], below: [0.5, 0], over: [0, 0.5], above: [0, 0.5], 'close to': [0.15, 0.05], 'up to': [0.5, 0], 'at least': [0, 1], 'at most': [0.5, 0],
  'more than': [0, 0.5], 'less than': [0.5, 0], 'fewer than': [0.5, 0], 'as many as': [0.5, 0], 'as much as': [0.5, 0],
};
/** Counts without a figure, with the least and the most that they are said of. */
const VAGUE: Readonly<Record<string, readonly [least: number, most: number]>> = {
  dozens: [20, 500], scores: [30, 500], hundreds: [150, 20_000], thousands: [1_500, 2e6], millions: [1.5e6, Infinity], billions: [1.5e9, Infinity],
  several: [3, 20], few: [2, 12], couple: [2, 3], handful: [2, 12], many: [4, Infinity], dozen: [10, 14],
};
const MONTHS = new Set('january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));
const DOZEN = 12;
/** Figures that are compared with each other; a table has more. */
const MOST_FIGURES = 60;
/** Words within which two figures that stand alone on their sides are in one place. */
const NEAR_WORDS = 6;

function figuresOf(reading: Reading): Figure[] {
  const { words, quantities } = reading;
  const figures: Figure[] = [];
  let at = 0;
  for (const quantity of quantities.slice(0, MOST_FIGURES)) {
    while (at < words.length && words[at].end <= quantity.start) at++;
    if (at === words.length) break;
    let to = at;
    while (to + 1 < words.length && words[to + 1].start < quantity.end) to++;
    const [two, one] = [`${words[at - 2]?.folded} ${words[at - 1]?.folded}`, words[at - 1]?.folded ?? ''];
    const [below, above] = WIDENED[two] ?? WIDENED[one] ?? [0, 0];
    const isDozens = words[to + 1]?.folded === 'dozen';
    if (isDozens) to++;
    const value = quantity.value * (isDozens ? DOZEN : 1);
    figures.push({
      widened: `${below} ${above}`, quantity: { ...quantity, value, end: Math.max(quantity.end, words[to].end) }, from: at, to, isVague: below + above > 0, least: value * (1 - below), most: value * (1 + above),
      isDate: isMonth(reading, at - 1) || isMonth(reading, to + 1) || (quantity.unit === null && value >= 1900 && value < 2100 && isMonth(reading, at - 2)),
    });
  }
  words.forEach((word, i) => {
    const range = VAGUE[word.folded];
    // "a few", "dozens of": the same word of a figure ("two hundred") is read with it.
    if (!range || figures.length >= 2 * MOST_FIGURES || figures.some(({ from, to }) => from <= i && i <= to)) return;
    const quantity = { value: range[0], unit: null, text: word.folded, start: word.start, end: word.end };
    figures.push({ widened: word.folded, quantity, from: i, to: i, isVague: true, least: range[0], most: range[1], isDate: false });
  });
  return figures.sort((x, y) => x.from - y.from).slice(0, MOST_FIGURES);
}

const isMonth = ({ words }: Reading, i: number): boolean => i >= 0 && i < words.length && MONTHS.has(words[i].folded) && /^\p{Lu}/u.test(words[i].written);

const isCounted = ({ unit }: Quantity): boolean => unit === null;
/** May the two measure the same thing? A bare number may be one with its unit left out. */
const areComparable = (a: Figure, b: Figure): boolean => a.isDate === b.isDate && (a.quantity.unit === b.quantity.unit || isCounted(a.quantity) !== isCounted(b.quantity));

const agree = (a: Figure, b: Figure): boolean => !a.isVague && !b.isVague && a.isDate === b.isDate && sameQuantity(a.quantity, b.quantity);
const mayAgree = (a: Figure, b: Figure): boolean => areComparable(a, b) && a.least <= b.most && b.least <= a.most;

const spanOf = (reading: Reading, { quantity, from }: Figure): Span => {
  const { start, end } = quantity;
  // "a few", "about 40", "5 March": what belongs to the figure is shown with it.
  const [two, one] = [`${reading.words[from - 2]?.folded} ${reading.words[from - 1]?.folded}`, reading.words[from - 1]?.folded ?? ''];
  const back = WIDENED[two] ? 2 : WIDENED[one] || (VAGUE[quantity.text] && one === 'a') ? 1 : 0;
  return { start: back > 0 ? reading.words[from - back].start : start, end };
};

/** A date with its month. */
function dateSpan(reading: Reading, figure: Figure): Span {
  const from = isMonth(reading, figure.from - 1) ? figure.from - 1 : figure.from;
  const to = isMonth(reading, figure.to + 1) ? figure.to + 1 : figure.to;
  return stretch(reading, from, to);
}

const placed = (reading: Reading, figure: Figure): Span => (figure.isDate ? dateSpan(reading, figure) : spanOf(reading, figure));

export interface NumberDifferences {
  readonly found: readonly Found[];
  /** Figures of either text that the other has: nothing of them is missing. */
  readonly agreed: { readonly a: readonly Span[]; readonly b: readonly Span[] };
}

/** How far apart the two stand, by the counterparts of what stands around the one; Infinity where they are in no one place. */
function distance(a: Reading, alignment: Alignment, x: Figure, y: Figure): number {
  const place = placeOf(a, alignment, x.from, x.to);
  if (place === null) return Infinity;
  const near = Math.min(...place.map((j) => Math.max(y.from - j, j - y.to, 0)));
  return near <= NEAR_WORDS ? near : Infinity;
}

export function numberDifferences(a: Reading, b: Reading, alignment: Alignment): NumberDifferences {
  const [left, right] = [figuresOf(a), figuresOf(b)];
  const [freeA, freeB] = [new Set(left), new Set(right)];
  const agreed: { a: Span[]; b: Span[] } = { a: [], b: [] };
  for (const x of left) for (const y of right) {
    if (!agree(x, y)) continue;
    freeA.delete(x);
    freeB.delete(y);
    agreed.a.push({ start: x.quantity.start, end: x.quantity.end });
    agreed.b.push({ start: y.quantity.start, end: y.quantity.end });
  }
  const found: Found[] = [];
  const pair = (isPair: (x: Figure, y: Figure) => boolean, report: (x: Figure, y: Figure) => void): void => {
    const pairs = [...freeA].flatMap((x) => [...freeB].filter((y) => areComparable(x, y) && isPair(x, y)).map((y) => ({ x, y, far: distance(a, alignment, x, y) })));
    for (const { x, y } of pairs.filter(({ far }) => far < Infinity).sort((p, q) => p.far - q.far)) {
      if (!freeA.has(x) || !freeB.has(y)) continue;
      freeA.delete(x);
      freeB.delete(y);
      report(x, y);
    }
  };
  pair(mayAgree, (x, y) => {
    const [own, other] = [spanOf(a, x), spanOf(b, y)];
    agreed.a.push(own);
    agreed.b.push(other);
    if (x.isVague && y.isVague && x.widened === y.widened && sameQuantity(x.quantity, y.quantity)) return;
    found.push({ kind: 'HEDGE', a: own, b: other, explanation: `The best rendering gives ${shown(a.text, own)}, this one ${shown(b.text, other)}: they fit, but one is vaguer.` });
  });
  pair(() => true, (x, y) => {
    const [own, other] = [placed(a, x), placed(b, y)];
    found.push({ kind: x.isDate ? 'NAME' : 'NUMBER', a: own, b: other, explanation: `The best rendering gives ${shown(a.text, own)}, this one ${shown(b.text, other)}.` });
  });
  for (const x of freeA) {
    if (!isMissed(a, alignment, x)) continue;
    found.push({ kind: 'NUMBER', a: spanOf(a, x), b: null, explanation: `This rendering leaves out ${shown(a.text, spanOf(a, x))}.` });
  }
  for (const y of freeB) {
    if (!isMissed(b, flipped(alignment), y)) continue;
    found.push({ kind: 'NUMBER', a: null, b: spanOf(b, y), explanation: `This rendering gives ${shown(b.text, spanOf(b, y))}, which the best one lacks.` });
  }
  return { found, agreed };
}

/** Is the figure's place in the other, without it? Of a bare number what it counts must be there. */
function isMissed(reading: Reading, alignment: Alignment, { quantity, isVague, isDate, from, to }: Figure): boolean {
  if (isVague || isDate || placeOf(reading, alignment, from, to) === null) return false;
  if (quantity.unit !== null) return true;
  let counted = to + 1;
  while (counted < reading.words.length && reading.weights[counted] === 0) counted++;
  return counted < reading.words.length && alignment.toB[counted] !== -1;
}
