import { describe, expect, it } from 'vitest';
import { compareQuotes, lookAgain, lookFirst, mayStillBeSame } from '../../src/matching/index.js';
import type { MatchableQuote } from '../../src/matching/index.js';
import { FERRIES, MOURNING, PROMISE, quote } from './quotes.js';

/** The score from which on all are equally sure: 4 in log odds. */
const SURE = 1 / (1 + Math.exp(-4));
const ABOUT = [{ key: 1, weight: 2 }, { key: 2, weight: 1 }];
const bare = (q: MatchableQuote): MatchableQuote => ({ ...q, before: '', after: '', about: [] });

/** As the use case looks: each next look only where the one before leaves it open. */
function looked(a: MatchableQuote, b: MatchableQuote): { readonly score: number | null; readonly looks: number } {
  const first = lookFirst(bare(a), bare(b));
  if (first.verdict === 'OTHER') return { score: null, looks: 1 };
  if (first.verdict === 'SAME') return { score: first.score, looks: 1 };
  return mayStillBeSame(first, a.about, b.about) ? { score: lookAgain(a, b, first), looks: 3 } : { score: null, looks: 2 };
}

describe('looking in turns', () => {
  const text = 'the harbour board will pay for new nets before the spring';
  const quotes: MatchableQuote[] = [
    ...PROMISE, ...FERRIES, MOURNING,
    quote(20, `“${text},”`, { kind: 'DIRECT' }),
    quote(21, `“${text},”`, { kind: 'DIRECT', publishedAt: '2025-03-20', articleId: 77 }),
    quote(22, text, { kind: 'INDIRECT', before: 'Mr Holt denied that ' }),
    quote(23, 'the board would buy nets this year', { before: 'At the harbour meeting in spring, ', after: ' Fishermen came to hear of new nets.', about: ABOUT }),
    quote(24, 'they would pay for nets', { speakerId: null, speakerName: null, before: 'At the harbour meeting in spring, Holt said ', after: ' Fishermen heard of it.', about: ABOUT }),
    quote(26, 'the board would buy “new nets” before long', { before: 'In the debate on Monday, ', after: ' Fishermen came to hear of it.' }),
    quote(27, 'Holt’s promise of “new nets” for all', { before: 'At the debate, Holt gave ' }),
    quote(28, 'the nets were his concern', { before: 'In the debate Holt said ', about: ABOUT }),
    quote(25, `“The harbour board will not pay for new nets before the spring,”`, { kind: 'DIRECT' }),
  ];

  it('decides as compareQuotes does, with one score for all that are sure', () => {
    for (const a of quotes) {
      for (const b of quotes) {
        if (a === b) continue;
        const whole = compareQuotes(a, b);
        const { score } = looked(a, b);
        expect(score === null, `${a.id} ~ ${b.id}`).toBe(!whole.same);
        if (score !== null && whole.score < SURE) expect(score).toBeCloseTo(whole.score, 9);
        if (score !== null) expect(score).toBeLessThanOrEqual(SURE + 1e-12);
      }
    }
  });

  it('reads nothing around the same words of one speaker, nor around what has nothing in common', () => {
    const byId = (id: number): MatchableQuote => quotes.find((q) => q.id === id)!;
    expect(looked(byId(20), quote(30, `“${text},”`, { kind: 'DIRECT', articleId: 78 }))).toEqual({ score: SURE, looks: 1 });
    expect(looked(byId(20), quote(31, 'that the choir sang until midnight'))).toEqual({ score: null, looks: 1 });
    expect(looked(byId(20), byId(22)).looks).toBe(3);
  });
});
