/**
 * How well a document answers a query, 0..1. Computed over the words of candidates; FTS5's own rank reads every posting
 * of every match, which takes seconds where a word is common.
 *
 *     score = 0.6 ^ typos  x  (found words / asked words) ^ 2  x  (0.7 + 0.3 fine)
 *
 * One typo costs more than all that is fine, so the order is: words found, typos, then what is fine: words standing
 * together, the field, whole words before beginnings, short fields, weight. Equal scores go by date, then by identity.
 */
import type { SearchType } from '../../domain/filters.js';
import type { Plan } from './plan.js';

const TYPO_FACTOR = 0.6;
const MAX_TYPOS = 4;
const FINE_SHARE = 0.3;
const FINE = { together: 0.35, field: 0.3, whole: 0.15, short: 0.12, weight: 0.08 } as const;
/** Words further apart than this do not stand together. */
const FAR_WORDS = 8;
/** Places of a word in a field that are looked at. */
const MAX_PLACES = 8;
/** A field this many words longer than the query is half as short. */
const HALF_SHORT_WORDS = 8;
/** Quotes of a speaker, or sources of a statement, that weigh as much as any more. */
const FULL_WEIGHT = 10_000;
/** Scores that differ by less are the same, so that rounding never decides an order. */
const SCORE_STEPS = 1e6;

/** What a word found in each column is worth: a speaker's name above a title, a title above a text. */
const FIELD: Record<SearchType, readonly [head: number, main: number, side: number]> = {
  SPEAKER: [1, 0.9, 0.5], ARTICLE: [0.85, 0.5, 0.4], QUOTE: [0.75, 0.4, 0.4], STATEMENT: [0.75, 0.6, 0.4],
};
/** For a word that stands beyond the ranked beginning of its field. */
const UNSEEN_FIELD = 0.3;

export interface CandidateWords {
  readonly weight: number;
  /** The ranked words of each column between single spaces. */
  readonly columns: readonly [head: string, main: string, side: string];
}

const NONE = 99;

export class Ranking {
  private readonly asked: number;
  /** For every spelling: pairs of the place of the query's word and the edits. */
  private readonly spellings = new Map<string, number[]>();
  private readonly prefix: string | null;
  /** The place of the last loose word. */
  private readonly prefixAt: number;

  /** `lenient`: variants count, as they do once typos are forgiven. */
  constructor(plan: Plan, private readonly lenient: boolean, private readonly dropped: ReadonlySet<number>) {
    const { words, phrases } = plan.query;
    // The words of a phrase are asked for like any; that they stand together is the look-up's affair.
    const all = [...words, ...phrases.flat().map((word) => ({ word, prefix: false }))];
    this.asked = all.length;
    const add = (word: string, at: number, edits: number): void => {
      const found = this.spellings.get(word);
      if (found) found.push(at, edits);
      else this.spellings.set(word, [at, edits]);
    };
    all.forEach(({ word }, at) => {
      add(word, at, 0);
      if (lenient && at < words.length) for (const variant of plan.variantsOf(at)) add(variant.word, at, variant.edits);
    });
    const last = words.at(-1);
    this.prefix = last?.prefix ? last.word : null;
    this.prefixAt = words.length - 1;
  }

  /** Does a folded word of a text answer one of the query's loose words, as far as typos were forgiven? */
  readonly spelled = (word: string): boolean =>
    (this.spellings.get(word)?.some((at, i) => i % 2 === 0 && at <= this.prefixAt) ?? false) || (this.prefix !== null && word.startsWith(this.prefix));

  score(type: SearchType, document: CandidateWords): number {
    const edits = new Array<number>(this.asked).fill(NONE);
    const field = new Array<number>(this.asked).fill(UNSEEN_FIELD);
    const whole = new Array<boolean>(this.asked).fill(false);
    let together = 0;
    let short = 0;
    let most = 0;
    for (let column = 0; column < document.columns.length; column++) {
      const text = document.columns[column];
      if (text === '') continue;
      const words = text.split(' ');
      const places = this.read(words, FIELD[type][column], edits, field, whole);
      if (!places) continue;
      const found = places.reduce((sum, p) => sum + Number(p.length > 0), 0);
      together = Math.max(together, this.closeness(places));
      if (found > most) {
        most = found;
        short = 1 / (1 + Math.max(0, words.length - found) / HALF_SHORT_WORDS);
      }
    }
    let typos = 0;
    let present = 0;
    for (let at = 0; at < this.asked; at++) {
      // The look-up found every word that was not dropped; one not seen here stands further down.
      if (edits[at] === NONE && this.dropped.has(at)) continue;
      present++;
      typos += edits[at] === NONE ? Number(this.lenient) : edits[at];
    }
    const mean = (values: readonly (number | boolean)[]): number => values.reduce<number>((sum, v) => sum + Number(v), 0) / this.asked;
    const fine = FINE.together * together + FINE.field * mean(field) + FINE.whole * mean(whole) + FINE.short * short
      + FINE.weight * Math.min(1, Math.log1p(document.weight) / Math.log1p(FULL_WEIGHT));
    const score = TYPO_FACTOR ** Math.min(typos, MAX_TYPOS) * (present / this.asked) ** 2 * (1 - FINE_SHARE + FINE_SHARE * fine);
    return Math.round(score * SCORE_STEPS) / SCORE_STEPS;
  }

  /** Notes the best of each asked word in a field and answers its places; null where none stands there. */
  private read(words: readonly string[], worth: number, edits: number[], field: number[], whole: boolean[]): number[][] | null {
    let places: number[][] | null = null;
    const note = (at: number, distance: number, isWhole: boolean, place: number): void => {
      places ??= Array.from({ length: this.asked }, () => []);
      if (places[at].length < MAX_PLACES && places[at].at(-1) !== place) places[at].push(place);
      if (distance > edits[at]) return;
      field[at] = distance < edits[at] || field[at] === UNSEEN_FIELD ? worth : Math.max(field[at], worth);
      edits[at] = distance;
      if (isWhole && distance === 0) whole[at] = true;
    };
    const first = this.prefix?.charCodeAt(0);
    for (let place = 0; place < words.length; place++) {
      const word = words[place];
      const spelt = this.spellings.get(word);
      if (spelt) for (let i = 0; i < spelt.length; i += 2) note(spelt[i], spelt[i + 1], true, place);
      if (this.prefix !== null && word.charCodeAt(0) === first && word.length > this.prefix.length && word.startsWith(this.prefix)) note(this.prefixAt, 0, false, place);
    }
    return places;
  }

  /** 1 where each word follows the one before it, 0 where all are far apart. */
  private closeness(places: readonly (readonly number[])[]): number {
    if (places.length < 2) return 1;
    let sum = 0;
    for (let at = 1; at < places.length; at++) {
      let least = FAR_WORDS;
      for (const before of places[at - 1]) {
        for (const after of places[at]) {
          const apart = after > before ? after - before : before - after + 1;
          if (apart < least) least = apart;
        }
      }
      sum += (FAR_WORDS - least) / (FAR_WORDS - 1);
    }
    return sum / (places.length - 1);
  }
}
