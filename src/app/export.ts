/** All records of a kind, oldest id first: the lines of the `export` command. */
import { encodeId } from '../domain/ids.js';
import { MAX_PAGE, type PageRequest, type Place } from '../domain/paging.js';
import type { Pages, ReadStore } from '../domain/read-store.js';
import { speakersOf, type ArticleRecord, type QuoteRecord, type RecordType, type SourceRecord, type SpeakerRecord } from '../domain/records.js';
import { toPairs } from '../text/spans.js';
import { articlesBySize } from './batches.js';
import { byId } from './by-id.js';
import { originalityOf } from './originality.js';
import { originBetween, wireCreditOf } from './provenance.js';

export type ExportKind = 'quotes' | 'statements' | 'articles' | 'overlaps' | 'stories';

const BATCH = 200;

export async function* exportRecords(store: ReadStore, kind: ExportKind): AsyncGenerator<object> {
  if (kind === 'overlaps') yield* exportOverlaps(store);
  else if (kind === 'quotes') for await (const ids of batches(store, 'QUOTE')) yield* await quoteLines(store, ids);
  else if (kind === 'articles') for await (const ids of batches(store, 'ARTICLE')) for (const some of await articlesBySize(store, ids)) yield* await articleLines(store, some);
  else if (kind === 'stories') for await (const ids of batches(store, 'STORY')) yield* await storyLines(store, ids);
  else for await (const ids of batches(store, 'STATEMENT')) yield* await statementLines(store, ids);
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

function speakerField(speakers: ReadonlyMap<number, SpeakerRecord>, id: number | null): object | null {
  const speaker = id === null ? undefined : speakers.get(id);
  return speaker ? { id: encodeId('SPEAKER', speaker.id), name: speaker.name, type: speaker.type } : null;
}

const briefly = (article: ArticleRecord | undefined): object | null => (article ? { id: encodeId('ARTICLE', article.id), publisherId: article.publisherId } : null);

async function quoteLines(store: ReadStore, ids: readonly number[]): Promise<object[]> {
  const quotes = present(await store.quotes(ids));
  const articles = await byId(quotes.map((q) => q.articleId), (wanted) => store.articles(wanted));
  const sources = await byId(quotes.map((q) => q.sourceId), (wanted) => store.sources(wanted));
  const speakers = await byId(quotes.flatMap(speakersOf), (wanted) => store.speakers(wanted));
  return quotes.map((quote: QuoteRecord) => {
    const article = articles.get(quote.articleId);
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
      speaker: speakerField(speakers, quote.speakerId),
      speakers: speakersOf(quote).flatMap((id) => speakerField(speakers, id) ?? []),
      statement: { id: encodeId('STATEMENT', quote.statementId) },
      confidence: quote.confidence,
    };
  });
}

async function statementLines(store: ReadStore, ids: readonly number[]): Promise<object[]> {
  const statements = present(await store.statements(ids));
  const renderings = await oldestFirst(statements.map((statement) => statement.id), (some, page) => store.listQuotes({ type: 'STATEMENT', ids: some }, {}, 'OLDEST', page));
  const articles = await byId([...renderings.values()].flat().map((q) => q.articleId), (wanted) => store.articles(wanted));
  const speakers = await byId(statements.map((statement) => statement.speakerId), (wanted) => store.speakers(wanted));
  return statements.map((statement) => {
    return {
      id: encodeId('STATEMENT', statement.id),
      text: statement.text,
      speaker: speakerField(speakers, statement.speakerId),
      renderings: renderings.get(statement.id)!.map((quote) => ({
        quote: { id: encodeId('QUOTE', quote.id) },
        article: briefly(articles.get(quote.articleId)),
        match: quote.match,
        similarity: quote.similarity,
      })),
    };
  });
}

/** All that a list has under each parent: the first page of all together, further ones of the few that have more. */
async function oldestFirst<R>(ids: readonly number[], list: (ids: readonly number[], page: PageRequest) => Promise<Pages<R>>): Promise<Map<number, R[]>> {
  const all = new Map(ids.map((id) => [id, [] as R[]]));
  const read = async (some: readonly number[], after: Place | null): Promise<void> => {
    const pages = await list(some, { limit: MAX_PAGE, backward: false, after, before: null });
    for (const [id, { items, hasNextPage }] of pages) {
      all.get(id)!.push(...items.map((item) => item.record));
      if (hasNextPage) await read([id], items.at(-1)!.place);
    }
  };
  if (ids.length > 0) await read(ids, null);
  return all;
}

async function storyLines(store: ReadStore, ids: readonly number[]): Promise<object[]> {
  const stories = present(await store.stories(ids));
  const articles = await oldestFirst(stories.map((story) => story.id), (some, page) => store.listArticles({ type: 'STORY', ids: some }, {}, 'OLDEST', page));
  return stories.map((story) => {
    const own = articles.get(story.id)!;
    const representative = own.find((article) => article.id === story.representativeId);
    return {
      id: encodeId('STORY', story.id),
      title: representative?.title ?? null,
      representative: briefly(representative),
      firstPublishedAt: story.firstAt,
      lastPublishedAt: story.lastAt,
      articleCount: story.articleCount,
      sourceCount: story.sourceCount,
      articles: own.map(briefly),
    };
  });
}

async function articleLines(store: ReadStore, ids: readonly number[]): Promise<object[]> {
  const articles = present(await store.articles(ids));
  const bodies = await store.bodies(articles.map((a) => a.id));
  const sources = await byId(articles.map((a) => a.sourceId), (wanted) => store.sources(wanted));
  const provenances = await store.provenances(articles.map((a) => a.id));
  return articles.map((article, i) => {
    const credit = wireCreditOf(article, bodies[i] ?? '');
    const provenance = provenances[i];
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
      wireCredit: credit && { agency: credit.agency, extent: credit.extent },
      originality: provenance && originalityOf(provenance),
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
    const provenances = new Map(present(await store.provenances([...articles.keys()])).map((record) => [record.articleId, record]));
    for (const overlap of overlaps) {
      const [a, b] = [provenances.get(overlap.aId), provenances.get(overlap.bId)];
      const origin = a && b ? originBetween(a, b, overlap) : null;
      yield {
        a: briefly(articles.get(overlap.aId)),
        b: briefly(articles.get(overlap.bId)),
        relation: overlap.relation,
        containmentAInB: overlap.containmentAInB,
        containmentBInA: overlap.containmentBInA,
        resemblance: overlap.resemblance,
        nearDuplicate: overlap.nearDuplicate,
        sharedStatements: overlap.sharedStatementIds.map((id) => encodeId('STATEMENT', id)),
        passages: overlap.passages.map((passage) => ({ a: [passage.a.start, passage.a.end], b: [passage.b.start, passage.b.end], words: passage.words })),
        likelyOrigin: origin && { article: briefly(articles.get(origin.articleId)), reasons: origin.reasons, confidence: origin.confidence },
      };
    }
  }
}
