/**
 * A seeded corpus for measuring search: made-up words with the frequencies of a language, news-like records around them.
 * The same seed and size give the same documents, byte for byte.
 */
import type { Manner, QuoteKind } from '../src/domain/records.js';
import type { ArticleDocument, QuoteDocument, SearchDocument, SpeakerDocument, StatementDocument } from '../src/domain/search-index.js';

/** The generator of Tommy Ettinger's mulberry32: 32 bits of state, good enough to draw words. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ONSETS = ['b', 'br', 'c', 'ch', 'd', 'dr', 'f', 'fl', 'g', 'gr', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'pl', 'pr', 'qu', 'r', 's', 'sh', 'st', 't', 'tr', 'v', 'w', 'y', ''];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ai'];
const CODAS = ['', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck', 'ng'];

const QUOTES_AN_ARTICLE = 5;
const RENDERINGS_A_STATEMENT = 1.25;
const ZIPF = 1.05;
const START = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

export interface CorpusSize {
  readonly quotes: number;
  readonly seed: number;
}

/** Draws 0..n-1 with the frequencies of Zipf's law. */
export function zipf(n: number, exponent: number, random: () => number): () => number {
  const sums = new Float64Array(n);
  for (let i = 0, sum = 0; i < n; i++) sums[i] = sum += 1 / (i + 1) ** exponent;
  return () => {
    const x = random() * sums[n - 1];
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

export function* searchCorpus({ quotes: wanted, seed }: CorpusSize): Generator<SearchDocument> {
  const random = randomOf(seed);
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  // A vocabulary grows with its text, roughly as a root of it (Heaps' law).
  const vocabulary = [...new Set(Array.from({ length: Math.round(90 * wanted ** 0.6) }, (_, rank) =>
    Array.from({ length: rank < 60 ? 1 : 1 + Math.floor(random() * 3.4) }, () => of(ONSETS) + of(VOWELS) + of(CODAS)).join('')))];
  const word = zipf(vocabulary.length, ZIPF, random);
  const words = (n: number): string => Array.from({ length: n }, () => vocabulary[word()]).join(' ');
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const names = Array.from({ length: Math.max(50, Math.round(wanted / 40)) }, () => `${capital(of(vocabulary))} ${capital(of(vocabulary))}`);
  const sources = Array.from({ length: 200 }, () => `The ${capital(of(vocabulary))} Post`);
  const drawSpeaker = zipf(names.length, 1, random);
  const drawSource = zipf(sources.length, 0.8, random);

  const statements = new Map<number, QuoteDocument[]>();
  const spoken = new Map<number, QuoteDocument[]>();
  const under = (quotes: readonly QuoteDocument[]) => ({
    speakerIds: [...new Set(quotes.flatMap((q) => q.speakerIds))], sourceIds: [...new Set(quotes.flatMap((q) => q.sourceIds))],
    kinds: [...new Set(quotes.flatMap((q) => q.kinds))], manners: [...new Set(quotes.flatMap((q) => q.manners))],
  });
  const articleCount = Math.ceil(wanted / QUOTES_AN_ARTICLE);
  for (let article = 1, id = 1; article <= articleCount; article++) {
    const source = drawSource();
    const date = new Date(START + Math.floor((article / articleCount) * 730) * DAY_MS).toISOString();
    const quotes: QuoteDocument[] = [];
    const body = [words(40)];
    for (let q = 0; q < QUOTES_AN_ARTICLE && id <= wanted; q++, id++) {
      const speaker = drawSpeaker();
      const text = `“${capital(words(8 + Math.floor(random() * 20)))},”`;
      const statement = Math.ceil(id / RENDERINGS_A_STATEMENT);
      const quote: QuoteDocument = {
        type: 'QUOTE', id, date, speakerIds: [speaker + 1], sourceIds: [source + 1], kinds: [of<QuoteKind>(['DIRECT', 'DIRECT', 'INDIRECT', 'MIXED'])],
        manners: [of<Manner>(['SPEECH', 'SPEECH', 'WRITING', 'ATTITUDE'])], text, speakerName: names[speaker], sourceName: sources[source],
        articleId: article, statementId: statement, bodyStart: body.join('\n\n').length + 2,
      };
      body.push(`${text} ${names[speaker]} said. ${capital(words(25))}.`);
      quotes.push(quote);
      statements.set(statement, [...(statements.get(statement) ?? []), quote]);
      const heard = spoken.get(speaker);
      if (heard) heard.push(quote);
      else spoken.set(speaker, [quote]);
      yield quote;
    }
    const document: ArticleDocument = {
      type: 'ARTICLE', id: article, date, ...under(quotes), title: capital(words(8)), byline: null, body: body.join('\n\n'), sourceName: sources[source],
    };
    yield document;
  }
  for (const [id, quotes] of statements) {
    const document: StatementDocument = {
      type: 'STATEMENT', id, date: quotes[0].date, ...under(quotes), text: quotes[0].text, renderings: quotes.slice(1).map((q) => q.text),
      speakerName: quotes[0].speakerName, sourceCount: 1,
    };
    yield document;
  }
  for (const [speaker, quotes] of spoken) {
    const document: SpeakerDocument = {
      type: 'SPEAKER', id: speaker + 1, date: quotes[0].date, ...under(quotes), name: names[speaker], aliases: [names[speaker].split(' ')[1]], roles: [],
      quoteCount: quotes.length,
    };
    yield document;
  }
}

/** Replaces, drops, doubles or swaps one letter that is not the first. */
export function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  switch (Math.floor(random() * 4)) {
    case 0: return word.slice(0, at) + letter + word.slice(at + 1);
    case 1: return word.slice(0, at) + word.slice(at + 1);
    case 2: return word.slice(0, at) + word[at] + word.slice(at);
    default: return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  }
}
