import { describe, expect, it } from 'vitest';
import { compareQuotes } from '../../src/matching/index.js';
import { sameOccasion } from '../../src/matching/occasion.js';
import { quote } from './quotes.js';

const at = (before: string, after = ''): ReturnType<typeof quote> => quote(1, 'the pier will be closed', { before, after });

describe('the occasion named near both', () => {
  const debate = at('At Thursday’s debate, Lindqvist said ');

  it('is one of a kind, however it is put', () => {
    expect(sameOccasion(debate, at('Lindqvist claimed ', ' in the first of three debates.'))).toBe('debate');
    expect(sameOccasion(at('Interviewed by a local paper, she said '), at('She told an interviewer. In that interview she said '))).toBe('interview');
    expect(sameOccasion(at('She tweeted '), at('On Twitter she wrote '))).toBe('post');
    expect(sameOccasion(at('At a Town Hall in Brenholm she said '), at('At the town-hall, she said '))).toBe('town hall');
  });

  it('is none where only one has it, or another', () => {
    expect(sameOccasion(debate, at('Lindqvist said '))).toBeNull();
    expect(sameOccasion(debate, at('In an interview, Lindqvist said '))).toBeNull();
    expect(sameOccasion(at('The addressee read the debater’s lettering: '), at('They debated the letters: '))).toBeNull();
  });

  it('stands in the sentence of the content or in the one before', () => {
    expect(sameOccasion(debate, at('She came late to the debate. Lindqvist said '))).toBe('debate');
    expect(sameOccasion(debate, at('The debate was long. Rain fell. Lindqvist said '))).toBeNull();
    expect(sameOccasion(debate, at('Lindqvist said ', '. A debate follows.'))).toBeNull();
  });

  it('bears odd surroundings', () => {
    for (const around of ['', ' ', '\n\n', '. '.repeat(200), 'debate '.repeat(60), '’'.repeat(400), '💥']) {
      expect(sameOccasion(at(around, around), at(around, around))).toBe(around.startsWith('debate') ? 'debate' : null);
    }
  });

  it('speaks for one utterance; another occasion does not speak against it', () => {
    const score = (before: string): number => compareQuotes(debate, quote(2, 'that she would shut the pier', { before })).score;
    const reasons = compareQuotes(debate, quote(2, 'that she would shut the pier', { before: 'In the debate she said ' })).reasons;
    expect(reasons.find(({ code }) => code === 'NAMED_OCCASION')).toMatchObject({ message: 'Near both a kind of occasion is named: debate.' });
    expect(score('In the debate she said ')).toBeGreaterThan(score('Near the ships she said '));
    expect(score('In the speech she said ')).toBeCloseTo(score('In the chapel she said '), 9);
  });
});
