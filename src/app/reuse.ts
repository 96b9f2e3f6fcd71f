/** Measures what an article's text has in common with others, outside quotation marks and boilerplate. */
import type { ReuseFields, WriteStore } from '../domain/write-store.js';
import { boilerplateHashes, boilerplateSpans, compareTexts, fingerprint, LATEST_ARTICLES, leastHolders } from '../reuse/index.js';
import type { ReuseComparison, ReuseText } from '../reuse/types.js';
import { mergeSpans, sameSpans, type Span } from '../text/spans.js';
import { hashOfBody } from './draft.js';
import type { ChangedTexts } from './originality.js';
import { ARTICLES_A_HASH, sharingStatements, sharingText } from './reuse-candidates.js';
import { keepText, reuseText, textsOf } from './reuse-text.js';
import { takeTurns } from './turns.js';

/** Articles of the very same text, to which the new one is related without a comparison; and stored partners of a revised one, compared anew. */
export const MAX_RELATED = 1_000;
/** Texts that are read in one go. */
const TEXTS_AT_ONCE = 8;

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
  const asked = await tx.holdersOf(input.hashes, ARTICLES_A_HASH);
  const { known, holders } = sourceId === null ? { known: [], holders: [] } : await learn(tx, articleId, sourceId, input.hashes, asked);
  for (const id of holders) {
    await takeTurns();
    const [[body], [article]] = [await tx.bodies([id]), await tx.articles([id])];
    if (body === null || !article) continue;
    const theirs = prepareReuse(body, hashOfBody(body), article.boilerplate);
    note(id, await measure(tx, id, theirs, await tx.learnedHashes(sourceId!, theirs.hashes), null));
  }
  // What was measured again has other fingerprints now.
  note(articleId, await measure(tx, articleId, input, known, texts.size > 0 ? null : asked));
  return { articleIds: [articleId, ...holders.filter((id) => texts.has(id) && id !== articleId)], partnersBefore: [...partnersBefore], texts };
}

type Holders = ReadonlyMap<number, readonly number[]>;

/** What is known of the source's boilerplate in this text, with what this text adds to it, and the earlier articles that hold the latter. */
async function learn(tx: WriteStore, articleId: number, sourceId: number, hashes: readonly number[], asked: Holders): Promise<{ known: number[]; holders: number[] }> {
  const known = await tx.learnedHashes(sourceId, hashes);
  const learned = new Set(known);
  // 1. Hashes that enough articles have, be they of any source.
  const frequentAnywhere = [...asked].filter(([hash, ids]) => ids.length >= leastHolders(0) && !learned.has(hash));
  if (frequentAnywhere.length === 0) return { known, holders: [] };
  const latest = await tx.latestArticles(sourceId, articleId, LATEST_ARTICLES);
  const least = leastHolders(latest.length);

  // 2. Those that enough of the source's latest articles have; of one that many articles have not all were asked for.
  const isLatest = new Set(latest);
  const among = new Map(frequentAnywhere.filter(([, ids]) => ids.length >= Math.min(least, ARTICLES_A_HASH)));
  const frequent = await tx.holdersAmong([...among].filter(([, ids]) => ids.length >= ARTICLES_A_HASH).map(([hash]) => hash), latest);
  const likely = [...among].map(([hash, ids]) => [hash, frequent.get(hash) ?? ids.filter((id) => isLatest.has(id))] as const).filter(([, ids]) => ids.length >= least);
  if (likely.length === 0) return { known, holders: [] };

  // 3. Those that stand in different texts.
  const ids = [...new Set(likely.flatMap(([, among]) => among))];
  const prints = new Map((await tx.fingerprintsOf(ids)).map((print, i) => [ids[i], print]));
  const found = boilerplateHashes(hashes.filter((hash) => !learned.has(hash)), new Map(latest.map((id) => [id, prints.get(id) ?? []])));
  await tx.learnHashes(sourceId, found.hashes);
  return { known: [...known, ...found.hashes], holders: found.articles };
}

interface Measured {
  readonly text: ReuseText;
  /** Articles that something was stored of together with this one. */
  readonly partners: readonly number[];
}

/**
 * @param known hashes of the text that are of its source's boilerplate
 * @param asked who has the hashes of the plain text, where that was asked already
 */
async function measure(tx: WriteStore, articleId: number, { bodyHash, body, boilerplate, ...plain }: ReuseInput, known: readonly number[], asked: Holders | null): Promise<Measured> {
  const learned = boilerplateSpans(plain.text, new Set(known));
  const excluded = [...boilerplate, ...learned];
  const text = learned.length > 0 ? reuseText(body, excluded) : plain.text;
  const hashes = learned.length > 0 ? fingerprint(text) : plain.hashes;
  keepText({ bodyHash, boilerplate: excluded }, text);
  const holders = learned.length === 0 && asked ? asked : await tx.holdersOf(hashes, ARTICLES_A_HASH);
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
  const others = [...(await candidatesOf(tx, articleId, holders, partners))].filter((id) => !found.has(id) && !twins.includes(id));
  for (let from = 0; from < others.length; from += TEXTS_AT_ONCE) {
    const some = others.slice(from, from + TEXTS_AT_ONCE);
    const theirs = await textsOf(tx, some);
    for (const [i, otherId] of some.entries()) {
      await takeTurns();
      const other = theirs[i];
      if (other) keep(found, otherId, compareTexts(text, other));
    }
  }

  // 3. Written last: what is read above is of others, and reads in one go find each other's pages at hand.
  await tx.replaceReuse(articleId, [...found.values()]);
  await tx.replaceLearnedBoilerplate(articleId, learned);
  await tx.replaceFingerprints(articleId, hashes);
  return { text, partners };
}

/** Articles of this body in which the same counts. */
async function twinsOf(tx: WriteStore, articleId: number, bodyHash: string, excluded: readonly Span[]): Promise<number[]> {
  const ids = (await tx.articlesWithBody(bodyHash, MAX_RELATED + 1)).filter((id) => id !== articleId);
  const theirs = await tx.bodyMarks(ids);
  return ids.filter((_, i) => sameSpans(mergeSpans(theirs[i]?.boilerplate ?? []), mergeSpans(excluded)));
}

/** What was found once is looked at again. */
async function candidatesOf(tx: WriteStore, articleId: number, holders: Holders, partners: readonly number[]): Promise<Set<number>> {
  return new Set([...sharingText(articleId, holders.values()), ...(await sharingStatements(tx, articleId)), ...partners.slice(0, MAX_RELATED)]);
}

function keep(found: Map<number, ReuseFields>, otherId: number, comparison: ReuseComparison | null): void {
  if (!comparison || (comparison.relation === 'UNRELATED' && comparison.passages.length === 0)) return;
  const { relation, passages, containmentAInB, containmentBInA, resemblance, nearDuplicate } = comparison;
  found.set(otherId, { otherId, passages, relation, containmentThisInOther: containmentAInB, containmentOtherInThis: containmentBInA, resemblance, nearDuplicate });
}
