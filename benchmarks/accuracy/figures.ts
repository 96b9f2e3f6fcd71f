/** The figures worth a line, and how they stand beside the baseline's. */

/** By label; null where the scorer has none (nothing to count). */
export type Figures = Readonly<Record<string, number | null>>;

export interface Compared {
  readonly figure: string;
  readonly value: number | null;
  /** Null where the baseline has none. */
  readonly baseline: number | null;
  readonly difference: number | null;
}

type Path = readonly [label: string, path: string];

export const QUOTE_FIGURES: readonly Path[] = [
  ['content match F1, all', 'quotes.overall.content.match.f1'],
  ['content match F1, direct', 'quotes.byType.direct.content.match.f1'],
  ['content match F1, mixed', 'quotes.byType.mixed.content.match.f1'],
  ['content match F1, indirect', 'quotes.byType.indirect.content.match.f1'],
  ['content match precision, all', 'quotes.overall.content.match.p'],
  ['content match recall, all', 'quotes.overall.content.match.r'],
  ['content exact F1, all', 'quotes.overall.content.exact.f1'],
  ['cue exact F1, all', 'quotes.overall.cue.exact.f1'],
  ['source head accuracy given a match', 'quotes.overall.sourceGivenMatch.headAcc'],
  ['direct view, detection F1', 'quotes.direct.detection.f1'],
  ['direct view, end to end F1', 'quotes.direct.endToEnd.f1'],
  ['quotation regions, detection F1', 'quotes.quoteRegions.detection.f1'],
];

export const SPEAKER_FIGURES: readonly Path[] = [
  ['speakers, accuracy', 'speakers.all.accuracy'],
  ['speakers, precision', 'speakers.all.precision'],
  ['speakers, end to end', 'speakers.all.endToEnd'],
  ['speakers by name, accuracy', 'speakers.name.accuracy'],
  ['speakers by pronoun, accuracy', 'speakers.pronoun.accuracy'],
  ['speakers by description, accuracy', 'speakers.nominal.accuracy'],
  ['CofeNet setting, exact F1, source', 'cofenet.exact.source.f1'],
  ['CofeNet setting, exact F1, cue', 'cofenet.exact.cue.f1'],
  ['CofeNet setting, exact F1, content', 'cofenet.exact.content.f1'],
];

/** The value at a dotted path; null where there is no number. */
export function at(scores: unknown, path: string): number | null {
  const value = path.split('.').reduce<unknown>((found, key) => (typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined), scores);
  return typeof value === 'number' ? value : null;
}

export const figuresOf = (scores: unknown, paths: readonly Path[]): Figures => Object.fromEntries(paths.map(([label, path]) => [label, at(scores, path)]));

/** Digits that the baseline keeps: a prediction more or less shows. */
const DIGITS = 4;
export const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(DIGITS)));

export const compare = (figures: Figures, baseline: Figures | undefined): Compared[] =>
  Object.entries(figures).map(([figure, exact]) => {
    const value = rounded(exact);
    const before = baseline?.[figure] ?? null;
    return { figure, value, baseline: before, difference: value === null || before === null ? null : rounded(value - before) };
  });
