import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { OnRecordError } from '../../domain/errors.js';
import { parseId } from '../../domain/ids.js';
import { MAX_PAGE } from '../../domain/paging.js';
import type { GraphQLContext } from '../context.js';
import { ArticleOverlap } from '../types/article-overlap.js';
import { Node } from '../types/node.js';
import { byId, shown } from './look-up.js';

async function loadNode(context: GraphQLContext, text: string): Promise<Node | null> {
  const id = parseId(text);
  if (id.type !== 'OVERLAP') return byId[id.type](context, id.id);
  return shown(await context.records.articleOverlap.load([id.aId, id.bId]), (record) => new ArticleOverlap(record));
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'The record with this id, of whatever type; null where nothing has it.' })
  node(@Ctx() context: GraphQLContext, @Arg('id', () => ID, { description: 'The id of any record.' }) id: string): Promise<Node | null> {
    return loadNode(context, id);
  }

  @Query(() => [Node], { nullable: 'items', description: 'The records with these ids, in their order; null in the place of an id that nothing has.' })
  nodes(@Ctx() context: GraphQLContext, @Arg('ids', () => [ID], { description: 'Ids of records of any type, at most 100.' }) ids: string[]): Promise<(Node | null)[]> {
    if (ids.length > MAX_PAGE) throw new OnRecordError('INVALID_ARGUMENT', `At most ${MAX_PAGE} ids can be asked for at once; there are ${ids.length}.`);
    // GraphQL makes of an Error in a list the error of that place alone: a malformed id must not hide the others.
    const inItsPlace = (error: unknown): Node => error as Node;
    return Promise.all(ids.map((id) => loadNode(context, id).catch(inItsPlace)));
  }
}
