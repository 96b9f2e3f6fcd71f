import { describe, expect, it } from 'vitest';
import { compareTexts, fingerprint, GUARANTEED_RUN_WORDS, LEAST_PASSAGE_WORDS } from '../../src/reuse/index.js';
import type { ReuseText } from '../../src/reuse/index.js';
import type { Span } from '../../src/text/spans.js';
import { newsroom, printed, rewritten } from './newsroom.js';

const plain = (body: string, excluded: readonly Span[] = []): ReuseText => ({ body, excluded });
const quoted = (body: string): ReuseText => plain(body, [...body.matchAll(/“[^”]*”/g)].map((m) => ({ start: m.index, end: m.index + m[0].length })));
const shareHash = (a: ReuseText, b: ReuseText): boolean => {
  const hashes = new Set(fingerprint(a));
  return fingerprint(b).some((hash) => hashes.has(hash));
};
const SEEDS = Array.from({ length: 12 }, (_, i) => 101 + i);

describe('fingerprint', () => {
  it('gives distinct unsigned 32-bit numbers, fewer than the words', () => {
    const text = plain(printed(newsroom(5).write(8)));
    const hashes = fingerprint(text);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashes.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32)).toBe(true);
    expect(hashes.length).toBeLessThan(text.body.split(/\s+/).length / 2);
  });

  it('finds any run of the guaranteed length, wherever it stands', () => {
    for (const seed of SEEDS) {
      const room = newsroom(seed);
      const source = printed(room.write(4)).split(/\s+/);
      const other = printed(room.write(4)).split(/\s+/);
      const from = Math.floor(room.random() * (source.length - GUARANTEED_RUN_WORDS));
      const at = Math.floor(room.random() * other.length);
      const run = source.slice(from, from + GUARANTEED_RUN_WORDS);
      expect(shareHash(plain(source.join(' ')), plain([...other.slice(0, at), ...run, ...other.slice(at)].join(' '))), `seed ${seed}`).toBe(true);
    }
  });

  it('does not see excluded spans', () => {
    const saying = '“The lighthouse keeper of Torvik has never once let the lamp go out in forty years”';
    const [a, b] = [`${saying} he wrote to the museum on a postcard`, `In a film shown on Sunday a woman reads: ${saying}`];
    expect(shareHash(plain(a), plain(b))).toBe(true);
    expect(shareHash(quoted(a), quoted(b))).toBe(false);
    expect(fingerprint(plain(saying, [{ start: 0, end: saying.length }]))).toEqual([]);
  });

  it('is the same for another case, other accents and other punctuation', () => {
    expect(fingerprint(plain('The café at Brånn quay closed; nobody knows why it did.'))).toEqual(fingerprint(plain('THE CAFE AT BRANN QUAY CLOSED – nobody knows why it did')));
  });
});

