/** Many sources at once: the matrix of what they share, and clusters that carry each other's text. */
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { clustersOfSources } from '../../app/source-clusters.js';
import { sourceMatrix } from '../../app/source-matrix.js';
import type { SourceGroup } from '../../app/types.js';
import { idOf } from '../../domain/ids.js';
import { pageRequest } from '../../domain/paging.js';
import { Connection, SourceClusterConnection } from '../connections.js';
import type { GraphQLContext } from '../context.js';
import { NO_RECORD, overlapFilter } from '../inputs/mapping.js';
import { SourceClusterListArgs, SourceMatrixArgs } from '../inputs/source-groups.js';
import { pageOf } from '../page-at-hand.js';
import { SourceCluster, SyndicationLink } from '../types/source-cluster.js';
import { SourceMatrix } from '../types/source-matrix.js';
import { SourceOverlap } from '../types/source-overlap.js';
import { Source } from '../types/source.js';
import { byId, shown } from './look-up.js';

@Resolver(() => SyndicationLink)
export class SourceGroupResolver {
  @Query(() => SourceMatrix, { description: 'What some sources share, each pair of them, with the numbers of articles that the figures rest on.' })
  async sourceMatrix(@Ctx() { app }: GraphQLContext, @Args(() => SourceMatrixArgs) { sourceIds, filter, first }: SourceMatrixArgs): Promise<SourceMatrix> {
    const ids = sourceIds?.length ? sourceIds.map((id) => idOf('SOURCE', id) ?? NO_RECORD) : null;
    return new SourceMatrix(await sourceMatrix(app.store.read, ids, overlapFilter(filter), first ?? null));
  }

  @Query(() => SourceClusterConnection, { description: "Groups of sources that carry each other's text, most copied articles first. A source is in one at most." })
  sourceClusters(@Ctx() { app }: GraphQLContext, @Args(() => SourceClusterListArgs) args: SourceClusterListArgs): Connection<SourceGroup, SourceCluster> {
    const [filter, page] = [overlapFilter(args.filter), pageRequest(args)];
    let found: Promise<SourceGroup[]> | undefined;
    const groups = (): Promise<SourceGroup[]> =>
      (found ??= clustersOfSources(app.store.read, filter, { leastShare: args.leastShare ?? null, leastArticles: args.leastArticles ?? null }));
    return new Connection(
      async () => pageOf(await groups(), ({ copiedArticleCount, centre }) => ({ key: copiedArticleCount, id: centre.id }), page),
      async () => (await groups()).length,
      (group) => new SourceCluster(group),
    );
  }

  @FieldResolver(() => Source, { description: 'The one source.' })
  a(@Root() { record }: SyndicationLink, @Ctx() context: GraphQLContext): Promise<Source | null> {
    return byId.SOURCE(context, record.aId);
  }

  @FieldResolver(() => Source, { description: 'The other source.' })
  b(@Root() { record }: SyndicationLink, @Ctx() context: GraphQLContext): Promise<Source | null> {
    return byId.SOURCE(context, record.bId);
  }

  @FieldResolver(() => SourceOverlap, { description: 'All that the two share: the statements and the pairs of articles behind the numbers.' })
  async overlap(@Root() { record, filter }: SyndicationLink, @Ctx() { lists }: GraphQLContext): Promise<SourceOverlap | null> {
    return shown(await lists.sourceOverlap([record.aId, record.bId], filter), (overlap) => new SourceOverlap(overlap, filter));
  }
}
