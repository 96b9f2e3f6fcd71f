/** The connections that stand in more than one place: under the root and under parents. */
import type { Echo } from '../../app/types.js';
import type { DateOrder, StatementOrder } from '../../domain/filters.js';
import { pageRequest } from '../../domain/paging.js';
import type { QuoteRecord, SourceRecord, StatementRecord } from '../../domain/records.js';
import { Connection } from '../connections.js';
import type { GraphQLContext } from '../context.js';
import type { ArticleListArgs, QuotesInArticleArgs, SourceOverlapListArgs, StatementListArgs } from '../inputs/lists.js';
import { articleFilter, overlapFilter, quoteFilter, statementFilter } from '../inputs/mapping.js';
import type { ForwardArgs, PagingArgs } from '../inputs/paging.js';
import type { Parent } from '../loaders/lists.js';
import { pageAtHand } from '../page-at-hand.js';
import { Article } from '../types/article.js';
import { RenderingComparison } from '../types/differences.js';
import { Quote } from '../types/quote.js';
import { SourceOverlap } from '../types/source-overlap.js';
import { Source } from '../types/source.js';
import { Rendering, Statement } from '../types/statement.js';

export function articleConnection({ lists }: GraphQLContext, parent: Parent<'SOURCE' | 'STORY'>, args: ArticleListArgs) {
  const [filter, order, page] = [articleFilter(args.filter), args.orderBy ?? 'NEWEST', pageRequest(args)];
  return new Connection(
    () => lists.articles(parent, filter, order, page),
    () => lists.articleCount(parent, filter),
    (record) => new Article(record),
  );
}

type QuoteParent = Parent<'ARTICLE' | 'SPEAKER' | 'STATEMENT'>;

export const quoteConnection = (context: GraphQLContext, parent: QuoteParent, args: QuotesInArticleArgs, order: DateOrder | 'TEXT') =>
  connectionOfQuotes(context, parent, args, order, (record) => new Quote(record));

export const renderingConnection = (context: GraphQLContext, statementId: number, args: QuotesInArticleArgs, order: DateOrder) =>
  connectionOfQuotes(context, { type: 'STATEMENT', id: statementId }, args, order, (record) => new Rendering(record));

/** The renderings of a statement but its best, each beside it. */
export function comparisonConnection({ lists }: GraphQLContext, { id, bestQuoteId }: StatementRecord, args: ForwardArgs): Connection<QuoteRecord, RenderingComparison> {
  const [page, parent, filter] = [pageRequest(args), { type: 'STATEMENT', id } as const, { exceptBest: true }];
  return new Connection(() => lists.quotes(parent, filter, 'OLDEST', page), () => lists.quoteCount(parent, filter), (record) => new RenderingComparison(bestQuoteId, record));
}

/** Worked out as a whole for each statement: the same for every page and for the total. */
export function echoConnection({ records }: GraphQLContext, { id }: StatementRecord, args: ForwardArgs): Connection<Echo, Statement> {
  const page = pageRequest(args);
  return new Connection(
    async () => pageAtHand(await records.echoes.load(id), ({ statement }) => statement.id, page),
    async () => (await records.echoes.load(id)).length,
    ({ statement }) => new Statement(statement),
  );
}

async function connectionOfQuotes<T>(
  { records, lists }: GraphQLContext, parent: QuoteParent, args: QuotesInArticleArgs, order: DateOrder | 'TEXT', show: (record: QuoteRecord) => T,
): Promise<Connection<QuoteRecord, T>> {
  const page = pageRequest(args);
  const filter = await quoteFilter(records, args.filter);
  return new Connection(() => lists.quotes(parent, filter, order, page), () => lists.quoteCount(parent, filter), show);
}

export async function statementConnection(
  { records, lists }: GraphQLContext, parent: Parent<'ARTICLE' | 'SPEAKER' | 'STORY'>, args: Omit<StatementListArgs, 'orderBy'>, order: StatementOrder | 'TEXT',
) {
  const page = pageRequest(args);
  const filter = await statementFilter(records, args.filter);
  return new Connection(
    () => lists.statements(parent, filter, order, page),
    () => lists.statementCount(parent, filter),
    (record) => new Statement(record),
  );
}

export function sourceConnection({ lists }: GraphQLContext, parent: Parent<'SPEAKER' | 'STATEMENT' | 'STORY'>, args: PagingArgs): Connection<SourceRecord, Source> {
  const page = pageRequest(args);
  return new Connection(() => lists.sources(parent, page), () => lists.sourceCount(parent), (record) => new Source(record));
}

export function sourceOverlapConnection({ lists }: GraphQLContext, parent: Parent<'SOURCE'>, args: SourceOverlapListArgs) {
  const [filter, order, page] = [overlapFilter(args.filter), args.orderBy ?? 'SHARED_STATEMENTS', pageRequest(args)];
  return new Connection(
    () => lists.sourceOverlaps(parent, filter, order, page),
    () => lists.sourceOverlapCount(parent, filter),
    (record) => new SourceOverlap(record, filter),
  );
}
