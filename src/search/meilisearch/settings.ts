/**
 * The settings of the indexes, as data. Raise SETTINGS_VERSION with any change to INDEX_SETTINGS: a server that has an
 * older version is given the new one. Raise DOCUMENT_VERSION with any change to documents.ts: the index is then rebuilt.
 */
import type { Settings } from 'meilisearch';
import type { SearchType } from '../../domain/filters.js';

export const SETTINGS_VERSION = 1;
export const DOCUMENT_VERSION = 1;

/**
 * Values that one facet distribution lists at most. Facets show 20; the rest is for adding up the counts of several
 * indexes, and for the ids that a filter over quotes leads to.
 */
export const FACET_VALUES_MAX = 10_000;

/**
 * `sort` stands first so that NEWEST and OLDEST go by date alone; without a sort it is passed over. The last three break
 * ties, and are the same in every index because a search over several compares rule by rule. The server's own
 * `wordPosition` is left out: that a word stands early in a quote says nothing about it.
 */
const RANKING_RULES = ['sort', 'words', 'typo', 'proximity', 'attributeRank', 'exactness', 'prominence:desc', 'date:desc', 'id:asc'];

const FILTERABLE = ['id', 'date', 'speakerIds', 'sourceIds', 'kinds', 'manners'];

/**
 * Signs that the server by itself takes for a part of the word they touch ("<storm>", "$5"): white space, mathematical,
 * currency and typographic signs. Only letters and digits make words, in queries and in the embedded engine.
 */
const SEPARATORS = [
  ...'$+<=>^`|~¢£¤¥¦¨©¬®¯°´¸×÷±',
  ...'\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff\u2011\u2028\u2029',
  ...'⁄⁺⁻⁼₊₋₌₠₡₢₣₤₥₦₧₨₩₪₫€₭₮₯₰₱₲₳₴₵₶₷₸₹₺₻₼₽₾₿℃℉№℗℠™−∞≈≠≤≥←↑→↓↔⇒⇔',
  ...'─│■□▪▫▲△▶▷►▼▽◀◁◆◇○●◦★☆☑☐✓✔✕✖✗✘❤➔➜\ufffd',
];

const common = (searchable: readonly string[], filterable: readonly string[] = []): Settings => ({
  // In order of weight. `longWords` holds the heads of words too long for the server.
  searchableAttributes: [...searchable, 'longWords'],
  filterableAttributes: [...FILTERABLE, ...filterable],
  sortableAttributes: ['date', 'id'],
  rankingRules: RANKING_RULES,
  // Letters that a word must have for one typo and for two; the embedded engine has the same.
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnNumbers: true },
  separatorTokens: SEPARATORS,
  faceting: { maxValuesPerFacet: FACET_VALUES_MAX, sortFacetValuesBy: { '*': 'alpha', speakerIds: 'count', sourceIds: 'count' } },
  // The server's 1,000 would cap counts too; how deep a client may page is not the engine's to say.
  pagination: { maxTotalHits: 1_000_000_000 },
  // Nothing asks for the values of a facet by their first letters, and indexing for it costs time.
  facetSearch: false,
});

export const INDEX_SETTINGS: Readonly<Record<SearchType, Settings>> = {
  ARTICLE: common(['title', 'body', 'opening', 'byline', 'sourceName']),
  QUOTE: common(['text', 'speakerName', 'sourceName'], ['articleId', 'statementId']),
  SPEAKER: common(['name', 'aliases', 'roles']),
  STATEMENT: common(['text', 'renderings', 'speakerName']),
};

/** What a label says, by which suggestions are found; the first that holds text is shown. */
export const LABEL_FIELDS: Readonly<Record<SearchType, readonly string[]>> = {
  ARTICLE: ['title', 'opening'],
  QUOTE: ['text'],
  SPEAKER: ['name'],
  STATEMENT: ['text'],
};

/** Searched for suggestions: the label, and the other names of a speaker. */
export const SUGGEST_FIELDS: Readonly<Record<SearchType, readonly string[]>> = { ...LABEL_FIELDS, SPEAKER: ['name', 'aliases'] };

/** Shown with a hit where they match, in this order. `opening` is the beginning of `body` and would say it twice. */
export const HIGHLIGHT_FIELDS: Readonly<Record<SearchType, readonly string[]>> = {
  ARTICLE: ['title', 'body', 'byline', 'sourceName'],
  QUOTE: ['text', 'speakerName', 'sourceName'],
  SPEAKER: ['name', 'aliases', 'roles'],
  STATEMENT: ['text', 'renderings', 'speakerName'],
};

/**
 * By how much a type's scores count when types are mixed: a name typed in full should meet its speaker before the
 * quotes that bear the name. Never above 1, so that scores stay in 0..1.
 */
export const TYPE_WEIGHTS: Readonly<Record<SearchType, number>> = { SPEAKER: 1, ARTICLE: 0.92, STATEMENT: 0.9, QUOTE: 0.88 };

export const SEARCH_TYPES: readonly SearchType[] = ['ARTICLE', 'QUOTE', 'SPEAKER', 'STATEMENT'];
