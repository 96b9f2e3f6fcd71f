/** The one scalar of our own: type-graphql's would be named DateTimeISO and would hold Date objects. */
import { GraphQLScalarType, Kind } from 'graphql';
import { OnRecordError } from '../domain/errors.js';
import { checkDate } from '../text/dates.js';

/** @returns the date in the store's form. @throws OnRecordError INVALID_DATE */
function readDate(value: unknown): string {
  const date = typeof value === 'string' ? checkDate(value) : null;
  if (date !== null) return date;
  const shown = typeof value === 'string' ? `"${value.slice(0, 40)}"` : 'That';
  throw new OnRecordError('INVALID_DATE', `${shown} is not an ISO 8601 date. Write it like "2025-10-09" or "2025-10-09T14:30:00Z".`);
}

export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment in ISO 8601, such as "2025-10-09T14:30:00Z". Given as a date alone it means midnight, UTC; answers are always in UTC.',
  specifiedByURL: 'https://www.iso.org/iso-8601-date-and-time-format.html',
  // The store's form is the API's.
  serialize: String,
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : null),
});
