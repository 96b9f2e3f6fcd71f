import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../src/matching/index.js';
import type { RenderingDifference } from '../../src/matching/index.js';
import { textOf } from '../../src/text/spans.js';
import { says, told } from './renderings.js';
import type { Told } from './renderings.js';

type Shown = [kind: string, a: string, b: string];

const between = (a: Told, b: Told): Shown[] => differencesOf(a.rendering, b.rendering).map(({ kind, a: own, b: other }) => [kind, textOf(a.body, own), textOf(b.body, other)]);
const ofWords = (a: string, b: string): Shown[] => between(says(a), says(b));

describe('differences of figures', () => {
  it.each<[string, string, string, Shown[]]>([
    ['that disagree', 'that 250 people were hurt in the blast', 'that 400 people were hurt in the blast', [['NUMBER', '250', '400']]],
    ['in one unit', 'that the wall is 12 metres high now', 'that the wall is 20 metres high now', [['NUMBER', '12 metres', '20 metres']]],
    ['in other units that disagree', 'that it burst 33 feet from the ferry', 'that it burst 20 metres from the ferry', [['NUMBER', '33 feet', '20 metres']]],
    ['of money', 'that the repair costs $2.5 million a year', 'that the repair costs $3 million a year', [['NUMBER', '$2.5 million', '$3 million']]],
    ['one of which cannot be meant by the other', 'that dozens of sailors were rescued from the ferry', 'that 12 sailors were rescued from the ferry', [['NUMBER', 'dozens', '12']]],
    ['one of which is left out', 'that 14 sailors were rescued from the ferry', 'that sailors were rescued from the ferry', [['NUMBER', '14', '']]],
    ['that are dates', 'that the harbour will open again on 5 March', 'that the harbour will open again on 9 March', [['NAME', '5 March', '9 March']]],
    ['in their turn', 'that the mayor paid 40 crowns and the baker 60 crowns', 'that the mayor paid 40 crowns and the baker 70 crowns', [['NUMBER', '60', '70']]],
  ])('%s', (_name, a, b, expected) => expect(ofWords(a, b)).toEqual(expected));

  it.each([
    ['33 feet and 10 metres', 'that it burst 33 feet from the ferry', 'that it burst 10 metres from the ferry'],
    ['both units and one', 'that it burst 10 metres (33 feet) from the ferry', 'that it burst 33 feet from the ferry'],
    ['words and figures', 'that thirty percent of the mud is gone', 'that 30% of the mud is gone'],
    ['a word and figures in thousands', 'that two thousand people came to the pier', 'that 2,000 people came to the pier'],
    ['per cent in two words', 'that 30 per cent of the mud is gone', 'that 30 percent of the mud is gone'],
  ])('are none for %s', (_name, a, b) => expect(ofWords(a, b)).toEqual([]));

  it.each<[string, string, Shown]>([
    ['that about 40 boats were lost in the storm', 'that 40 boats were lost in the storm', ['HEDGE', 'about 40', '40']],
    ['that dozens of boats were lost in the storm', 'that 36 boats were lost in the storm', ['HEDGE', 'dozens', '36']],
    ['that more than 40 boats were lost in the storm', 'that 44 boats were lost in the storm', ['HEDGE', 'more than 40', '44']],
  ])('are a hedge where one is but vaguer: %s', (a, b, expected) => expect(ofWords(a, b)).toEqual([expected]));
});

