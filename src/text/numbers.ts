import { foldedInPlace } from './fold.js';

/** What a number counts, in a base unit: lengths in metres, weights in kilograms, money in the currency named. */
export interface Quantity {
  readonly value: number;
  /** `metre`, `kilogram`, `second`, `percent`, a currency such as `usd`; null for a bare number. */
  readonly unit: string | null;
  /** As written, folded. */
  readonly text: string;
  /** Where it stands in the text, in UTF-16 units, half open, sign and unit taken in. */
  readonly start: number;
  readonly end: number;
}

const SMALL: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2], ['thousand', 1e3], ['k', 1e3], ['million', 1e6], ['m', 1e6], ['mn', 1e6], ['billion', 1e9], ['bn', 1e9], ['trillion', 1e12],
]);
/** Exact by the international definitions of 1959 (foot .3048 m, pound .45359237 kg). */
const UNITS: ReadonlyMap<string, readonly [unit: string, factor: number]> = new Map([
  ...spelled('metre', 1, 'metre metres meter meters'),
  ...spelled('metre', 0.3048, 'foot feet ft'),
  ...spelled('metre', 0.0254, 'inch inches'),
  ...spelled('metre', 0.9144, 'yard yards'),
  ...spelled('metre', 1000, 'km kilometre kilometres kilometer kilometers'),
  ...spelled('metre', 0.01, 'cm centimetre centimetres centimeter centimeters'),
  ...spelled('metre', 1609.344, 'mile miles'),
  ...spelled('kilogram', 1, 'kg kilo kilos kilogram kilograms kilogramme kilogrammes'),
  ...spelled('kilogram', 0.45359237, 'lb lbs'),
  ...spelled('kilogram', 1000, 'tonne tonnes'),
  ...spelled('percent', 1, 'percent pc'),
  ...spelled('second', 1, 'second seconds'),
  ...spelled('second', 60, 'minute minutes'),
  ...spelled('second', 3600, 'hour hours'),
  ...spelled('second', 86_400, 'day days'),
  ...spelled('second', 604_800, 'week weeks'),
  ...spelled('usd', 1, 'dollar dollars'),
  ...spelled('eur', 1, 'euro euros'),
  ...spelled('gbp', 1, 'sterling'),
]);
const CURRENCY: ReadonlyMap<string, string> = new Map([['$', 'usd'], ['€', 'eur'], ['£', 'gbp']]);
/** Rounding of a converted measure ("33 feet" for 10 metres) stays within this share. */
const CONVERTED_TOLERANCE = 0.05;

function spelled(unit: string, factor: number, words: string): [string, readonly [string, number]][] {
  return words.split(' ').map((word) => [word, [unit, factor]]);
}

/** Without any of these a text has no number; a letter or digit in another shape may stand for one. */
const MAY_COUNT = new RegExp(`[\\d\\u0080-\\u2012\\u2015-\\u2017\\u201a-\\u201b\\u201e-\\u2025\\u2027-\\uffff]|(?<![a-z])(?:${[...SMALL.keys(), ...TENS.keys()].join('|')})(?![a-z])`, 'i');
const TOKEN = /(?:([$€£])\s?)?(\d+(?:,\d{3})*(?:\.\d+)?)(%)?|[a-z]+|[^\sa-z\d]/g;

/**
 * The numbers of a text with their units, in figures or in words ("two", "30 percent", "$2.5 million", "33 feet").
 * "One" alone is mostly no number and is left out. O(length).
 */
export function quantitiesOf(text: string): Quantity[] {
  if (!MAY_COUNT.test(text)) return [];
  const { folded, placeOf } = foldedInPlace(text);
  const tokens = [...folded.matchAll(TOKEN)];
  const isPerCent = (at: number): boolean => tokens[at]?.[0] === 'per' && tokens[at + 1]?.[0] === 'cent';
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    const from = at;
    let value: number;
    let unit: string | null = null;
    if (first[2] !== undefined) {
      value = Number(first[2].replace(/,/g, ''));
      unit = first[3] ? 'percent' : first[1] ? (CURRENCY.get(first[1]) ?? null) : null;
    } else {
      const small = SMALL.get(first[0]) ?? TENS.get(first[0]);
      if (small === undefined) continue;
      value = small;
      // "twenty-five", "twenty five"
      if (TENS.has(first[0])) {
        const next = tokens[at + 1]?.[0] === '-' ? at + 2 : at + 1;
        const unitDigit = SMALL.get(tokens[next]?.[0] ?? '');
        if (unitDigit !== undefined && unitDigit > 0 && unitDigit < 10) {
          value += unitDigit;
          at = next;
        }
      }
    }
    const scale = SCALES.get(tokens[at + 1]?.[0] ?? '');
    if (scale !== undefined) {
      value *= scale;
      at++;
    }
    const next = tokens[at + 1]?.[0] === '-' ? at + 2 : at + 1;
    const named = UNITS.get(isPerCent(next) ? 'percent' : (tokens[next]?.[0] ?? ''));
    if (named && unit === null) {
      unit = named[0];
      value *= named[1];
      at = isPerCent(next) ? next + 1 : next;
    } else if (value === 1 && first[2] === undefined) continue;
    const [start, end] = [tokens[from].index, tokens[at].index + tokens[at][0].length];
    found.push({ value, unit, text: folded.slice(start, end), start: placeOf(start), end: placeOf(end) });
  }
  return found;
}

/**
 * Are two quantities the same? Bare numbers and equal units must be equal to a thousandth; measures of a dimension may
 * have been converted and rounded. A bare number fits one with a unit where the figures are equal.
 */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  const apart = Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value), Number.MIN_VALUE);
  const tolerance = a.unit !== null && a.unit === b.unit && (a.unit === 'metre' || a.unit === 'kilogram') ? CONVERTED_TOLERANCE : 0.001;
  return apart <= tolerance && (a.unit === b.unit || a.unit === null || b.unit === null);
}
