/** The reading half of the port, put together from the files that answer it. */
import type { ReadStore } from '../domain/read-store.js';
import { articles, articlesByUrl, bodies } from './articles.js';
import { quotes, quotesOfStatements } from './quotes.js';
import { roles, rolesAtQuotes } from './roles.js';
import type { Session } from './session.js';
import { articleCounts, sources, sourcesByDomain, sourcesByName } from './sources.js';
import { speakers, speakersByName } from './speakers.js';
import { statements } from './statements.js';

export function readStore(s: Session): ReadStore {
  return {
    sources: (ids) => sources(s, ids),
    articles: (ids) => articles(s, ids),
    bodies: (ids) => bodies(s, ids),
    quotes: (ids) => quotes(s, ids),
    speakers: (ids) => speakers(s, ids),
    statements: (ids) => statements(s, ids),
    roles: (ids) => roles(s, ids),
    rolesAtQuotes: (ids) => rolesAtQuotes(s, ids),
    articleCounts: (ids) => articleCounts(s, ids),
    articlesByUrl: (url) => articlesByUrl(s, url),
    sourcesByDomain: (domain) => sourcesByDomain(s, domain),
    sourcesByName: (name) => sourcesByName(s, name),
    speakersByName: (name) => speakersByName(s, name),
    quotesOfStatements: (pairs) => quotesOfStatements(s, pairs),
  } as Partial<ReadStore> as ReadStore;
}
