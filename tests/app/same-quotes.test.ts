import { describe, expect, it } from 'vitest';
import { pairSameQuotes } from '../../src/app/same-quotes.js';
import type { QuoteCorrections } from '../../src/domain/write-store.js';

const ANN = 1;
const BEN = 2;

const before = (quoteId: number, contentKey: string, extractedSpeakerId: number | null, corrections: Partial<QuoteCorrections> = {}): QuoteCorrections =>
  ({ quoteId, articleId: 1, contentKey, statementId: quoteId, dismissed: false, dismissedFrom: null, setSpeakerId: undefined, setStatement: false, extractedSpeakerId, extractedJointSpeakerIds: [], ...corrections });

const now = (contentKey: string, speakerId: number | null) => ({ contentKey, speakerId });

const pairs = (...args: Parameters<typeof pairSameQuotes>): [(number | null)[], number[]] => {
  const { same, gone } = pairSameQuotes(...args);
  return [same.map((quote) => quote?.quoteId ?? null), gone.map((quote) => quote.quoteId)];
};

describe('quotes of an article read again', () => {
  it('are the same where their content reads the same, wherever it stands now and whoever is found to say it', () => {
    expect(pairs([before(1, 'a', ANN), before(2, 'b', BEN)], [now('b', BEN), now('c', ANN), now('a', null)])).toEqual([[2, null, 1], []]);
    expect(pairs([before(1, 'a', ANN)], [now('b', ANN)])).toEqual([[null], [1]]);
  });

  it('that read alike are told apart by who says them, then by their order', () => {
    expect(pairs([before(1, 'no', ANN), before(2, 'no', BEN)], [now('no', BEN)])).toEqual([[2], [1]]);
    expect(pairs([before(1, 'no', ANN), before(2, 'no', BEN)], [now('no', BEN), now('no', ANN)])).toEqual([[2, 1], []]);
    expect(pairs([before(1, 'no', ANN), before(2, 'no', ANN)], [now('no', ANN), now('no', ANN), now('no', ANN)])).toEqual([[1, 2, null], []]);
    expect(pairs([before(1, 'no', ANN), before(2, 'no', BEN)], [now('no', null), now('no', BEN)])).toEqual([[1, 2], []]);
  });

  it('keep what people corrected where fewer are left', () => {
    for (const corrected of [{ dismissed: true }, { setStatement: true }, { setSpeakerId: null }, { setSpeakerId: BEN }]) {
      expect(pairs([before(1, 'no', ANN), before(2, 'no', ANN, corrected)], [now('no', ANN)])).toEqual([[2], [1]]);
    }
  });
});
