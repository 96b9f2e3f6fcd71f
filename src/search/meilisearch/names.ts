import type { SearchType } from '../../domain/filters.js';
import { SEARCH_TYPES } from './settings.js';

const UIDS: Readonly<Record<SearchType, string>> = { ARTICLE: 'articles', QUOTE: 'quotes', SPEAKER: 'speakers', STATEMENT: 'statements' };
const META = 'meta';
/** Added to the name of an index that is being built. */
const NEXT = '__next';

/** The uids of the indexes under one prefix, which keeps several services apart on one server. */
export class IndexNames {
  constructor(readonly prefix: string) {}

  readonly of = (type: SearchType): string => this.prefix + UIDS[type];
  readonly typeOf = (uid: string): SearchType => SEARCH_TYPES.find((type) => this.of(type) === uid)!;

  /** Holds one document: how far the index has come, and the versions it was made with. */
  get meta(): string {
    return this.prefix + META;
  }

  /** All five, the position's included. */
  get all(): string[] {
    return [...SEARCH_TYPES.map(this.of), this.meta];
  }

  next(uid: string): string {
    return uid + NEXT;
  }
}
