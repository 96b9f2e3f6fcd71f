import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differencesBetween } from '../../src/app/differences.js';
import type { Difference } from '../../src/app/types.js';
import type { QuoteRecord } from '../../src/domain/records.js';
import { foldedLine } from '../../src/text/fold.js';
import { contains, textOf } from '../../src/text/spans.js';
import { quoteOf } from './checks.js';
import { expected } from './expectations.js';
import { openLibrary, type Library, type ReadArticle } from './library.js';

let library: Library;
let bodies: Map<number, string>;
let quotes: QuoteRecord[];
beforeAll(async () => {
  library = await openLibrary();
  const articles: ReadArticle[] = [...library.articles.values()];
  bodies = new Map(articles.map(({ record, body }) => [record.id, body]));
  quotes = articles.flatMap((one) => one.quotes);
});
afterAll(async () => {
  await library?.close();
});

function between(best: QuoteRecord, other: QuoteRecord): Promise<Difference[]> {
  const inArticle = (quote: QuoteRecord) => ({ quote, body: bodies.get(quote.articleId)!, terms: [], speakerName: quote.speakerId === null ? null : library.speakers.get(quote.speakerId)!.name });
  return differencesBetween(inArticle(best), inArticle(other));
}

describe('differences between the renderings of the seed articles', () => {
  it('stand where they say, in the contents or in what attributes them', async () => {
    let told = 0;
    for (const a of quotes) {
      for (const b of quotes.filter((other) => other.statementId === a.statementId)) {
        for (const { kind, a: own, b: other } of await between(a, b)) {
          told++;
          for (const [quote, side] of [[a, own], [b, other]] as const) {
            expect(textOf(bodies.get(quote.articleId)!, side.spans)).toBe(side.text);
            if (kind !== 'ATTRIBUTION') for (const span of side.spans) expect(quote.content.some((part) => contains(part, span))).toBe(true);
          }
        }
      }
    }
    expect(told).toBeGreaterThan(30);
  });

  it('are none between the same words of one speaker', async () => {
    for (const a of quotes) for (const b of quotes) {
      if (a.id >= b.id || a.speakerId !== b.speakerId || foldedLine(a.text) !== foldedLine(b.text)) continue;
      expect((await between(a, b)).filter(({ kind }) => kind !== 'ATTRIBUTION'), a.text).toEqual([]);
    }
  });

  it('are none of meaning that the words of the promise of compensation do not show', async () => {
    const { renderings } = expected.statements.same.find(({ about }) => about.startsWith('Putin promises compensation'))!;
    const found = renderings.filter((r) => !r.reach).map((r) => quoteOf(library, r.file, r.content)!);
    for (const a of found) for (const b of found) expect((await between(a, b)).map(({ kind }) => kind).filter((kind) => ['POLARITY', 'NUMBER', 'NAME'].includes(kind))).toEqual([]);
  });
});