describe('compareTexts', () => {
  it('knows a text as a reprint of itself', () => {
    for (const seed of SEEDS) {
      const text = plain(printed(newsroom(seed).write(5)));
      const same = compareTexts(text, plain(text.body));
      expect(same).toMatchObject({ relation: 'REPRINT', nearDuplicate: true, containmentAInB: 1, containmentBInA: 1, resemblance: 1 });
      expect(same.passages).toHaveLength(1);
      expect(same.passages[0]).toMatchObject({ similarity: 1 });
    }
  });

  it('tells reprints, partial reprints, rewrites and independent texts apart', () => {
    for (const seed of SEEDS) {
      const room = newsroom(seed);
      const copy = room.write(5);
      const own = room.write(5);
      const relation = (b: string): string => compareTexts(plain(printed(copy)), plain(b)).relation;
      const onward = `By our staff\n\n${printed(copy)}\n\nThe agency contributed to this report.`;
      expect(relation(onward), `seed ${seed}`).toBe('REPRINT');
      const lifted = { paragraphs: [...own.paragraphs.slice(0, 3), copy.paragraphs[1], ...own.paragraphs.slice(3)] };
      expect(relation(printed(lifted)), `seed ${seed}`).toBe('PARTIAL_REPRINT');
      expect(relation(printed({ paragraphs: copy.paragraphs.slice(0, 2) })), `seed ${seed}`).toBe('PARTIAL_REPRINT');
      expect(relation(rewritten(copy)), `seed ${seed}`).toBe('REWRITE');
      expect(relation(rewritten({ paragraphs: [...copy.paragraphs].reverse() })), `seed ${seed}`).toBe('UNRELATED');
      expect(relation(printed(own)), `seed ${seed}`).toBe('UNRELATED');
    }
  });

  it('keeps spans in bounds, on words, ordered, and away from what is excluded', () => {
    for (const seed of SEEDS) {
      const room = newsroom(seed);
      const copy = room.write(6);
      const withQuote = (paragraphs: typeof copy.paragraphs): string => printed({ paragraphs }).replace(/\. /g, '. “Nobody here expected that,” she said. ');
      const [a, b] = [quoted(withQuote(copy.paragraphs)), quoted(withQuote([...room.write(1).paragraphs, ...copy.paragraphs.slice(2), copy.paragraphs[0]]))];
      const { passages, containmentAInB } = compareTexts(a, b);
      expect(passages.length).toBeGreaterThan(0);
      expect(containmentAInB).toBeGreaterThan(0);
      for (const passage of passages) {
        expect(passage.words).toBeGreaterThanOrEqual(LEAST_PASSAGE_WORDS);
        expect(passage.similarity).toBeGreaterThan(0);
        expect(passage.similarity).toBeLessThanOrEqual(1);
        for (const [text, span] of [[a, passage.a], [b, passage.b]] as const) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.body.length);
          expect(text.body.slice(span.start, span.end)).toMatch(/^\w.*\w$/s);
          expect(text.excluded.some((no) => no.start < span.end && span.start < no.end)).toBe(false);
        }
        if (passage.similarity === 1) expect(a.body.slice(passage.a.start, passage.a.end)).toBe(b.body.slice(passage.b.start, passage.b.end));
      }
    }
  });

  it('is symmetric in what it measures', () => {
    for (const seed of SEEDS) {
      const room = newsroom(seed);
      const copy = room.write(4);
      const [a, b] = [plain(printed(copy)), plain(printed({ paragraphs: [...room.write(2).paragraphs, copy.paragraphs[2]] }))];
      const [ab, ba] = [compareTexts(a, b), compareTexts(b, a)];
      expect(ab.relation).toBe(ba.relation);
      expect(ab.resemblance).toBe(ba.resemblance);
      expect(ab.containmentAInB).toBeCloseTo(ba.containmentBInA, 2);
      expect(ab.containmentBInA).toBeCloseTo(ba.containmentAInB, 2);
      const places = (spans: readonly Span[]): number[] => spans.map((span) => span.start).sort((x, y) => x - y);
      expect(places(ab.passages.map((p) => p.a))).toEqual(places(ba.passages.map((p) => p.b)));
    }
  });

  it('bridges a small change and says so in the similarity', () => {
    const a = 'The mayor of Torvik opened the rebuilt fish market on Monday before a crowd of several hundred in driving rain';
    const b = a.replace('several hundred', 'some three hundred');
    const [passage, ...more] = compareTexts(plain(a), plain(b)).passages;
    expect(more).toEqual([]);
    expect(a.slice(passage.a.start, passage.a.end)).toBe(a);
    expect(b.slice(passage.b.start, passage.b.end)).toBe(b);
    expect(passage.similarity).toBeGreaterThan(0.8);
    expect(passage.similarity).toBeLessThan(1);
  });

  it('has a containment for each side', () => {
    const room = newsroom(77);
    const long = room.write(6);
    const { containmentAInB, containmentBInA, relation } = compareTexts(plain(printed({ paragraphs: long.paragraphs.slice(0, 1) })), plain(printed(long)));
    expect(containmentAInB).toBe(1);
    expect(containmentBInA).toBeLessThan(0.3);
    expect(relation).toBe('PARTIAL_REPRINT');
  });

  it('counts no shared quotation as copying', () => {
    const saying = '“We shall rebuild every single house on this island before the winter storms come back to us, and nobody will be left to pay alone,”';
    const result = compareTexts(quoted(`${saying} the prefect said at noon.`), quoted(`At a lunch for donors the prefect struck a bold tone: ${saying}`));
    expect(result).toMatchObject({ relation: 'UNRELATED', passages: [], containmentAInB: 0 });
  });

  it('bears texts with nothing in them', () => {
    for (const body of ['', ' \n', '“”', 'Share.']) {
      expect(compareTexts(plain(body), plain(body))).toMatchObject({ relation: 'UNRELATED', passages: [], nearDuplicate: false });
      expect(fingerprint(plain(body))).toEqual([]);
    }
  });

  it('comes to an end on 84,000 repetitive words, where quadratic work would take minutes', () => {
    const lines = 'the lamp went out and on again '.repeat(12_000);
    expect(compareTexts(plain(lines), plain(`once more ${lines}`)).relation).toBe('REPRINT');
    expect(fingerprint(plain(lines)).length).toBeLessThan(20);
  });
});
