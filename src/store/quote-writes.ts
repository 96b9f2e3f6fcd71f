/** Inserting, updating, correcting and deleting quotes. */
import type { QuoteCorrections, QuoteFields } from '../domain/write-store.js';
import { foldedLine } from '../text/fold.js';
import { countJointSpeakers, deleteJointSpeakers, jointSpeakersOf, replaceJointSpeakers } from './joint-speakers.js';
import { writeCandidates, writeMention, writeMentions, writeSpans } from './json.js';
import { resolveId } from './redirects.js';
import { among } from './session.js';
import type { Session, WriteSession } from './session.js';
import { countQuotes } from './quote-counts.js';
import { deleteKeys, insertKeys, placeKeysAnew } from './quote-keys.js';
import { deleteSamePairs } from './same-pairs.js';
import { insertStatement, ungrade } from './statement-writes.js';
import { forgetApart } from './statements-by-hand.js';

const CORRECTION_COLUMNS = [
  'id', 'article_id', 'content_key', 'statement_id', 'dismissed', 'dismissed_from', 'speaker_id', 'speaker_set', 'statement_set', 'extracted_speaker_id',
] as const;

async function corrections(s: Session, column: 'article_id' | 'id', value: number): Promise<QuoteCorrections[]> {
  const rows = await s.db.selectFrom('quotes').select(CORRECTION_COLUMNS).where(column, '=', value).orderBy('start_at').orderBy('id').execute();
  const joint = await jointSpeakersOf(s, rows.map((row) => row.id));
  return rows.map((row) => ({
    quoteId: row.id,
    articleId: row.article_id,
    contentKey: row.content_key,
    statementId: row.statement_id,
    dismissed: row.dismissed === 1,
    dismissedFrom: row.dismissed_from,
    setSpeakerId: row.speaker_set ? row.speaker_id : undefined,
    setStatement: row.statement_set === 1,
    extractedSpeakerId: row.extracted_speaker_id,
    extractedJointSpeakerIds: joint.get(row.id) ?? [],
  }));
}

export const correctionsOf = (s: Session, articleId: number): Promise<QuoteCorrections[]> => corrections(s, 'article_id', articleId);

export const correctionOf = async (s: Session, quoteId: number): Promise<QuoteCorrections | null> => (await corrections(s, 'id', quoteId))[0] ?? null;

const rowOf = (quote: QuoteFields) => ({
  extracted_speaker_id: quote.speakerId,
  kind: quote.kind,
  manner: quote.manner,
  text: quote.text,
  folded: foldedLine(quote.text),
  start_at: Math.min(...quote.content.map((span) => span.start)),
  end_at: Math.max(...quote.content.map((span) => span.end)),
  content: writeSpans(quote.content),
  cue: writeSpans(quote.cue),
  mention: writeMention(quote.mention),
  attribution_confidence: quote.attribution.confidence,
  reason: quote.attribution.reason,
  evidence: writeMentions(quote.attribution.evidence),
  candidates: writeCandidates(quote.attribution.candidates),
  confidence: quote.confidence,
  content_key: quote.contentKey,
});

export async function insertQuote(s: WriteSession, articleId: number, quote: QuoteFields): Promise<number> {
  const article = await s.db.selectFrom('articles').select(['source_id', 'published_at']).where('id', '=', articleId).executeTakeFirstOrThrow();
  const { id } = await s.db.insertInto('quotes').values({
    ...rowOf(quote),
    article_id: articleId,
    source_id: article.source_id,
    published_at: article.published_at,
    statement_id: null,
    statement_set: 0,
    dismissed: 0,
    dismissed_from: null,
    speaker_id: quote.speakerId,
    speaker_set: 0,
    match: 'VERBATIM',
    similarity: 1,
  }).returning('id').executeTakeFirstOrThrow();
  await insertKeys(s, { quoteId: id, speakerId: quote.speakerId, publishedAt: article.published_at }, quote.matchKeys);
  await countQuotes(s, quote.speakerId, 1);
  if (quote.jointSpeakerIds.length > 0) await replaceJointSpeakers(s, id, quote.jointSpeakerIds, true);
  await insertStatement(s, id, { text: quote.text, speaker_id: quote.speakerId, ...article });
  return id;
}

