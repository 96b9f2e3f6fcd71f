/**
 * Loaders of lists. A list is asked for by its parent and its arguments; the parents that ask for the same list with the
 * same arguments in one go are one call of the store, so that nesting costs one call a level and not one a parent.
 *
 * The records of a page are not handed to the loaders by id: which of them a query needs again depends on the data, and
 * the number of statements of a query shall not.
 */
import DataLoader from 'dataloader';
import type * as filters from '../../domain/filters.js';
import type { Page, PageRequest } from '../../domain/paging.js';
import { ROOT, ROOT_KEY } from '../../domain/read-store.js';
import type { Counts, Pages, Parents, ReadStore, SourceInStory } from '../../domain/read-store.js';
import type {
  ArticleOverlapRecord, ArticleRecord, ArticleRelation, QuoteRecord, RecordType, SourceOverlapRecord, SourceRecord, SourceWordsRecord, SpeakerRecord, StatementRecord, StoryRecord,
} from '../../domain/records.js';
import { pairKey } from './records.js';
import type { Pair } from './records.js';

/** Whose list it is. */
export type Parent<T extends RecordType> = { readonly type: 'ROOT' } | { readonly type: T; readonly id: number };

const EMPTY_PAGE: Page<never> = { items: [], hasNextPage: false, hasPreviousPage: false };

export class ListLoaders {
  private readonly byArguments = new Map<string, unknown>();

  constructor(private readonly read: ReadStore) {}

  articles(parent: Parent<'SOURCE' | 'STORY'>, filter: filters.ArticleFilter, order: filters.DateOrder, page: PageRequest): Promise<Page<ArticleRecord>> {
    return this.page('articles', parent, [filter, order, page], (parents) => this.read.listArticles(parents, filter, order, page));
  }

  articleCount(parent: Parent<'SOURCE' | 'STORY'>, filter: filters.ArticleFilter): Promise<number> {
    return this.count('articles', parent, [filter], (parents) => this.read.countArticles(parents, filter));
  }

  quotes(
    parent: Parent<'ARTICLE' | 'SPEAKER' | 'STATEMENT'>, filter: filters.QuoteFilter, order: filters.DateOrder | 'TEXT', page: PageRequest,
  ): Promise<Page<QuoteRecord>> {
    return this.page('quotes', parent, [filter, order, page], (parents) => this.read.listQuotes(parents, filter, order, page));
  }

  quoteCount(parent: Parent<'ARTICLE' | 'SPEAKER' | 'STATEMENT'>, filter: filters.QuoteFilter): Promise<number> {
    return this.count('quotes', parent, [filter], (parents) => this.read.countQuotes(parents, filter));
  }

  speakers(filter: filters.SpeakerFilter, page: PageRequest): Promise<Page<SpeakerRecord>> {
    return this.read.listSpeakers(filter, page);
  }

  speakerCount(filter: filters.SpeakerFilter): Promise<number> {
    return this.read.countSpeakers(filter);
  }

  statements(
    parent: Parent<'ARTICLE' | 'SPEAKER' | 'STORY'>, filter: filters.StatementFilter, order: filters.StatementOrder | 'TEXT', page: PageRequest,
  ): Promise<Page<StatementRecord>> {
    return this.page('statements', parent, [filter, order, page], (parents) => this.read.listStatements(parents, filter, order, page));
  }

  statementCount(parent: Parent<'ARTICLE' | 'SPEAKER' | 'STORY'>, filter: filters.StatementFilter): Promise<number> {
    return this.count('statements', parent, [filter], (parents) => this.read.countStatements(parents, filter));
  }

  sources(parent: Parent<'SPEAKER' | 'STATEMENT' | 'STORY'>, page: PageRequest): Promise<Page<SourceRecord>> {
    return this.page('sources', parent, [page], (parents) => this.read.listSources(parents, page));
  }

  sourceCount(parent: Parent<'SPEAKER' | 'STATEMENT' | 'STORY'>): Promise<number> {
    return this.count('sources', parent, [], (parents) => this.read.countSources(parents));
  }

  stories(filter: filters.StoryFilter, order: filters.StoryOrder, page: PageRequest): Promise<Page<StoryRecord>> {
    return this.read.listStories(filter, order, page);
  }

  storyCount(filter: filters.StoryFilter): Promise<number> {
    return this.read.countStories(filter);
  }

  blindSpots(of: SourceInStory, minSources: number, page: PageRequest): Promise<Page<StatementRecord>> {
    return this.loader('blind spots', [minSources, page], (pairs: readonly SourceInStory[]) => this.read.listBlindSpots(pairs, minSources, page), keyOfSource).load(of);
  }

  blindSpotCount(of: SourceInStory, minSources: number): Promise<number> {
    return this.loader('count of blind spots', [minSources], (pairs: readonly SourceInStory[]) => this.read.countBlindSpots(pairs, minSources), keyOfSource).load(of);
  }

  articleOverlaps(articleId: number, page: PageRequest): Promise<Page<ArticleOverlapRecord>> {
    return this.page('article overlaps', { type: 'ARTICLE', id: articleId }, [page], (parents) => this.read.listArticleOverlaps(idsOf(parents), page));
  }

