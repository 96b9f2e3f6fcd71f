/** The measures as text. */
import { textOf, fromPairs } from '../../src/text/spans.js';
import type { SpanPair } from '../../src/text/spans.js';
import { RELATIONS } from '../reuse/relations.js';
import { countAspects } from './changes.js';
import type { Change, Changes } from './changes.js';
import type { Compared } from './figures.js';
import type { Miss } from './misses.js';
import type { OrderDifference } from './order.js';
import type { PairChange } from './pairs.js';
import type { ReuseMeasure } from './reuse.js';
import type { Reliability } from './reliability.js';

/** As the baseline keeps them: one prediction more or less shows. */
const DIGITS = 4;
const EXCERPT_LETTERS = 110;
/** Figures above this are counts or speeds, and need no such digits. */
const LARGE = 10;

const number = (value: number | null): string => (value === null ? '–' : value >= LARGE ? String(value) : value.toFixed(DIGITS));
const signed = (value: number | null): string => (value === null ? '' : value === 0 ? '=' : `${value > 0 ? '+' : '-'}${number(Math.abs(value))}`);
/** Columns as wide as their widest cell; the first to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => row[c].length)));
  return rows.map((row) => row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  ').trimEnd()).join('\n');
}

export const figuresTable = (title: string, figures: readonly Compared[]): string =>
  columns([[title, 'now', 'baseline', 'difference'], ...figures.map(({ figure, value, baseline, difference }) => [figure, number(value), number(baseline), signed(difference)])]);

export const reliabilityTable = ({ bins, expectedCalibrationError }: Reliability): string =>
  `${columns([['confidence', 'quotes', 'mean', 'right'], ...bins.filter(({ count }) => count > 0).map(({ from, count, meanConfidence, right }) => [`from ${from.toFixed(1)}`, String(count), number(meanConfidence), number(right)])])}\nexpected calibration error ${number(expectedCalibrationError)}`;

/** How many pairs of each true relation got which answer, and the near duplicates by seed. */
export function reuseText({ confusion, nearDuplicates }: ReuseMeasure): string {
  const pairs = columns([['truth \\ answer', ...RELATIONS], ...RELATIONS.map((truth) => [truth, ...RELATIONS.map((answer) => String(confusion[truth][answer]))])]);
  const groups = columns([['near duplicates', 'articles', 'index', 'MinHash', 'threshold'],
    ...nearDuplicates.map(({ seed, articles, ours, minHash, threshold }) => [`seed ${seed}`, String(articles), number(ours), number(minHash), threshold.toFixed(3)])]);
  return `${pairs}\n\n${groups}`;
}

function excerpt(text: string, spans: readonly SpanPair[]): string {
  const words = textOf(text, fromPairs(spans)).replace(/\s+/gu, ' ');
  return words.length > EXCERPT_LETTERS ? `${words.slice(0, EXCERPT_LETTERS)}…` : words;
}
const place = (spans: readonly SpanPair[]): string => spans.map(([start, end]) => `${start}-${end}`).join(',');

/** @param texts by article  @param most lines of each list */
export function changesText({ gained, lost }: Changes, texts: ReadonlyMap<string, string>, most: number): string {
  const line = (sign: string, { article, gold, spans, what }: Change): string =>
    `  ${sign} ${what.join(' ')}  ${article}${gold === null ? '' : ` #${gold}`} ${place(spans)}  ${excerpt(texts.get(article) ?? '', spans)}`;
  const list = (title: string, sign: string, changes: readonly Change[]): string[] => [
    `${title}: ${changes.length}${changes.length > 0 ? `  (${Object.entries(countAspects(changes)).map(([aspect, count]) => `${aspect} ${count}`).join(', ')})` : ''}`,
    ...changes.slice(0, most).map((change) => line(sign, change)),
    ...(changes.length > most ? [`  ... and ${changes.length - most} more (--changes N, or --json for all)`] : []),
  ];
  return [...list('gained', '+', gained), ...list('lost', '-', lost)].join('\n');
}

export function pairChangesText({ gained, lost }: { readonly gained: readonly PairChange[]; readonly lost: readonly PairChange[] }): string {
  const list = (title: string, changes: readonly PairChange[]): string =>
    `${title}: ${changes.length}${changes.map(({ pair, label, speakers }) => `\n  pair ${pair} ${label}, ${speakers} speakers`).join('')}`;
  return `${list('gained', gained)}\n${list('lost', lost)}`;
}

export function missesText(misses: readonly Miss[]): string {
  return misses.map(({ article, text, gold, prediction }, i) => {
    const part = (label: string, spans: readonly SpanPair[]): string => `    ${label}: ${spans.length === 0 ? '–' : excerpt(text, spans)}`;
    return [
      `${i + 1}. ${article} ${place((prediction ?? gold)!.content)}  ${prediction ? `given with ${prediction.confidence}, ${gold ? 'wrong' : 'no attribution there'}` : 'missed'}`,
      ...(prediction ? [part('given', prediction.content), part('  cue', prediction.cue), part('  mention', prediction.source)] : []),
      ...(gold ? [part('gold', gold.content), part('  cue', gold.cue), part('  mention', gold.source)] : []),
    ].join('\n');
  }).join('\n');
}

/** Shares are small: of thousands of pairs a handful differ. */
const SHARE_DIGITS = 6;

export const orderText = (rows: readonly (OrderDifference & { readonly corpus: string; readonly articles: number })[]): string => columns([
  ['order', 'articles', 'quotes', 'shared statements', 'pairs differing', '1 - Rand', 'quotes differing'],
  ...rows.map((row) => [row.corpus, String(row.articles), String(row.quotes), String(row.shared), row.pairsDiffering.toFixed(4), row.allPairsDiffering.toFixed(SHARE_DIGITS), row.quotesDiffering.join(', ')]),
]);
