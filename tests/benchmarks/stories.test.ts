import { describe, expect, it } from 'vitest';
import { generateStories } from '../../benchmarks/stories/generator.js';
import { bCubed } from '../../benchmarks/stories/partitions.js';

describe('B-cubed', () => {
  it('is 1 for the same groups, by whatever name', () => {
    expect(bCubed([1, 1, 2], ['a', 'a', 'b'])).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it('counts for each thing how much of its group belongs there, and how much of what belongs is there', () => {
    // Bagga and Baldwin: all in one group of three, of which two belong together.
    const { precision, recall } = bCubed([1, 1, 1], ['a', 'a', 'b']);
    expect([precision, recall]).toEqual([(2 / 3 + 2 / 3 + 1 / 3) / 3, 1]);
    expect(bCubed([1, 2, 3], ['a', 'a', 'b'])).toMatchObject({ precision: 1, recall: (1 / 2 + 1 / 2 + 1) / 3 });
  });
});

describe('generated stories', () => {
  it('are the same for the same seed', () => {
    expect(generateStories(1, 5)).toEqual(generateStories(1, 5));
    expect(generateStories(1, 5)).not.toEqual(generateStories(2, 5));
  });

  it('leave no blank unfilled, and hold happenings of several outlets and articles alone', () => {
    const articles = generateStories(4, 12);
    for (const { draft } of articles) expect(`${draft.title} ${draft.body}`).not.toMatch(/[{}]|undefined/);
    const sizes = new Map<number, number>();
    for (const { happening } of articles) sizes.set(happening, (sizes.get(happening) ?? 0) + 1);
    expect([...sizes.values()]).toContain(1);
    expect(Math.max(...sizes.values())).toBeGreaterThan(3);
    expect(new Set(articles.map(({ draft }) => draft.publisherId)).size).toBe(articles.length);
  });
});
