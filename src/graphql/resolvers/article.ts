import { Arg, Args, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import { originalityOf } from '../../app/originality.js';
import { wireCreditOf } from '../../app/provenance.js';
import { articleUrl } from '../../app/draft.js';
import { pageRequest } from '../../domain/paging.js';
import { ArticleConnection, ArticleOverlapConnection, Connection, CopiedFromConnection, QuoteConnection, StatementConnection } from '../connections.js';
import type { GraphQLContext } from '../context.js';
import { ArticleListArgs, QuotesInArticleArgs } from '../inputs/lists.js';
import { ForwardArgs, PagingArgs } from '../inputs/paging.js';
import { pageInOrder } from '../page-at-hand.js';
import { ArticleOverlap } from '../types/article-overlap.js';
import { Article } from '../types/article.js';
import { CopiedFrom, WireCredit } from '../types/provenance.js';
import { Source } from '../types/source.js';
import { Story } from '../types/story.js';
import { articleConnection, quoteConnection, statementConnection } from './lists.js';
import { byClientId, byId, oneArgument, onlyOne } from './look-up.js';

@Resolver(() => Article)
export class ArticleResolver {
  @Query(() => Article, { nullable: true, description: 'One article, by exactly one of the arguments; null where nothing has it.' })
  async article(
    @Ctx() context: GraphQLContext,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id?: string | null,
    @Arg('url', () => String, { nullable: true, description: 'Where it was published.' }) url?: string | null,
  ): Promise<Article | null> {
    const [by, value] = oneArgument({ id, url });
    if (by === 'id') return byClientId('ARTICLE', value, (number) => byId.ARTICLE(context, number));
    const found = onlyOne(await context.app.store.read.articlesByUrl(articleUrl(value.trim()) ?? value));
    return found === null ? null : byId.ARTICLE(context, found);
  }

  @Query(() => ArticleConnection, { description: 'All articles.' })
  articles(@Ctx() context: GraphQLContext, @Args(() => ArticleListArgs) args: ArticleListArgs) {
    return articleConnection(context, { type: 'ROOT' }, args);
  }

  @FieldResolver(() => Source, { nullable: true, description: 'Who published it; null where that is not known.' })
  source(@Root() { record }: Article, @Ctx() context: GraphQLContext): Promise<Source | null> | null {
    return record.sourceId === null ? null : byId.SOURCE(context, record.sourceId);
  }

  @FieldResolver(() => String, { description: 'Its whole text, as it came in. All offsets count in it.' })
  async body(@Root() article: Article, @Ctx() { records }: GraphQLContext): Promise<string | null> {
    return records.body.load(article.record.id);
  }

  @FieldResolver(() => WireCredit, { nullable: true, description: 'The agency that it says its text is from; null where it names none.' })
  async wireCredit(@Root() { record }: Article, @Ctx() { records }: GraphQLContext): Promise<WireCredit | null> {
    const credit = wireCreditOf(record, (await records.body.load(record.id)) ?? '');
    return credit && new WireCredit(credit);
  }

  @FieldResolver(() => Float, { nullable: true, description: 'The share of its words outside quotation marks and page noise that it has from no other article or agency, from 0 to 1. Null where it has no such words, or was read before they were counted.' })
  async originality(@Root() { record }: Article, @Ctx() { records }: GraphQLContext): Promise<number | null> {
    const provenance = await records.provenance.load(record.id);
    return provenance && originalityOf(provenance);
  }

  @FieldResolver(() => CopiedFromConnection, { description: 'The articles of other sources that it was probably made of, most words first.' })
  copiedFrom(@Root() { record: { id } }: Article, @Ctx() { records }: GraphQLContext, @Args(() => ForwardArgs) args: ForwardArgs) {
    const page = pageRequest(args);
    return new Connection(
      async () => pageInOrder(await records.origins.load(id), ({ words }) => words, ({ articleId }) => articleId, page),
      async () => (await records.origins.load(id)).length,
      (record) => new CopiedFrom(id, record),
    );
  }

  @FieldResolver(() => QuoteConnection, { description: 'Its quotes, in the order of the text.' })
  quotes(@Root() article: Article, @Ctx() context: GraphQLContext, @Args(() => QuotesInArticleArgs) args: QuotesInArticleArgs) {
    return quoteConnection(context, { type: 'ARTICLE', id: article.record.id }, args, 'TEXT');
  }

  @FieldResolver(() => StatementConnection, { description: 'The statements that it renders, in the order of the text.' })
  statements(@Root() article: Article, @Ctx() context: GraphQLContext, @Args(() => PagingArgs) args: PagingArgs) {
    return statementConnection(context, { type: 'ARTICLE', id: article.record.id }, args, 'TEXT');
  }

  @FieldResolver(() => Story, { nullable: true, description: 'The story it belongs to; null for an article that was read before there were stories.' })
  story(@Root() { record }: Article, @Ctx() context: GraphQLContext): Promise<Story | null> | null {
    return record.storyId === null ? null : byId.STORY(context, record.storyId);
  }

  @FieldResolver(() => ArticleOverlapConnection, { description: 'The articles it shares anything with, most shared first; `a` is this one.' })
  overlaps(@Root() article: Article, @Ctx() { lists }: GraphQLContext, @Args(() => ForwardArgs) args: ForwardArgs) {
    const [{ id }, page] = [article.record, pageRequest(args)];
    return new Connection(() => lists.articleOverlaps(id, page), () => lists.articleOverlapCount(id), (record) => new ArticleOverlap(record));
  }
}
