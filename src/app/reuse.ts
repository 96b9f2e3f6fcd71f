/** Measures what an article's text has in common with others, outside quotation marks and boilerplate. */
import type { ReuseFields, WriteStore } from '../domain/write-store.js';
import { aboutLikeness } from '../matching/index.js';
import { boilerplateHashes, boilerplateSpans, compareTexts, fingerprint, LATEST_ARTICLES } from '../reuse/index.js';
import type { ReuseComparison, ReuseText } from '../reuse/types.js';
import { mergeSpans, sameSpans, type Span } from '../text/spans.js';
import { hashOfBody } from './draft.js';
import type { ChangedTexts } from './originality.js';
import { reuseText } from './reuse-text.js';
import { takeTurns } from './turns.js';

/** Articles with which a new one is compared: of those that share fingerprints so many, those that share most first. */
export const MAX_COMPARED = 40;
/** And of those that share statements. */
const MAX_COMPARED_BY_STATEMENTS = 20;
/** A rewrite has most statements of the other; of an article with fewer, all. */
const LEAST_SHARED_STATEMENTS = 2;
/** Articles that share fewer are compared where they are so alike in what they are about: 0..1, of `aboutLikeness`. */
const ALIKE_ABOUT = 0.45;
/** Articles of the very same text, to which the new one is related without a comparison; and stored partners of a revised one, compared anew. */
export const MAX_RELATED = 1_000;
/** One shared fingerprint already stands for a run of words that chance does not give. */
const MIN_SHARED_FINGERPRINTS = 1;

/** What measuring needs of an article, worked out before its transaction begins. */
export interface ReuseInput {
  readonly bodyHash: string;
  readonly body: string;
  /** As extraction marked it. */
  readonly boilerplate: readonly Span[];
  readonly text: ReuseText;
  readonly hashes: readonly number[];
}

export function prepareReuse(body: string, bodyHash: string, boilerplate: readonly Span[]): ReuseInput {
  const text = reuseText(body, boilerplate);
  return { bodyHash, body, boilerplate, text, hashes: fingerprint(text) };
}

/**
 * Relates the article to those that share fingerprints or statements with it or are stored as its partners, and stores
 * what they have in common. Its quotes must have been placed before. Where it shows that its source prints something on many
 * pages, those of the source's latest articles that hold it are measured again.
 *
 * @returns what was measured, with the partners that it had before
 */
export async function measureReuse(tx: WriteStore, articleId: number, sourceId: number | null, input: ReuseInput): Promise<ChangedTexts> {
  const [texts, partnersBefore] = [new Map<number, ReuseText>(), new Set<number>()];
  const note = (id: number, { text, partners }: Measured): void => {
    texts.set(id, text);
    for (const partner of partners) partnersBefore.add(partner);
  };
  const { known, holders } = sourceId === null ? { known: [], holders: [] } : await learn(tx, articleId, sourceId, input.hashes);
  for (const id of holders) {
    await takeTurns();
    const [[body], [article]] = [await tx.bodies([id]), await tx.articles([id])];
    if (body !== null && article) note(id, await measure(tx, id, prepareReuse(body, hashOfBody(body), article.boilerplate), await tx.learnedHashes(sourceId!, fingerprint(reuseText(body, article.boilerplate)))));
  }
  note(articleId, await measure(tx, articleId, input, known));
  return { articleIds: [articleId, ...holders.filter((id) => texts.has(id) && id !== articleId)], partnersBefore: [...partnersBefore], texts };
}

/** What is known of the source's boilerplate in this text, with what this text adds to it, and the earlier articles that hold the latter. */
async function learn(tx: WriteStore, articleId: number, sourceId: number, hashes: readonly number[]): Promise<{ known: number[]; holders: number[] }> {
  const known = await tx.learnedHashes(sourceId, hashes);
  const learned = new Set(known);
  const found = boilerplateHashes(hashes.filter((hash) => !learned.has(hash)), await tx.latestFingerprints(sourceId, articleId, LATEST_ARTICLES));
  await tx.learnHashes(sourceId, found.hashes);
  return { known: [...known, ...found.hashes], holders: found.articles };
}

interface Measured {
  readonly text: ReuseText;
  /** Articles that something was stored of together with this one. */
  readonly partners: readonly number[];
}

