import { Field, Int, ObjectType } from 'type-graphql';
import { encodeId } from '../../domain/ids.js';
import type { RoleRecord, SpeakerRecord, SpeakerType as SpeakerTypeValue } from '../../domain/records.js';
import { SpeakerType } from '../enums.js';
import { DateTime } from '../scalars.js';
import { Node } from './node.js';
import { Span } from './text.js';

/** Plain lists are not paged: they hold at most so many. */
const MAX_ALIASES = 100;

@ObjectType('Role', { description: 'A title or office that articles give to a speaker.', simpleResolvers: true })
export class Role {
  @Field(() => String, { description: 'The title, as the articles have it.' })
  title: string;

  @Field(() => DateTime, { nullable: true, description: 'Publication date of the first dated article that has it.' })
  firstSeen: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Publication date of the last dated article that has it.' })
  lastSeen: string | null;

  @Field(() => Span, { description: 'Where it was first read, in the body of `article`.' })
  span: Span;

  constructor(readonly record: RoleRecord) {
    this.title = record.title;
    this.firstSeen = record.firstSeen;
    this.lastSeen = record.lastSeen;
    this.span = record.span;
  }
}

@ObjectType('Speaker', { implements: Node, description: 'A person, organisation, group or document that quotes come from.', simpleResolvers: true })
export class Speaker extends Node {
  @Field(() => String, { description: 'The name, in the full form that articles use most.' })
  name: string;

  @Field(() => SpeakerType, { description: 'Person, organisation, group or document.' })
  type: SpeakerTypeValue;

  @Field(() => [String], { description: 'Other forms of the name, most used first; at most 100.' })
  aliases: readonly string[];

  @Field(() => Int, { description: 'How many quotes the speaker has, those said together with others included.' })
  quoteCount: number;

  constructor(readonly record: SpeakerRecord) {
    super();
    this.id = encodeId('SPEAKER', record.id);
    this.name = record.name;
    this.type = record.type;
    this.aliases = record.aliases.slice(0, MAX_ALIASES);
    this.quoteCount = record.quoteCount;
  }
}
