import { describe, expect, it } from 'vitest';
import { compareQuotes } from '../../src/matching/index.js';
import { sentencesOf } from '../../src/matching/sentences.js';
import type { MatchableQuote } from '../../src/matching/types.js';

const quote = (id: number, kind: MatchableQuote['kind'], text: string): MatchableQuote => ({
  id, articleId: id, kind, text, speakerId: 1, speakerName: 'Maren Holt', publishedAt: '2025-05-01T00:00:00.000Z', before: '', after: '', about: [], confidence: 0.9,
});

describe('a quotation of several sentences', () => {
  it('is cut at sentence ends and between the parts of a split quotation', () => {
    expect(sentencesOf('“We owe them an answer,” “and they shall have it. Nobody will wait.”')).toEqual(['“We owe them an answer,”', '“and they shall have it.', 'Nobody will wait.”']);
    expect(sentencesOf('that the harbour would be dredged')).toEqual([]);
    expect(sentencesOf('A speech. '.repeat(20))).toEqual([]);
  });

  const long = quote(1, 'DIRECT', '“The company will pay every fisherman for the nets that were lost,” “I grew up on this coast. My father mended sails on the quay until the cannery closed, and I know what winter means here.”');

  it('is the same statement as a report of one of its sentences', () => {
    const decision = compareQuotes(long, quote(2, 'INDIRECT', 'that the company would pay fishermen for their lost nets'));
    expect(decision.same).toBe(true);
    expect(decision.reasons.map((r) => r.code)).toContain('ONE_SENTENCE');
  });

  it('is not the same as something else that shares a word with one of them', () => {
    expect(compareQuotes(long, quote(3, 'INDIRECT', 'that the company would open a second cannery in the north')).same).toBe(false);
  });

  it('is compared alike from either side', () => {
    const other = quote(2, 'INDIRECT', 'that the company would pay fishermen for their lost nets');
    expect(compareQuotes(long, other).score).toBeCloseTo(compareQuotes(other, long).score, 10);
  });
});
