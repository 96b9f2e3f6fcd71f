/** Does it matter in which order articles come? The same articles in several orders, each into a store of its own, and how far the statements differ. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ingestArticle } from '../../src/app/ingest.js';
import type { App, ArticleDraft } from '../../src/app/types.js';
import { openExtractor } from '../../src/cli/extractor.js';
import type { Extraction, Extractor } from '../../src/extraction/types.js';
import { readInputs } from '../../src/intake/index.js';
import type { Span } from '../../src/text/spans.js';
import { openSqliteStore } from '../../src/store/index.js';
import { randomOf } from '../search-corpus.js';

/** The statement of each quote; a quote is known by its article and place. */
export type Partition = ReadonlyMap<string, number>;

export interface OrderDifference {
  /** Quotes that are in all orders. */
  readonly quotes: number;
  /** Statements of more than one rendering, in the first order. */
  readonly shared: number;
  /** Of the pairs that are together in at least one of two orders, the share that is so in one alone (1 - Jaccard), the mean over orders beside the first. */
  readonly pairsDiffering: number;
  /** 1 - Rand: of all pairs of quotes, the share that is together in one order and apart in the other. */
  readonly allPairsDiffering: number;
  /** Quotes whose statement has other renderings than in the first order, each order by itself. */
  readonly quotesDiffering: readonly number[];
}

const QUOTES_AT_ONCE = 1_000;
/** Articles of the train part: enough that statements meet, few enough to be read several times. */
const TRAIN_ARTICLES = 300;

/** Gives what it gave when it is asked again for the same text: extraction knows nothing of orders. */
function remembering(extractor: Extractor): Extractor {
  const known = new Map<string, Extraction>();
  return {
    extract: (text, hints) => {
      const key = JSON.stringify([text, hints]);
      const found = known.get(key) ?? extractor.extract(text, hints);
      known.set(key, found);
      return found;
    },
  };
}

export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const random = randomOf(seed);
  return values.map((value) => ({ value, at: random() })).sort((a, b) => a.at - b.at).map(({ value }) => value);
}

/** A quote as it lies in the store after all articles are in. */
export interface StoredQuote {
  /** What the article is known by: the publisher's id, else its address. */
  readonly article: string;
  readonly content: readonly Span[];
  readonly start: number;
  readonly end: number;
  readonly statementId: number;
}

const partitionOf = async (extractor: Extractor, drafts: readonly ArticleDraft[]): Promise<Partition> =>
  new Map((await statementsOf(extractor, drafts)).map(({ article, content, statementId }) => [`${article} ${JSON.stringify(content)}`, statementId]));

/** Takes the articles into a store of their own, in the order given, and reads all quotes back. */
export async function statementsOf(extractor: Extractor, drafts: readonly ArticleDraft[]): Promise<StoredQuote[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-order-'));
  try {
    const store = await openSqliteStore({ folder });
    // No index is asked for anything.
    const app: App = { store, index: undefined as never, extractor, now: Date.now, onWritten: async () => {} };
    const placeOf = new Map<number, string>();
    for (const [i, draft] of drafts.entries()) {
      const outcome = await ingestArticle(app, draft);
      if (outcome.articleId !== null) placeOf.set(outcome.articleId, draft.publisherId ?? draft.url ?? `${i} ${draft.body}`);
    }
    const found: StoredQuote[] = [];
    for (let after = 0; ; ) {
      const ids = await store.read.idsAfter('QUOTE', after, QUOTES_AT_ONCE);
      if (ids.length === 0) break;
      for (const quote of await store.read.quotes(ids)) {
        if (quote) found.push({ article: placeOf.get(quote.articleId)!, content: quote.content, start: quote.content[0].start, end: quote.content.at(-1)!.end, statementId: quote.statementId });
      }
      after = ids.at(-1)!;
    }
    await store.close();
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function companies(partition: Partition): Map<string, readonly string[]> {
  const members = new Map<number, string[]>();
  for (const [quote, statement] of partition) {
    const company = members.get(statement);
    if (company) company.push(quote);
    else members.set(statement, [quote]);
  }
  for (const company of members.values()) company.sort();
  return new Map([...partition].map(([quote, statement]) => [quote, members.get(statement)!]));
}

const pairsOf = (companyOf: ReadonlyMap<string, readonly string[]>): Set<string> =>
  new Set([...companyOf].flatMap(([quote, company]) => company.filter((other) => other > quote).map((other) => `${quote}\n${other}`)));

/** How the later partitions differ from the first. */
export function differenceOf(partitions: readonly Partition[]): OrderDifference {
  const [first, ...others] = partitions.map(companies);
  const together = pairsOf(first);
  const all = (first.size * (first.size - 1)) / 2;
  const differing = others.map((other) => {
    const pairs = pairsOf(other);
    const common = [...pairs].filter((pair) => together.has(pair)).length;
    return { one: pairs.size + together.size - 2 * common, either: pairs.size + together.size - common };
  });
  const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length);
  return {
    quotes: first.size,
    shared: new Set([...first.values()].filter((company) => company.length > 1)).size,
    pairsDiffering: mean(differing.map(({ one, either }) => (either === 0 ? 0 : one / either))),
    allPairsDiffering: mean(differing.map(({ one }) => (all === 0 ? 0 : one / all))),
    quotesDiffering: others.map((other) => [...first].filter(([quote, company]) => (other.get(quote) ?? []).join('\n') !== company.join('\n')).length),
  };
}

/** @param orders as given, reversed, and then shuffled ones: at least two */
export async function measureOrder(drafts: readonly ArticleDraft[], orders: number): Promise<OrderDifference> {
  const extractor = remembering(openExtractor());
  const arranged = [drafts, [...drafts].reverse(), ...Array.from({ length: Math.max(0, orders - 2) }, (_, i) => shuffled(drafts, i + 1))];
  const partitions: Partition[] = [];
  for (const order of arranged) partitions.push(await partitionOf(extractor, order));
  return differenceOf(partitions);
}

/** The articles of a folder, as `ingest` reads them. */
export async function articlesIn(folder: string): Promise<ArticleDraft[]> {
  const found: ArticleDraft[] = [];
  for await (const item of readInputs([folder], {})) if ('draft' in item) found.push(item.draft);
  return found;
}

/** What is measured: the demonstration articles, the seeds of the corpus folder and articles of the kit's train part. */
export async function orderCorpora(train: readonly ArticleDraft[]): Promise<Map<string, readonly ArticleDraft[]>> {
  const corpora = new Map<string, readonly ArticleDraft[]>([['demonstration articles', await articlesIn(fileURLToPath(new URL('../../seeds/articles', import.meta.url)))]]);
  const seeds = join(process.env.ONRECORD_CORPUS ?? '', 'seeds');
  if (process.env.ONRECORD_CORPUS && existsSync(seeds)) corpora.set('seeds of the corpus', await articlesIn(seeds));
  corpora.set('train articles', train.slice(0, TRAIN_ARTICLES));
  return corpora;
}
