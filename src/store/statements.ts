/** Statements by id. */
import type { StatementRecord } from '../domain/records.js';
import { redirectsOf } from './redirects.js';
import { among, inOrder } from './session.js';
import type { Session } from './session.js';

export async function statements(s: Session, ids: readonly number[]): Promise<(StatementRecord | null)[]> {
  const redirects = await redirectsOf(s, 'statement_redirects', ids);
  const wanted = ids.map((id) => redirects.get(id) ?? id);
  const rows = await s.db.selectFrom('statements').selectAll().where((eb) => among(s, eb.ref('id'), wanted)).execute();
  return inOrder(wanted, new Map(rows.map((row) => [row.id, {
    id: row.id,
    bestQuoteId: row.best_quote_id,
    firstQuoteId: row.first_quote_id,
    lastQuoteId: row.last_quote_id,
    speakerId: row.speaker_id,
    text: row.text,
    sourceCount: row.source_count,
    articleCount: row.article_count,
  }])));
}
