/** Finds the stored quotes that a quote is the same as: renderings of one statement as far as two quotes can tell. */
import { CONTEXT_UNITS } from '../domain/limits.js';
import type { CandidateQuote } from '../domain/read-store.js';
import type { QuoteRecord } from '../domain/records.js';
import type { SamePair, WriteStore } from '../domain/write-store.js';
import { assignBy, mayBeSame, sameOrNull } from '../matching/index.js';
import type { AboutTerm, MatchableQuote } from '../matching/types.js';
import { foldedLine } from '../text/fold.js';

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

const withoutSurroundings = ({ id, articleId, kind, text, speakerId, speakerName, publishedAt, confidence }: CandidateQuote): MatchableQuote =>
  ({ id, articleId, kind, text, speakerId, speakerName, publishedAt, confidence, before: '', after: '', about: [] });

export interface SameQuotes {
  readonly pairs: readonly SamePair[];
  /** The statement that the quote joins as far as the quotes found can tell, or null: for one that is too large to be gathered anew. */
  readonly joins: number | null;
}

const NONE: SameQuotes = { pairs: [], joins: null };

/** Looks for a transaction's quotes one after the other, and remembers the names of their speakers. */
export class SameQuoteFinder {
  private readonly names = new Map<number, string | null>();
  private readonly about = new Map<number, readonly AboutTerm[]>();

  constructor(private readonly tx: WriteStore) {}

  /** Reads the names of the speakers of quotes that will be looked for, all at once. */
  async learnNames(quotes: readonly (QuoteRecord | null)[]): Promise<void> {
    const ids = [...new Set(quotes.flatMap((quote) => quote?.speakerId ?? []))];
    for (const [i, speaker] of (await this.tx.speakers(ids)).entries()) this.names.set(ids[i], speaker?.name ?? null);
  }

  async find(quote: QuoteRecord, body: string, keys: readonly number[]): Promise<SameQuotes> {
    const found = await this.tx.candidates({
      speakerId: quote.speakerId,
      publishedAt: quote.publishedAt,
      windowDays: MATCH_WINDOW_DAYS,
      keys,
      mostPerKey: MOST_QUOTES_PER_KEY,
      excludeQuoteIds: [quote.id],
      limit: CANDIDATE_LIMIT,
    });
    if (found.length === 0) return NONE;
    const own = matchableIn(body, quote, quote.speakerId === null ? null : await this.nameOf(quote.speakerId), await this.aboutOf(quote.articleId));
    const likely = withoutRepeats(own, found).filter((candidate) => mayBeSame(own, withoutSurroundings(candidate)));
    if (likely.length === 0) return NONE;

    const articleIds = [...new Set(likely.map((candidate) => candidate.articleId))];
    const bodies = await this.tx.bodies(articleIds);
    await this.learnAbout(articleIds);
    const bodyOf = new Map(articleIds.map((id, i) => [id, bodies[i] ?? '']));
    const scores = new Map<number, number>();
    const statements = new Map<number, MatchableQuote[]>();
    for (const candidate of likely) {
      const other = { ...withoutSurroundings(candidate), ...around(bodyOf.get(candidate.articleId)!, candidate.start, candidate.end), about: await this.aboutOf(candidate.articleId) };
      const decision = sameOrNull(own, other);
      if (decision) scores.set(other.id, Math.round(decision.score * SCORE_UNIT) / SCORE_UNIT);
    }
    if (scores.size === 0) return NONE;
    for (const candidate of found) {
      const group = statements.get(candidate.statementId);
      if (group) group.push(withoutSurroundings(candidate));
      else statements.set(candidate.statementId, [withoutSurroundings(candidate)]);
    }
    const known = (_: MatchableQuote, other: MatchableQuote): { score: number } | null => (scores.has(other.id) ? { score: scores.get(other.id)! } : null);
    return {
      pairs: [...scores].map(([other, score]) => ({ a: quote.id, b: other, score })),
      joins: assignBy(own, [...statements].map(([statementId, quotes]) => ({ statementId, quotes })), known)?.statementId ?? null,
    };
  }

  /** Reads what articles are about, all at once. */
  private async learnAbout(articleIds: readonly number[]): Promise<void> {
    const ids = articleIds.filter((id) => !this.about.has(id));
    if (ids.length === 0) return;
    for (const [i, terms] of (await this.tx.articleTerms(ids)).entries()) this.about.set(ids[i], terms);
  }

  private async aboutOf(articleId: number): Promise<readonly AboutTerm[]> {
    await this.learnAbout([articleId]);
    return this.about.get(articleId) ?? [];
  }

  private async nameOf(id: number): Promise<string | null> {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const name = (await this.tx.speakers([id]))[0]?.name ?? null;
    this.names.set(id, name);
    return name;
  }
}

/** What a speaker says again in the same words in one article goes with the first of them, and is not compared. */
function withoutRepeats(own: MatchableQuote, found: readonly CandidateQuote[]): CandidateQuote[] {
  const wordsOf = ({ articleId, speakerId, text }: Pick<MatchableQuote, 'articleId' | 'speakerId' | 'text'>): string => `${articleId} ${speakerId} ${foldedLine(text)}`;
  const first = new Map<string, number>();
  for (const candidate of found) {
    const words = wordsOf(candidate);
    first.set(words, Math.min(candidate.id, first.get(words) ?? candidate.id));
  }
  first.set(wordsOf(own), own.id);
  return found.filter((candidate) => first.get(wordsOf(candidate)) === candidate.id);
}