describe('hedges and intensifiers', () => {
  it.each<[string, string, Shown[]]>([
    ['“The harbour may reopen before the summer,”', 'that the harbour would reopen before the summer', [['HEDGE', 'may', '']]],
    ['“Perhaps the harbour will reopen in the summer,”', 'that the harbour will reopen in the summer', [['HEDGE', 'Perhaps', '']]],
    ['“I think the old pier is beyond repair,”', 'that the old pier is beyond repair', [['HEDGE', 'I think', '']]],
    ['that the harbour will reopen in summer', 'that the harbour will probably reopen in summer', [['HEDGE', '', 'probably']]],
    ['that the harbour will perhaps reopen in summer', 'that the harbour will probably reopen in summer', [['HEDGE', 'perhaps', 'probably']]],
    ['“The harbour will obviously reopen in summer,”', 'that the harbour will reopen in summer', [['INTENSIFIER', 'obviously', '']]],
    ['“The council does everything to keep the ferry running,”', 'that the council acts to keep the ferry running', [['INTENSIFIER', 'everything', '']]],
    ['that the water in the basin was very dirty', 'that the water in the basin was dirty', [['INTENSIFIER', 'very', '']]],
    ['that it burst 20 metres from the ferry', 'that it burst just 20 metres from the ferry', [['INTENSIFIER', '', 'just']]],
    ['that the captain had always paid the harbour dues', 'that the captain had paid the harbour dues', [['INTENSIFIER', 'always', '']]],
  ])('%s / %s', (a, b, expected) => expect(ofWords(a, b)).toEqual(expected));

  it.each([
    ['another word of the same kind', 'that the harbour will obviously reopen in summer', 'that the harbour will of course reopen in summer'],
    ['"could" for "may"', 'that the harbour may reopen in summer', 'that the harbour could reopen in summer'],
    ['the month of May', 'that the harbour will reopen in May after the dredging', 'that the harbour will reopen after the dredging in May'],
    ['"not only"', 'that the ferry will not only sail again but sail more often', 'that the ferry will sail again and sail more often'],
    ['"about" as a preposition', 'that they spoke about the ferry and the pier', 'that they spoke of the ferry and the pier'],
    ['a word that only moved', 'that obviously the ferry will sail again next week', 'that the ferry will sail again next week, obviously'],
  ])('are none for %s', (_name, a, b) => expect(ofWords(a, b)).toEqual([]));

  it('hear an opinion in the verb that reports it', () => {
    const direct = says('“I think the old pier is beyond repair,”');
    expect(between(direct, told('<Lindqvist> {thinks} [the old pier is beyond repair].', { manner: 'ATTITUDE' }))).toEqual([]);
  });

  it('say nothing of a hedge in a clause that is left out as a whole', () => {
    const [a, b] = ['“The pier will be rebuilt. The old lighthouse keepers may perhaps receive another cottage,”', '“The pier will be rebuilt,”'];
    expect(ofWords(a, b)).toEqual([['OMISSION', 'The old lighthouse keepers may perhaps receive another cottage', '']]);
  });
});

describe('omissions', () => {
  it('are sentences of one without counterpart, in either', () => {
    const long = '“The ferry will sail again. Our fishermen have lost a whole season of herring to this mud.”';
    const sentence = 'Our fishermen have lost a whole season of herring to this mud';
    expect(ofWords(long, '“The ferry will sail again,”')).toEqual([['OMISSION', sentence, '']]);
    expect(ofWords('“The ferry will sail again,”', long)).toEqual([['OMISSION', '', sentence]]);
  });

  it('are clauses, and rows of words', () => {
    expect(ofWords('that the bridge, which was forged by Orrel steelworkers, will open in June', 'that the bridge will open in June')).toEqual([['OMISSION', 'which was forged by Orrel steelworkers', '']]);
    expect(ofWords('that the bridge with its gilded iron lanterns will open in June', 'that the bridge will open in June')).toEqual([['OMISSION', 'gilded iron lanterns', '']]);
  });

  it('take a closing mark with them whose opening one they hold', () => {
    expect(ofWords('that the dredger failed over a “corroded hydraulic coupling,” and that the ferry will sail again', 'that the ferry will sail again'))
      .toEqual([['OMISSION', 'that the dredger failed over a “corroded hydraulic coupling,”', '']]);
  });

  it('are none where the same is said in other words at that place', () => {
    expect(ofWords('that the council swiftly mended broken planks of the pier', 'that the council hastily patched damaged boards of the pier')).toEqual([]);
  });

  it('are none of a few words', () => {
    expect(ofWords('that the ferry will sail again tomorrow', 'that the ferry will sail again')).toEqual([]);
  });
});