  articleOverlapCount(articleId: number): Promise<number> {
    return this.count('article overlaps', { type: 'ARTICLE', id: articleId }, [], (parents) => this.read.countArticleOverlaps(idsOf(parents)));
  }

  sourceWords(sourceId: number, { published = null }: filters.OriginalityFilter): Promise<SourceWordsRecord> {
    return this.loader('words of source', [published], (ids: readonly number[]) => this.read.sourceWords(ids, published)).load(sourceId);
  }

  sourceOverlaps(parent: Parent<'SOURCE'>, filter: filters.OverlapFilter, order: filters.SourceOverlapOrder, page: PageRequest): Promise<Page<SourceOverlapRecord>> {
    return this.page('source overlaps', parent, [filter, order, page], (parents) => this.read.listSourceOverlaps(parents, filter, order, page));
  }

  sourceOverlapCount(parent: Parent<'SOURCE'>, filter: filters.OverlapFilter): Promise<number> {
    return this.count('source overlaps', parent, [filter], (parents) => this.read.countSourceOverlaps(parents, filter));
  }

  sourceOverlap(pair: Pair, filter: filters.OverlapFilter): Promise<SourceOverlapRecord | null> {
    return this.ofPair('source overlap', pair, [filter], (pairs) => this.read.sourceOverlaps(pairs, filter));
  }

  sharedStatements(pair: Pair, filter: filters.OverlapFilter, order: filters.StatementOrder, page: PageRequest): Promise<Page<StatementRecord>> {
    return this.ofPair('shared statements', pair, [filter, order, page], (pairs) => this.read.listSharedStatements(pairs, filter, order, page));
  }

  sharedStatementCount(pair: Pair, filter: filters.OverlapFilter): Promise<number> {
    return this.ofPair('count of shared statements', pair, [filter], (pairs) => this.read.countSharedStatements(pairs, filter));
  }

  overlapsOfSources(pair: Pair, filter: filters.OverlapFilter, relations: readonly ArticleRelation[] | null, page: PageRequest): Promise<Page<ArticleOverlapRecord>> {
    return this.ofPair('overlaps of sources', pair, [filter, relations, page], (pairs) => this.read.listOverlapsOfSources(pairs, filter, relations, page));
  }

  overlapsOfSourcesCount(pair: Pair, filter: filters.OverlapFilter, relations: readonly ArticleRelation[] | null): Promise<number> {
    return this.ofPair('count of overlaps of sources', pair, [filter, relations], (pairs) => this.read.countOverlapsOfSources(pairs, filter, relations));
  }

  // ------------------------------------------------------------ batching

  private async page<T extends RecordType, R>(list: string, parent: Parent<T>, args: readonly unknown[], batch: (parents: Parents<T>) => Promise<Pages<R>>): Promise<Page<R>> {
    const pages = this.loader(`${list} of ${parent.type}`, args, async (ids: readonly number[]) => {
      const found = await batch(parentsOf(parent, ids));
      return ids.map((id) => found.get(id) ?? EMPTY_PAGE);
    });
    return pages.load(keyOf(parent));
  }

  private async count<T extends RecordType>(list: string, parent: Parent<T>, args: readonly unknown[], batch: (parents: Parents<T>) => Promise<Counts>): Promise<number> {
    const counts = this.loader(`count of ${list} of ${parent.type}`, args, async (ids: readonly number[]) => {
      const found = await batch(parentsOf(parent, ids));
      return ids.map((id) => found.get(id) ?? 0);
    });
    return counts.load(keyOf(parent));
  }

  private async ofPair<V>(list: string, pair: Pair, args: readonly unknown[], batch: (pairs: readonly Pair[]) => Promise<readonly V[]>): Promise<V> {
    return this.loader(list, args, batch, pairKey).load(pair);
  }

  /** The loader for a list with these arguments. One name always stands for one type of list, which makes the cast safe. */
  private loader<K, V>(list: string, args: readonly unknown[], batch: (keys: readonly K[]) => Promise<readonly V[]>, cacheKeyFn?: (key: K) => string): DataLoader<K, V, unknown> {
    const name = `${list} ${JSON.stringify(args)}`;
    const known = this.byArguments.get(name) as DataLoader<K, V, unknown> | undefined;
    if (known) return known;
    const made = new DataLoader<K, V, unknown>(batch, cacheKeyFn ? { cacheKeyFn } : {});
    this.byArguments.set(name, made);
    return made;
  }
}

const keyOfSource = ({ storyId, sourceId }: SourceInStory): string => pairKey([storyId, sourceId]);

const keyOf = (parent: Parent<RecordType>): number => (parent.type === 'ROOT' ? ROOT_KEY : parent.id);

/** All parents of one loader are of one type. */
const parentsOf = <T extends RecordType>(parent: Parent<T>, ids: readonly number[]): Parents<T> => (parent.type === 'ROOT' ? ROOT : { type: parent.type, ids });

const idsOf = (parents: Parents<RecordType>): readonly number[] => (parents.type === 'ROOT' ? [] : parents.ids);
