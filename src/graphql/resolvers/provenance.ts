import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphQLContext } from '../context.js';
import { ArticleOverlap } from '../types/article-overlap.js';
import { Article } from '../types/article.js';
import { CopiedFrom } from '../types/provenance.js';
import { byId, shown } from './look-up.js';

@Resolver(() => CopiedFrom)
export class CopiedFromResolver {
  @FieldResolver(() => Article, { description: 'The article that it was made of.' })
  article(@Root() { record }: CopiedFrom, @Ctx() context: GraphQLContext): Promise<Article | null> {
    return byId.ARTICLE(context, record.articleId);
  }

  @FieldResolver(() => ArticleOverlap, { description: 'All that the two share; `a` is the article that was made of the other.' })
  async overlap(@Root() { articleId, record }: CopiedFrom, @Ctx() { records }: GraphQLContext): Promise<ArticleOverlap | null> {
    return shown(await records.articleOverlap.load([articleId, record.articleId]), (found) => new ArticleOverlap(found));
  }
}
