import { describe, expect, it } from 'vitest';
import { isAgency, likelyOrigin, originality, ownWords, sharesAgency } from '../../src/reuse/index.js';
import type { Provenance } from '../../src/reuse/index.js';

const article = (fields: Partial<Provenance> = {}): Provenance => ({ publishedAt: null, sourceName: null, agency: null, ...fields });
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = 12 * HOUR;
const copy = { relation: 'REPRINT', containmentAInB: 0.95, containmentBInA: 0.95 } as const;

describe('likelyOrigin', () => {
  it('believes a credit before anything else', () => {
    const wire = article({ sourceName: 'Associated Press', publishedAt: NOON + 9 * HOUR });
    const paper = article({ sourceName: 'Torvik Post', agency: 'AP', publishedAt: NOON });
    expect(likelyOrigin(wire, paper, copy)).toMatchObject({ origin: 'a', reasons: ['WIRE_CREDIT'] });
    expect(likelyOrigin(paper, wire, copy)).toMatchObject({ origin: 'b', reasons: ['WIRE_CREDIT'] });
  });

  it('names neither of two that credit one agency', () => {
    expect(likelyOrigin(article({ agency: 'AP', publishedAt: NOON }), article({ agency: 'The Associated Press', publishedAt: NOON + HOUR }), copy)).toBeNull();
  });

  it('takes the earlier, the more surely the more it has of the text', () => {
    const [early, late] = [article({ publishedAt: NOON }), article({ publishedAt: NOON + HOUR })];
    const fullerA = { ...copy, containmentAInB: 0.8, containmentBInA: 1 };
    const plain = likelyOrigin(early, late, copy)!;
    const sure = likelyOrigin(early, late, fullerA)!;
    const disputed = likelyOrigin(late, early, fullerA)!;
    expect(plain).toMatchObject({ origin: 'a', reasons: ['EARLIER'] });
    expect(sure).toMatchObject({ origin: 'a', reasons: ['EARLIER', 'FULLER'] });
    expect(disputed).toMatchObject({ origin: 'b', reasons: ['EARLIER'] });
    expect(sure.confidence).toBeGreaterThan(plain.confidence);
    expect(plain.confidence).toBeGreaterThan(disputed.confidence);
    expect(likelyOrigin(article(), article(), fullerA)).toMatchObject({ origin: 'a', reasons: ['FULLER'] });
  });

  it('takes a date without a time for any time of its day', () => {
    const at = (publishedAt: number): Provenance => article({ publishedAt });
    expect(likelyOrigin(at(DAY), at(DAY + NOON), copy)).toBeNull();
    expect(likelyOrigin(at(DAY + NOON), at(DAY), copy)).toBeNull();
    expect(likelyOrigin(at(DAY), at(DAY), copy)).toBeNull();
    expect(likelyOrigin(at(DAY), at(2 * DAY), copy)).toMatchObject({ origin: 'a', reasons: ['EARLIER'] });
    expect(likelyOrigin(at(2 * DAY), at(DAY + 23 * HOUR), copy)).toMatchObject({ origin: 'b', reasons: ['EARLIER'] });
    expect(likelyOrigin(at(DAY), at(2 * DAY + HOUR), copy)).toMatchObject({ origin: 'a' });
  });

  it('takes what an agency signs with its own name for the origin, where time does not tell otherwise', () => {
    const wire = article({ sourceName: 'Meridian Wire', agency: 'Meridian Wire', publishedAt: DAY + NOON });
    const paper = (publishedAt: number | null): Provenance => article({ sourceName: 'Dispatch', publishedAt });
    expect(likelyOrigin(wire, paper(DAY), copy)).toMatchObject({ origin: 'a', reasons: ['AGENCY'] });
    expect(likelyOrigin(paper(null), wire, copy)).toMatchObject({ origin: 'b', reasons: ['AGENCY'] });
    expect(likelyOrigin(paper(2 * DAY), wire, copy)).toMatchObject({ origin: 'b', reasons: ['EARLIER', 'AGENCY'], confidence: 0.85 });
    expect(likelyOrigin(paper(0), wire, copy)).toMatchObject({ origin: 'a', reasons: ['EARLIER'], confidence: 0.6 });
    expect(likelyOrigin(paper(2 * DAY), wire, { ...copy, relation: 'UNRELATED' })).toBeNull();
  });

  it('says nothing where nothing tells', () => {
    expect(likelyOrigin(article({ publishedAt: NOON }), article({ publishedAt: NOON + HOUR }), { ...copy, relation: 'UNRELATED' })).toBeNull();
    expect(likelyOrigin(article(), article({ publishedAt: NOON + HOUR }), copy)).toBeNull();
    expect(likelyOrigin(article({ publishedAt: NOON + HOUR }), article({ publishedAt: NOON + HOUR }), copy)).toBeNull();
    expect(likelyOrigin(article(), article(), { relation: 'PARTIAL_REPRINT', containmentAInB: 0.2, containmentBInA: 0.9 })).toBeNull();
  });
});

it('knows an agency by its initials', () => {
  expect(isAgency('AP', 'The Associated Press')).toBe(true);
  expect(isAgency('the Associated Press', 'AP')).toBe(true);
  expect(isAgency('Reuters', 'REUTERS')).toBe(true);
  expect(isAgency('AP', 'Torvik Post')).toBe(false);
  expect(isAgency('', '')).toBe(false);
});

it('measures what a text has of its own', () => {
  const body = 'One two three four. “Five six.” Seven eight.';
  const text = { body, excluded: [{ start: 20, end: 31 }] };
  expect(ownWords(text, [])).toEqual({ counted: 6, own: 6 });
  expect(ownWords(text, [{ start: 4, end: 13 }, { start: 0, end: 7 }])).toEqual({ counted: 6, own: 3 });
  expect(originality(ownWords(text, [{ start: 0, end: 7 }, { start: 4, end: 13 }]))).toBe(0.5);
  expect(originality(ownWords(text, [{ start: 0, end: body.length }]))).toBe(0);
  expect(originality(ownWords({ body: '', excluded: [] }, []))).toBeNull();
});

it('gives what two outlets have of one agency to the agency, and leaves the agency its own', () => {
  const [post, gazette, wire] = [article({ sourceName: 'Post', agency: 'AP' }), article({ sourceName: 'Gazette', agency: 'The Associated Press' }), article({ sourceName: 'Associated Press', agency: 'AP' })];
  expect([sharesAgency(post, gazette), sharesAgency(gazette, post), sharesAgency(post, wire)]).toEqual([true, true, true]);
  expect(sharesAgency(wire, post)).toBe(false);
  expect(sharesAgency(post, article({ agency: 'AFP' }))).toBe(false);
  expect(sharesAgency(article(), article())).toBe(false);
});
