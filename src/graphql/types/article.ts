import { Field, Int, ObjectType } from 'type-graphql';
import { encodeId } from '../../domain/ids.js';
import type { ArticleRecord } from '../../domain/records.js';
import { DateTime } from '../scalars.js';
import { Node } from './node.js';
import { Span } from './text.js';

@ObjectType('Article', { implements: Node, description: 'One published text of a source.', simpleResolvers: true })
export class Article extends Node {
  @Field(() => String, { nullable: true, description: "The publisher's own id, or the name of the file it was read from." })
  publisherId: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was published.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'Its headline.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it, as printed.' })
  byline: string | null;

  @Field(() => String, { nullable: true, description: 'The language of its text, as a tag such as "en".' })
  language: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was published.' })
  publishedAt: string | null;

  @Field(() => [Span], { description: 'Parts of the body that are noise of the page (credits, links, share lines). They are marked, never cut.' })
  boilerplate: readonly Span[];

  @Field(() => Int, { description: 'How often its text has come in with changes, counted from 1.' })
  revision: number;

  constructor(readonly record: ArticleRecord) {
    super();
    this.id = encodeId('ARTICLE', record.id);
    this.publisherId = record.publisherId;
    this.url = record.url;
    this.title = record.title;
    this.byline = record.byline;
    this.language = record.language;
    this.publishedAt = record.publishedAt;
    this.boilerplate = record.boilerplate;
    this.revision = record.revision;
  }
}
