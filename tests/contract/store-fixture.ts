/** Short ways to fill a store in its contract's tests. */
import { createHash } from 'node:crypto';
import type { Page, PageRequest } from '../../src/domain/paging.js';
import { FIRST_PAGE } from '../../src/domain/paging.js';
import type { ArticleFields, QuoteFields, ReuseFields, SpeakerSighting, Store, WriteStore } from '../../src/domain/write-store.js';

/** What a store's tests need of it: a store in a place of its own, and the SQL statements that it ran. */
export interface OpenStore {
  readonly store: Store;
  /** How many statements ran since the last call. */
  statements(): number;
  close(): Promise<void>;
}

export const day = (n: number): string => new Date(Date.UTC(2025, 0, n)).toISOString();

export const article = (fields: Partial<ArticleFields> = {}): ArticleFields => {
  const body = fields.body ?? 'The minister said that rain would come.';
  return {
    sourceId: null, publisherId: null, url: null, title: null, byline: null, language: null, publishedAt: null,
    bodyHash: createHash('sha256').update(body).digest('hex'), boilerplate: [], body, ...fields,
  };
};

export const quote = (text: string, fields: Partial<QuoteFields> = {}): QuoteFields => ({
  kind: 'DIRECT',
  manner: 'SPEECH',
  text,
  content: [{ start: 0, end: text.length }],
  cue: [],
  mention: null,
  speakerId: null,
  jointSpeakerIds: [],
  attribution: { confidence: 0.8, reason: fields.speakerId == null ? 'NO_MENTION' : null, evidence: [], candidates: [] },
  confidence: 0.9,
  contentKey: text,
  matchKeys: [],
  ...fields,
});

export const sighting = (name: string, fields: Partial<SpeakerSighting> = {}): SpeakerSighting => ({
  key: name.toLowerCase(), type: 'PERSON', name, forms: [{ form: name, count: 1 }], roles: [], ...fields,
});

export const reuse = (otherId: number, fields: Partial<ReuseFields> = {}): ReuseFields => ({
  otherId, passages: [], relation: 'UNRELATED', containmentThisInOther: 0, containmentOtherInThis: 0, resemblance: 0, nearDuplicate: false, ...fields,
});

/** Puts quotes into the statement of the first. */
export async function oneStatement(tx: WriteStore, quoteIds: readonly number[]): Promise<number> {
  const corrections = await Promise.all(quoteIds.map((id) => tx.correctionOf(id)));
  const [target, ...others] = corrections.map((c) => c!.statementId!);
  for (const id of quoteIds.slice(1)) await tx.moveQuote(id, target, false);
  await tx.setRenderings([{ statementId: target, bestQuoteId: quoteIds[0], renderings: quoteIds.map((quoteId, i) => ({ quoteId, match: i === 0 ? 'VERBATIM' : 'PARAPHRASE', similarity: i === 0 ? 1 : 0.5 })) }]);
  await tx.refreshStatements([target, ...others]);
  return target;
}

export const first = (limit: number, fields: Partial<PageRequest> = {}): PageRequest => ({ ...FIRST_PAGE, limit, ...fields });

export const last = (limit: number, fields: Partial<PageRequest> = {}): PageRequest => ({ ...FIRST_PAGE, limit, backward: true, ...fields });

export const idsOf = (page: Page<{ readonly id: number }> | undefined): number[] => (page?.items ?? []).map((item) => item.record.id);
