import { expect, it } from 'vitest';
import { ARTICLES_A_HASH, sharingText } from '../../src/app/reuse-candidates.js';

const holders = (...all: number[][]): number[][] => all;

it('names those that share most hashes first, then the lower id, and never the article itself', () => {
  expect(sharingText(9, holders([9, 4, 2], [4, 2], [4], [3], [9]))).toEqual([4, 2, 3]);
});

it('passes over what shares only what many have', () => {
  const everybody = Array.from({ length: ARTICLES_A_HASH }, (_, i) => 100 - i);
  expect(sharingText(1, Array.from({ length: 7 }, () => everybody))).toEqual([]);
  expect(sharingText(1, Array.from({ length: 8 }, () => everybody))).toHaveLength(ARTICLES_A_HASH - 1);
  expect(sharingText(1, holders([2, 3, 4, 5]))).toEqual([]);
  expect(sharingText(1, holders([2, 3, 4]))).toEqual([2, 3, 4]);
});
