/** A validation rule that refuses operations of a kind that the schema has no root type for. */
import { GraphQLError } from 'graphql';
import type { ASTVisitor, ValidationContext } from 'graphql';

/** GraphQL itself finds out only when it executes them: the rules about fields pass over a selection whose type they do not know. */
export const OperationTypeRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`There is no ${node.operation} in this schema. Ask again with a query.`, { nodes: node }));
  },
});
