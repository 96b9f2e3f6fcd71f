/**
 * Articles in: check, identify, read, and in one transaction an article store it with its quotes, speakers,
 * statements, reuse and the news for the index.
 */
import { ERROR_CODES, OnRecordError } from '../domain/errors.js';
import type { StoryTerm } from '../domain/story-writes.js';
import type { KnownArticle, RecordKey, WriteStore } from '../domain/write-store.js';
import { profileOf } from '../stories/index.js';
import { sameSpans } from '../text/spans.js';
import { checkDraft, type CheckedArticle } from './draft.js';
import { identify, keptFields } from './identity.js';
import { readArticle, withSpeakerIds, type Reading } from './reading.js';
import { settleOriginality, type ChangedTexts } from './originality.js';
import { measureReuse, prepareReuse, type ReuseInput } from './reuse.js';
import { pairSameQuotes } from './same-quotes.js';
import { placeQuotes, rematchQuotes, settleStatements, type NewQuote } from './statements.js';
import { placeInStory, settleStory } from './stories.js';
import { takeTurns } from './turns.js';
import type { App, ArticleDraft, IngestOutcome } from './types.js';

/** Takes each article by itself, in order: what is wrong with one is its outcome, and the others go in. */
export async function ingestArticles(app: App, drafts: readonly ArticleDraft[]): Promise<IngestOutcome[]> {
  const outcomes: IngestOutcome[] = [];
  for (const draft of drafts) outcomes.push(await ingestArticle(app, draft));
  await app.onWritten();
  return outcomes;
}

/** Never loses the articles beside it: a failure of ours is logged, and is the outcome of this one alone. @throws OnRecordError of the store */
export async function ingestArticle(app: App, draft: ArticleDraft): Promise<IngestOutcome> {
  try {
    return await takeIn(app, draft);
  } catch (error) {
    if (error instanceof OnRecordError) throw error;
    app.onArticleFailure?.(error);
    const message = `${ERROR_CODES.INTERNAL} This article did not go in; the others are not touched.`;
    return { status: 'REJECTED', articleId: null, problems: [{ code: 'INTERNAL', errorCode: 'INTERNAL', message, path: [] }] };
  }
}

async function takeIn(app: App, draft: ArticleDraft): Promise<IngestOutcome> {
  const { article, problems } = checkDraft(draft);
  if (!article) return { status: 'REJECTED', articleId: null, problems };
  // Seen before and not changed: nothing to read. Asked again below, where nobody can come between.
  const { known, changed } = await app.store.write((tx) => identify(tx, article));
  if (known && !changed) return { status: 'UNCHANGED', articleId: known.id, problems: [] };
  const outcome = known && readsAlike(article, known) ? await app.store.write((tx) => storeFields(tx, article)) : null;
  if (outcome) return outcome;

  // All that needs no store is worked out before the transaction, which keeps every other writer waiting.
  const { title, byline, language } = known ? keptFields(article, known, null) : article;
  const reading = readArticle(app.extractor, article.body, { title, byline, language });
  const reuse = prepareReuse(article.body, article.bodyHash, reading.boilerplate);
  const terms = profileOf(title, article.body, reading.boilerplate);
  return app.store.write((tx) => storeArticle(tx, article, reading, reuse, terms));
}

/** Is all that extraction looks at as it was? Then its quotes are too. */
function readsAlike(article: CheckedArticle, known: KnownArticle): boolean {
  const kept = keptFields(article, known, null);
  return (['bodyHash', 'title', 'byline', 'language'] as const).every((field) => kept[field] === known[field]);
}

/** A revision that leaves text and quotes as they were: address, outlet or date. Null where another process changed more meanwhile. */
async function storeFields(tx: WriteStore, article: CheckedArticle): Promise<IngestOutcome | null> {
  const { known, changed } = await identify(tx, article);
  if (!known || !readsAlike(article, known)) return null;
  if (!changed) return { status: 'UNCHANGED', articleId: known.id, problems: [] };
  const [stored] = await tx.articles([known.id]);
  const sourceId = article.source && (await tx.ensureSource(article.source.name, article.source.domain));
  await tx.reviseArticle(known.id, { ...keptFields(article, known, sourceId), boilerplate: stored!.boilerplate });
  const quotes = await tx.correctionsOf(known.id);
  const statements = quotes.flatMap((q) => q.statementId ?? []);
  await settleStatements(tx, statements);
  await tx.replaceStoryTerms(known.id, null);
  if (!tellsTheSame(known, keptFields(article, known, sourceId))) await settleOriginality(tx, await sameTexts(tx, known.id));
  await placeInStory(tx, known.id);
  await tx.touch([
    { type: 'ARTICLE', id: known.id },
    ...keys('QUOTE', quotes.map((q) => q.quoteId)),
    ...keys('STATEMENT', statements),
    ...keys('SPEAKER', [...(await tx.sightedSpeakers(known.id)), ...quotes.flatMap((q) => q.setSpeakerId ?? [])]),
  ]);
  return { status: 'UPDATED', articleId: known.id, problems: [] };
}

/** Is all that tells whose text an article is, beside the text, as it was? */
const tellsTheSame = (known: KnownArticle, fields: Pick<KnownArticle, 'sourceId' | 'publishedAt' | 'byline'>): boolean =>
  (['sourceId', 'publishedAt', 'byline'] as const).every((field) => known[field] === fields[field]);

