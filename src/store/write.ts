/** The writing half of the port, put together from the files that answer it. */
import type { RecordKey, WriteStore } from '../domain/write-store.js';
import { articleByBody, articleByPublisherId, articleByUrl, articlesWithBody, deleteArticle, insertArticle, reviseArticle } from './articles.js';
import { renderersOf, statementsIn } from './article-overlaps.js';
import { bodyMarks, latestArticles, learnedHashes, learnHashes, replaceLearnedBoilerplate } from './boilerplate.js';
import { fingerprintsOf, holdersAmong, holdersOf, replaceFingerprints } from './fingerprints.js';
import { saidBy } from './joint-speakers.js';
import { flushTouched, touch } from './outbox.js';
import { replaceOwnWords } from './own-words.js';
import { correctionOf, correctionsOf, deleteQuotes, insertQuote, setDismissed, setSpeakerByHand, updateQuote } from './quote-writes.js';
import { readStore } from './read.js';
import { replaceReuse, reuseOf } from './reuse.js';
import { addSamePairs, deleteSamePairs, gatheredQuotes, pairsApart, quotesToMatch, samePairsOf } from './same-pairs.js';
import { among } from './session.js';
import type { WriteSession } from './session.js';
import { ensureSpeaker, replaceSightings, sightedSpeakers } from './sightings.js';
import { ensureSource, findSource } from './sources.js';
import { mergeSpeakers, refreshSpeakers } from './speaker-writes.js';
import { clearStatementByHand, matchingLimits } from './statements-by-hand.js';
import { moveQuote, moveQuotes, redirectStatement, refreshStatements, renderingsOf, setRenderings, ungradedOf } from './statement-writes.js';
import { replaceStoryTerms, storyCandidates, storyTermCounts } from './story-terms.js';
import {
  mergeStories, moveToStory, placedArticles, redirectStory, refreshStories, setRepresentative, sharedTextAmong, storyCores,
} from './story-writes.js';

