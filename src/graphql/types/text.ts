/** Pieces of an article's text. */
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Span', { description: 'A half-open stretch of a text: offsets count UTF-16 code units, as JavaScript strings do.', simpleResolvers: true })
export class Span {
  @Field(() => Int, { description: 'Offset of the first unit.' })
  start: number;

  @Field(() => Int, { description: 'Offset after the last unit.' })
  end: number;
}

@ObjectType('Mention', { description: 'Words of the text that name somebody.', simpleResolvers: true })
export class Mention {
  @Field(() => String, { description: 'The words, parts joined by a space.' })
  text: string;

  @Field(() => [Span], { description: "Where they stand in the article's body." })
  spans: readonly Span[];
}

@ObjectType('Excerpt', { description: "A piece of an article's body around a quote: plain text, at most 300 UTF-16 units.", simpleResolvers: true })
export class Excerpt {
  @Field(() => String, { description: 'The piece, as it stands in the body.' })
  text: string;

  @Field(() => Int, { description: 'Where it begins in the body.' })
  start: number;
}
