/** Finds the stored quotes that a quote is the same as: renderings of one statement as far as two quotes can tell. */
import { CONTEXT_UNITS } from '../domain/limits.js';
import type { CandidateQuote } from '../domain/read-store.js';
import type { QuoteRecord } from '../domain/records.js';
import type { QuoteToMatch, SamePair, WriteStore } from '../domain/write-store.js';
import { assignBy, lookAgain, lookFirst, mayStillBeSame } from '../matching/index.js';
import type { OpenLook } from '../matching/index.js';
import type { AboutTerm, MatchableQuote } from '../matching/types.js';
import { takeTurns } from './turns.js';

/** Days before and after within which outlets report one utterance; what is said again later is another statement. */
export const MATCH_WINDOW_DAYS = 30;
/** Stored quotes that a new one is compared with: those that share most telling keys. */
const CANDIDATE_LIMIT = 40;
/** A key that more quotes of two months have finds nothing, unless the speaker's own are no more. */
const MOST_QUOTES_PER_KEY = 24;
/** Decimals of a score that are kept: two quotes compared the other way round have the same. */
const SCORE_UNIT = 1e6;

export const matchable = (quote: QuoteRecord, speakerName: string | null, before: string, after: string, about: readonly AboutTerm[]): MatchableQuote => ({
  id: quote.id,
  articleId: quote.articleId,
  kind: quote.kind,
  text: quote.text,
  speakerId: quote.speakerId,
  speakerName,
  publishedAt: quote.publishedAt,
  before,
  after,
  about,
  confidence: quote.confidence,
});

const around = (body: string, start: number, end: number): Pick<MatchableQuote, 'before' | 'after'> =>
  ({ before: body.slice(Math.max(0, start - CONTEXT_UNITS), start), after: body.slice(end, end + CONTEXT_UNITS) });

/** A quote with the speaker's name and what stands around it in the body of its article. */
export function matchableIn(body: string, quote: QuoteRecord, speakerName: string | null, about: readonly AboutTerm[]): MatchableQuote {
  const { before, after } = around(body, quote.content[0].start, quote.content.at(-1)!.end);
  return matchable(quote, speakerName, before, after, about);
}

const withoutSurroundings = ({ id, articleId, kind, text, speakerId, speakerName, publishedAt, confidence }: CandidateQuote | QuoteToMatch): MatchableQuote =>
  ({ id, articleId, kind, text, speakerId, speakerName, publishedAt, confidence, before: '', after: '', about: [] });

export interface SameQuotes {
  readonly pairs: readonly SamePair[];
  /** The statement that the quote joins as far as the quotes found can tell, or null: for one that is too large to be gathered anew. */
  readonly joins: () => number | null;
}

const NONE: SameQuotes = { pairs: [], joins: () => null };

/** A quote for which those are looked for that it is the same as. */
export interface Sought {
  readonly quote: QuoteToMatch;
  readonly keys: readonly number[];
}

/** Quotes whose candidates are read at once, and compared before others get their turn. */
const SOUGHT_TOGETHER = 16;

/** A pair that what stands around the two decides, or how sure it is. */
interface OpenPair {
  readonly at: number;
  readonly candidate: CandidateQuote;
  readonly look: OpenLook;
}

/** Looks for the quotes of one article, and remembers what it read around others. */
export class SameQuoteFinder {
  private readonly seen = new Map<number, MatchableQuote>();
  private readonly bare = new Map<number, MatchableQuote>();
  private readonly about = new Map<number, readonly AboutTerm[]>();

  constructor(private readonly tx: WriteStore, private readonly articleId: number, private readonly body: string) {}

  /** In the order asked for. */
  async findAll(sought: readonly Sought[]): Promise<SameQuotes[]> {
    const found: SameQuotes[] = [];
    for (let from = 0; from < sought.length; from += SOUGHT_TOGETHER) found.push(...(await this.find(sought.slice(from, from + SOUGHT_TOGETHER))));
    return found;
  }

  private async find(sought: readonly Sought[]): Promise<SameQuotes[]> {
    await takeTurns();
    const candidates = await this.tx.matchCandidates({
      publishedAt: sought[0].quote.publishedAt,
      windowDays: MATCH_WINDOW_DAYS,
      quotes: sought.map(({ quote, keys }) => ({ id: quote.id, speakerId: quote.speakerId, keys })),
      mostPerKey: MOST_QUOTES_PER_KEY,
      limit: CANDIDATE_LIMIT,
    });
    const scores = sought.map(() => new Map<number, number>());
    const open: OpenPair[] = [];
    for (const [at, { quote }] of sought.entries()) {
      await takeTurns();
      const own = withoutSurroundings(quote);
      for (const candidate of withoutRepeats(quote, candidates[at])) {
        const look = lookFirst(own, this.bareOf(candidate));
        if (look.verdict === 'SAME') scores[at].set(candidate.id, look.score);
        else if (look.verdict === 'OPEN') open.push({ at, candidate, look });
      }
    }
    await this.decide(sought, open, scores);
    return sought.map(({ quote }, at) => (scores[at].size === 0 ? NONE : sameQuotes(quote, scores[at], candidates[at])));
  }