/** @param known hashes of the text that are of its source's boilerplate */
async function measure(tx: WriteStore, articleId: number, { bodyHash, body, boilerplate, ...plain }: ReuseInput, known: readonly number[]): Promise<Measured> {
  const learned = boilerplateSpans(plain.text, new Set(known));
  await tx.replaceLearnedBoilerplate(articleId, learned);
  const excluded = [...boilerplate, ...learned];
  const text = learned.length > 0 ? reuseText(body, excluded) : plain.text;
  const hashes = learned.length > 0 ? fingerprint(text) : plain.hashes;
  await tx.replaceFingerprints(articleId, hashes);
  const found = new Map<number, ReuseFields>();

  // 1. The same text elsewhere: one comparison stands for all of them, and what one of them shares with others this one does too.
  const twins = await twinsOf(tx, articleId, bodyHash, excluded);
  const withTwins = twins.length > 0 ? compareTexts(text, text) : null;
  for (const twin of twins) keep(found, twin, withTwins);
  for (const shared of twins.length > 0 ? await tx.reuseOf(twins[0]) : []) {
    if (shared.otherId !== articleId && !found.has(shared.otherId)) found.set(shared.otherId, shared);
  }

  // 2. What is left of those that may have something in common.
  const partners = (await tx.reuseOf(articleId)).map((reuse) => reuse.otherId);
  const others = [...(await candidatesOf(tx, articleId, hashes, partners))].filter((id) => !found.has(id) && !twins.includes(id));
  const theirs = await excludedOf(tx, others);
  for (const otherId of others) {
    await takeTurns();
    const [body] = await tx.bodies([otherId]);
    const spans = theirs.get(otherId);
    if (body !== null && spans) keep(found, otherId, compareTexts(text, reuseText(body, spans)));
  }
  await tx.replaceReuse(articleId, [...found.values()]);
  return { text, partners };
}

/** The boilerplate of articles, as extraction marked it and as it was learned. */
async function excludedOf(tx: WriteStore, ids: readonly number[]): Promise<Map<number, readonly Span[]>> {
  if (ids.length === 0) return new Map();
  const [articles, learned] = [await tx.articles(ids), await tx.learnedBoilerplate(ids)];
  return new Map(ids.flatMap((id, i) => {
    const article = articles[i];
    return article ? [[id, [...article.boilerplate, ...learned[i]]] as const] : [];
  }));
}

/** Articles of this body in which the same counts. */
async function twinsOf(tx: WriteStore, articleId: number, bodyHash: string, excluded: readonly Span[]): Promise<number[]> {
  const ids = (await tx.articlesWithBody(bodyHash, MAX_RELATED + 1)).filter((id) => id !== articleId);
  const theirs = await excludedOf(tx, ids);
  return ids.filter((id) => sameSpans(mergeSpans(theirs.get(id) ?? []), mergeSpans(excluded)));
}

/** A rewrite shares no run of words, but it shares statements; and what was found once is looked at again. */
async function candidatesOf(tx: WriteStore, articleId: number, hashes: readonly number[], partners: readonly number[]): Promise<Set<number>> {
  const sharing = await tx.articlesSharing(articleId, hashes, MIN_SHARED_FINGERPRINTS, MAX_COMPARED);
  const own = (await tx.countStatements({ type: 'ARTICLE', ids: [articleId] }, {})).get(articleId) ?? 0;
  const related = await tx.listArticleOverlaps([articleId], { limit: MAX_COMPARED_BY_STATEMENTS, backward: false, after: null, before: null });
  const found = (related.get(articleId)?.items ?? []).map(({ record }) => record);
  const [mine, ...theirs] = await tx.articleTerms([articleId, ...found.map(({ bId }) => bId)]);
  const rewrites = found.filter(({ sharedStatementIds }, i) => sharedStatementIds.length >= Math.min(LEAST_SHARED_STATEMENTS, own) || aboutLikeness(mine, theirs[i]) >= ALIKE_ABOUT);
  return new Set([...sharing, ...rewrites.map(({ bId }) => bId), ...partners.slice(0, MAX_RELATED)]);
}

function keep(found: Map<number, ReuseFields>, otherId: number, comparison: ReuseComparison | null): void {
  if (!comparison || (comparison.relation === 'UNRELATED' && comparison.passages.length === 0)) return;
  const { relation, passages, containmentAInB, containmentBInA, resemblance, nearDuplicate } = comparison;
  found.set(otherId, { otherId, passages, relation, containmentThisInOther: containmentAInB, containmentOtherInThis: containmentBInA, resemblance, nearDuplicate });
}
