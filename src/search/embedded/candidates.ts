/** From many matches to a ranked few: candidates of each type are scored and merged into one list. */
import type Database from 'better-sqlite3';
import type { SearchType } from '../../domain/filters.js';
import { inColumns } from './lookup.js';
import type { Lookup, Resolution, TypeLookup } from './lookup.js';
import type { Passing } from './filtering.js';
import { Ranking } from './ranking.js';
import { TYPES } from './schema.js';

/** Added to the candidates where there are more matches than are looked at: those that most likely belong to the best. */
const EXTRA_CANDIDATES = 100;

export interface Candidate {
  readonly doc: number;
  readonly type: SearchType;
  readonly record: number;
  /** Milliseconds since the epoch, -Infinity for none. */
  readonly date: number;
  readonly score: number;
}

type WordsRow = [record: number, date: number | null, weight: number, head: string, main: string, side: string];

export const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.date === b.date ? 0 : b.date - a.date) || TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || a.record - b.record;

export class Candidates {
  private readonly words: Database.Statement<[number], WordsRow>;

  constructor(db: Database.Database, private readonly lookup: Lookup) {
    this.words = db.prepare<[number], WordsRow>('SELECT record, date, weight, head, main, side FROM doc WHERE doc = ?').raw() as Database.Statement<[number], WordsRow>;
  }

  /** The candidates of one type among its matches (last indexed first), without those that the filter stops. */
  pick(found: TypeLookup, resolution: Resolution, passing: Passing | null, limit: number): number[] {
    const picked = new Set<number>();
    for (const doc of found.matches) {
      if (passing && passing[doc] === 0) continue;
      picked.add(doc);
      if (picked.size === limit) break;
    }
    if (picked.size < limit || found.lenient) return [...picked];
    const adjacent = resolution.plan.adjacent();
    const extra = [adjacent && inColumns(found.within.columns, adjacent), found.type === 'ARTICLE' && !found.within.headAlone && inColumns('head', found.expression)];
    for (const expression of extra) {
      if (!expression) continue;
      for (const doc of this.lookup.ids(found.within.table, expression, EXTRA_CANDIDATES)) if (!passing || passing[doc]) picked.add(doc);
    }
    return [...picked];
  }

  score(found: TypeLookup, ranking: Ranking, docs: Iterable<number>): Candidate[] {
    const scored: Candidate[] = [];
    for (const doc of docs) {
      const row = this.words.get(doc);
      if (!row) continue;
      const [record, date, weight, head, main, side] = row;
      const score = ranking.score(found.type, { weight, columns: found.within.headAlone ? [head, '', ''] : [head, main, side] });
      scored.push({ doc, type: found.type, record, date: date ?? -Infinity, score });
    }
    return scored;
  }
}

/** One ranking a type: each knows whether typos are forgiven. */
export const rankingOf = (resolution: Resolution, found: TypeLookup): Ranking => new Ranking(resolution.plan, found.lenient, resolution.dropped);
