import { describe, expect, it } from 'vitest';
import { compareQuotes, renderingOf, similarity } from '../../src/matching/index.js';
import { quote } from './quotes.js';

const same = (a: string, b: string): boolean => compareQuotes(quote(1, a), quote(2, b)).same;
const codes = (a: string, b: string): string[] => compareQuotes(quote(1, a), quote(2, b)).reasons.map((reason) => reason.code);

describe('a statement and its denial', () => {
  it.each([
    ['the pumps were tested on May 9', 'the pumps were never tested on May 9'],
    ['the ferry is safe', 'the ferry is not safe for small children'],
    ['the quay will be dredged', 'the quay will never be dredged'],
    ['He took gifts', 'He took no gifts'],
    ['He took gifts', 'He did not take gifts'],
    ['I support the tunnel', 'I do not support the tunnel'],
    ['Fares will rise', 'Fares will not rise'],
    ['Fares will rise', 'Fares won’t rise'],
    ['Fares will rise', 'Fares wonʼt rise'],
    ['The harbour paid its debts', 'The harbour never paid its debts'],
    ['They were splendid', 'They were not splendid'],
    ['Somebody warned the crew', 'Nobody warned the crew'],
    ['the crane was raised with a permit', 'the crane was raised without a permit'],
    ['the harbour will pay the fine', 'the harbour refuses to pay the fine'],
    ['the dye harms the oysters', 'there is no evidence that the dye harms the oysters'],
    ['the quay will be dredged', 'I do not believe that the quay will be dredged'],
    ['the council doubts that the quay is safe', 'the council never doubted that the quay is safe'],
    ['We will sell the cannery', 'We will no longer sell the cannery'],
    ['We will stay on the quay until March', 'We will not stay on the quay until March'],
    ['We will dredge the quay this year', 'We will not, however, dredge the quay this year'],
    ['The pumps, which were old, were tested', 'The pumps, which were old, were not tested'],
    ['he took the purse', 'I deny that I took the purse'],
    ['It was safe', 'It was anything but safe'],
  ])('are never one: "%s" / "%s"', (a, b) => {
    for (const [x, y] of [[a, b], [b, a]] as const) {
      expect(same(x, y)).toBe(false);
      expect(codes(x, y)).toContain('OTHER_POLARITY');
      expect(similarity(x, y).match).toBe('PARAPHRASE');
      expect(similarity(x, y).score).toBeLessThan(0.6);
      expect(renderingOf(x, y)).toBeNull();
    }
  });

  it.each([
    ['I never doubted that it is safe', 'It is safe'],
    ['There is no doubt that the quay is safe', 'The quay is safe'],
    ['The ferry will not only sail again but sail more often', 'The ferry will sail again and more often'],
    ['You aren’t just a shirker, you are a swindler', 'You are a shirker and a swindler'],
    ['They accepted no gifts', 'they did not accept gifts'],
    ['the harbour will not pay the fine', 'the harbour refuses to pay the fine'],
    ['We did not panic. We closed the valve in an hour', 'We closed the valve in an hour'],
    ['It is nothing but a shabby farce', 'It is a shabby farce'],
    ['The cannery does not pay its taxes', 'The cannery doesn’t pay its taxes'],
    ['No, the quay will be dredged', 'The quay will be dredged'],
    ['We think the quay is not safe', 'We do not think the quay is safe'],
    ['The dredging will cost no more than two million', 'The dredging will cost two million'],
    ['The quay closed, but nobody was hurt', 'The quay closed'],
    ['The quay, he said, will not be dredged', 'The quay will not be dredged'],
    ['He failed to pay the fine', 'He did not pay the fine'],
    ['neither confirmed nor denied the sale', 'did not confirm or deny the sale'],
    ['a no-fly zone over the harbour', 'the no-fly zone over the harbour'],
  ])('but no denial is heard between "%s" / "%s"', (a, b) => {
    expect(codes(a, b)).not.toContain('OTHER_POLARITY');
    expect(codes(b, a)).not.toContain('OTHER_POLARITY');
  });

  it('is weighed where it may be none: "not until" is a promise too', () => {
    const decision = compareQuotes(quote(1, 'We will not lower fares until the debt is paid'), quote(2, 'We will lower fares when the debt is paid'));
    const reason = decision.reasons.find(({ code }) => code === 'OTHER_POLARITY')!;
    expect(reason.weight).toBeLessThan(0);
    expect(reason.weight).toBeGreaterThan(-6.4);
  });

  it('is heard where the denying word stands before the content', () => {
    const text = 'that he took gifts from the shipyard';
    const said = quote(1, text, { before: 'Mr Holt said ' });
    for (const before of ['Mr Holt denied ', 'Mr Holt has rejected claims ', 'Mr Holt did not say ']) {
      expect(compareQuotes(said, quote(2, text, { before })).same, before).toBe(false);
    }
    expect(compareQuotes(said, quote(2, text, { before: 'Mr Holt never denied ' })).same).toBe(true);
    const denied = compareQuotes(quote(1, text, { before: 'Mr Holt denied ' }), quote(2, 'that he did not take gifts from the shipyard'));
    expect(denied.reasons.map((reason) => reason.code)).not.toContain('OTHER_POLARITY');
  });
});

describe('renderingOf', () => {
  const promise = 'The harbour will do everything to pay compensation to the fishermen';
  it('lets in what match would join on a like occasion, and nothing of a chance word', () => {
    expect(renderingOf(promise, 'that the harbour would make amends, including compensation for fishermen')?.match).toBe('PARAPHRASE');
    expect(renderingOf(promise, promise)).toEqual({ score: 1, match: 'VERBATIM' });
    expect(renderingOf('It was half a harbour', 'I do not want his harbour, I want his patience')).toBeNull();
    expect(renderingOf('I never promised anyone compensation', promise)).toBeNull();
    expect(renderingOf(promise, 'Ferry fares rise in May')).toBeNull();
  });
  it('needs no telling word where the quote holds the text', () => {
    const found = renderingOf('What was all that', 'And he asked: what was all that?', true);
    expect(found?.match).toBe('VERBATIM');
    expect(found!.score).toBeGreaterThanOrEqual(0.5);
    expect(renderingOf('the quay will be dredged', 'I do not believe the quay will be dredged', true)).toBeNull();
  });
});
