import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRenderings } from '../../src/app/renderings.js';
import { foldedWords } from '../../src/text/fold.js';
import { quoteOf } from './checks.js';
import { expected } from './expectations.js';
import { openLibrary, type Library } from './library.js';

let library: Library;
beforeAll(async () => {
  library = await openLibrary();
});
afterAll(async () => {
  await library?.close();
});

const found = (text: string) => findRenderings(library.app, text, {});

describe('renderings of a text among the seed articles', () => {
  it('hold every stored quote, from its own words and from three words or more of it', async () => {
    for (const quote of [...library.articles.values()].flatMap((a) => a.quotes)) {
      expect((await found(quote.text)).find((r) => r.quote.id === quote.id), quote.text).toMatchObject({ match: 'VERBATIM', similarity: 1 });
      for (const part of quote.text.split(/(?<=[.!?,;])["”’']?\s+/).filter((p) => foldedWords(p).length >= 3)) {
        expect((await found(part)).map((r) => r.quote.id), part).toContain(quote.id);
      }
    }
  });

  it.each(['You shall have my own number', 'Nobody called', 'They were magnificent', 'I want out'])('find "%s"', async (text) => {
    expect((await found(text))[0].match).toBe('VERBATIM');
  });

  it('find the renderings of the promise of compensation from one another', async () => {
    const { renderings } = expected.statements.same.find(({ about }) => about.startsWith('Putin promises compensation'))!;
    const quotes = renderings.filter((r) => !r.reach).map((r) => quoteOf(library, r.file, r.content)!);
    for (const quote of quotes) {
      const ids = (await found(quote.text)).map((r) => r.quote.id);
      for (const other of quotes) expect(ids, `${quote.text} -> ${other.text}`).toContain(other.id);
    }
  });

  it('are none of what is denied, or shares but a word', async () => {
    const of = async (text: string) => (await found(text)).map((r) => r.quote.text);
    expect((await of('It was half a job')).filter((text) => text.includes('patience'))).toEqual([]);
    expect(await of('I never promised anyone compensation')).toEqual([]);
    expect((await of('The filters were never changed on July 2')).filter((text) => text.includes('were changed on July 2'))).toEqual([]);
    expect(await of('This club is not rotten from the boardroom down')).toEqual([]);
  });
});
