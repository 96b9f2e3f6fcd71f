/** Reports as words that remember where they come from, so that what two texts share is known from how they were made. */
import type { Random } from './random.js';
import { drawSentence } from './sentences.js';
import type { Happening } from './sentences.js';
import { render } from './speech.js';
import type { Rendering, Speech } from './speech.js';
import { ADJECTIVES, SYLLABLES } from './vocabulary.js';

export interface Word {
  readonly text: string;
  /** Words of one place in the text where they first stood have one id, copied or not. */
  readonly id: number;
  /** Inside quotation marks. */
  readonly quoted: boolean;
}

export interface Sentence {
  readonly id: number;
  readonly words: readonly Word[];
  /** The same reworded; null where somebody speaks. */
  readonly reworded: string | null;
  /** The sentence that this one rewords. */
  readonly rewordsId: number | null;
}

export interface Paragraph {
  /** Copies of a paragraph have its id. */
  readonly id: number;
  readonly sentences: readonly Sentence[];
  readonly speech: Speech | null;
}

export type Report = readonly Paragraph[];

/** Gives ids; one for a whole corpus. */
export class Ids {
  private last = 0;
  next = (): number => ++this.last;
}

function sentenceOf(ids: Ids, text: string, reworded: string | null, rewordsId: number | null = null): Sentence {
  let quoted = false;
  const words = text.split(' ').map((word) => {
    if (word.includes('“')) quoted = true;
    const one = { text: word, id: ids.next(), quoted };
    if (word.includes('”')) quoted = false;
    return one;
  });
  return { id: ids.next(), words, reworded, rewordsId };
}

const spoken = (random: Random, ids: Ids, speech: Speech, rendering: Rendering): Paragraph =>
  ({ id: ids.next(), sentences: [sentenceOf(ids, render(random, speech, rendering), null)], speech });

export interface Part {
  readonly speech: Speech;
  readonly rendering: Rendering;
}

/** A report of so many paragraphs of own words, with the speeches between them. */
export function writeReport(random: Random, ids: Ids, happening: Happening, paragraphs: number, speeches: readonly Part[]): Report {
  const report: Paragraph[] = Array.from({ length: paragraphs }, () => ({
    id: ids.next(),
    sentences: Array.from({ length: random.whole(1, 3) }, () => sentenceOf(ids, ...drawSentence(random, happening))),
    speech: null,
  }));
  for (const { speech, rendering } of speeches) report.splice(random.whole(1, report.length), 0, spoken(random, ids, speech, rendering));
  return report;
}

const otherWord = (random: Random): string => random.pick([random.pick(ADJECTIVES), random.pick(SYLLABLES) + random.pick(['ing', 'ed', 'ly', 'er'])]);

/** Words replaced, dropped and put in, one by one or a few in a row; quoted words stay. @param rate share of the words touched */
export function edited(random: Random, ids: Ids, paragraph: Paragraph, rate: number): Paragraph {
  const editedSentence = (sentence: Sentence): Sentence => {
    const words: Word[] = [];
    let touching = 0;
    const mean = 1.6;
    for (const word of sentence.words) {
      if (touching === 0 && !word.quoted && random.chance(rate / mean)) touching = random.pick([1, 1, 1, 2, 3]);
      if (touching === 0 || word.quoted) {
        words.push(word);
        continue;
      }
      touching--;
      const end = /[.,]$/.exec(word.text)?.[0] ?? '';
      const how = random.next();
      if (how < 0.6) words.push({ text: otherWord(random) + end, id: ids.next(), quoted: false });
      else if (how < 0.8) words.push(word, { text: otherWord(random), id: ids.next(), quoted: false });
      else if (end) words.push({ ...word, text: `${otherWord(random)}${end}`, id: ids.next() });
    }
    return { ...sentence, words };
  };
  return { ...paragraph, sentences: paragraph.sentences.map(editedSentence) };
}

/** Every sentence of the reporter put in other words, some left out; what people said is rendered anew. */
export function rewrittenReport(random: Random, ids: Ids, report: Report, leftOut: number): Report {
  const paragraphs = report.map((paragraph): Paragraph => {
    if (paragraph.speech) return spoken(random, ids, paragraph.speech, 'DIRECT');
    const kept = paragraph.sentences.filter((sentence) => sentence.reworded !== null && !random.chance(leftOut));
    return { id: ids.next(), speech: null, sentences: kept.map((sentence) => sentenceOf(ids, sentence.reworded!, null, sentence.id)) };
  });
  return paragraphs.filter((paragraph) => paragraph.sentences.length > 0);
}

export const printed = (report: Report): string =>
  report.map((paragraph) => paragraph.sentences.map((sentence) => sentence.words.map((word) => word.text).join(' ')).join(' ')).join('\n\n');

/** The words that count: those outside quotation marks. */
export const countedOf = (report: Report): Word[] => report.flatMap((paragraph) => paragraph.sentences.flatMap((sentence) => sentence.words.filter((word) => !word.quoted)));
