import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkApart, checkOverlap, checkQuote, checkSame, checkSilence, checkSpeaker, passage, type Check } from './checks.js';
import { expected } from './expectations.js';
import { openLibrary, type Library } from './library.js';

let library: Library;
const reach: Check[] = [];

beforeAll(async () => {
  library = await openLibrary();
});

afterAll(async () => {
  await library?.close();
});

/** What must be met is; what need not be met yet is put aside to be counted. */
function expectMet(checks: readonly Check[]): void {
  reach.push(...checks.filter((c) => c.reach));
  const unmet = checks.filter((c) => !c.reach && c.problem !== null).map((c) => `${c.what}: ${c.problem}`);
  expect(unmet, unmet.join('\n')).toEqual([]);
}

const names = Object.keys(expected.articles);
/** Names begin with the happening, but for those of the outlet that came as one file. */
const storyOf = (name: string): string => name.replace(/^capital-dispatch-/, '').split(/[-.]/)[0];

describe('the seed articles', () => {
  it('are at least 25 articles, of six stories, in eight outlets, all with a title and a date', () => {
    const records = [...library.articles.values()].map((a) => a.record);
    expect(records.length).toBeGreaterThanOrEqual(25);
    expect(new Set(records.map((r) => r.sourceId)).size).toBe(8);
    expect(new Set(names.map(storyOf))).toEqual(new Set(['airliner', 'ferry', 'dam', 'rates', 'rovers', 'water']));
    expect(records.filter((r) => !r.title || !r.publishedAt || r.sourceId === null)).toEqual([]);
  });

  it('all have expectations, each of a passage that stands once', () => {
    expect([...library.articles.keys()].sort()).toEqual([...names].sort());
    for (const [name, { quotes, noise, notQuotes }] of Object.entries(expected.articles)) {
      const { body } = library.articles.get(name)!;
      for (const text of [...quotes.map((q) => q.content), ...[...noise, ...notQuotes].map((n) => n.text)]) expect(() => passage(body, text), name).not.toThrow();
    }
  });
});

describe('what a reader finds in them', () => {
  it.each(names)('quotes of %s', (name) => {
    expectMet(expected.articles[name].quotes.map((q) => checkQuote(library, name, q)));
  });

  it.each(names)('no quote from the noise of %s', (name) => {
    expectMet(checkSilence(library, name, expected.articles[name]));
  });

  it.each(expected.speakers)('one record for $name', (speaker) => {
    expectMet([checkSpeaker(library, speaker)]);
  });

  it.each(expected.statements.same)('one statement: $about', ({ about, renderings }) => {
    expectMet(checkSame(library, about, renderings));
  });

  it.each(expected.statements.apart)('apart: $about', ({ about, quotes }) => {
    expectMet(checkApart(library, about, quotes));
  });

  it('one story for each happening, whole', () => {
    const happenings = new Map<number, Set<string>>();
    for (const [name, { record }] of library.articles) happenings.set(record.storyId!, (happenings.get(record.storyId!) ?? new Set()).add(storyOf(name)));
    expect([...happenings.values()].map((names) => [...names])).toEqual([...happenings.values()].map((names) => [...names].slice(0, 1)));
    expect(happenings.size).toBe(6);
  });

  it.each(expected.overlaps)('$a and $b: $relation', async (overlap) => {
    expectMet([await checkOverlap(library, overlap)]);
  });

  it.each(expected.sourceOverlaps)('$a and $b share at least $reprints reprint', async ({ a, b, reprints }) => {
    const [[aId], [bId]] = [await library.read.sourcesByName(a), await library.read.sourcesByName(b)];
    const [overlap] = await library.read.sourceOverlaps([[aId, bId]], {});
    expect(overlap?.reprintCount).toBeGreaterThanOrEqual(reprints);
    expect(overlap?.sharedStatementCount).toBeGreaterThan(0);
  });

  // Stands last: it counts what the tests above put aside.
  it('and as much as before of what is hard to find', () => {
    const found = reach.filter((c) => c.problem === null);
    const missed = reach.filter((c) => c.problem !== null).map((c) => `\n  ${c.what}: ${c.problem}`);
    process.stdout.write(`Of ${reach.length} things that are hard to find, ${found.length} are found. Not found:${missed.join('')}\n`);
    expect(found.length).toBeGreaterThanOrEqual(expected.reached);
  });
});