export async function updateQuote(s: WriteSession, id: number, quote: QuoteFields): Promise<void> {
  const old = await s.db.selectFrom('quotes').select(['statement_id', 'text', 'speaker_id', 'speaker_set', 'extracted_speaker_id', 'dismissed', 'published_at']).where('id', '=', id).executeTakeFirstOrThrow();
  const speakerId = old.speaker_set ? old.speaker_id : quote.speakerId;
  await s.db.updateTable('quotes').set({ ...rowOf(quote), speaker_id: speakerId }).where('id', '=', id).execute();
  await deleteKeys(s, [id]);
  await insertKeys(s, { quoteId: id, speakerId, publishedAt: old.published_at }, quote.matchKeys);
  if (old.extracted_speaker_id !== null) s.staleSpeakers.add(old.extracted_speaker_id);
  await speakerChanged(s, old, speakerId);
  await replaceJointSpeakers(s, id, quote.jointSpeakerIds, !old.speaker_set && !old.dismissed);
  const best = await s.db.updateTable('statements').set({ text: quote.text, speaker_id: speakerId }).where('id', '=', old.statement_id).where('best_quote_id', '=', id).returning('id').executeTakeFirst();
  if (old.statement_id !== null && old.text !== quote.text) await ungrade(s, old.statement_id, best ? null : id);
}

/** Keeps the counts of the speakers that a quote went from and to. */
async function speakerChanged(s: WriteSession, old: { readonly speaker_id: number | null; readonly dismissed: 0 | 1 }, speakerId: number | null): Promise<void> {
  if (old.speaker_id === speakerId) return;
  if (old.speaker_id !== null) s.staleSpeakers.add(old.speaker_id);
  if (old.dismissed) return;
  await countQuotes(s, old.speaker_id, -1);
  await countQuotes(s, speakerId, 1);
}

export async function deleteQuotes(s: WriteSession, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await deleteKeys(s, ids);
  await deleteSamePairs(s, ids);
  await forgetApart(s, ids);
  const joint = await deleteJointSpeakers(s, ids);
  const gone = await s.db.deleteFrom('quotes').where((eb) => among(s, eb.ref('id'), ids))
    .returning(['id', 'statement_id', 'speaker_id', 'speaker_set', 'extracted_speaker_id', 'dismissed']).execute();
  const lost = new Map<number, number>();
  for (const row of gone) {
    if (row.statement_id !== null) s.staleStatements.add(row.statement_id);
    if (row.extracted_speaker_id !== null) s.staleSpeakers.add(row.extracted_speaker_id);
    if (row.speaker_id === null) continue;
    s.staleSpeakers.add(row.speaker_id);
    if (row.dismissed) continue;
    for (const id of [row.speaker_id, ...(row.speaker_set ? [] : (joint.get(row.id) ?? []))]) lost.set(id, (lost.get(id) ?? 0) + 1);
  }
  for (const [speakerId, count] of lost) await countQuotes(s, speakerId, -count);
}

export async function deleteQuotesOfArticle(s: WriteSession, articleId: number): Promise<void> {
  const rows = await s.db.selectFrom('quotes').select('id').where('article_id', '=', articleId).execute();
  await deleteQuotes(s, rows.map((row) => row.id));
}

export async function setSpeakerByHand(s: WriteSession, quoteId: number, speaker: number | null | undefined): Promise<void> {
  const old = await s.db.selectFrom('quotes').select(['statement_id', 'speaker_id', 'speaker_set', 'extracted_speaker_id', 'dismissed']).where('id', '=', quoteId).executeTakeFirstOrThrow();
  const speakerId = speaker === undefined ? old.extracted_speaker_id : speaker && (await resolveId(s, 'speaker_redirects', speaker));
  const set = speaker === undefined ? 0 : 1;
  await s.db.updateTable('quotes').set({ speaker_id: speakerId, speaker_set: set }).where('id', '=', quoteId).execute();
  await placeKeysAnew(s, [quoteId]);
  await speakerChanged(s, old, speakerId);
  if (set !== old.speaker_set && !old.dismissed) await countJointSpeakers(s, quoteId, set ? -1 : 1);
  await s.db.updateTable('statements').set({ speaker_id: speakerId }).where('id', '=', old.statement_id).where('best_quote_id', '=', quoteId).execute();
}

export async function setDismissed(s: WriteSession, quoteId: number, dismissed: boolean): Promise<void> {
  const old = await s.db.selectFrom('quotes').select(['statement_id', 'speaker_id', 'speaker_set', 'dismissed']).where('id', '=', quoteId).executeTakeFirstOrThrow();
  if ((old.dismissed === 1) === dismissed) return;
  if (old.statement_id !== null) s.staleStatements.add(old.statement_id);
  await s.db.updateTable('quotes').set({ dismissed: dismissed ? 1 : 0, dismissed_from: dismissed ? old.statement_id : null, statement_id: null, statement_set: 0, match: 'VERBATIM', similarity: 1 })
    .where('id', '=', quoteId).execute();
  await countQuotes(s, old.speaker_id, dismissed ? -1 : 1);
  if (!old.speaker_set) await countJointSpeakers(s, quoteId, dismissed ? -1 : 1);
  if (!dismissed) await insertStatement(s, quoteId);
}