describe('names, denial and attribution', () => {
  it('tell another name in the same place', () => {
    expect(ofWords('that the cargo was sold to Brandt before the storm', 'that the cargo was sold to Fenwick before the storm')).toEqual([['NAME', 'Brandt', 'Fenwick']]);
    expect(ofWords('that the council will vote on Tuesday about the pier', 'that the council will vote on Thursday about the pier')).toEqual([['NAME', 'Tuesday', 'Thursday']]);
  });

  it('know a people by its place, and take no first word for a name', () => {
    expect(ofWords('that Syrian engineers built the old pier', 'that engineers from Syria built the old pier')).toEqual([]);
    expect(ofWords('“Boats are welcome in the harbour again,”', '“Ships are welcome in the harbour again,”')).toEqual([]);
  });

  it('tell what one denies and the other affirms', () => {
    expect(ofWords('that the filters were never changed in the summer', 'that the filters were changed in the summer')).toEqual([['POLARITY', 'never changed in the summer', 'changed in the summer']]);
    const denied = told('<Lindqvist> {denied} [that the filters were changed in the summer].');
    expect(between(says('that the filters were changed in the summer'), denied)[0][0]).toBe('POLARITY');
  });

  it('hear a verb that says more than "said"', () => {
    const said = says('that the filters were changed');
    for (const verb of ['claimed', 'admitted', 'insisted', 'vowed', 'warned']) {
      expect(between(said, told(`<Lindqvist> {${verb}} [that the filters were changed].`)), verb).toEqual([['ATTRIBUTION', 'said', verb]]);
    }
    for (const verb of ['stated', 'told reporters', 'added', 'According to']) expect(between(said, told(`<Lindqvist> {${verb}} [that the filters were changed].`)), verb).toEqual([]);
    expect(between(said, told('<Lindqvist> {wrote} [that the filters were changed].', { manner: 'WRITING' }))).toEqual([['ATTRIBUTION', 'said', 'wrote']]);
    // What the verb says stands within the quotation of the other.
    expect(between(says('“I promise that the filters will be changed,”'), told('<Lindqvist> {promised} [the filters will be changed].')).map(([kind]) => kind)).not.toContain('ATTRIBUTION');
  });

  it('tell another speaker, one who speaks for the other, and nobody', () => {
    const said = says('that the filters were changed');
    const by = (mention: string, speakerId: number | null, speakerName: string | null): Shown[] => between(said, told(`<${mention}> {said} [that the filters were changed].`, { speakerId, speakerName }));
    expect(by('Bram Keizer', 2, 'Bram Keizer')).toEqual([['ATTRIBUTION', 'Lindqvist', 'Bram Keizer']]);
    expect(by('the Lindqvist campaign', 3, 'the Lindqvist campaign')).toEqual([['ATTRIBUTION', 'Lindqvist', 'the Lindqvist campaign']]);
    expect(by('officials', null, null)).toEqual([['ATTRIBUTION', 'Lindqvist', 'officials']]);
    expect(by('she', 1, 'Oda Lindqvist')).toEqual([]);
  });
});

describe('what is no difference', () => {
  const TEXT = '“The council’s 12 ferries won’t sail – not before May – until all of the harbor has been dredged,”';
  it.each([
    ['the same text', TEXT],
    ['other marks and spaces', '"The council\'s  12 ferries won\'t sail -- not before May -- until all of the harbor has been dredged."'],
    ['other apostrophes and accents', '«The cóuncilʼs 12 ferries wonʼt sail, not before May, until all of the harbor has been dredged»'],
    ['capitals', TEXT.toUpperCase()],
  ])('%s', (_name, other) => expect(ofWords(TEXT, other)).toEqual([]));

  it('another order', () => {
    expect(ofWords('that the ferry will sail and that the pier will be rebuilt', 'that the pier will be rebuilt and that the ferry will sail')).toEqual([]);
    expect(ofWords('that in June the long bridge over the Orrel opens', 'that the long bridge over the Orrel opens in June')).toEqual([]);
  });

  it('nothing at all, and words without letters', () => {
    for (const [a, b] of [['“…”', '“…”'], ['“…”', 'that the ferry will sail'], ['“?!”', '“—”']]) expect(() => ofWords(a, b)).not.toThrow();
  });
});

