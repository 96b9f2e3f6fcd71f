/** A rendering against the best one of its statement: why they are one, and in what they differ. */
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { compareQuotes } from '../../app/comparison.js';
import type { QuoteInArticle } from '../../app/comparison.js';
import { differencesBetween } from '../../app/differences.js';
import type { QuoteRecord } from '../../domain/records.js';
import type { GraphQLContext } from '../context.js';
import { MatchReason } from '../types/comparison.js';
import { Difference, RenderingComparison } from '../types/differences.js';
import { Quote } from '../types/quote.js';
import { Rendering } from '../types/statement.js';
import { byId } from './look-up.js';

/** A quote with the body of its article, what that is about, and its speaker's name. */
export async function inArticle({ records }: GraphQLContext, quote: QuoteRecord): Promise<QuoteInArticle> {
  const [body, terms, speaker] = await Promise.all([
    records.body.load(quote.articleId), records.terms.load(quote.articleId), quote.speakerId === null ? null : records.speaker.load(quote.speakerId),
  ]);
  return { quote, body: body ?? '', terms, speakerName: speaker?.name ?? null };
}

@Resolver(() => Rendering)
export class RenderingResolver {
  @FieldResolver(() => [MatchReason], { description: 'Why the two are one statement: the evidence of `compareQuotes` for it and the best one; of what `findRenderings` found, that of the words alone. Empty for the best one itself.' })
  async reasons(@Root() { record, ofWording }: Rendering, @Ctx() context: GraphQLContext): Promise<readonly MatchReason[]> {
    if (ofWording) return ofWording();
    const { records } = context;
    const bestId = (await records.statement.load(record.statementId))?.bestQuoteId ?? record.id;
    if (bestId === record.id) return [];
    const best = await records.quote.load(bestId);
    if (!best) return [];
    const [a, b] = await Promise.all([inArticle(context, best), inArticle(context, record)]);
    return compareQuotes(a, b).reasons;
  }
}

@Resolver(() => RenderingComparison)
export class RenderingComparisonResolver {
  @FieldResolver(() => Quote, { description: 'The best rendering.' })
  a(@Root() { bestQuoteId }: RenderingComparison, @Ctx() context: GraphQLContext): Promise<Quote | null> {
    return byId.QUOTE(context, bestQuoteId);
  }

  @FieldResolver(() => [Difference], { description: 'What one has and the other lacks or says otherwise, in the order of `a`, what only `b` has last: at most 100. Words are compared, not meanings: none does not say that both mean the same.' })
  async differences(@Root() { bestQuoteId, record }: RenderingComparison, @Ctx() context: GraphQLContext): Promise<readonly Difference[]> {
    const best = await context.records.quote.load(bestQuoteId);
    if (!best) return [];
    const [a, b] = await Promise.all([inArticle(context, best), inArticle(context, record)]);
    return differencesBetween(a, b);
  }
}
