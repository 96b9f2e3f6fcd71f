import { describe, expect, it } from 'vitest';
import { compareQuotes, matchPair, similarity } from '../../src/matching/index.js';
import { FERRIES, MOURNING, PROMISE, quote } from './quotes.js';

const ALL = [...PROMISE, ...FERRIES, MOURNING];
const codes = (a: ReturnType<typeof quote>, b: ReturnType<typeof quote>): string[] => compareQuotes(a, b).reasons.map((reason) => reason.code);

describe('compareQuotes', () => {
  it('takes the translations of one promise for one statement', () => {
    for (const [a, b] of [[1, 2], [1, 3], [1, 4], [2, 3], [3, 4]] as const) {
      const decision = compareQuotes(PROMISE[a - 1], PROMISE[b - 1]);
      expect(decision, `${a} ~ ${b}`).toMatchObject({ same: true, match: 'PARAPHRASE' });
    }
    expect(compareQuotes(FERRIES[0], FERRIES[1]).same).toBe(true);
  });

  it('keeps apart what the same speaker said of something else on the same day', () => {
    for (const promise of PROMISE) {
      for (const other of [...FERRIES, MOURNING]) expect(compareQuotes(promise, other), `${promise.id} ~ ${other.id}`).toMatchObject({ same: false, match: null });
    }
    expect(compareQuotes(FERRIES[0], MOURNING).same).toBe(false);
  });

  it('is symmetric, in 0..1, and sure of a quote and itself', () => {
    for (const a of ALL) {
      for (const b of ALL) {
        const [ab, ba] = [compareQuotes(a, b), compareQuotes(b, a)];
        expect(ab.score).toBeCloseTo(ba.score, 9);
        expect([ab.same, ab.match]).toEqual([ba.same, ba.match]);
        expect(ab.score).toBeGreaterThanOrEqual(0);
        expect(ab.score).toBeLessThanOrEqual(1);
      }
      const twin = compareQuotes(a, quote(99, a.text));
      expect(twin).toMatchObject({ same: true, match: 'VERBATIM' });
      expect(twin.score).toBeGreaterThan(0.9);
    }
  });

  it('never joins two different named speakers, even word for word', () => {
    const other = quote(9, PROMISE[0].text, { speakerId: 2, speakerName: 'Bram Keizer' });
    expect(compareQuotes(PROMISE[0], other).same).toBe(false);
    expect(codes(PROMISE[0], other)).toContain('DIFFERENT_SPEAKER');
    expect(compareQuotes(PROMISE[0], quote(9, PROMISE[0].text, { speakerId: 2, speakerName: null })).same).toBe(false);
  });

  it('knows a surname, a title and a spokesman for the speaker', () => {
    const named = (speakerName: string): string[] => codes(PROMISE[0], quote(9, PROMISE[0].text, { speakerId: 2, speakerName }));
    expect(named('ODA LINDQVIST')).toContain('SAME_SPEAKER');
    expect(named('Minister Lindqvist')).toContain('COMPATIBLE_SPEAKER');
    expect(named("Lindqvist's office")).toContain('SPOKEN_FOR');
    expect(named('Lindgren')).toContain('DIFFERENT_SPEAKER');
  });

  it('asks more of the words where a speaker is unknown', () => {
    const unknown = { speakerId: null, speakerName: null };
    expect(compareQuotes(PROMISE[0], quote(9, PROMISE[0].text, unknown)).same).toBe(true);
    expect(compareQuotes(PROMISE[0], quote(9, PROMISE[1].text)).same).toBe(true);
    expect(compareQuotes(PROMISE[0], quote(9, PROMISE[1].text, unknown)).same).toBe(false);
  });

  it('lets distance in time count against', () => {
    const at = (publishedAt: string | null): number => compareQuotes(PROMISE[0], quote(9, PROMISE[2].text, { publishedAt })).score;
    const [same, days, months, years] = [at('2031-03-04'), at('2031-03-09'), at('2031-07-04'), at('2033-03-04')];
    expect(same).toBeGreaterThan(days);
    expect(days).toBeGreaterThan(months);
    expect(months).toBeGreaterThan(years);
    expect(at(null)).toBe(same);
    expect(at('no date')).toBe(same);
  });

  it('hears a denial', () => {
    const yes = quote(1, 'that the northern quay is safe for passenger ferries');
    const no = quote(2, 'that the northern quay is not safe for the ferries');
    expect(codes(yes, no)).toContain('OTHER_POLARITY');
    expect(compareQuotes(yes, no).score).toBeLessThan(compareQuotes(yes, quote(3, 'that the northern quay is quite safe for the ferries')).score);
  });

  it('reads a measure in another unit as the same, another figure as another', () => {
    const feet = quote(1, 'that the crane stopped 33 feet from the tanker');
    expect(codes(feet, quote(2, 'the crane came to rest ten metres from the tanker'))).toContain('SHARED_NUMBER');
    const both = compareQuotes(quote(1, 'two cranes stopped 33 feet from the tanker'), quote(2, 'two cranes came to rest ten metres from the tanker'));
    expect(both.reasons.find(({ code }) => code === 'SHARED_NUMBER')).toMatchObject({ message: 'Both give 33 feet.' });
    expect(both.reasons.find(({ code }) => code === 'SHARED_NUMBER')!.weight).toBeGreaterThan(0);
    expect(codes(feet, quote(3, 'that the crane stopped 80 feet from the tanker'))).toContain('DIFFERENT_NUMBER');
  });

  it('tells what is said of one town from what is said of another in words of one pattern', () => {
    const one = quote(1, '“We owe the new ferry to the people of Brannock, and we shall keep our word.”');
    const other = quote(2, '“We owe the new ferry to the people of Tilmouth, and we shall keep our word.”');
    const cut = quote(3, '“We owe the new ferry to the people of Brannock and Tilmouth.”');
    expect(compareQuotes(one, other).reasons.find(({ code }) => code === 'DIFFERENT_NAME')).toMatchObject({ message: 'One names Brannock, the other Tilmouth.' });
    expect(compareQuotes(one, other).score).toBeLessThan(compareQuotes(one, quote(4, '“We owe the new ferry to the people here, and we shall keep our word.”')).score);
    expect(codes(one, cut)).not.toContain('DIFFERENT_NAME');
  });

  it('takes no word for a name because a sentence begins with it', () => {
    expect(codes(quote(1, '“Ferries are late. Passengers wait.”'), quote(2, '“Captains know that passengers wait for ferries.”'))).not.toContain('DIFFERENT_NAME');
  });

  it('takes a phrase that nobody is known to say for the name of a thing', () => {
    const unsaid = (id: number, text: string) => quote(id, text, { speakerId: null, speakerName: null, before: '', after: '' });
    expect(compareQuotes(unsaid(1, 'the northern quay'), unsaid(2, 'the northern quay')).same).toBe(false);
    expect(codes(unsaid(1, 'the northern quay'), unsaid(2, 'the northern quay'))).toContain('PHRASE');
    expect(codes(quote(1, 'the northern quay'), quote(2, 'the northern quay'))).not.toContain('PHRASE');
    const whole = 'that the northern quay stays closed to passenger ferries until October';
    expect(codes(unsaid(1, whole), unsaid(2, whole))).not.toContain('PHRASE');
  });

  it('holds two quotes of one article apart unless the words are the same', () => {
    const inOne = (text: string): boolean => compareQuotes(PROMISE[0], quote(9, text, { articleId: PROMISE[0].articleId })).same;
    expect(inOne(PROMISE[2].text)).toBe(false);
    expect(inOne('“do everything to pay compensation and to give a legal assessment”')).toBe(true);
  });

  it('counts words that only one of them sets in quotation marks', () => {
    const plain = quote(1, 'that the tender had been a shabby farce from the first day');
    const marked = quote(2, 'the board of staging a “shabby farce” with its tender');
    const reason = compareQuotes(plain, marked).reasons.find(({ code }) => code === 'QUOTED_WORDS');
    expect(reason?.message).toBe('Words that one quotes are in the other: shabby, farce.');
  });

  it('bears odd input', () => {
    for (const text of ['', '“”', '"', '…', 'that it was his', '💥', 'a '.repeat(5000), '1'.repeat(400)]) {
      const decision = compareQuotes(quote(1, text), PROMISE[0]);
      expect(decision.same).toBe(false);
      expect(Number.isFinite(decision.score)).toBe(true);
    }
  });

  it('says of every reason what it is and what it weighs', () => {
    for (const reason of matchPair({ a: PROMISE[0], b: PROMISE[3] }).reasons) {
      expect(reason.code).toMatch(/^[A-Z_]+$/);
      expect(reason.message).toMatch(/\.$/);
      expect(Number.isFinite(reason.weight)).toBe(true);
    }
  });
});

describe('similarity', () => {
  const text = 'The northern quay reopens on Friday after six weeks of repairs';
  it('grades wording alone', () => {
    expect(similarity(text, `“${text}.”`)).toEqual({ score: 1, match: 'VERBATIM' });
    expect(similarity(text, 'The northern quay reopens on Friday').match).toBe('VERBATIM');
    expect(similarity(text, 'The northern quay reopens this Friday after six weeks of repairs').match).toBe('NEAR_VERBATIM');
    expect(similarity(text, 'Ships can moor in the north again from Friday').match).toBe('PARAPHRASE');
  });
  it('falls as less is shared', () => {
    const scores = ['The northern quay reopens this Friday after six weeks of repairs', 'Repairs done, the quay in the north opens Friday', 'Ferry fares rise in May'].map((other) => similarity(text, other).score);
    expect(scores[0]).toBeGreaterThan(scores[1]);
    expect(scores[1]).toBeGreaterThan(scores[2]);
    expect(scores[2]).toBeGreaterThanOrEqual(0);
  });
});
