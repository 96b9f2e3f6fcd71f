import { expect, it } from 'vitest';
import { Kept } from '../../src/matching/kept.js';

it('what is made of a text is kept for the last so many texts, and of a long one not at all', () => {
  const asked: string[] = [];
  const lengths = new Kept(2, (text) => {
    asked.push(text.slice(0, 3));
    return text.length;
  });
  const long = 'x'.repeat(5_000);
  expect(['one', 'three', 'one', long, long, 'seven', 'three', 'one'].map((text) => lengths.of(text))).toEqual([3, 5, 3, 5_000, 5_000, 5, 5, 3]);
  // "seven" took the place of "one", the oldest.
  expect(asked).toEqual(['one', 'thr', 'xxx', 'xxx', 'sev', 'one']);
});
