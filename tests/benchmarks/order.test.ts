/** What the order of articles changes: how it is counted, and that of the demonstration articles it changes no statement. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { differenceOf, measureOrder, shuffled } from '../../benchmarks/accuracy/order.js';
import type { ArticleDraft } from '../../src/app/types.js';
import { readInputs } from '../../src/intake/index.js';

const partition = (...statements: string[]): Map<string, number> => new Map(statements.flatMap((quotes, i) => [...quotes].map((quote) => [quote, i])));

it('counts pairs and quotes that are elsewhere', () => {
  expect(differenceOf([partition('abc', 'd'), partition('d', 'abc')])).toEqual({ quotes: 4, shared: 1, pairsDiffering: 0, allPairsDiffering: 0, quotesDiffering: [0] });
  const { pairsDiffering, allPairsDiffering, quotesDiffering } = differenceOf([partition('abc', 'd'), partition('ab', 'cd'), partition('abc', 'd')]);
  expect(pairsDiffering).toBeCloseTo((3 / 4 + 0) / 2);
  expect(allPairsDiffering).toBeCloseTo(3 / 6 / 2);
  expect(quotesDiffering).toEqual([4, 0]);
});

it('shuffles the same way for the same seed', () => {
  expect(shuffled([1, 2, 3, 4, 5], 7)).toEqual(shuffled([1, 2, 3, 4, 5], 7));
  expect(shuffled([1, 2, 3, 4, 5], 7).sort()).toEqual([1, 2, 3, 4, 5]);
});

it('is no other statement for any quote of the demonstration articles', async () => {
  const drafts: ArticleDraft[] = [];
  for await (const item of readInputs([fileURLToPath(new URL('../../seeds/articles', import.meta.url))], {})) if ('draft' in item) drafts.push(item.draft);
  const { quotes, shared, quotesDiffering } = await measureOrder(drafts, 3);
  expect(quotes).toBeGreaterThan(200);
  expect(shared).toBeGreaterThan(30);
  expect(quotesDiffering).toEqual([0, 0]);
});
