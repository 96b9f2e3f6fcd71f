import { Field, InputType } from 'type-graphql';

@InputType('ArticleInput', { description: 'An article to take in. Each is checked by itself: what is wrong with one is in its result, and the others go in.' })
export class ArticleInput {
  @Field(() => String, { nullable: true, description: "The publisher's own id. With the source it tells whether the article is known." })
  publisherId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was published: an http or https address.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'Its headline.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Its text, plain. Needed; at most 10 MB.' })
  body?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the source that published it.' })
  sourceName?: string | null;

  @Field(() => String, { nullable: true, description: "The domain of the source's site, such as \"example.org\"." })
  sourceDomain?: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it, as printed.' })
  byline?: string | null;

  @Field(() => String, { nullable: true, description: 'The language of its text, as a tag such as "en".' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'When it was published, in ISO 8601; a date alone is its midnight, UTC.' })
  publishedAt?: string | null;
}
