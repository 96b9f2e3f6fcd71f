import { describe, expect, it } from 'vitest';
import { boilerplateHashes, boilerplateSpans, compareTexts, fingerprint } from '../../src/reuse/index.js';
import type { ReuseText } from '../../src/reuse/index.js';
import { newsroom, printed } from './newsroom.js';

const FOOTER = 'Letters to the Torvik Courier should not be longer than ninety words and may be sent to the house on the quay, where cats are welcome.';
const plain = (body: string) => ({ body, excluded: [] });
const printOf = (body: string): number[] => fingerprint(plain(body));
const room = newsroom(31);
const page = (): string => `${printed(room.write(4))}\n\n${FOOTER}`;
const latest = (bodies: readonly string[]) => new Map(bodies.map((body, i) => [i + 1, printOf(body)]));

describe('boilerplateHashes', () => {
  it('are those of what stands in three texts of a source, and nothing of what is their own', () => {
    const [a, b, c] = [page(), page(), page()];
    expect(boilerplateHashes(printOf(c), latest([a])).hashes).toEqual([]);
    const { hashes, articles } = boilerplateHashes(printOf(c), latest([a, b]));
    expect(articles).toEqual([1, 2]);
    const spans = boilerplateSpans(plain(c), new Set(hashes));
    expect(spans.map((span) => c.slice(span.start, span.end))).toEqual([FOOTER.slice(0, -1)]);
  });

  it('are none where a source prints one story again and again', () => {
    const story = printed(room.write(6));
    const updates = [story, `${story}\n\nA second ferry went out.`, `${story}\n\nThe ferry came back.`, story.slice(story.indexOf('\n'))];
    for (let n = 1; n < updates.length; n++) expect(boilerplateHashes(printOf(updates[n]), latest(updates.slice(0, n))).hashes).toEqual([]);
  });

  it('are none where few of the latest articles hold it', () => {
    const others = Array.from({ length: 17 }, () => printed(room.write(4)));
    const last = page();
    const { hashes } = boilerplateHashes(printOf(last), latest([page(), page(), ...others]));
    expect(boilerplateSpans(plain(last), new Set(hashes))).toEqual([]);
  });

  it('finds the line without line breaks around it too', () => {
    const { hashes } = boilerplateHashes(printOf(page()), latest([page(), page()]));
    const run = page().replace(/\n+/g, ' ');
    const [span, ...more] = boilerplateSpans(plain(run), new Set(hashes));
    expect(more).toEqual([]);
    expect(FOOTER).toContain(run.slice(span.start, span.end));
    expect(span.end - span.start).toBeGreaterThan(FOOTER.length * 0.6);
  });

  it('leaves nothing in common of two pages that share the footer alone', () => {
    const [a, b, c] = [page(), page(), page()];
    const hashes = new Set(boilerplateHashes(printOf(c), latest([a, b])).hashes);
    const cut = (body: string) => ({ body, excluded: boilerplateSpans(plain(body), hashes) });
    const shared = (x: ReuseText, y: ReuseText) => compareTexts(x, y).passages.map((p) => x.body.slice(p.a.start, p.a.end)).filter((text) => FOOTER.includes(text));
    expect(shared(plain(a), plain(b))).toEqual([FOOTER.slice(0, -1)]);
    expect(shared(cut(a), cut(b))).toEqual([]);
  });

  it('bears texts with nothing in them', () => {
    expect(boilerplateHashes([], new Map())).toEqual({ hashes: [], articles: [] });
    expect(boilerplateSpans(plain(''), new Set([1]))).toEqual([]);
  });
});
