/** Draws from a seed: the same seed draws the same. */
export interface Random {
  /** 0 included to 1 excluded. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  between(from: number, to: number): number;
  chance(of: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Some of a list, in another order. */
  some<T>(list: readonly T[], count: number): T[];
}

/** mulberry32: numbers in 0..1 from a 32-bit seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    between: (from, to) => from + next() * (to - from),
    chance: (of) => next() < of,
    pick: (list) => list[whole(0, list.length - 1)],
    some(list, count) {
      const left = [...list];
      return Array.from({ length: Math.min(count, list.length) }, () => left.splice(whole(0, left.length - 1), 1)[0]);
    },
  };
}