export function writeStore(s: WriteSession): WriteStore {
  return {
    ...readStore(s),
    ensureSource: (name, domain) => ensureSource(s, name, domain),
    findSource: (name, domain) => findSource(s, name, domain),
    articleByPublisherId: (sourceId, publisherId) => articleByPublisherId(s, sourceId, publisherId),
    articleByUrl: (url) => articleByUrl(s, url),
    articleByBody: (sourceId, bodyHash) => articleByBody(s, sourceId, bodyHash),
    articlesWithBody: (bodyHash, limit) => articlesWithBody(s, bodyHash, limit),
    insertArticle: (fields) => insertArticle(s, fields),
    reviseArticle: (id, fields) => reviseArticle(s, id, fields),
    deleteArticle: (id) => deleteArticle(s, id),
    replaceSightings: (articleId, sightings) => replaceSightings(s, articleId, sightings),
    sightedSpeakers: (articleId) => sightedSpeakers(s, articleId),
    ensureSpeaker: (key, type, name) => ensureSpeaker(s, key, type, name),
    mergeSpeakers: (from, into) => mergeSpeakers(s, from, into),
    refreshSpeakers: (ids) => refreshSpeakers(s, ids),
    correctionsOf: (articleId) => correctionsOf(s, articleId),
    correctionOf: (quoteId) => correctionOf(s, quoteId),
    insertQuote: (articleId, quote) => insertQuote(s, articleId, quote),
    updateQuote: (id, quote) => updateQuote(s, id, quote),
    deleteQuotes: (ids) => deleteQuotes(s, ids),
    setSpeakerByHand: (quoteId, speakerId) => setSpeakerByHand(s, quoteId, speakerId),
    setDismissed: (quoteId, dismissed) => setDismissed(s, quoteId, dismissed),
    moveQuote: (quoteId, statementId, byHand) => moveQuote(s, quoteId, statementId, byHand),
    moveQuotes: (moves) => moveQuotes(s, moves),
    quotesToMatch: (articleId) => quotesToMatch(s, articleId),
    addSamePairs: (pairs) => addSamePairs(s, pairs),
    deleteSamePairs: (ids) => deleteSamePairs(s, ids),
    samePairsOf: (ids, limit) => samePairsOf(s, ids, limit),
    gatheredQuotes: (ids, limit) => gatheredQuotes(s, ids, limit),
    pairsApart: (ids) => pairsApart(s, ids),
    matchingLimits: (quoteId) => matchingLimits(s, quoteId),
    clearStatementByHand: (quoteId) => clearStatementByHand(s, quoteId),
    renderingsOf: (statementId) => renderingsOf(s, statementId),
    ungradedOf: (ids) => ungradedOf(s, ids),
    setRenderings: (graded) => setRenderings(s, graded),
    refreshStatements: (ids) => refreshStatements(s, ids),
    redirectStatement: (from, into) => redirectStatement(s, from, into),
    replaceFingerprints: (articleId, hashes) => replaceFingerprints(s, articleId, hashes),
    holdersOf: (hashes, most) => holdersOf(s, hashes, most),
    holdersAmong: (hashes, articleIds) => holdersAmong(s, hashes, articleIds),
    fingerprintsOf: (articleIds) => fingerprintsOf(s, articleIds),
    statementsIn: (articleIds) => statementsIn(s, articleIds),
    renderersOf: (articleId, most) => renderersOf(s, articleId, most),
    learnedHashes: (sourceId, hashes) => learnedHashes(s, sourceId, hashes),
    learnHashes: (sourceId, hashes) => learnHashes(s, sourceId, hashes),
    latestArticles: (sourceId, exceptId, most) => latestArticles(s, sourceId, exceptId, most),
    bodyMarks: (articleIds) => bodyMarks(s, articleIds),
    replaceLearnedBoilerplate: (articleId, spans) => replaceLearnedBoilerplate(s, articleId, spans),
    reuseOf: (articleId) => reuseOf(s, articleId),
    replaceReuse: (articleId, reuse) => replaceReuse(s, articleId, reuse),
    replaceOwnWords: (articleId, words) => replaceOwnWords(s, articleId, words),
    replaceStoryTerms: (articleId, terms) => replaceStoryTerms(s, articleId, terms),
    storyTermCounts: (keys) => storyTermCounts(s, keys),
    storyCandidates: (request) => storyCandidates(s, request),
    placedArticles: (ids) => placedArticles(s, ids),
    sharedTextAmong: (ids) => sharedTextAmong(s, ids),
    storyCores: (ids, limit) => storyCores(s, ids, limit),
    moveToStory: (articleIds, storyId) => moveToStory(s, articleIds, storyId),
    mergeStories: (from, into) => mergeStories(s, from, into),
    refreshStories: (ids) => refreshStories(s, ids),
    setRepresentative: (storyId, articleId) => setRepresentative(s, storyId, articleId),
    redirectStory: (from, into) => redirectStory(s, from, into),
    touch: async (keys) => touch(s, keys),
  };
}

/**
 * What a transaction owes before it ends. The use cases refresh what they change; what none refreshed is refreshed
 * here, so that no statement stands without quotes and no speaker without anything that names it.
 */
export async function settle(s: WriteSession, at: number): Promise<void> {
  const statements = [...s.staleStatements];
  touch(s, statements.map((id) => ({ type: 'STATEMENT', id })));
  await refreshStatements(s, statements);
  await refreshStories(s, [...s.staleStories]);
  touch(s, (await refreshSpeakers(s, [])).map((id) => ({ type: 'SPEAKER', id })));
  await touchRenamed(s);
  await flushTouched(s, at);
}

/** Whoever goes by another name is to be found by it in all that they said. What was touched already keeps its place. */
async function touchRenamed(s: WriteSession): Promise<void> {
  const speakers = [...s.renamedSpeakers];
  if (speakers.length === 0) return;
  const quotes = await s.db.selectFrom(saidBy(s, speakers).as('w')).innerJoin('quotes as q', 'q.id', 'w.quote_id').select('q.id').distinct().where('q.statement_id', 'is not', null).execute();
  const statements = await s.db.selectFrom('statements').select('id').where((eb) => among(s, eb.ref('speaker_id'), speakers)).execute();
  const keys: RecordKey[] = [
    ...speakers.map((id) => ({ type: 'SPEAKER' as const, id })),
    ...quotes.map(({ id }) => ({ type: 'QUOTE' as const, id })),
    ...statements.map(({ id }) => ({ type: 'STATEMENT' as const, id })),
  ];
  touch(s, keys.filter(({ type, id }) => !s.touched.has(`${type} ${id}`)));
}
