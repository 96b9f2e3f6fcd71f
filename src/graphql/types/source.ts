import { Field, ObjectType } from 'type-graphql';
import { encodeId } from '../../domain/ids.js';
import type { SourceRecord } from '../../domain/records.js';
import { Node } from './node.js';

@ObjectType('Source', { implements: Node, description: 'A publisher of articles: a newspaper, an agency, a site.', simpleResolvers: true })
export class Source extends Node {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The domain of its site, such as "example.org".' })
  domain: string | null;

  constructor(readonly record: SourceRecord) {
    super();
    this.id = encodeId('SOURCE', record.id);
    this.name = record.name;
    this.domain = record.domain;
  }
}
