import type { ApolloServerPlugin } from '@apollo/server';
import { OnRecordError } from '../../domain/errors.js';
import type { GraphQLContext } from '../context.js';
import { MAX_COST } from './bounds.js';
import { costOf } from './cost.js';
import { refusal } from './refusal.js';

/** Refuses operations that could ask for more than MAX_COST, before any of them is executed. */
export const costPlugin: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      // An operation that cannot be told is refused by the execution.
      if (!operation) return;
      const cost = costOf(schema, document, operation, request.variables ?? {});
      if (cost <= MAX_COST) return;
      const message = `The query could ask for ${Math.round(cost)} records, or as much work, at once; at most ${MAX_COST} are allowed. Ask for smaller pages with first, nest less, or hand in less text.`;
      throw refusal(new OnRecordError('QUERY_TOO_COMPLEX', message));
    },
  }),
};
