import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { originOf } from '../../app/provenance.js';
import type { PrintedArticle } from '../../app/provenance.js';
import { idOf } from '../../domain/ids.js';
import { pageRequest } from '../../domain/paging.js';
import { ArticleOverlapConnection, Connection, SourceOverlapConnection, StatementConnection } from '../connections.js';
import type { GraphQLContext } from '../context.js';
import { OverlapFilterInput } from '../inputs/filters.js';
import { OverlapsOfSourcesArgs, SharedStatementListArgs, SourceOverlapListArgs } from '../inputs/lists.js';
import { overlapFilter } from '../inputs/mapping.js';
import type { Pair } from '../loaders/records.js';
import { ArticleOverlap, ReusedPassage, SharedStatement } from '../types/article-overlap.js';
import { Article } from '../types/article.js';
import { LikelyOrigin } from '../types/provenance.js';
import { Quote } from '../types/quote.js';
import { SourceOverlap } from '../types/source-overlap.js';
import { Source } from '../types/source.js';
import { Statement } from '../types/statement.js';
import { sourceOverlapConnection } from './lists.js';
import { byId, shown } from './look-up.js';

@Resolver(() => ArticleOverlap)
export class ArticleOverlapResolver {
  @Query(() => ArticleOverlap, { nullable: true, description: 'What two articles share; null where one does not exist, or they are one.' })
  async articleOverlap(
    @Ctx() { records }: GraphQLContext,
    @Arg('a', () => ID, { description: 'The id of an article.' }) a: string,
    @Arg('b', () => ID, { description: 'The id of another article.' }) b: string,
  ): Promise<ArticleOverlap | null> {
    const [aId, bId] = [idOf('ARTICLE', a), idOf('ARTICLE', b)];
    if (aId === null || bId === null) return null;
    return shown(await records.articleOverlap.load([aId, bId]), (record) => new ArticleOverlap(record));
  }

  @FieldResolver(() => Article, { description: 'The article that it is seen from.' })
  a(@Root() { record }: ArticleOverlap, @Ctx() context: GraphQLContext): Promise<Article | null> {
    return byId.ARTICLE(context, record.aId);
  }

  @FieldResolver(() => Article, { description: 'The other article.' })
  b(@Root() { record }: ArticleOverlap, @Ctx() context: GraphQLContext): Promise<Article | null> {
    return byId.ARTICLE(context, record.bId);
  }

  @FieldResolver(() => [SharedStatement], { description: 'The statements that both render.' })
  async sharedStatements(@Root() { record }: ArticleOverlap, @Ctx() { records }: GraphQLContext): Promise<SharedStatement[]> {
    const statements = await Promise.all(record.sharedStatementIds.map((id) => records.statement.load(id)));
    return statements.flatMap((statement) => (statement ? [new SharedStatement(record.aId, record.bId, statement)] : []));
  }

  @FieldResolver(() => LikelyOrigin, { nullable: true, description: 'Which of the two the text in common probably comes from; null where nothing tells, or no text is shared.' })
  async likelyOrigin(@Root() { record }: ArticleOverlap, @Ctx() context: GraphQLContext): Promise<LikelyOrigin | null> {
    const [a, b] = await Promise.all([printed(context, record.aId), printed(context, record.bId)]);
    const origin = a && b && originOf(a, b, record);
    return origin && new LikelyOrigin(origin);
  }
}

/** Reads the same whatever is found in it: the number of statements does not hang on the rows. */
async function printed({ records }: GraphQLContext, id: number): Promise<PrintedArticle | null> {
  const [article, body] = await Promise.all([records.article.load(id), records.body.load(id)]);
  const source = article?.sourceId == null ? null : await records.source.load(article.sourceId);
  return article && { article, body: body ?? '', source };
}

@Resolver(() => LikelyOrigin)
export class LikelyOriginResolver {
  @FieldResolver(() => Article, { description: 'The article that is the origin.' })
  article(@Root() { record }: LikelyOrigin, @Ctx() context: GraphQLContext): Promise<Article | null> {
    return byId.ARTICLE(context, record.articleId);
  }
}

@Resolver(() => SharedStatement)
export class SharedStatementResolver {
  @FieldResolver(() => [Quote], { description: 'Its renderings in `a`, in the order of the text.' })
  a(@Root() shared: SharedStatement, @Ctx() context: GraphQLContext): Promise<Quote[]> {
    return renderingsIn(context, shared, shared.aId);
  }

