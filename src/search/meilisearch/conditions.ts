/**
 * The search filter ("a record with at least one quote that meets all of it") as the server's filters.
 *
 * A quote is asked directly. Another record knows the speakers, sources, kinds and manners of its quotes as lists, and a
 * list answers for one condition. Two conditions could be met by two quotes, half each; then the quotes are asked first
 * which records they lie under:
 *
 *   filter ──> conditions ──> at most one that varies under the record? ── yes ──> the record's own lists
 *                                                                       └─ no ───> facets of the quotes ──> id IN [...]
 */
import type { SearchFilter, SearchType } from '../../domain/filters.js';

export type FilterPart = 'speakers' | 'sources' | 'kinds' | 'manners' | 'published';

export interface Condition {
  readonly part: FilterPart;
  readonly expression: string;
}

/** The field of a quote that names the record it lies under. */
export const PARENT_FIELDS: Readonly<Record<Exclude<SearchType, 'QUOTE'>, string>> = { ARTICLE: 'articleId', SPEAKER: 'speakerIds', STATEMENT: 'statementId' };

/** What all quotes under one record have in common, so that it is true of each where it is true of the record. */
const CONSTANT_PARTS: Readonly<Record<Exclude<SearchType, 'QUOTE'>, readonly FilterPart[]>> = {
  ARTICLE: ['sources', 'published'],
  SPEAKER: ['speakers'],
  STATEMENT: [],
};
const HAS_QUOTES = 'kinds IS NOT EMPTY AND kinds EXISTS';

const oneOf = (field: string, values: readonly (string | number)[] | null | undefined): string | null =>
  values == null || values.length === 0 ? null : `${field} IN [${values.join(', ')}]`;

function dateRange({ from, to }: { from?: string | null; to?: string | null }): string | null {
  const bounds = [from == null ? null : `date >= ${Date.parse(from)}`, to == null ? null : `date < ${Date.parse(to)}`].filter((b) => b !== null);
  return bounds.length === 0 ? null : bounds.join(' AND ');
}

/** One expression for each part that filters, `without` left out. Undated documents meet no range. */
export function conditionsOf(filter: SearchFilter, without: FilterPart | null = null): Condition[] {
  const expressions: readonly (readonly [FilterPart, string | null])[] = [
    ['speakers', oneOf('speakerIds', filter.speakers)],
    ['sources', oneOf('sourceIds', filter.sources)],
    ['kinds', oneOf('kinds', filter.kinds)],
    ['manners', oneOf('manners', filter.manners)],
    ['published', dateRange(filter.published ?? {})],
  ];
  return expressions.flatMap(([part, expression]) => (expression === null || part === without ? [] : [{ part, expression }]));
}

export const allOf = (expressions: readonly string[]): string => expressions.map((e) => `(${e})`).join(' AND ');

/** Do the record's own lists tell whether one of its quotes meets all conditions? */
export function listsTell(type: SearchType, conditions: readonly Condition[]): boolean {
  if (type === 'QUOTE') return true;
  const varying = conditions.filter(({ part }) => !CONSTANT_PARTS[type].includes(part));
  // The date of a speaker or statement is one of many.
  return varying.length === 0 || (varying.length === 1 && varying[0].part !== 'published');
}

/**
 * The conditions read from the record's own lists; null where nothing is filtered. Exact where `listsTell`, else a
 * filter that lets through every record it should, and some that two quotes meet together.
 */
export function ownFilter(type: SearchType, conditions: readonly Condition[]): string | null {
  if (conditions.length === 0) return null;
  // The date of a speaker or statement is the latest of its quotes: an earlier one may meet the range just as well.
  const readable = type === 'SPEAKER' || type === 'STATEMENT' ? conditions.filter(({ part }) => part !== 'published') : conditions;
  return allOf([...readable.map(({ expression }) => expression), ...(type === 'QUOTE' ? [] : [HAS_QUOTES])]);
}
