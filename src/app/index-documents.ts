/** Makes of stored records the documents that an index holds. */
import type { ReadStore } from '../domain/read-store.js';
import { speakersOf, type QuoteRecord, type SourceRecord, type SpeakerRecord } from '../domain/records.js';
import type { SearchDocument, SearchKey } from '../domain/search-index.js';
import type { SearchType } from '../domain/filters.js';
import { byId } from './by-id.js';

/** Wordings of a statement that its document holds beside the best one. */
const RENDERINGS_PER_STATEMENT = 20;

/** The documents of those records that exist, in no particular order; a fixed number of look-ups a type. */
export async function searchDocuments(store: ReadStore, keys: readonly SearchKey[]): Promise<SearchDocument[]> {
  const idsOf = (type: SearchType): number[] => [...new Set(keys.filter((k) => k.type === type).map((k) => k.id))];
  return [
    ...(await articleDocuments(store, idsOf('ARTICLE'))),
    ...(await quoteDocuments(store, idsOf('QUOTE'))),
    ...(await speakerDocuments(store, idsOf('SPEAKER'))),
    ...(await statementDocuments(store, idsOf('STATEMENT'))),
  ];
}

/** Records that are gone answer null, and ids of replaced ones answer another record, which has a key of its own. */
const present = <R extends { id: number }>(records: readonly (R | null)[], ids: readonly number[]): R[] =>
  records.filter((record, i): record is R => record !== null && record.id === ids[i]);

async function articleDocuments(store: ReadStore, ids: readonly number[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const articles = present(await store.articles(ids), ids);
  const [bodies, facts, sources] = await Promise.all([
    store.bodies(articles.map((a) => a.id)),
    store.quoteFacts('ARTICLE', articles.map((a) => a.id)),
    byId(articles.map((a) => a.sourceId), (wanted) => store.sources(wanted)),
  ]);
  return articles.map((article, i) => ({
    type: 'ARTICLE',
    id: article.id,
    date: article.publishedAt,
    title: article.title,
    byline: article.byline,
    body: bodies[i] ?? '',
    sourceName: nameIn(sources, article.sourceId),
    ...facts[i],
  }));
}

async function quoteDocuments(store: ReadStore, ids: readonly number[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const quotes = present(await store.quotes(ids), ids);
  const [sources, speakers] = await Promise.all([
    byId(quotes.map((q) => q.sourceId), (wanted) => store.sources(wanted)),
    byId(quotes.flatMap(speakersOf), (wanted) => store.speakers(wanted)),
  ]);
  return quotes.map((quote) => quoteDocument(quote, sources, speakers));
}

const quoteDocument = (quote: QuoteRecord, sources: ReadonlyMap<number, SourceRecord>, speakers: ReadonlyMap<number, SpeakerRecord>): SearchDocument => ({
  type: 'QUOTE',
  id: quote.id,
  date: quote.publishedAt,
  text: quote.text,
  // Found by any of their names; facets count the first.
  speakerName: speakersOf(quote).flatMap((id) => nameIn(speakers, id) ?? []).join(', ') || null,
  sourceName: nameIn(sources, quote.sourceId),
  articleId: quote.articleId,
  statementId: quote.statementId,
  bodyStart: quote.content.length === 1 ? quote.content[0].start : null,
  speakerIds: quote.speakerId === null ? [] : [quote.speakerId],
  sourceIds: quote.sourceId === null ? [] : [quote.sourceId],
  kinds: [quote.kind],
  manners: [quote.manner],
});

async function speakerDocuments(store: ReadStore, ids: readonly number[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  // Who is only a candidate for somebody else's words is not searched for.
  const speakers = present(await store.speakers(ids), ids).filter((speaker) => speaker.quoteCount > 0);
  const wanted = speakers.map((s) => s.id);
  const [roles, facts] = await Promise.all([store.roles(wanted), store.quoteFacts('SPEAKER', wanted)]);
  return speakers.map((speaker, i) => ({
    type: 'SPEAKER',
    id: speaker.id,
    date: roles[i].map((r) => r.lastSeen).reduce(later, null),
    name: speaker.name,
    aliases: speaker.aliases,
    roles: [...new Set(roles[i].map((r) => r.title))],
    quoteCount: speaker.quoteCount,
    ...facts[i],
  }));
}

async function statementDocuments(store: ReadStore, ids: readonly number[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const statements = present(await store.statements(ids), ids);
  const wanted = statements.map((s) => s.id);
  const [texts, facts, speakers, firsts] = await Promise.all([
    store.renderingTexts(wanted, RENDERINGS_PER_STATEMENT),
    store.quoteFacts('STATEMENT', wanted),
    byId(statements.map((s) => s.speakerId), (speakerIds) => store.speakers(speakerIds)),
    store.quotes(statements.map((s) => s.firstQuoteId)),
  ]);
  return statements.map((statement, i) => ({
    type: 'STATEMENT',
    id: statement.id,
    date: firsts[i]?.publishedAt ?? null,
    text: statement.text,
    renderings: texts[i].filter((text) => text !== statement.text),
    speakerName: nameIn(speakers, statement.speakerId),
    sourceCount: statement.sourceCount,
    ...facts[i],
  }));
}

const nameIn = (records: ReadonlyMap<number, { name: string }>, id: number | null): string | null => (id === null ? null : (records.get(id)?.name ?? null));

const later = (a: string | null, b: string | null): string | null => (a === null ? b : b === null || b < a ? a : b);
