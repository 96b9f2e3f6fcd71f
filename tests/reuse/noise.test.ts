/** Bad copies: sentences lost, letters changed; and the groups of near duplicates. */
import { describe, expect, it } from 'vitest';
import { compareTexts, fingerprint, nearDuplicateGroups } from '../../src/reuse/index.js';
import { isSlip } from '../../src/reuse/grow.js';
import { newsroom, printed } from './newsroom.js';

const plain = (body: string) => ({ body, excluded: [] });
const SEEDS = Array.from({ length: 12 }, (_, i) => 301 + i);

/** Drops every fourth sentence, another one in each copy, and puts another letter in every fiftieth place. */
function badCopy(text: string, random: () => number, offset: number): string {
  const sentences = text.split(/(?<=\.)\s+/).filter((_, i) => (i + offset) % 4 !== 0);
  return [...sentences.join(' ')].map((letter) => (/[a-z]/.test(letter) && random() < 0.02 ? 'etaoin'[Math.floor(random() * 6)] : letter)).join('');
}

describe('bad copies', () => {
  it('are found by their fingerprints, and known as near duplicates', () => {
    for (const seed of SEEDS) {
      const room = newsroom(seed);
      const text = printed(room.write(8));
      const [a, b] = [plain(badCopy(text, room.random, 0)), plain(badCopy(text, room.random, 2))];
      const hashes = new Set(fingerprint(a));
      expect(fingerprint(b).some((hash) => hashes.has(hash)), `seed ${seed}`).toBe(true);
      expect(compareTexts(a, b).nearDuplicate, `seed ${seed}`).toBe(true);
      expect(compareTexts(a, plain(printed(room.write(8)))).nearDuplicate, `seed ${seed}`).toBe(false);
    }
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
  for (const [x, y] of [['bridge', 'bridgge'], ['council', 'councl'], ['harbour', 'harbor'], ['market', 'narket'], ['19000', '190o00']]) expect(isSlip(x, y), `${x} ${y}`).toBe(true);
  for (const [x, y] of [['bridge', 'bridge'], ['not', 'now'], ['council', 'counsel'], ['12345', '12346'], ['15th', '16th'], ['market', 'maekrt'], ['', 'a']]) expect(isSlip(x, y), `${x} ${y}`).toBe(false);
});

it('groups what a chain of near duplicates joins, in the order given', () => {
  expect(nearDuplicateGroups([5, 3, 9, 1, 7], [[1, 9], [7, 9], [3, 8]])).toEqual([[5], [3], [9, 1, 7]]);
  expect(nearDuplicateGroups([], [])).toEqual([]);
  const many = Array.from({ length: 2_000 }, (_, i) => i);
  expect(nearDuplicateGroups(many, many.slice(1).map((i) => [i - 1, i] as const))).toEqual([many]);
});
