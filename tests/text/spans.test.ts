import { expect, it } from 'vitest';
import { textsOf } from '../../src/search/embedded/documents.js';
import { storedDocument } from '../../src/search/meilisearch/documents.js';
import type { ArticleDocument } from '../../src/domain/search-index.js';
import { beginning } from '../../src/text/spans.js';

it('the beginning of a text holds no half character', () => {
  expect([beginning('a😀b', 1), beginning('a😀b', 2), beginning('a😀b', 3), beginning('a😀', 3), beginning('', 3)]).toEqual(['a', 'a', 'a😀', 'a😀', '']);
});

it('the label of an article without a title holds none either, with both engines', () => {
  for (const lead of ['', 'a']) {
    const article: ArticleDocument = {
      type: 'ARTICLE', id: 1, date: null, title: null, byline: null, body: `${lead}${'😀'.repeat(400)}`, sourceName: null,
      speakerIds: [], sourceIds: [], kinds: [], manners: [],
    };
    const { opening } = storedDocument(article) as unknown as { opening: string };
    for (const label of [textsOf(article)[0].text, opening]) {
      expect(label.isWellFormed()).toBe(true);
      expect(label).not.toContain('\uFFFD');
    }
  }
});
