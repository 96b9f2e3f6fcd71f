/** Quote rows as records, and quotes by id. */
import type { AttributionRecord, QuoteRecord } from '../domain/records.js';
import { readCandidates, readMention, readMentions, readSpans } from './json.js';
import { jointSpeakersOf } from './joint-speakers.js';
import type { QuoteRow } from './schema.js';
import { among, inOrder } from './session.js';
import type { Session } from './session.js';

/** What a record is made of: all but the columns that only searching and correcting read. */
export const QUOTE_COLUMNS = [
  'q.id', 'q.article_id', 'q.source_id', 'q.published_at', 'q.statement_id', 'q.speaker_id', 'q.speaker_set', 'q.extracted_speaker_id',
  'q.kind', 'q.manner', 'q.text', 'q.content', 'q.cue', 'q.mention', 'q.attribution_confidence', 'q.reason', 'q.evidence', 'q.candidates',
  'q.confidence', 'q.match', 'q.similarity',
] as const;

type Unprefixed<C> = C extends `q.${infer Name}` ? Name : never;
export type ShownQuoteRow = Pick<QuoteRow, Unprefixed<(typeof QUOTE_COLUMNS)[number]>>;

/** What stands behind the speaker: where a person chose another than the text gave, only the mention is evidence. */
function attributionOf(row: ShownQuoteRow): AttributionRecord {
  const evidence = readMentions(row.evidence);
  const candidates = readCandidates(row.candidates);
  if (!row.speaker_set) return { confidence: row.attribution_confidence, reason: row.reason, corrected: false, evidence, candidates };
  return {
    confidence: 1,
    reason: row.speaker_id !== null ? null : (row.reason ?? (row.mention === null ? 'NO_MENTION' : 'UNNAMED')),
    corrected: true,
    evidence: row.speaker_id === row.extracted_speaker_id ? evidence : evidence.slice(0, 1),
    candidates,
  };
}

/** Of rows that are not dismissed, with one look-up for all. */
export async function quoteRecords(s: Session, rows: readonly ShownQuoteRow[]): Promise<QuoteRecord[]> {
  const joint = await jointSpeakersOf(s, rows.map((row) => row.id));
  return rows.map((row) => quoteRecord(row, joint.get(row.id) ?? []));
}

function quoteRecord(row: ShownQuoteRow, extractedJoint: readonly number[]): QuoteRecord {
  return {
    id: row.id,
    articleId: row.article_id,
    sourceId: row.source_id,
    publishedAt: row.published_at,
    statementId: row.statement_id!,
    speakerId: row.speaker_id,
    jointSpeakerIds: row.speaker_set ? [] : extractedJoint,
    kind: row.kind,
    manner: row.manner,
    text: row.text,
    content: readSpans(row.content),
    cue: readSpans(row.cue),
    mention: readMention(row.mention),
    attribution: attributionOf(row),
    confidence: row.confidence,
    match: row.match,
    similarity: row.similarity,
  };
}

export async function quotes(s: Session, ids: readonly number[]): Promise<(QuoteRecord | null)[]> {
  const rows = await s.db.selectFrom('quotes as q').select(QUOTE_COLUMNS)
    .where((eb) => among(s, eb.ref('q.id'), ids)).where('q.statement_id', 'is not', null).execute();
  return inOrder(ids, new Map((await quoteRecords(s, rows)).map((quote) => [quote.id, quote])));
}

/** The quotes of a statement in an article, in the order of the text. */
export async function quotesOfStatements(s: Session, pairs: readonly { readonly statementId: number; readonly articleId: number }[]): Promise<QuoteRecord[][]> {
  const answers: QuoteRecord[][] = pairs.map(() => []);
  if (pairs.length === 0) return answers;
  const rows = await s.db.selectFrom(s.dialect.pairs(pairs.map((p) => [p.statementId, p.articleId] as const)).as('p'))
    .innerJoin('quotes as q', (join) => join.onRef('q.statement_id', '=', 'p.a').onRef('q.article_id', '=', 'p.b'))
    .select(QUOTE_COLUMNS).select('p.i').orderBy('q.start_at').orderBy('q.id').execute();
  for (const [k, quote] of (await quoteRecords(s, rows)).entries()) answers[rows[k].i].push(quote);
  return answers;
}
