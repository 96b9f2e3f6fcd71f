/** The learned model: its bytes, what they are refused for, and what it adds to the rules. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createExtractor, ModelError } from '../../src/extraction/index.js';
import { Decoder } from '../../src/extraction/learned/decode.js';
import { isContent, isCue, LABELS } from '../../src/extraction/learned/labels.js';
import { formatModel, parseModel } from '../../src/extraction/learned/model.js';
import { FeatureList, Templates } from '../../src/extraction/learned/hashing.js';
import { readUnits } from '../../src/extraction/learned/units.js';
import { withoutConflicts } from '../../src/extraction/learned/propose.js';
import { readDocument } from '../../src/extraction/document.js';
import { paragraphs } from '../../src/extraction/paragraphs.js';
import { NO_CLASSES } from '../../src/extraction/learned/classes.js';
import { readUnit } from '../../src/extraction/learned/reading.js';

const BYTES = new Uint8Array(readFileSync('models/quotes.en.bin'));
const documentOf = (text: string) => readDocument(text, paragraphs(text), []);

describe('the bytes of the model', () => {
  it('are the same after reading and writing', () => {
    expect(Buffer.compare(formatModel(parseModel(BYTES)), BYTES)).toBe(0);
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['another file', () => new TextEncoder().encode('{"version":1}, and then some')],
    ['another format', (bytes) => Uint8Array.from(bytes, (byte, i) => (i === 4 ? 9 : byte))],
    ['a broken header', (bytes) => Uint8Array.from(bytes, (byte, i) => (i === 13 ? 0 : byte))],
    ['a model cut short', (bytes) => bytes.slice(0, bytes.length - 1)],
    ['a header cut short', (bytes) => bytes.slice(0, 40)],
    ['more than the model', (bytes) => Uint8Array.from([...bytes, 0])],
    ['features of another version', (bytes) => {
      const at = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).indexOf('"features":') + '"features":'.length;
      return Uint8Array.from(bytes, (byte, i) => (i === at ? '9'.charCodeAt(0) : byte));
    }],
  ])('are refused where they are %s', (_, change) => {
    expect(() => createExtractor(change(BYTES.slice()))).toThrow(ModelError);
  });

  it('are read wherever they lie in a buffer', () => {
    const within = new Uint8Array(BYTES.length + 3);
    within.set(BYTES, 3);
    expect(createExtractor(within.subarray(3)).extract('Ann Lee said the dam was safe.').quotes).toHaveLength(1);
  });
});

describe('units', () => {
  it('fold a quotation into one item and run on where it does', () => {
    const doc = documentOf('He said: “Go. Do not wait.” Then he left.');
    const units = readUnits(doc);
    expect(units.map(({ from, pair }) => [from.length, pair.filter((p) => p >= 0).length])).toEqual([[4, 1], [4, 0]]);
  });

  it('cover every token of every sentence once', () => {
    const doc = documentOf('One. “Two. Three,” she said, “four.” Five? “Six.\n\n“Seven,” he added.');
    const seen = readUnits(doc).flatMap(({ from, to }) => from.flatMap((start, k) => Array.from({ length: to[k] - start }, (_, i) => start + i)));
    expect(seen).toEqual(doc.sentences.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  });
});

it('a decoded cue is one piece that holds its anchor, and a quotation is no mention, whatever the weights', () => {
  const doc = documentOf('On Monday the mayor, Ann Lee, has “repeatedly said” to reporters that “the dam” was safe and sound.');
  const [unit] = readUnits(doc);
  const reading = readUnit(doc, unit, [], NO_CLASSES);
  const decoder = new Decoder();
  let state = 1;
  const random = (): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32 - 0.5;
  for (let round = 0; round < 200; round++) {
    const anchor = round % reading.length;
    const weights = {
      transitions: Float32Array.from({ length: 64 * LABELS * LABELS }, random),
      addEmission: (_: unknown, scores: Float32Array, place: number): void => {
        for (let label = 0; label < LABELS; label++) scores[place + label] += 4 * random();
      },
    };
    const labels = [...decoder.decode(reading, anchor, weights)!.labels];
    const cue = labels.flatMap((label, k) => (isCue(label) ? [k] : []));
    expect(cue).toContain(anchor);
    expect(cue.at(-1)! - cue[0] + 1).toBe(cue.length);
    labels.forEach((label, k) => expect(reading.quotation[k] !== 0 && (label === 1 || label === 2)).toBe(false));
  }
});

it('templates fill features as they are added one by one', () => {
  const values = Int32Array.from([0, 7, -9, 2_000_000_000]);
  const [filled, added] = [new FeatureList(), new FeatureList()];
  filled.add(40, 1);
  filled.fill(new Templates([[0], [41, 1], [42, 2, 3], [200, 3, 1, 2]]), values);
  added.add(40, 1);
  added.add(0);
  added.add(41, 7);
  added.add(42, -9, 2_000_000_000);
  added.add(200, 2_000_000_000, 7, -9);
  const idsOf = ({ ids, length }: FeatureList): number[] => [...ids.subarray(0, length)];
  expect(idsOf(filled)).toEqual(idsOf(added));
  expect(new Set(idsOf(filled)).size).toBe(5);
});

it('of proposals that overlap the surer one stays', () => {
  const proposal = (chance: number, ...labels: number[]) => ({ anchor: labels.indexOf(3), chance, labels: Uint8Array.from(labels) });
  const [kept, ...others] = withoutConflicts([proposal(0.5, 1, 3, 5, 6), proposal(0.9, 0, 0, 3, 5)], 4);
  expect([kept.chance, others.length]).toEqual([0.9, 0]);
  expect([...kept.labels].some(isContent)).toBe(true);
});

describe('what the model adds', () => {
  const [learned, rules] = [createExtractor(BYTES), createExtractor()];
  it('a quotation is by whoever the sentence before lets speak, whatever the verb takes', () => {
    const text = 'Mayor Jonas Orr touted his work for the valley. “We need a dam that will hold for a century.”';
    const said = learned.extract(text).quotes.map(({ mention, content }) => [...mention, ...content].map(({ start, end }) => text.slice(start, end)));
    expect(said).toContainEqual(['Mayor Jonas Orr', '“We need a dam that will hold for a century.”']);
  });

  it.each([
    ['Voters were skeptical that the toll would pay for the bridge.', 'that the toll would pay for the bridge'],
    ['The council is expected to approve the toll on Monday.', 'to approve the toll on Monday'],
  ])('it finds where the rules find nothing: %s', (text, part) => {
    expect(rules.extract(text).quotes).toEqual([]);
    const [quote] = learned.extract(text).quotes;
    expect(quote.content.map(({ start, end }) => text.slice(start, end))).toContain(part);
  });

  it('who is told something has not said it', () => {
    const [quote] = learned.extract('Residents were told that the bridge would close.').quotes;
    expect(quote).toMatchObject({ mention: [], speaker: null, reason: 'NO_MENTION' });
  });

  it('asks less of a content in quotation marks: somebody said it', () => {
    const strict = createExtractor(formatModel({ ...parseModel(BYTES), leastQuote: 0.999 }));
    expect(strict.extract('Voters were skeptical that the toll would pay for the bridge.').quotes).toEqual([]);
    expect(strict.extract('Ann Lee has taken up the slogan “Save our dam.”').quotes).toHaveLength(1);
  });

  it('gives a confidence of its own, and the rules theirs without it', () => {
    const text = 'The minister said on Monday that the port would reopen in spring.';
    const [a, b] = [learned.extract(text).quotes, rules.extract(text).quotes];
    expect([a.length, b.length]).toEqual([1, 1]);
    expect(a[0].confidence).toBeGreaterThan(0.4);
    expect(a[0].confidence).not.toBe(b[0].confidence);
    expect(a[0].content).toEqual(b[0].content);
  });
});

describe('beside the rules, the model', () => {
  const extractor = createExtractor(BYTES);
  const contentsOf = (text: string): string[] => extractor.extract(text).quotes.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(' | '));

  it('takes no clause in front of the cue into what is whole behind it', () => {
    expect(contentsOf('In Lund, where the mayors of the valley have gathered, Mr Orr told Mayor Ana Quill that two dams had burst.')).toEqual(['that two dams had burst']);
  });

  it('leaves the cue to a quotation in the next paragraph', () => {
    expect(contentsOf('In a statement that underscores how grave it is, Orr expressed,\n\n“Of course these words do not mend the dam at all.”')).toEqual(['“Of course these words do not mend the dam at all.”']);
  });

  it('makes no words of what was done to somebody, nor of what the narrator found', () => {
    expect(contentsOf('The residents of Pell and Minto were allowed to return on Sunday. We found no later entry.')).toEqual([]);
  });

  it('makes no words of what was only perceived', () => {
    expect(contentsOf('Ana Quill, the health minister, heard the news in the shell of an unfinished hospital.')).toEqual([]);
  });
});
