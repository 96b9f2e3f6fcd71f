/** Bad copies: sentences lost, letters changed; and the groups of near duplicates. */
import { describe, expect, it } from 'vitest';
import { misprinted, thinned } from '../../benchmarks/reuse/noise.js';
import { randomFrom } from '../../benchmarks/reuse/random.js';
import { Ids, printed, writeReport } from '../../benchmarks/reuse/report.js';
import { drawHappening } from '../../benchmarks/reuse/sentences.js';
import { TOPICS } from '../../benchmarks/reuse/vocabulary.js';
import { compareTexts, fingerprint, nearDuplicateGroups } from '../../src/reuse/index.js';
import { isSlip } from '../../src/reuse/grow.js';
import type { ReuseText } from '../../src/reuse/index.js';

const plain = (body: string) => ({ body, excluded: [] });
const SEEDS = Array.from({ length: 12 }, (_, i) => 301 + i);

/** Two copies of a report, each without about one sentence in seven and with every fiftieth letter changed, and another report. */
function badCopies(seed: number): { a: ReuseText; b: ReuseText; other: ReuseText } {
  const [random, ids] = [randomFrom(seed), new Ids()];
  const happening = drawHappening(random, random.pick(TOPICS));
  const write = () => writeReport(random, ids, happening, 8, []);
  const report = write();
  const copy = (): ReuseText => plain(misprinted(random, printed(thinned(random, report, 0.15)), 0.02));
  return { a: copy(), b: copy(), other: plain(printed(write())) };
}

describe('bad copies', () => {
  it('are found by their fingerprints, and known as near duplicates', () => {
    let known = 0;
    for (const seed of SEEDS) {
      const { a, b, other } = badCopies(seed);
      const hashes = new Set(fingerprint(a));
      expect(fingerprint(b).some((hash) => hashes.has(hash)), `seed ${seed}`).toBe(true);
      known += Number(compareTexts(a, b).nearDuplicate);
      expect(compareTexts(a, other).nearDuplicate, `seed ${seed}`).toBe(false);
    }
    // Of one pair in twelve the two may have lost other halves.
    expect(known).toBeGreaterThanOrEqual(SEEDS.length - 1);
  });

  it('are no news of their own: a copied paragraph stays one when words of it are changed', () => {
    const a = 'The mayor of the old town opened the rebuilt fish market before a crowd of several hundred in driving rain while a band played on the quay';
    const b = a.replace('opened', 'inaugurated').replace('a crowd', 'an audience').replace('driving', 'heavy');
    const { relation, passages, containmentAInB } = compareTexts(plain(a), plain(b));
    expect(relation).toBe('REPRINT');
    expect(passages).toHaveLength(1);
    expect(containmentAInB).toBeGreaterThan(0.8);
  });

  it('end where another name or figure stands', () => {
    const [a, b] = ['The council of Torvik has approved a new budget for the repair of the bridge', 'The council of Lemgos has approved a new budget for the repair of the bridge'];
    expect(compareTexts(plain(a), plain(b)).passages.map((p) => a.slice(p.a.start, p.a.end))).toEqual(['has approved a new budget for the repair of the bridge']);
  });
});

it('knows a slip of a letter from another word', () => {
  for (const [x, y] of [['bridge', 'bridgge'], ['council', 'councl'], ['harbour', 'harbor'], ['market', 'narket'], ['market', 'makret'], ['19000', '190o00']]) expect(isSlip(x, y), `${x} ${y}`).toBe(true);
  for (const [x, y] of [['bridge', 'bridge'], ['not', 'now'], ['council', 'counsel'], ['12345', '12346'], ['15th', '16th'], ['market', 'maekrt'], ['', 'a']]) expect(isSlip(x, y), `${x} ${y}`).toBe(false);
});

it('groups what a chain of near duplicates joins, in the order given', () => {
  expect(nearDuplicateGroups([5, 3, 9, 1, 7], [[1, 9], [7, 9], [3, 8]])).toEqual([[5], [3], [9, 1, 7]]);
  expect(nearDuplicateGroups([], [])).toEqual([]);
  const many = Array.from({ length: 2_000 }, (_, i) => i);
  expect(nearDuplicateGroups(many, many.slice(1).map((i) => [i - 1, i] as const))).toEqual([many]);
});