/** An article of which something else may have changed, with the partners that its text has. */
async function sameTexts(tx: WriteStore, id: number): Promise<ChangedTexts> {
  const partners = await tx.reuseOf(id);
  return { articleIds: [id], partnersBefore: partners.map(({ otherId }) => otherId), texts: new Map() };
}

/** @returns false where there is no such article */
export async function deleteArticle(app: App, id: number): Promise<boolean> {
  const deleted = await app.store.write(async (tx) => {
    const [article] = await tx.articles([id]);
    if (!article) return false;
    const quotes = await tx.correctionsOf(id);
    const speakers = await tx.sightedSpeakers(id);
    const statements = quotes.flatMap((q) => q.statementId ?? []);
    const byHand = quotes.flatMap((q) => q.setSpeakerId ?? []);
    const { partnersBefore } = await sameTexts(tx, id);
    await tx.deleteArticle(id);
    await settleOriginality(tx, { articleIds: [], partnersBefore, texts: new Map() });
    await settleStatements(tx, statements);
    if (article.storyId !== null) await settleStory(tx, article.storyId);
    await tx.refreshSpeakers([...speakers, ...byHand]);
    await tx.touch([
      { type: 'ARTICLE', id },
      ...keys('QUOTE', quotes.map((q) => q.quoteId)),
      ...keys('STATEMENT', statements),
      ...keys('SPEAKER', [...speakers, ...byHand]),
    ]);
    return true;
  });
  await app.onWritten();
  return deleted;
}

async function storeArticle(tx: WriteStore, article: CheckedArticle, reading: Reading, reuse: ReuseInput, terms: readonly StoryTerm[]): Promise<IngestOutcome> {
  const { known, changed } = await identify(tx, article);
  if (known && !changed) return { status: 'UNCHANGED', articleId: known.id, problems: [] };

  const sourceId = article.source && (await tx.ensureSource(article.source.name, article.source.domain));
  const fields = { ...keptFields(article, known, sourceId), boilerplate: reading.boilerplate };
  const [stored] = known ? await tx.articles([known.id]) : [];
  const articleId = known ? known.id : await tx.insertArticle(fields);
  if (known) await tx.reviseArticle(articleId, fields);

  const speakersBefore = await tx.sightedSpeakers(articleId);
  const speakerIds = await tx.replaceSightings(articleId, reading.sightings);
  const quotes = await storeQuotes(tx, articleId, withSpeakerIds(reading.quotes, speakerIds));
  await tx.replaceStoryTerms(articleId, terms);
  const { all: statements, changed: changedStatements } = await placeQuotes(tx, articleId, quotes.added, fields.body);
  for (const id of await rematchQuotes(tx, quotes.rereadWithOtherSpeaker)) statements.add(id);
  await settleStatements(tx, new Set([...changedStatements, ...quotes.statements]));
  for (const id of quotes.statements) statements.add(id);
  const speakers = new Set([...speakersBefore, ...speakerIds, ...quotes.speakersByHand]);
  await tx.refreshSpeakers([...speakers]);
  // A text that stays the same has in common with others what it had.
  const sameText = known?.bodyHash === fields.bodyHash && sameSpans(stored?.boilerplate ?? [], fields.boilerplate);
  const measured = sameText ? null : await measureReuse(tx, articleId, fields.sourceId, reuse);
  if (measured || !known || !tellsTheSame(known, fields)) await settleOriginality(tx, measured ?? (await sameTexts(tx, articleId)));
  await placeInStory(tx, articleId);
  await tx.touch([
    { type: 'ARTICLE', id: articleId },
    ...keys('QUOTE', quotes.all),
    ...keys('STATEMENT', statements),
    ...keys('SPEAKER', speakers),
  ]);
  return { status: known ? 'UPDATED' : 'CREATED', articleId, problems: [] };
}

interface StoredQuotes {
  /** All that are there now or were before. */
  readonly all: readonly number[];
  readonly added: readonly NewQuote[];
  readonly rereadWithOtherSpeaker: readonly number[];
  /** Statements of the quotes that were there before. */
  readonly statements: readonly number[];
  readonly speakersByHand: readonly number[];
}

/** Quotes whose content reads the same keep their ids, and what was set by hand. */
async function storeQuotes(tx: WriteStore, articleId: number, quotes: Reading['quotes']): Promise<StoredQuotes> {
  const before = await tx.correctionsOf(articleId);
  const { same: sameAs, gone } = pairSameQuotes(before, quotes);
  const all: number[] = before.map((q) => q.quoteId);
  const added: NewQuote[] = [];
  const rereadWithOtherSpeaker: number[] = [];
  for (const [i, quote] of quotes.entries()) {
    await takeTurns();
    const same = sameAs[i];
    if (same) {
      await tx.updateQuote(same.quoteId, quote);
      const speakerReadsDifferently = same.setSpeakerId === undefined && same.extractedSpeakerId !== quote.speakerId;
      if (speakerReadsDifferently && !same.setStatement && !same.dismissed) rereadWithOtherSpeaker.push(same.quoteId);
    } else {
      const id = await tx.insertQuote(articleId, quote);
      all.push(id);
      added.push({ id, matchKeys: quote.matchKeys });
    }
  }
  await tx.deleteQuotes(gone.map((q) => q.quoteId));
  return {
    all,
    added,
    rereadWithOtherSpeaker,
    statements: before.flatMap((q) => q.statementId ?? []),
    speakersByHand: before.flatMap((q) => q.setSpeakerId ?? []),
  };
}

export const keys = (type: RecordKey['type'], ids: Iterable<number>): RecordKey[] => [...ids].map((id) => ({ type, id }));
