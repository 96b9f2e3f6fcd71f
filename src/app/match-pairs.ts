/** Two quotes given with their articles, made ready for the matcher: the `match` command's input. Touches no store. */
import { OnRecordError } from '../domain/errors.js';
import { CONTEXT_UNITS } from '../domain/limits.js';
import type { Extraction, Extractor, ExtractedQuote } from '../extraction/types.js';
import { matchPair, type QuotePair } from '../matching/index.js';
import type { AboutTerm, MatchDecision, MatchableQuote } from '../matching/types.js';
import { profileOf } from '../stories/index.js';
import { checkDate } from '../text/dates.js';
import { speakerKey } from '../text/names.js';
import { fromPairs, mergeSpans, textOf, type Span } from '../text/spans.js';

/** Articles whose extraction is kept: pairs of one article often stand close together. */
const KEPT_EXTRACTIONS = 64;

export class PairMatcher {
  private readonly extractions = new Map<string, Extraction>();
  private readonly speakerIds = new Map<string, number>();
  private readonly articleIds = new Map<string, number>();
  private readonly profiles = new WeakMap<Extraction, readonly AboutTerm[]>();

  constructor(private readonly extractor: Extractor) {}

  /** @throws OnRecordError INVALID_ARTICLE, INVALID_DATE saying which side's field is wrong */
  match(a: unknown, b: unknown): MatchDecision {
    return matchPair(this.read(a, b));
  }

  /** The pair as the matcher sees it. @throws OnRecordError as match does */
  read(a: unknown, b: unknown): QuotePair {
    return { a: this.side('a', a, 1), b: this.side('b', b, 2) };
  }

  private side(name: string, value: unknown, id: number): MatchableQuote {
    const { body, content, article, speaker, publishedAt, title } = checkSide(name, value);
    const spans = mergeSpans(fromPairs(content));
    const quote = this.quoteAt(body, title, spans);
    const speakerName = speaker === undefined ? (quote?.speakerName ?? null) : speaker;
    const [start, end] = [spans[0].start, spans.at(-1)!.end];
    return {
      id,
      articleId: numberOf(this.articleIds, article ?? body),
      kind: quote?.kind ?? 'INDIRECT',
      text: textOf(body, spans),
      speakerId: speakerName === null ? null : numberOf(this.speakerIds, speakerKey(speakerName) || speakerName),
      speakerName,
      publishedAt,
      before: body.slice(Math.max(0, start - CONTEXT_UNITS), start),
      after: body.slice(end, end + CONTEXT_UNITS),
      about: this.aboutOf(body, title),
      confidence: quote?.confidence ?? 1,
    };
  }

  /** The extracted quote whose content has most in common with the spans. */
  private quoteAt(body: string, title: string | null, spans: readonly Span[]): { kind: ExtractedQuote['kind']; speakerName: string | null; confidence: number } | null {
    const { quotes, speakers } = this.extractionOf(body, title);
    let best: ExtractedQuote | null = null;
    let bestShare = 0;
    for (const quote of quotes.flatMap((q) => [q, ...q.nested])) {
      const share = jaccard(quote.content, spans);
      if (share > bestShare) [best, bestShare] = [quote, share];
    }
    return best && { kind: best.kind, confidence: best.confidence, speakerName: best.speaker === null ? null : speakers[best.speaker].name };
  }

  private aboutOf(body: string, title: string | null): readonly AboutTerm[] {
    const extraction = this.extractionOf(body, title);
    const known = this.profiles.get(extraction) ?? profileOf(title, body, extraction.noise);
    this.profiles.set(extraction, known);
    return known;
  }

  private extractionOf(body: string, title: string | null): Extraction {
    const known = this.extractions.get(body);
    if (known) return known;
    const made = this.extractor.extract(body, { title });
    this.extractions.set(body, made);
    if (this.extractions.size > KEPT_EXTRACTIONS) this.extractions.delete(this.extractions.keys().next().value!);
    return made;
  }
}

interface Side {
  readonly article: string | null;
  readonly title: string | null;
  readonly body: string;
  readonly content: readonly [number, number][];
  readonly publishedAt: string | null;
  /** Undefined: to be worked out. */
  readonly speaker: string | undefined;
}

function checkSide(name: string, value: unknown): Side {
  const wrong = (field: string, what: string): never => {
    throw new OnRecordError('INVALID_ARTICLE', `"${name}.${field}" ${what}.`);
  };
  if (typeof value !== 'object' || value === null) throw new OnRecordError('INVALID_ARTICLE', `"${name}" is missing or not an object.`);
  const side = value as Record<string, unknown>;
  const text = (field: string): string | null => {
    const given = side[field] ?? null;
    return given === null || typeof given === 'string' ? given : wrong(field, 'is not a string');
  };
  const body = text('body') ?? wrong('body', 'is missing');
  const content = side.content;
  const isPair = (pair: unknown): pair is [number, number] =>
    Array.isArray(pair) && pair.length === 2 && pair.every(Number.isInteger) && pair[0] >= 0 && pair[0] < pair[1] && pair[1] <= body.length;
  if (!Array.isArray(content) || content.length === 0 || !content.every(isPair)) return wrong('content', 'is not a list of [start, end] inside the body');
  const date = text('publishedAt');
  const publishedAt = date === null ? null : checkDate(date);
  if (date !== null && publishedAt === null) throw new OnRecordError('INVALID_DATE', `"${name}.publishedAt" is not an ISO 8601 date.`);
  return { article: text('article'), title: text('title'), body, content, publishedAt, speaker: text('speaker')?.trim() || undefined };
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key) ?? numbers.size + 1;
  numbers.set(key, known);
  return known;
}

/** Share of the characters in either that are in both; both sorted and without overlaps. */
function jaccard(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]): number => spans.reduce((sum, s) => sum + s.end - s.start, 0);
  let both = 0;
  for (const x of a) for (const y of b) both += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return both / (length(a) + length(b) - both);
}
