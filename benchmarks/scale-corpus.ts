/**
 * A seeded corpus of news for measuring how matching and reuse grow: made-up words with the frequencies of a language,
 * utterances that several outlets render, reprints, and sentences that everybody prints. Old news is drawn without reading
 * its text: its paragraphs come from a stock, its fingerprint is as many random numbers, and its match keys are made of
 * words that are known; a test of the loader holds the keys equal to what matching says.
 */
import { createHash } from 'node:crypto';
import type { QuoteKind } from '../src/domain/records.js';
import { LEAST_KEY_WEIGHT, MOST_SHINGLE_KEYS, MOST_TERM_KEYS } from '../src/matching/keys.js';
import { fingerprint } from '../src/reuse/index.js';
import { quotedSpans } from '../src/text/quotation.js';
import { hash32 } from '../src/text/hash.js';
import { stem } from '../src/text/stem.js';
import { familiesOf, wordWeight } from '../src/text/words.js';
import { randomOf, zipf } from './search-corpus.js';

const DAY_MS = 86_400_000;
const START = Date.UTC(2023, 0, 1);
export const QUOTES_AN_ARTICLE = 10;
const VOCABULARY_WORDS = 30_000;
const TOPICS = 600;
const TOPIC_WORDS = 250;
const SPEAKERS = 200_000;
const SOURCES = 200;
const STOCK_SENTENCES = 300;
/** Paragraphs kept for each topic, of which old news is made. */
const KEPT_PARAGRAPHS = 40;
/** Fingerprint hashes of an article whose text is not read: about what such a text has. */
const HASHES = 190;
const PARAGRAPHS = 12;
const PARAGRAPH_WORDS = 38;
const SHARE = { grammar: 0.42, ofTopic: 0.35, unknownSpeaker: 0.1, twin: 0.03, reprint: 0.05, stock: 0.5 } as const;
/** How many utterances of a hundred have one rendering, two, ... */
const RENDERINGS = [55, 20, 12, 8, 5] as const;
/** Articles within which the renderings of an utterance and the reprints of an article come: two days' news. */
const LATELY_DAYS = 2;
const GRAMMAR = 'the of to and a in that is was for it with as his on be at by had are but from or have an they which one you were her all she there would their we him been has when who will no more if out so said what up its about than into them can only other new'.split(' ');

export interface ScaleQuote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: QuoteKind;
  /** By number, from 1; null: nobody is known. */
  readonly speaker: number | null;
  /** The truth: which utterance it renders. */
  readonly utterance: number;
  readonly keys: readonly number[];
}

export interface ScaleArticle {
  readonly number: number;
  readonly source: number;
  readonly publishedAt: string;
  readonly body: string;
  readonly bodyHash: string;
  readonly quotes: readonly ScaleQuote[];
  readonly hashes: readonly number[];
  /** The article that this one reprints, whole or but for its last paragraph. */
  readonly reprintOf: number | null;
}

interface Utterance {
  readonly id: number;
  readonly speaker: number | null;
  readonly words: readonly Known[];
}