  private bareOf(candidate: CandidateQuote): MatchableQuote {
    const known = this.bare.get(candidate.id) ?? withoutSurroundings(candidate);
    this.bare.set(candidate.id, known);
    return known;
  }

  private async decide(sought: readonly Sought[], open: readonly OpenPair[], scores: readonly Map<number, number>[]): Promise<void> {
    if (open.length === 0) return;
    await this.learnAbout([this.articleId, ...open.map(({ candidate }) => candidate.articleId)]);
    const left = open.filter(({ candidate, look }) => mayStillBeSame(look, this.about.get(this.articleId)!, this.about.get(candidate.articleId)!));
    await this.readAround([...left.map(({ candidate }) => candidate), ...left.map(({ at }) => sought[at].quote)]);
    for (const { at, candidate, look } of left) {
      await takeTurns();
      const score = lookAgain(this.seen.get(sought[at].quote.id)!, this.seen.get(candidate.id)!, look);
      if (score !== null) scores[at].set(candidate.id, score);
    }
  }

  /** Reads what articles are about, all at once. */
  private async learnAbout(articleIds: readonly number[]): Promise<void> {
    const ids = [...new Set(articleIds)].filter((id) => !this.about.has(id));
    if (ids.length === 0) return;
    for (const [i, terms] of (await this.tx.articleTerms(ids)).entries()) this.about.set(ids[i], terms);
  }

  /** Reads what stands around quotes, all at once. */
  private async readAround(all: readonly (CandidateQuote | QuoteToMatch)[]): Promise<void> {
    const quotes = all.filter((quote) => !this.seen.has(quote.id));
    const others = [...new Set(quotes.map((quote) => quote.articleId))].filter((id) => id !== this.articleId);
    const bodies = others.length === 0 ? [] : await this.tx.bodies(others);
    const bodyOf = new Map(others.map((id, i) => [id, bodies[i] ?? '']));
    for (const quote of quotes) {
      const body = bodyOf.get(quote.articleId) ?? this.body;
      this.seen.set(quote.id, { ...withoutSurroundings(quote), ...around(body, quote.start, quote.end), about: this.about.get(quote.articleId)! });
    }
  }
}

function sameQuotes(quote: QuoteToMatch, exact: ReadonlyMap<number, number>, candidates: readonly CandidateQuote[]): SameQuotes {
  const scores = new Map([...exact].map(([id, score]) => [id, Math.round(score * SCORE_UNIT) / SCORE_UNIT]));
  const joins = (): number | null => {
    const statements = new Map<number, MatchableQuote[]>();
    for (const candidate of candidates) {
      const group = statements.get(candidate.statementId);
      if (group) group.push(withoutSurroundings(candidate));
      else statements.set(candidate.statementId, [withoutSurroundings(candidate)]);
    }
    const known = (_: MatchableQuote, other: MatchableQuote): { score: number } | null => (scores.has(other.id) ? { score: scores.get(other.id)! } : null);
    return assignBy(withoutSurroundings(quote), [...statements].map(([statementId, quotes]) => ({ statementId, quotes })), known)?.statementId ?? null;
  };
  return { pairs: [...scores].map(([other, score]) => ({ a: quote.id, b: other, score })), joins };
}

type Told = Pick<CandidateQuote, 'id' | 'articleId' | 'speakerId' | 'contentKey'>;

/** What a speaker says again in the same words in one article goes with the first of them, and is not compared. */
function withoutRepeats(own: Told, found: readonly CandidateQuote[]): readonly CandidateQuote[] {
  const placeOf = ({ articleId, speakerId }: Told): string => `${articleId} ${speakerId}`;
  const together = new Map<string, number>([[placeOf(own), 1]]);
  for (const candidate of found) together.set(placeOf(candidate), (together.get(placeOf(candidate)) ?? 0) + 1);
  const isAlone = (quote: Told): boolean => together.get(placeOf(quote)) === 1;
  if (found.every(isAlone)) return found;
  const wordsOf = (quote: Told): string => `${placeOf(quote)} ${quote.contentKey}`;
  const first = new Map<string, number>();
  for (const candidate of found) {
    if (isAlone(candidate)) continue;
    const words = wordsOf(candidate);
    first.set(words, Math.min(candidate.id, first.get(words) ?? candidate.id));
  }
  first.set(wordsOf(own), own.id);
  return found.filter((candidate) => isAlone(candidate) || first.get(wordsOf(candidate)) === candidate.id);
}
