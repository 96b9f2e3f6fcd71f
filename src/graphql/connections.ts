/** Connections as the Relay specification has them, with `nodes` beside `edges`. */
import { Field, Int, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import { encodeCursor } from '../domain/paging.js';
import type { Page } from '../domain/paging.js';
import { Article } from './types/article.js';
import { ArticleOverlap } from './types/article-overlap.js';
import { RenderingComparison } from './types/differences.js';
import { CopiedFrom } from './types/provenance.js';
import { Quote } from './types/quote.js';
import { Source } from './types/source.js';
import { SourceCluster } from './types/source-cluster.js';
import { SourceOverlap } from './types/source-overlap.js';
import { Speaker } from './types/speaker.js';
import { Rendering, Statement } from './types/statement.js';
import { Story } from './types/story.js';

@ObjectType('PageInfo', { description: 'Where a page stands in its list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether something follows this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether something precedes this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first edge, for `before`; null on an empty page.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last edge, for `after`; null on an empty page.' })
  endCursor: string | null;
}

/** Declares the types NameConnection and NameEdge. */
function connectionType(name: string, things: string, node: () => ClassType): ClassType {
  @ObjectType(`${name}Edge`, { description: `One entry in a list of ${things}.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Its place in the list, for `after` and `before`.' })
    cursor: string;

    @Field(() => node(), { description: 'What stands there.' })
    node: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${things}.`, simpleResolvers: true })
  class ConnectionOf {
    @Field(() => [Edge], { description: 'The entries of this page with their cursors.' })
    edges: readonly Edge[];

    @Field(() => [node()], { description: `The ${things} of this page.` })
    nodes: readonly object[];

    @Field(() => PageInfo, { description: 'Whether there is more, and how to go on.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many entries the whole list has. Counted only when asked for.' })
    totalCount: number;
  }
  return ConnectionOf;
}

export const ArticleConnection = connectionType('Article', 'articles', () => Article);
export const QuoteConnection = connectionType('Quote', 'quotes', () => Quote);
export const SpeakerConnection = connectionType('Speaker', 'speakers', () => Speaker);
export const StatementConnection = connectionType('Statement', 'statements', () => Statement);
export const RenderingConnection = connectionType('Rendering', 'renderings', () => Rendering);
export const RenderingComparisonConnection = connectionType('RenderingComparison', 'renderings beside the best one', () => RenderingComparison);
export const SourceConnection = connectionType('Source', 'sources', () => Source);
export const StoryConnection = connectionType('Story', 'stories', () => Story);
export const ArticleOverlapConnection = connectionType('ArticleOverlap', 'overlaps between articles', () => ArticleOverlap);
export const CopiedFromConnection = connectionType('CopiedFrom', 'origins of an article', () => CopiedFrom);
export const SourceOverlapConnection = connectionType('SourceOverlap', 'overlaps between sources', () => SourceOverlap);
export const SourceClusterConnection = connectionType('SourceCluster', "clusters of sources that carry each other's text", () => SourceCluster);

export interface EdgeValue<T> {
  readonly cursor: string;
  readonly node: T;
}

/**
 * What resolvers return for a connection. GraphQL calls the methods whose fields are selected: the page is read once
 * for `edges`, `nodes` and `pageInfo` together, and nothing is counted unless `totalCount` is asked for.
 */
export class Connection<R, T> {
  private loaded: Promise<{ readonly page: Page<R>; readonly edges: readonly EdgeValue<T>[] }> | undefined;

  constructor(
    private readonly readPage: () => Promise<Page<R>>,
    private readonly readCount: () => Promise<number>,
    private readonly show: (record: R) => T,
  ) {}

  async edges(): Promise<readonly EdgeValue<T>[]> {
    return (await this.load()).edges;
  }

  async nodes(): Promise<readonly T[]> {
    return (await this.load()).edges.map((edge) => edge.node);
  }

  async pageInfo(): Promise<PageInfo> {
    const { page, edges } = await this.load();
    return {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
  }

  totalCount(): Promise<number> {
    return this.readCount();
  }

  private load(): NonNullable<typeof this.loaded> {
    this.loaded ??= this.readPage().then((page) => ({
      page,
      edges: page.items.map(({ record, place }) => ({ cursor: encodeCursor(place), node: this.show(record) })),
    }));
    return this.loaded;
  }
}
