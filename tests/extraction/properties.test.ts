/** What holds of every text: bounds, order, nesting, no error, and time in proportion to its length. */
import { describe, expect, it } from 'vitest';
import { openExtractor } from '../../src/cli/extractor.js';
import { createExtractor } from '../../src/extraction/index.js';
import { checkExtraction } from './invariants.js';
import { MIXTURES, random } from './random-texts.js';

const engines = { 'with the model': openExtractor(), 'rules alone': createExtractor() };
const extractor = engines['with the model'];
const ROUNDS = 250;

describe.each(Object.entries(engines))('%s', (_name, engine) => {
  it.each(MIXTURES)('$name: spans in bounds and in order, contents apart, nested ones inside', ({ make }) => {
    const next = random(11);
    for (let round = 0; round < ROUNDS; round++) {
      const text = make(next);
      checkExtraction(text, engine.extract(text));
    }
  });
});

/** Words that look at the ones behind them: each is the last of a text once. */
const CUT = [
  'President Orr and the former Speaker of the House, Marta Quill of Lund, who leads the Department of Water, told reporters that the dam holds.',
  '“It holds. And we know it. But nobody asks. Then it rains,” Quill said, referring to the dam. But “it leaks,” Orr said when asked if it does.',
  'According to Quill and Orr, “it holds. Or does it?” Said Orr: “It does.” — Ana Reyes, a baker',
  'QUILL: We were told that it holds and that it leaks. Asked whether, Orr, whose office, which is in Lund, was quoted as saying so, said “no.’',
];

describe.each(Object.entries(engines))('%s', (_name, engine) => {
  it.each(CUT)('reads a text that ends behind any of its words: %s', (whole) => {
    for (const { index, 0: word } of whole.matchAll(/[\p{L}\p{N}]+|\S/gu)) {
      for (const text of [whole.slice(0, index + word.length), whole.slice(index)]) checkExtraction(text, engine.extract(text));
    }
  });
});

it('a text is read the same behind others as alone', () => {
  const next = random(5);
  const texts = Array.from({ length: 30 }, () => MIXTURES[0].make(next));
  const first = texts.map((text) => openExtractor().extract(text));
  expect(texts.map((text) => extractor.extract(text))).toEqual(first);
});

/** So many units of a shape: its piece again and again, or pieces that a number makes different. */
type Shape = string | ((i: number) => string);
function textOfShape(shape: Shape, units: number): string {
  if (typeof shape === 'string') return shape.repeat(Math.ceil(units / shape.length));
  const parts: string[] = [];
  for (let i = 0, length = 0; length < units; i++) length += parts[parts.push(shape(i)) - 1].length;
  return parts.join('');
}
/** A word of letters for each number: a, b, ..., ba, bb, ... */
const letters = (i: number): string => i.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));

/** Enough that work on each piece outweighs what an extraction costs anyhow, in UTF-16 units. */
const UNITS = 60_000;
/** What grows with the number of different names shows only where there are many. */
const MANY_UNITS = 250_000;

const SHAPES: readonly (readonly [name: string, shape: Shape, units: number])[] = [
  ['news', 'Marta Quill said the dam was safe. “It holds,” she added, according to Jonas Orr of Lund.\n\n', UNITS],
  ['one paragraph without end', 'Marta Quill said the dam was safe. “It holds,” she added. ', UNITS],
  ['one giant sentence', 'the dam near Lund holds and Quill said that ', UNITS],
  ['opening marks alone', '“', MANY_UNITS],
  ['straight marks alone', '"', MANY_UNITS],
  ['marks of all styles', '“‘"\'«„”’»', UNITS],
  ['quotations in half a sentence', '“It holds,” he said, he said, ', UNITS],
  ['one name', 'Marta Quill ', MANY_UNITS],
  ['names, each another', (i) => `Marta Q${letters(i)} said so. `, MANY_UNITS],
  ['namesakes', (i) => `M${letters(i)} Quill spoke. Quill said no. `, MANY_UNITS],
  ['pronouns after ever other names', (i) => `Mary Q${letters(i)} left. She said it rained. `, MANY_UNITS],
  ['offices after ever other names', (i) => `President M${letters(i)} Q${letters(i)} spoke. The president said no. `, MANY_UNITS],
  ['bodies', (i) => `T${letters(i)} Corp. grew. The company said no. `, MANY_UNITS],
  ['he said', 'he said ', UNITS],
  ['turns of a transcript', 'QUILL: We shall move on.\nORR: It rains again.\n', UNITS],
  ['turns of ever other speakers', (i) => `Q${letters(i).toUpperCase()}: We shall move on.\n`, MANY_UNITS],
  ['carried quotations', '“The dam holds.\n\n', UNITS],
  ['who said', ', who said, ', UNITS],
];
const TIMES = 4;
/** Linear work takes TIMES as long, quadratic TIMES². Halfway: machines are shared. */
const MOST = 8;
/** What is done sooner tells nothing of how it grows. */
const SOON_MS = 400;
const TRIALS = 3;

/** Of the processor, all threads: what others do on the machine counts little. */
function processorMs(text: string): number {
  const before = process.cpuUsage();
  extractor.extract(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times as long the long text takes; the least of some trials, 0 where it is read soon anyhow. */
function growthOf(short: string, long: string): number {
  let least = Infinity;
  for (let trial = 0; trial < TRIALS && least > MOST; trial++) {
    const [a, b] = [processorMs(short), processorMs(long)];
    least = Math.min(least, b < SOON_MS ? 0 : b / a);
  }
  return least;
}

describe('the time grows with the length, not with its square', () => {
  it.each(SHAPES)('%s', (_name, shape, units) => {
    expect(growthOf(textOfShape(shape, units), textOfShape(shape, TIMES * units))).toBeLessThan(MOST);
  });

  it('reports within one content', () => {
    const within = (reports: number): string => `Quill said: “${'Marta Orr said that it rained. '.repeat(reports)}”`;
    expect(extractor.extract(within(20_000)).quotes[0].nested).toHaveLength(20_000);
    expect(growthOf(within(10_000), within(10_000 * TIMES))).toBeLessThan(MOST);
  });
});

it('an article of five megabytes is read to its end', () => {
  const article = 'LUND (AP) — Marta Quill said the dam was safe. “It holds,” she added. The council met on Monday; nobody objected, according to Jonas Orr.\n\n';
  const text = article.repeat(Math.ceil(5_000_000 / article.length));
  const extraction = extractor.extract(text);
  checkExtraction(text, extraction);
  expect(extraction.quotes.at(-1)!.content[0].start).toBeGreaterThan(text.length - article.length);
});
