/**
 * Filters of the API to filters of the domain: ids to the store's numbers, lists sorted and without doubles, and what
 * filters nothing left out, so that two filters that mean the same are batched together.
 */
import type * as domain from '../../domain/filters.js';
import { OnRecordError } from '../../domain/errors.js';
import { idOf } from '../../domain/ids.js';
import type { RecordType } from '../../domain/records.js';
import { MAX_FILTER_IDS } from '../limits/bounds.js';
import type { RecordLoaders } from '../loaders/records.js';
import type * as inputs from './filters.js';

/** No record has this number: an id of another type, or of nothing, matches nothing. */
export const NO_RECORD = 0;

const inOrder = <T extends number | string>(values: readonly T[]): T[] =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : Number(a > b)));

const listed = <T extends string>(values: readonly T[] | null | undefined): T[] | undefined => (values?.length ? inOrder(values) : undefined);

/** @throws OnRecordError INVALID_ID; INVALID_ARGUMENT where there are more than MAX_FILTER_IDS */
function numbersOf(type: RecordType, ids: readonly string[] | null | undefined): number[] | undefined {
  if (!ids?.length) return undefined;
  if (ids.length > MAX_FILTER_IDS) throw new OnRecordError('INVALID_ARGUMENT', `A list of a filter holds at most ${MAX_FILTER_IDS} ids; there are ${ids.length}.`);
  return inOrder(ids.map((id) => idOf(type, id) ?? NO_RECORD));
}

/** As `numbersOf`; the id of a merged speaker counts as the one that replaced it. */
async function speakersOf(loaders: RecordLoaders, ids: readonly string[] | null | undefined): Promise<number[] | undefined> {
  const numbers = numbersOf('SPEAKER', ids);
  if (!numbers) return undefined;
  const records = await Promise.all(numbers.map((id) => (id === NO_RECORD ? null : loaders.speakerInFilter.load(id))));
  return inOrder(records.map((record) => record?.id ?? NO_RECORD));
}

function range(given: inputs.DateRangeInput | null | undefined): domain.DateRange | undefined {
  if (given?.from == null && given?.to == null) return undefined;
  return { from: given.from ?? undefined, to: given.to ?? undefined };
}

const words = (text: string | null | undefined): string | undefined => text?.trim() || undefined;

export function articleFilter(given: inputs.ArticleFilterInput | null | undefined): domain.ArticleFilter {
  return { sources: numbersOf('SOURCE', given?.sources), published: range(given?.published), text: words(given?.text) };
}

export async function quoteFilter(loaders: RecordLoaders, given: inputs.QuoteFilterInput | null | undefined): Promise<domain.QuoteFilter> {
  return { ...(await searchFilter(loaders, given)), attributed: given?.attributed ?? undefined, text: words(given?.text) };
}

export async function searchFilter(loaders: RecordLoaders, given: inputs.SearchFilterInput | null | undefined): Promise<domain.SearchFilter> {
  return {
    speakers: await speakersOf(loaders, given?.speakers),
    sources: numbersOf('SOURCE', given?.sources),
    kinds: listed(given?.kinds),
    manners: listed(given?.manners),
    published: range(given?.published),
  };
}

export async function statementFilter(loaders: RecordLoaders, given: inputs.StatementFilterInput | null | undefined): Promise<domain.StatementFilter> {
  return {
    speakers: await speakersOf(loaders, given?.speakers),
    sources: numbersOf('SOURCE', given?.sources),
    minSources: given?.minSources ?? undefined,
    published: range(given?.published),
    text: words(given?.text),
  };
}

export function storyFilter(given: inputs.StoryFilterInput | null | undefined): domain.StoryFilter {
  return { ...articleFilter(given), minSources: given?.minSources ?? undefined };
}

export function speakerFilter(given: inputs.SpeakerFilterInput | null | undefined): domain.SpeakerFilter {
  return { types: listed(given?.types), sources: numbersOf('SOURCE', given?.sources), name: words(given?.name) };
}

export function overlapFilter(given: inputs.OverlapFilterInput | null | undefined): domain.OverlapFilter {
  return {
    sources: numbersOf('SOURCE', given?.sources),
    published: range(given?.published),
    minSharedStatements: given?.minSharedStatements ?? undefined,
  };
}

export const originalityFilter = (given: inputs.OriginalityFilterInput | null | undefined): domain.OriginalityFilter => ({ published: range(given?.published) });
