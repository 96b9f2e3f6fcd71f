import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'A record that can be fetched again by its id.' })
export abstract class Node {
  @Field(() => ID, { description: 'The id, opaque and the same for ever. The id of a merged record leads to the one that replaced it.' })
  id: string;
}
