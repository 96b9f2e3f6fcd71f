/**
 * What one rendering of a statement has and another lacks, or says otherwise.
 *
 *   two renderings -> words, clauses, figures (reading)  -> which word stands for which (alignment)
 *                  -> figures, omissions, names, denial, hedges and intensifiers, attribution -> places in the bodies
 *
 * Words alone: what is said in wholly other words in the same place is taken for a rewording, and nothing is said of it.
 */
import { overlaps } from '../text/spans.js';
import type { Span } from '../text/spans.js';
import { align, flipped } from './differences/alignment.js';
import { attributionDifferences } from './differences/attribution.js';
import { nameDifferences } from './differences/names.js';
import { numberDifferences } from './differences/numbers.js';
import { omissions } from './differences/omissions.js';
import { polarityDifferences } from './differences/polarity.js';
import { qualifierDifferences } from './differences/qualifiers.js';
import { inBody, readingOf, shown } from './differences/reading.js';
import type { Reading } from './differences/reading.js';
import type { DifferenceKind, Found, PlacedRendering, RenderingDifference } from './differences/types.js';

/** At most so many are told of one pair, in the order of the text. */
export const MOST_DIFFERENCES = 100;
/** Those that say most come first where two stand in one place. */
const ORDER: readonly DifferenceKind[] = ['ATTRIBUTION', 'POLARITY', 'NUMBER', 'NAME', 'HEDGE', 'INTENSIFIER', 'OMISSION'];

/** The words of the figures that agree stand for one another, whatever their units. */
function markAgreed(reading: Reading, has: Uint8Array, agreed: readonly Span[]): void {
  reading.words.forEach((word, i) => {
    if (agreed.some((span) => overlaps(span, word))) has[i] = 1;
  });
}

const sameWords = (a: Reading, b: Reading): boolean => a.words.length === b.words.length && a.words.every((word, i) => word.folded === b.words[i].folded);

function contentDifferences(a: PlacedRendering, b: PlacedRendering): Found[] {
  const [left, right] = [readingOf(a), readingOf(b)];
  if (sameWords(left, right) && left.isDenied === right.isDenied) return [];
  const alignment = align(left, right);
  const numbers = numberDifferences(left, right, alignment);
  markAgreed(left, alignment.hasA, numbers.agreed.a);
  markAgreed(right, alignment.hasB, numbers.agreed.b);
  const names = nameDifferences(left, right, alignment);
  const [fromA, fromB] = [omissions(left, right, alignment), omissions(right, left, flipped(alignment))];
  const inside = (spans: readonly Span[]) => (span: Span): boolean => spans.some((one) => overlaps(one, span));
  const polarity = polarityDifferences(left, right, alignment);
  const told = [...numbers.found, ...polarity];
  const qualifiers = qualifierDifferences(left, right, alignment, { a, b }, {
    a: inside([...fromA, ...told.flatMap(({ a: span }) => span ?? [])]),
    b: inside([...fromB, ...told.flatMap(({ b: span }) => span ?? [])]),
  });
  // A figure or a name within what is left out is left out with it.
  const isApart = ({ a: own, b: other }: Found): boolean => !(own && other === null && inside(fromA)(own)) && !(other && own === null && inside(fromB)(other));
  return [
    ...[...polarity, ...numbers.found, ...names].filter(isApart),
    ...qualifiers,
    ...fromA.map((span): Found => ({ kind: 'OMISSION', a: span, b: null, explanation: `This rendering leaves out ${shown(left.text, span)}.` })),
    ...fromB.map((span): Found => ({ kind: 'OMISSION', a: null, b: span, explanation: `This rendering has ${shown(right.text, span)}, which the best one lacks.` })),
  ];
}

/** What only the other has stands behind all. */
const startOf = (span: Span | null): number => span?.start ?? Number.MAX_SAFE_INTEGER;

/**
 * What differs between two renderings of one statement; `a` is the best. Spans are places in the bodies of the two articles;
 * one side is empty where it lacks what the other has. In the order of `a`, what only `b` has behind it, at most
 * MOST_DIFFERENCES. None for the same words by the same speaker, however they are punctuated. O(words).
 */
export function differencesOf(a: PlacedRendering, b: PlacedRendering): RenderingDifference[] {
  const placed = contentDifferences(a, b)
    .sort((x, y) => startOf(x.a) - startOf(y.a) || (x.b?.start ?? 0) - (y.b?.start ?? 0) || ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind))
    .map(({ kind, a: own, b: other, explanation }) => ({ kind, a: own ? inBody(a.content, own) : [], b: other ? inBody(b.content, other) : [], explanation }));
  return [...attributionDifferences(a, b), ...placed].slice(0, MOST_DIFFERENCES);
}