  @FieldResolver(() => [Quote], { description: 'Its renderings in `b`, in the order of the text.' })
  b(@Root() shared: SharedStatement, @Ctx() context: GraphQLContext): Promise<Quote[]> {
    return renderingsIn(context, shared, shared.bId);
  }
}

async function renderingsIn({ records }: GraphQLContext, { statement }: SharedStatement, articleId: number): Promise<Quote[]> {
  const quotes = await records.quotesInArticle.load({ statementId: statement.record.id, articleId });
  return quotes.map((quote) => new Quote(quote));
}

@Resolver(() => ReusedPassage)
export class ReusedPassageResolver {
  @FieldResolver(() => String, { description: 'The passage, as it stands in `a`.' })
  async text(@Root() passage: ReusedPassage, @Ctx() { records }: GraphQLContext): Promise<string> {
    const body = await records.body.load(passage.articleId);
    return body?.slice(passage.a.start, passage.a.end) ?? '';
  }
}

@Resolver(() => SourceOverlap)
export class SourceOverlapResolver {
  @Query(() => SourceOverlap, { nullable: true, description: 'What two sources share; null where one does not exist, or they are one.' })
  async sourceOverlap(
    @Ctx() { lists }: GraphQLContext,
    @Arg('a', () => ID, { description: 'The id of a source.' }) a: string,
    @Arg('b', () => ID, { description: 'The id of another source.' }) b: string,
    @Arg('filter', () => OverlapFilterInput, { nullable: true, description: 'Narrows what counts.' }) given?: OverlapFilterInput | null,
  ): Promise<SourceOverlap | null> {
    const filter = overlapFilter(given);
    const [aId, bId] = [idOf('SOURCE', a), idOf('SOURCE', b)];
    if (aId === null || bId === null) return null;
    return shown(await lists.sourceOverlap([aId, bId], filter), (record) => new SourceOverlap(record, filter));
  }

  @Query(() => SourceOverlapConnection, { description: 'Every pair of sources that share anything, each pair once.' })
  sourceOverlaps(@Ctx() context: GraphQLContext, @Args(() => SourceOverlapListArgs) args: SourceOverlapListArgs) {
    return sourceOverlapConnection(context, { type: 'ROOT' }, args);
  }

  @FieldResolver(() => Source, { description: 'The source that it is seen from.' })
  a(@Root() { record }: SourceOverlap, @Ctx() context: GraphQLContext): Promise<Source | null> {
    return byId.SOURCE(context, record.aId);
  }

  @FieldResolver(() => Source, { description: 'The other source.' })
  b(@Root() { record }: SourceOverlap, @Ctx() context: GraphQLContext): Promise<Source | null> {
    return byId.SOURCE(context, record.bId);
  }

  @FieldResolver(() => StatementConnection, { description: 'The statements that both carry.' })
  statements(@Root() { record, filter }: SourceOverlap, @Ctx() { lists }: GraphQLContext, @Args(() => SharedStatementListArgs) args: SharedStatementListArgs) {
    const [pair, order, page] = [pairOf(record), args.orderBy ?? 'NEWEST', pageRequest(args)];
    return new Connection(
      () => lists.sharedStatements(pair, filter, order, page),
      () => lists.sharedStatementCount(pair, filter),
      (statement) => new Statement(statement),
    );
  }

  @FieldResolver(() => ArticleOverlapConnection, { description: 'The pairs of their articles that share anything, `a` of the one and `b` of the other source.' })
  articleOverlaps(@Root() { record, filter }: SourceOverlap, @Ctx() { lists }: GraphQLContext, @Args(() => OverlapsOfSourcesArgs) args: OverlapsOfSourcesArgs) {
    const [pair, page] = [pairOf(record), pageRequest(args)];
    const relations = args.relations?.length ? [...new Set(args.relations)].sort() : null;
    return new Connection(
      () => lists.overlapsOfSources(pair, filter, relations, page),
      () => lists.overlapsOfSourcesCount(pair, filter, relations),
      (overlap) => new ArticleOverlap(overlap),
    );
  }
}

const pairOf = ({ aId, bId }: { readonly aId: number; readonly bId: number }): Pair => [aId, bId];
