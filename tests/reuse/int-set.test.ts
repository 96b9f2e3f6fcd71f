import { expect, it } from 'vitest';
import { IntSet } from '../../src/reuse/int-set.js';

/** Of equal low bits, negative, the greatest and the least, and zero, each once or twice. */
const VALUES = [0, 16, 32, 48, -16, 2 ** 31 - 1, -(2 ** 31), 1, 0, 16, ...Array.from({ length: 500 }, (_, i) => i * 1024 - 250_000)];

it.each([0, 3, 1_000])('has what was added, and nothing else, with room for %i at first', (expected) => {
  const set = new IntSet(expected);
  const known = new Set<number>();
  for (const value of VALUES) {
    expect(set.has(value)).toBe(known.has(value));
    set.add(value);
    known.add(value);
    expect([set.has(value), set.size]).toEqual([true, known.size]);
  }
  for (let value = -300; value < 300; value++) expect(set.has(value)).toBe(known.has(value));
});
