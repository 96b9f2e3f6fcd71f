/** What some sources share, pair by pair, in a shape to draw. */
import { Field, Int, ObjectType } from 'type-graphql';
import type { SourceMatrix as MatrixAnswer } from '../../app/types.js';
import { Source } from './source.js';
import { SourceOverlap } from './source-overlap.js';

@ObjectType('SourceMatrixRow', { description: 'A source of a matrix, and what it shares with each source of it.', simpleResolvers: true })
export class SourceMatrixRow {
  @Field(() => Source, { description: 'The source of this row, and of the column of the same number.' })
  source: Source;

  @Field(() => Int, { description: 'How many articles of it were published within the dates of the filter: the diagonal of the matrix.' })
  articleCount: number;

  @Field(() => [SourceOverlap], {
    nullable: 'items',
    description: 'One for each row, in their order: what the source of this row (`a`) and that one (`b`) share, zeros where it is nothing. Null where the two are one.',
  })
  cells: readonly (SourceOverlap | null)[];
}

@ObjectType('SourceMatrix', { description: 'What some sources share, pair by pair: `rows[i].cells[j]` is the overlap of the sources of rows i and j, seen from the first.', simpleResolvers: true })
export class SourceMatrix {
  @Field(() => [SourceMatrixRow], { description: 'The sources, at most 50: as they were given, else those of which most articles share anything with another source first.' })
  rows: readonly SourceMatrixRow[];

  constructor({ sources, cells, filter }: MatrixAnswer) {
    this.rows = sources.map(({ source, articleCount }, i) => ({
      source: new Source(source),
      articleCount,
      cells: cells[i].map((overlap) => overlap && new SourceOverlap(overlap, filter)),
    }));
  }
}
