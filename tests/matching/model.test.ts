import { describe, expect, it } from 'vitest';
import { compareQuotes, FEATURE_NAMES, FEATURES, judgeMeasure, measurePair } from '../../src/matching/index.js';
import { MODEL } from '../../src/matching/learned.js';
import { FERRIES, MOURNING, PROMISE, quote } from './quotes.js';

const ALL = [...PROMISE, ...FERRIES, MOURNING];

describe('the learned weights', () => {
  it('have the sign that each feature may have', () => {
    for (const name of FEATURE_NAMES) expect(MODEL.weights[name] * FEATURES[name], name).toBeGreaterThanOrEqual(0);
  });

  it('take the same words by the same speaker for one statement, however short and at any distance at which quotes are compared', () => {
    for (const text of [...ALL.map((q) => q.text), '“Nobody called.”', 'Resign', 'that fares will rise by 5 percent', 'that it will not be safe']) {
      for (const publishedAt of ['2031-03-04', '2031-03-14', '2031-04-03', null]) {
        expect(compareQuotes(quote(1, text), quote(2, text, { publishedAt })), text).toMatchObject({ same: true, match: 'VERBATIM' });
      }
    }
  });

  it('are all that the decision uses: it is what a measured pair is judged', () => {
    for (const a of ALL) {
      for (const b of ALL) {
        const { score, same } = compareQuotes(a, b);
        const judged = judgeMeasure(measurePair(a, b), MODEL);
        expect([judged.score, judged.same]).toEqual([score, same]);
      }
    }
  });

  it('weigh values of at most 1, but for months', () => {
    for (const a of ALL) {
      for (const b of ALL) {
        for (const [name, value] of Object.entries(measurePair(a, b).values)) {
          expect(value, name).toBeGreaterThanOrEqual(0);
          if (name !== 'farMonths') expect(value, name).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});
