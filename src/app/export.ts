/** All records of a kind, oldest id first: the lines of the `export` command. */
import { encodeId } from '../domain/ids.js';
import type { ReadStore } from '../domain/read-store.js';
import type { ArticleRecord, QuoteRecord, RecordType, SourceRecord } from '../domain/records.js';
import { toPairs } from '../text/spans.js';
import { byId } from './by-id.js';
import { renderingsOf } from './statements.js';

export type ExportKind = 'quotes' | 'statements' | 'articles' | 'overlaps';

const BATCH = 200;

export async function* exportRecords(store: ReadStore, kind: ExportKind): AsyncGenerator<object> {
  if (kind === 'overlaps') yield* exportOverlaps(store);
  else if (kind === 'quotes') for await (const ids of batches(store, 'QUOTE')) yield* await quoteLines(store, ids);
  else if (kind === 'articles') for await (const ids of batches(store, 'ARTICLE')) yield* await articleLines(store, ids);
  else for await (const ids of batches(store, 'STATEMENT')) for (const id of ids) yield* await statementLine(store, id);
}

async function* batches(store: ReadStore, type: RecordType): AsyncGenerator<number[]> {
  for (let after = 0; ; ) {
    const ids = await store.idsAfter(type, after, BATCH);
    if (ids.length === 0) return;
    yield ids;
    after = ids.at(-1)!;
  }
}

const present = <T>(values: readonly (T | null)[]): T[] => values.filter((value): value is T => value !== null);

const sourceField = (source: SourceRecord | undefined): object | null => (source ? { id: encodeId('SOURCE', source.id), name: source.name, domain: source.domain } : null);

const briefly = (article: ArticleRecord | undefined): object | null => (article ? { id: encodeId('ARTICLE', article.id), publisherId: article.publisherId } : null);

async function quoteLines(store: ReadStore, ids: readonly number[]): Promise<object[]> {
  const quotes = present(await store.quotes(ids));
  const articles = await byId(quotes.map((q) => q.articleId), (wanted) => store.articles(wanted));
  const sources = await byId(quotes.map((q) => q.sourceId), (wanted) => store.sources(wanted));
  const speakers = await byId(quotes.map((q) => q.speakerId), (wanted) => store.speakers(wanted));
  return quotes.map((quote: QuoteRecord) => {
    const article = articles.get(quote.articleId);
    const speaker = quote.speakerId === null ? undefined : speakers.get(quote.speakerId);
    return {
      id: encodeId('QUOTE', quote.id),
      article: {
        ...briefly(article),
        title: article?.title ?? null,
        publishedAt: quote.publishedAt,
        source: sourceField(quote.sourceId === null ? undefined : sources.get(quote.sourceId)),
      },
      kind: quote.kind,
      manner: quote.manner,
      text: quote.text,
      content: toPairs(quote.content),
      cue: toPairs(quote.cue),
      mention: toPairs(quote.mention?.spans ?? []),
      speaker: speaker ? { id: encodeId('SPEAKER', speaker.id), name: speaker.name, type: speaker.type } : null,
      statement: { id: encodeId('STATEMENT', quote.statementId) },
      confidence: quote.confidence,
    };
  });
}

async function statementLine(store: ReadStore, id: number): Promise<object[]> {
  const [statement] = await store.statements([id]);
  if (!statement) return [];
  const renderings = await renderingsOf(store, id);
  const articles = await byId(renderings.map((q) => q.articleId), (wanted) => store.articles(wanted));
  const [speaker] = statement.speakerId === null ? [null] : await store.speakers([statement.speakerId]);
  return [{
    id: encodeId('STATEMENT', statement.id),
    text: statement.text,
    speaker: speaker ? { id: encodeId('SPEAKER', speaker.id), name: speaker.name, type: speaker.type } : null,
    renderings: renderings.map((quote) => ({
      quote: { id: encodeId('QUOTE', quote.id) },
      article: briefly(articles.get(quote.articleId)),
      match: quote.match,
      similarity: quote.similarity,
    })),
  }];
}

async function articleLines(store: ReadStore, ids: readonly number[]): Promise<object[]> {
  const articles = present(await store.articles(ids));
  const bodies = await store.bodies(articles.map((a) => a.id));
  const sources = await byId(articles.map((a) => a.sourceId), (wanted) => store.sources(wanted));
  return articles.map((article, i) => {
    const source = article.sourceId === null ? undefined : sources.get(article.sourceId);
    return {
      id: encodeId('ARTICLE', article.id),
      publisherId: article.publisherId,
      title: article.title,
      body: bodies[i],
      source: source ? { name: source.name, domain: source.domain } : null,
      url: article.url,
      publishedAt: article.publishedAt,
      byline: article.byline,
      language: article.language,
      revision: article.revision,
    };
  });
}

async function* exportOverlaps(store: ReadStore): AsyncGenerator<object> {
  for (let after: readonly [number, number] = [0, 0]; ; ) {
    const pairs = await store.articlePairsAfter(after, BATCH);
    if (pairs.length === 0) return;
    after = pairs.at(-1)!;
    const overlaps = present(await store.articleOverlaps(pairs));
    const articles = await byId(pairs.flat(), (wanted) => store.articles(wanted));
    for (const overlap of overlaps) {
      yield {
        a: briefly(articles.get(overlap.aId)),
        b: briefly(articles.get(overlap.bId)),
        relation: overlap.relation,
        containmentAInB: overlap.containmentAInB,
        containmentBInA: overlap.containmentBInA,
        resemblance: overlap.resemblance,
        nearDuplicate: overlap.nearDuplicate,
        sharedStatements: overlap.sharedStatementIds.map((id) => encodeId('STATEMENT', id)),
        passages: overlap.passages.map(({ a, b, words }) => ({ a: [a.start, a.end], b: [b.start, b.end], words })),
      };
    }
  }
}
