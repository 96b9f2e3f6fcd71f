import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { indexStatus } from '../../app/feed.js';
import { search, suggest } from '../../app/search.js';
import type { SearchType } from '../../domain/filters.js';
import type { GraphQLContext } from '../context.js';
import { SearchArgs, SuggestArgs } from '../inputs/lists.js';
import { searchFilter } from '../inputs/mapping.js';
import { IndexStatus, SearchConnection, Suggestions } from '../types/search.js';
import type { SearchNodeValue } from '../types/search.js';
import { byId } from './look-up.js';

interface Found {
  readonly type: SearchType;
  readonly id: number;
}

/** The hits with their records. The index may be behind: a hit whose record is gone, or became another, is left out. */
async function withNodes<H extends Found>(context: GraphQLContext, hits: readonly H[]): Promise<{ readonly hit: H; readonly node: SearchNodeValue }[]> {
  const nodes: (SearchNodeValue | null)[] = await Promise.all(hits.map(({ type, id }) => byId[type](context, id)));
  return hits.flatMap((hit, i) => {
    const node = nodes[i];
    return node?.record.id === hit.id ? [{ hit, node }] : [];
  });
}

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, { description: 'Full-text search over articles, quotes, speakers and statements.' })
  async search(@Ctx() context: GraphQLContext, @Args(() => SearchArgs) args: SearchArgs): Promise<SearchConnection> {
    const answer = await search(context.app, {
      query: args.query,
      types: args.types?.length ? args.types : null,
      filter: await searchFilter(context.records, args.filter),
      facets: args.facets ?? [],
      order: args.orderBy ?? 'RELEVANCE',
      first: args.first ?? null,
      after: args.after ?? null,
    });
    const edges = (await withNodes(context, answer.edges)).map(({ hit, node }) => ({ cursor: hit.cursor, score: hit.score, highlights: hit.highlights, node }));
    return {
      edges,
      nodes: edges.map((edge) => edge.node),
      pageInfo: {
        hasNextPage: answer.hasNextPage,
        hasPreviousPage: answer.hasPreviousPage,
        startCursor: answer.edges[0]?.cursor ?? null,
        // Of the last hit, though its record be gone: a page that lost all its records still leads on to the next.
        endCursor: answer.edges.at(-1)?.cursor ?? null,
      },
      totalCount: answer.totalCount,
      totalIsExact: answer.totalIsExact,
      facets: answer.facets,
      tookMs: answer.tookMs,
    };
  }

  @Query(() => Suggestions, { description: 'What to offer while a user types.' })
  async suggest(@Ctx() context: GraphQLContext, @Args(() => SuggestArgs) args: SuggestArgs): Promise<Suggestions> {
    const { hits, tookMs } = await suggest(context.app, args.prefix, args.first ?? null);
    const found = await withNodes(context, hits);
    const section = (type: SearchType) => found.filter(({ hit }) => hit.type === type).map(({ hit, node }) => ({ node, label: hit.label }));
    return { quotes: section('QUOTE'), speakers: section('SPEAKER'), statements: section('STATEMENT'), articles: section('ARTICLE'), tookMs };
  }

  @Query(() => IndexStatus, { description: 'How far the search index is behind.' })
  indexStatus(@Ctx() { app }: GraphQLContext): Promise<IndexStatus> {
    return indexStatus(app);
  }
}