const ONSETS = ['b', 'br', 'c', 'ch', 'd', 'dr', 'f', 'fl', 'g', 'gr', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'pl', 'pr', 'r', 's', 'sh', 'st', 't', 'tr', 'v', 'w'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ai'];
const CODAS = ['', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck'];
/** What matching makes of a word by itself. */
interface Known {
  readonly word: string;
  readonly stem: string;
  readonly weight: number;
  readonly key: number;
}

function known(word: string): Known {
  const stemmed = stem(word);
  return { word, stem: stemmed, weight: wordWeight(word), key: hash32(`t:${stemmed}`) };
}

/** `matchKeys` of words in lower case that belong to no family. */
function keysOf(words: readonly Known[]): number[] {
  const content = words.filter((one) => one.weight > 0);
  const terms = [...new Map(content.filter((one) => one.weight >= LEAST_KEY_WEIGHT).map((one) => [one.stem, one])).values()];
  const first = new Map<string, number>();
  content.forEach((one, i) => { if (!first.has(one.stem)) first.set(one.stem, i); });
  const own = new Map(terms.map((one) => [one.stem, content[first.get(one.stem)!].weight]));
  const keys = new Set(terms.sort((x, y) => own.get(y.stem)! - own.get(x.stem)!).slice(0, MOST_TERM_KEYS).map((one) => one.key));
  const most = keys.size + MOST_SHINGLE_KEYS;
  for (let i = 0; i + 1 < content.length && keys.size < most; i++) {
    const [x, y] = [content[i].stem, content[i + 1].stem];
    keys.add(hash32(x < y ? `s:${x} ${y}` : `s:${y} ${x}`));
  }
  return [...keys];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const fingerprintOf = (body: string): number[] => fingerprint({ body, excluded: quotedSpans(body) });

export interface ScaleCorpus {
  readonly sourceName: (source: number) => string;
  readonly speakerName: (speaker: number) => string;
  /** @param isOld not to be reprinted by an article that is measured */
  next(isOld: boolean): ScaleArticle;
}

export function scaleCorpus(seed: number, articlesADay: number): ScaleCorpus {
  const random = randomOf(seed);
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const syllable = (): string => of(ONSETS) + of(VOWELS) + of(CODAS);
  const vocabulary: Known[] = [];
  while (vocabulary.length < VOCABULARY_WORDS) {
    const word = known(syllable() + syllable() + (random() < 0.4 ? syllable() : ''));
    if (word.weight >= LEAST_KEY_WEIGHT && familiesOf(word.stem).length === 0) vocabulary.push(word);
  }
  const grammarWords = GRAMMAR.map(known);
  const anyWord = zipf(VOCABULARY_WORDS, 1, random);
  const topics = Array.from({ length: TOPICS }, () => Array.from({ length: TOPIC_WORDS }, () => vocabulary[anyWord()]));
  const [topicOf, topicWord, speakerOf, sourceOf, grammar] = [zipf(TOPICS, 0.8, random), zipf(TOPIC_WORDS, 0.7, random), zipf(SPEAKERS, 1, random), zipf(SOURCES, 0.8, random), zipf(GRAMMAR.length, 0.8, random)];
  const word = (topic: readonly Known[]): Known => {
    const at = random();
    return at < SHARE.grammar ? grammarWords[grammar()] : at < SHARE.grammar + SHARE.ofTopic ? topic[topicWord()] : vocabulary[anyWord()];
  };
  const words = (topic: readonly Known[], count: number): Known[] => Array.from({ length: count }, () => word(topic));
  const line = (list: readonly Known[]): string => list.map((one) => one.word).join(' ');
  const stock = Array.from({ length: STOCK_SENTENCES }, () => `${capital(line(words(topics[0], 14)))}.`);
  const paragraphs = topics.map((topic) => Array.from({ length: KEPT_PARAGRAPHS }, () => `${capital(line(words(topic, PARAGRAPH_WORDS)))}. `));
  const stockHashes = new Map(stock.map((sentence) => [sentence, fingerprint({ body: sentence, excluded: [] })]));
  const stockOf = zipf(STOCK_SENTENCES, 1, random);
  const nameParts = Array.from({ length: 2_000 }, () => capital(syllable() + syllable()));

  const pending: { readonly utterance: Utterance; readonly until: number }[] = [];
  const recent: ScaleArticle[] = [];
  const lately = LATELY_DAYS * articlesADay;
  let [number, utterances] = [0, 0];

  const newUtterance = (topic: readonly Known[]): Utterance => {
    const utterance = { id: ++utterances, speaker: random() < SHARE.unknownSpeaker ? null : speakerOf() + 1, words: words(topic, 14 + Math.floor(random() * 16)) };
    let at = random() * 100;
    let more = 0;
    while (more < RENDERINGS.length - 1 && at >= RENDERINGS[more]) at -= RENDERINGS[more++];
    for (; more > 0; more--) pending.push({ utterance, until: number + lately });
    return utterance;
  };
  const nextUtterance = (topic: readonly Known[], said: ReadonlySet<number>): Utterance => {
    while (pending.length > 0 && random() < 0.5) {
      const at = Math.floor(random() * pending.length);
      const { utterance, until } = pending[at];
      pending[at] = pending.at(-1)!;
      pending.pop();
      if (until >= number && !said.has(utterance.id)) return utterance;
    }
    return newUtterance(topic);
  };
  const rendered = ({ words: original }: Utterance, topic: readonly Known[]): { readonly wording: readonly Known[]; readonly kind: QuoteKind } => {
    const how = random();
    if (how < 0.55) return { wording: original, kind: 'DIRECT' };
    if (how < 0.7) return { wording: original.slice(0, Math.ceil(original.length * 0.6)), kind: 'DIRECT' };
    return { wording: original.map((one) => (random() < 0.3 ? word(topic) : one)), kind: 'INDIRECT' };
  };

  const written = (topicNumber: number, isOld: boolean): Pick<ScaleArticle, 'body' | 'quotes' | 'hashes'> => {
    const topic = topics[topicNumber];
    const hashes = isOld ? Array.from({ length: HASHES }, () => Math.floor(random() * 2 ** 32)) : [];
    const quotes: ScaleQuote[] = [];
    const said = new Set<number>();
    let body = '';
    for (let paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
      body += isOld ? of(paragraphs[topicNumber]) : `${capital(line(words(topic, PARAGRAPH_WORDS)))}. `;
      if (random() < SHARE.stock / PARAGRAPHS) {
        const sentence = stock[stockOf()];
        body += `${sentence} `;
        if (isOld) hashes.push(...stockHashes.get(sentence)!);
      }
      if (quotes.length < QUOTES_AN_ARTICLE) {
        const utterance = nextUtterance(topic, said);
        said.add(utterance.id);
        const { wording, kind } = rendered(utterance, topic);
        const text = kind === 'DIRECT' ? `“${line(wording)},”` : `that ${line(wording)}`;
        const start = kind === 'DIRECT' ? body.length : body.length + 'They said '.length;
        body += kind === 'DIRECT' ? `${text} they said.` : `They said ${text}.`;
        quotes.push({ text, start, end: start + text.length, kind, speaker: utterance.speaker, utterance: utterance.id, keys: keysOf(wording) });
      }
      body += '\n\n';
    }
    return { body, quotes, hashes: isOld ? [...new Set(hashes)] : fingerprintOf(body) };
  };

  const reprinted = (original: ScaleArticle, isTwin: boolean, topic: number, isOld: boolean): Pick<ScaleArticle, 'body' | 'quotes' | 'hashes' | 'reprintOf'> => {
    const body = isTwin ? original.body : `${original.body}${capital(line(words(topics[topic], PARAGRAPH_WORDS)))}.`;
    return { body, quotes: original.quotes, hashes: isTwin || isOld ? original.hashes : fingerprintOf(body), reprintOf: original.number };
  };

  const article = (source: number, of_: Pick<ScaleArticle, 'body' | 'quotes' | 'hashes' | 'reprintOf'>): ScaleArticle => ({
    number, source,
    publishedAt: new Date(START + Math.floor((number / articlesADay) * DAY_MS)).toISOString(),
    bodyHash: createHash('sha256').update(of_.body).digest('hex'),
    ...of_,
  });

  return {
    sourceName: (source) => `The ${nameParts[source]} Post`,
    speakerName: (speaker) => `${nameParts[speaker % nameParts.length]} ${nameParts[Math.floor(speaker / nameParts.length) + 1]}${speaker % 7 === 0 ? 'son' : ''}`,
    next: (isOld) => {
      number++;
      const source = sourceOf() + 1;
      const what = random();
      const topic = topicOf();
      const original = what < SHARE.twin + SHARE.reprint && recent.length > 0 ? of(recent) : null;
      const made = original === null
        ? article(source, { ...written(topic, isOld), reprintOf: null })
        : article(source, reprinted(original, what < SHARE.twin, topic, isOld));
      if (original === null) recent.push(made);
      if (recent.length > lately) recent.shift();
      return made;
    },
  };
}
