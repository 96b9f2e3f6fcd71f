/** How single records are looked up. */
import { OnRecordError } from '../../domain/errors.js';
import { idOf } from '../../domain/ids.js';
import type { RecordType } from '../../domain/records.js';
import type { GraphQLContext } from '../context.js';
import { Article } from '../types/article.js';
import { Quote } from '../types/quote.js';
import { Source } from '../types/source.js';
import { Speaker } from '../types/speaker.js';
import { Statement } from '../types/statement.js';
import { Story } from '../types/story.js';

type Context = GraphQLContext;

/** The record with this number, as the API shows it; null where there is none. */
export const byId = {
  SOURCE: async ({ records }: Context, id: number): Promise<Source | null> => shown(await records.source.load(id), (r) => new Source(r)),
  ARTICLE: async ({ records }: Context, id: number): Promise<Article | null> => shown(await records.article.load(id), (r) => new Article(r)),
  QUOTE: async ({ records }: Context, id: number): Promise<Quote | null> => shown(await records.quote.load(id), (r) => new Quote(r)),
  SPEAKER: async ({ records }: Context, id: number): Promise<Speaker | null> => shown(await records.speaker.load(id), (r) => new Speaker(r)),
  STATEMENT: async ({ records }: Context, id: number): Promise<Statement | null> => shown(await records.statement.load(id), (r) => new Statement(r)),
  STORY: async ({ records }: Context, id: number): Promise<Story | null> => shown(await records.story.load(id), (r) => new Story(r)),
};

export const shown = <R, T>(record: R | null, show: (record: R) => T): T | null => (record === null ? null : show(record));

/** The number behind a client's id; null, and no look-up, where it is an id of another type. @throws OnRecordError INVALID_ID */
export async function byClientId<T>(type: RecordType, id: string, load: (id: number) => Promise<T | null>): Promise<T | null> {
  const number = idOf(type, id);
  return number === null ? null : load(number);
}

/** The one of several that has a name; null where none has it or two share it. */
export const onlyOne = (ids: readonly number[]): number | null => (ids.length === 1 ? ids[0] : null);

/**
 * The one argument of a look-up that was given.
 * @throws OnRecordError INVALID_LOOKUP where none was, or more than one
 */
export function oneArgument<K extends string>(given: Readonly<Record<K, string | null | undefined>>): { readonly [N in K]: readonly [N, string] }[K] {
  const names = Object.keys(given) as K[];
  const present = names.filter((name) => given[name] != null);
  if (present.length === 1) return [present[0], given[present[0]]!] as { readonly [N in K]: readonly [N, string] }[K];
  const choices = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  throw new OnRecordError('INVALID_LOOKUP', `Give exactly one of ${choices}; ${present.length} were given.`);
}