describe('spans', () => {
  const CLAUSES = ['“The harbour will obviously reopen,”', '“perhaps about 40 boats may come.', 'Nobody in Orrel was ever told of 12 metres of mud', '(33 feet)', 'İn Ødegård’s ﬁrst “straße”', 'the U.S. and the United States', '🚢 sailed on 5 May', 'all of it'];
  /** Contents made of the clauses in every turn, split at places that move. */
  const articles = Array.from({ length: 40 }, (_, n) => {
    const picked = CLAUSES.filter((_clause, i) => ((n * 7 + 3) >> (i % 6)) % 2 === 0 || i === n % CLAUSES.length);
    return told(`Rain fell. <She> {${n % 2 ? 'said' : 'claimed'}} ${picked.map((clause) => `[${clause}]`).join(n % 3 ? ', she went on, ' : ' ')} and left.`, n % 5 ? {} : { speakerId: null, speakerName: null });
  });

  it('are places in the bodies, in order, at which stands what the quote says there', () => {
    let checked = 0;
    const check = ({ body, rendering }: Told, { kind, explanation }: RenderingDifference, spans: RenderingDifference['a']): void => {
      for (const [i, { start, end }] of spans.entries()) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(body.length);
        if (i > 0) expect(start).toBeGreaterThanOrEqual(spans[i - 1].end);
      }
      if (kind === 'ATTRIBUTION' || spans.length === 0) return;
      checked++;
      expect(rendering.text).toContain(textOf(body, spans));
      for (const span of spans) expect(rendering.content.some((part) => part.start <= span.start && span.end <= part.end), explanation).toBe(true);
    };
    for (const a of articles) for (const b of articles) {
      for (const difference of differencesOf(a.rendering, b.rendering)) {
        expect(difference.a.length + difference.b.length).toBeGreaterThan(0);
        check(a, difference, difference.a);
        check(b, difference, difference.b);
      }
    }
    expect(checked).toBeGreaterThan(1_000);
  });

  it('are the same from either side', () => {
    for (const a of articles) for (const b of articles.slice(0, 10)) {
      const [ab, ba] = [between(a, b), between(b, a)];
      const one = new Set(ab.filter(([kind]) => kind === 'OMISSION').map(([, x, y]) => `${x}|${y}`));
      expect(new Set(ba.filter(([kind]) => kind === 'OMISSION').map(([, x, y]) => `${y}|${x}`))).toEqual(one);
    }
  });
});

describe('long and hostile texts', () => {
  it('are read as far as the bound, and what stands behind it is not missing', () => {
    const long = Array.from({ length: 6_000 }, (_, i) => `word${i}`).join(' ');
    expect(ofWords(long, `${long} and obviously more`)).toEqual([]);
    expect(ofWords(`${long} obviously`, 'that word1 and word2 sailed').filter(([kind]) => kind !== 'OMISSION')).toEqual([]);
  });

  it.each([
    ['one word over and over', 'no '.repeat(20_000)],
    ['figures over and over', '12 metres and about 40 boats '.repeat(3_000)],
    ['names over and over', 'Orrel Brandt, Fenwick Lund, '.repeat(3_000)],
    ['hedges over and over', 'perhaps all ferries may obviously sail '.repeat(3_000)],
    ['a word without end', 'a'.repeat(200_000)],
    ['marks over and over', '“”"'.repeat(20_000)],
  ])('%s', (_name, text) => {
    for (const other of [text, `${text}and the pier`, 'that all of the 40 ferries may sail', '']) {
      expect(ofWords(text, other).length).toBeLessThanOrEqual(100);
      expect(ofWords(other, text).length).toBeLessThanOrEqual(100);
    }
  });
});
