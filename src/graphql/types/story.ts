import { Field, Int, ObjectType } from 'type-graphql';
import { encodeId } from '../../domain/ids.js';
import type { StoryRecord } from '../../domain/records.js';
import { DateTime } from '../scalars.js';
import { Node } from './node.js';

@ObjectType('Story', { implements: Node, description: 'Articles about one happening. An article that is alone stands in a story of its own.', simpleResolvers: true })
export class Story extends Node {
  @Field(() => Int, { description: 'How many articles it has.' })
  articleCount: number;

  @Field(() => Int, { description: 'How many sources they come from.' })
  sourceCount: number;

  @Field(() => DateTime, { nullable: true, description: 'When the first of its dated articles was published.' })
  firstPublishedAt: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the last of its dated articles was published.' })
  lastPublishedAt: string | null;

  constructor(readonly record: StoryRecord) {
    super();
    this.id = encodeId('STORY', record.id);
    this.articleCount = record.articleCount;
    this.sourceCount = record.sourceCount;
    this.firstPublishedAt = record.firstAt;
    this.lastPublishedAt = record.lastAt;
  }
}
