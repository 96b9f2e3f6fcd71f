/** What each of some sources shares with each other of them: rows and columns in one order. */
import { OnRecordError } from '../domain/errors.js';
import type { OverlapFilter } from '../domain/filters.js';
import { DEFAULT_PAGE } from '../domain/paging.js';
import type { ReadStore } from '../domain/read-store.js';
import type { SourceOverlapRecord, SourceRecord } from '../domain/records.js';
import { byId } from './by-id.js';
import type { SourceMatrix } from './types.js';

/** Sources in a matrix: 2,450 cells, and more names than a page has room for. */
export const MAX_MATRIX_SOURCES = 50;

/**
 * Of the given sources, in their order, those that there are and that pass the filter; null: of those with the most articles
 * that share anything with another source.
 * @param first at most so many of them; null: all that are given, else DEFAULT_PAGE
 * @throws OnRecordError INVALID_PAGING where `first` is below 0 or too large; INVALID_ARGUMENT where too many sources are given
 */
export async function sourceMatrix(read: ReadStore, sourceIds: readonly number[] | null, filter: OverlapFilter, first: number | null): Promise<SourceMatrix> {
  if (first !== null && (first < 0 || first > MAX_MATRIX_SOURCES)) throw new OnRecordError('INVALID_PAGING', `first is from 0 to ${MAX_MATRIX_SOURCES}; it is ${first}.`);
  const given = sourceIds && [...new Set(sourceIds)];
  if (given && given.length > MAX_MATRIX_SOURCES) throw new OnRecordError('INVALID_ARGUMENT', `A matrix has at most ${MAX_MATRIX_SOURCES} sources; ${given.length} are given.`);

  const among = filter.sources?.length ? new Set(filter.sources) : null;
  const wanted = given?.filter((id) => among?.has(id) ?? true) ?? (await read.sourcesByOverlap(filter, first ?? DEFAULT_PAGE));
  const records = await byId<SourceRecord>(wanted, (ids) => read.sources(ids));
  const ids = wanted.filter((id) => records.has(id)).slice(0, first ?? MAX_MATRIX_SOURCES);
  const sizes = await read.articleCountsWithin(ids, filter.published);
  const found = new Map((await read.sourceOverlapsAmong(ids, filter)).map((overlap) => [`${overlap.aId} ${overlap.bId}`, overlap]));

  const cell = (aId: number, bId: number): SourceOverlapRecord | null => {
    if (aId === bId) return null;
    const back = found.get(`${bId} ${aId}`);
    return found.get(`${aId} ${bId}`) ?? (back ? turnedRound(back) : nothingShared(aId, bId, sizes));
  };
  return {
    filter,
    sources: ids.map((id) => ({ source: records.get(id)!, articleCount: sizes.get(id) ?? 0 })),
    cells: ids.map((aId) => ids.map((bId) => cell(aId, bId))),
  };
}

const turnedRound = (overlap: SourceOverlapRecord): SourceOverlapRecord => ({
  ...overlap,
  aId: overlap.bId,
  bId: overlap.aId,
  aArticleCount: overlap.bArticleCount,
  bArticleCount: overlap.aArticleCount,
  aSharedArticleCount: overlap.bSharedArticleCount,
  bSharedArticleCount: overlap.aSharedArticleCount,
});

const nothingShared = (aId: number, bId: number, sizes: ReadonlyMap<number, number>): SourceOverlapRecord => ({
  aId,
  bId,
  sharedStatementCount: 0,
  articlePairCount: 0,
  reprintCount: 0,
  reusedWords: 0,
  statementJaccard: 0,
  aArticleCount: sizes.get(aId) ?? 0,
  bArticleCount: sizes.get(bId) ?? 0,
  aSharedArticleCount: 0,
  bSharedArticleCount: 0,
});
