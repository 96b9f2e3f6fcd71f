import { ArgsType, Field, Int } from 'type-graphql';

/** Lists that are read from the front only. */
@ArgsType()
export class ForwardArgs {
  @Field(() => Int, { nullable: true, description: 'How many entries from the front, or after `after`: 20 when left out, at most 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor that the page begins after.' })
  after?: string | null;
}

/** Lists that are read from either end. */
@ArgsType()
export class PagingArgs extends ForwardArgs {
  @Field(() => Int, { nullable: true, description: 'How many entries from the back, or before `before`: at most 100. Not together with `first`.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor that the page ends before.' })
  before?: string | null;
}
