/** The reading half of the port, put together from the files that answer it. */
import type { ReadStore } from '../domain/read-store.js';
import { articleOverlaps, articlePairsAfter, countArticleOverlaps, listArticleOverlaps } from './article-overlaps.js';
import { articles, articlesByUrl, bodies, bodySizes } from './articles.js';
import { candidates, quotesHolding } from './candidates.js';
import { matchCandidates } from './match-candidates.js';
import { echoCandidates } from './echoes.js';
import { idsAfter, isEmpty, quoteFacts, renderingTexts } from './facts.js';
import { articleCountsWithin, countArticles, countQuotes, countSources, countSpeakers, listArticles, listQuotes, listSources, listSpeakers } from './lists.js';
import { provenances, sourceWords, textPartners } from './own-words.js';
import { quotes, quotesOfStatements } from './quotes.js';
import { roles, rolesAtQuotes } from './roles.js';
import type { Session } from './session.js';
import { copiedArticles, copyingSources, sourcesByOverlap } from './source-groups.js';
import { articleCounts, sources, sourcesByDomain, sourcesByName } from './sources.js';
import {
  countOverlapsOfSources, countSharedStatements, countSourceOverlaps, listOverlapsOfSources, listSharedStatements, listSourceOverlaps, sourceOverlaps, sourceOverlapsAmong,
} from './source-overlaps.js';
import { speakers, speakersByName } from './speakers.js';
import { countStatements, listStatements } from './statement-lists.js';
import { statements } from './statements.js';
import { articleTerms } from './story-terms.js';
import { countBlindSpots, countStories, listBlindSpots, listStories, stories } from './stories.js';

export function readStore(s: Session): ReadStore {
  return {
    sources: (ids) => sources(s, ids),
    articles: (ids) => articles(s, ids),
    bodies: (ids) => bodies(s, ids),
    articleTerms: (ids) => articleTerms(s, ids),
    bodySizes: (ids) => bodySizes(s, ids),
    quotes: (ids) => quotes(s, ids),
    speakers: (ids) => speakers(s, ids),
    statements: (ids) => statements(s, ids),
    stories: (ids) => stories(s, ids),
    roles: (ids) => roles(s, ids),
    rolesAtQuotes: (ids) => rolesAtQuotes(s, ids),
    articleCounts: (ids) => articleCounts(s, ids),
    articlesByUrl: (url) => articlesByUrl(s, url),
    sourcesByDomain: (domain) => sourcesByDomain(s, domain),
    sourcesByName: (name) => sourcesByName(s, name),
    speakersByName: (name) => speakersByName(s, name),

    listSources: (parents, page) => listSources(s, parents, page),
    countSources: (parents) => countSources(s, parents),
    listArticles: (parents, filter, order, page) => listArticles(s, parents, filter, order, page),
    countArticles: (parents, filter) => countArticles(s, parents, filter),
    listQuotes: (parents, filter, order, page) => listQuotes(s, parents, filter, order, page),
    countQuotes: (parents, filter) => countQuotes(s, parents, filter),
    listSpeakers: (filter, page) => listSpeakers(s, filter, page),
    countSpeakers: (filter) => countSpeakers(s, filter),
    listStatements: (parents, filter, order, page) => listStatements(s, parents, filter, order, page),
    countStatements: (parents, filter) => countStatements(s, parents, filter),
    listStories: (filter, order, page) => listStories(s, filter, order, page),
    countStories: (filter) => countStories(s, filter),
    listBlindSpots: (pairs, minSources, page) => listBlindSpots(s, pairs, minSources, page),
    countBlindSpots: (pairs, minSources) => countBlindSpots(s, pairs, minSources),

    articleOverlaps: (pairs) => articleOverlaps(s, pairs),
    listArticleOverlaps: (ids, page) => listArticleOverlaps(s, ids, page),
    countArticleOverlaps: (ids) => countArticleOverlaps(s, ids),
    provenances: (ids) => provenances(s, ids),
    textPartners: (ids) => textPartners(s, ids),
    sourceWords: (ids, published) => sourceWords(s, ids, published),
    quotesOfStatements: (pairs) => quotesOfStatements(s, pairs),
    sourceOverlaps: (pairs, filter) => sourceOverlaps(s, pairs, filter),
    listSourceOverlaps: (parents, filter, order, page) => listSourceOverlaps(s, parents, filter, order, page),
    countSourceOverlaps: (parents, filter) => countSourceOverlaps(s, parents, filter),
    listSharedStatements: (pairs, filter, order, page) => listSharedStatements(s, pairs, filter, order, page),
    countSharedStatements: (pairs, filter) => countSharedStatements(s, pairs, filter),
    listOverlapsOfSources: (pairs, filter, relations, page) => listOverlapsOfSources(s, pairs, filter, relations, page),
    countOverlapsOfSources: (pairs, filter, relations) => countOverlapsOfSources(s, pairs, filter, relations),
    articleCountsWithin: (ids, range) => articleCountsWithin(s, ids, range),
    sourcesByOverlap: (filter, limit) => sourcesByOverlap(s, filter, limit),
    sourceOverlapsAmong: (ids, filter) => sourceOverlapsAmong(s, ids, filter),
    copyingSources: (filter, leastArticles, limit) => copyingSources(s, filter, leastArticles, limit),
    copiedArticles: (pairs, range) => copiedArticles(s, pairs, range),

    candidates: (request) => candidates(s, request),
    matchCandidates: (request) => matchCandidates(s, request),
    echoCandidates: (ids, limit) => echoCandidates(s, ids, limit),
    quotesHolding: (text, filter, limit) => quotesHolding(s, text, filter, limit),
    idsAfter: (type, afterId, limit) => idsAfter(s, type, afterId, limit),
    quoteFacts: (type, ids) => quoteFacts(s, type, ids),
    renderingTexts: (ids, limit) => renderingTexts(s, ids, limit),
    articlePairsAfter: (after, limit) => articlePairsAfter(s, after, limit),
    isEmpty: () => isEmpty(s),
  };
}
