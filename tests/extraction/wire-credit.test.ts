import { describe, expect, it } from 'vitest';
import { wireCredit } from '../../src/extraction/wire-credit.js';

const BODY = 'The ferry to Torvik ran aground on Monday.\n\nNo one was hurt.';

describe('wireCredit', () => {
  it.each([
    ['LONDON (AP) — The ferry ran aground.', 'AP'],
    ['(Reuters) - The ferry ran aground.', 'Reuters'],
    ['NEW YORK, Nov. 19 (UPI) — The ferry ran aground.', 'UPI'],
    ['TORVIK, Norway (Nordic News) -- The ferry ran aground.', 'Nordic News'],
    ['By Ann Lee, Associated Press\n\nThe ferry ran aground.', 'Associated Press'],
    ['By The Associated Press\n\nThe ferry ran aground.', 'Associated Press'],
    ['Ann Lee | AFP\n\nThe ferry ran aground.', 'AFP'],
    ['The ferry ran aground.\n\nSource: Xinhua', 'Xinhua'],
    ['The ferry ran aground.\n\nSource: the Torvik Press Agency.', 'the Torvik Press Agency'],
  ])('reads the agency of the whole text: %s', (text, agency) => {
    const credit = wireCredit(text);
    expect(credit).toMatchObject({ agency, extent: 'WHOLE' });
    expect(text.slice(credit!.span!.start, credit!.span!.end)).toBe(agency);
  });

  it.each([
    [`${BODY}\n\nAdditional reporting by AFP`, 'AFP'],
    [`${BODY} With reporting from the Associated Press.`, 'Associated Press'],
    [`${BODY}\n\nThe Associated Press contributed to this report.`, 'Associated Press'],
    [`${BODY}\n\nReuters contributed to this story.`, 'Reuters'],
  ])('reads who helped: %s', (text, agency) => {
    expect(wireCredit(text)).toMatchObject({ agency, extent: 'PART' });
  });

  it('reads the byline that came with the text, and puts a credit of the whole before one of a part', () => {
    expect(wireCredit(BODY, 'By Ann Lee, AFP')).toEqual({ agency: 'AFP', extent: 'WHOLE', span: null });
    expect(wireCredit(`OSLO (NTB) — ${BODY}\n\nAdditional reporting by AFP`)).toMatchObject({ agency: 'NTB', extent: 'WHOLE' });
  });

  it.each([
    BODY,
    'LONDON (Monday) — The ferry ran aground.',
    'PARIS (May 5) — The ferry ran aground.',
    'By Ann Lee, Torvik\n\nThe ferry ran aground.',
    'By Ann Lee\n\nThe ferry ran aground.',
    'The Coast Guard (NCG) said the ferry ran aground.',
    'The press was told nothing.\n\nThe Associated Press reported on Monday that a ferry ran aground.',
    '',
  ])('reads none where none stands: %s', (text) => expect(wireCredit(text)).toBeNull());

  it('comes to an end on a line of millions of letters', () => {
    expect(wireCredit('Press'.repeat(1_000_000))).toBeNull();
    expect(wireCredit('By A B C '.repeat(500_000), 'A, '.repeat(100_000))).toBeNull();
  });
});
