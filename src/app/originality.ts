/**
 * How much of an article is its own, and which articles the rest was probably made of. Counted when articles come in, change or go, so
 * that the rate of a source is a sum; which of two articles arrived first does not count, only what they say of themselves.
 */
import type { ReadStore } from '../domain/read-store.js';
import type { ArticleRelation, ProvenanceRecord, SourceWordsRecord, TextPartnerRecord } from '../domain/records.js';
import type { ReuseFields, WriteStore } from '../domain/write-store.js';
import { wireCredit } from '../extraction/wire-credit.js';
import { originality, ownWords, sharesAgency } from '../reuse/index.js';
import type { ReuseText } from '../reuse/types.js';
import { originBetween, provenanceOf } from './provenance.js';
import type { ArticleOrigin } from './provenance.js';
import { textsOf } from './reuse-text.js';
import { takeTurns } from './turns.js';

/** An article that another was probably made of. */
export interface CopiedFrom extends ArticleOrigin {
  /** Equal words in the passages that it has from there. */
  readonly words: number;
}

/** 0..1, null where the article has no counted words, or they were never counted. */
export const originalityOf = ({ countedWords, ownWords: own }: ProvenanceRecord): number | null =>
  countedWords === null || own === null ? null : originality({ counted: countedWords, own });

type Partner = Pick<ReuseFields, 'relation' | 'containmentThisInOther' | 'containmentOtherInThis'>;

/** An outlet that prints its own text again copies nobody. */
const ofOneOutlet = (mine: ProvenanceRecord, theirs: ProvenanceRecord): boolean => mine.sourceId !== null && mine.sourceId === theirs.sourceId;

/** The other article where the text in common is probably from there; else null. */
function originIn(mine: ProvenanceRecord, theirs: ProvenanceRecord, { relation, containmentThisInOther, containmentOtherInThis }: Partner): ArticleOrigin | null {
  if (ofOneOutlet(mine, theirs)) return null;
  const found = originBetween(mine, theirs, { relation, containmentAInB: containmentThisInOther, containmentBInA: containmentOtherInThis });
  return found?.articleId === theirs.articleId ? found : null;
}

const isText = (relation: ArticleRelation): boolean => relation !== 'UNRELATED' && relation !== 'COMMON_SOURCE';

/** Is the text in common not mine: the other's, or an agency's that both credit? */
function isTaken(mine: ProvenanceRecord, theirs: ProvenanceRecord, partner: Partner): boolean {
  if (originIn(mine, theirs, partner)) return true;
  return isText(partner.relation) && !ofOneOutlet(mine, theirs) && sharesAgency(provenanceOf(mine), provenanceOf(theirs));
}

/** The articles that each was probably made of, most words first; in the order of the ids, by two SQL statements. */
export async function originsOf(read: ReadStore, articleIds: readonly number[]): Promise<CopiedFrom[][]> {
  const partners = await read.textPartners(articleIds);
  const known = await provenancesOf(read, [...articleIds, ...partners.flat().map(({ otherId }) => otherId)]);
  return articleIds.map((id, i) => partners[i].flatMap((partner) => copiedFrom(known, id, partner) ?? []).sort((a, b) => b.words - a.words || a.articleId - b.articleId));
}

function copiedFrom(known: ReadonlyMap<number, ProvenanceRecord>, id: number, partner: TextPartnerRecord): CopiedFrom | null {
  const [mine, theirs] = [known.get(id), known.get(partner.otherId)];
  const origin = mine && theirs && partner.words > 0 ? originIn(mine, theirs, partner) : null;
  return origin && { ...origin, words: partner.words };
}

async function provenancesOf(read: ReadStore, ids: readonly number[]): Promise<Map<number, ProvenanceRecord>> {
  const records = await read.provenances([...new Set(ids)]);
  return new Map(records.flatMap((record) => (record ? [[record.articleId, record] as const] : [])));
}

/** The rate over all words of the articles: a long article weighs more than a short one. */
export const originalityOfSource = ({ countedWords, ownWords: own }: SourceWordsRecord): number | null => originality({ counted: countedWords, own });

/** What changed in a transaction, and may change how much of articles is their own. */
export interface ChangedTexts {
  /** Articles that came in or are another text, date or outlet now; one whose credit may be another first. */
  readonly articleIds: readonly number[];
  /** Articles that had text in common with one of these, or with one that is gone. */
  readonly partnersBefore: readonly number[];
  /** Of articles that were just measured, what counts of them. */
  readonly texts: ReadonlyMap<number, ReuseText>;
}

/**
 * Counts anew the words of the changed articles, and of those others whose count may be another now. Most articles are older than what
 * arrives, and are not touched: only of a partner that the changed one is the likely origin of some words are its own no longer, and only
 * one that had words of others may have some of them back.
 */
export async function settleOriginality(tx: WriteStore, { articleIds, partnersBefore, texts }: ChangedTexts): Promise<void> {
  const others = new Set<number>();
  // 1. The changed ones, and who has words from them now.
  for (const id of articleIds) {
    for (const other of await countOwnWords(tx, id, texts.get(id))) others.add(other);
  }
  // 2. Who may have words from them no longer.
  for (const { articleId, countedWords, ownWords: own } of partnersBefore.length > 0 ? (await provenancesOf(tx, partnersBefore)).values() : []) {
    if (countedWords !== null && own !== null && own < countedWords) others.add(articleId);
  }
  // 3. These.
  for (const id of articleIds) others.delete(id);
  for (const id of others) {
    await takeTurns();
    await countOwnWords(tx, id);
  }
}

/** @returns the others that have words from this article; those that have no words of their own anyway are left out */
async function countOwnWords(tx: WriteStore, id: number, measured?: ReuseText): Promise<number[]> {
  const text = measured ?? (await textsOf(tx, [id]))[0];
  const reuse = (await tx.reuseOf(id)).filter(({ relation, passages }) => isText(relation) && passages.length > 0);
  const known = await provenancesOf(tx, [id, ...reuse.map(({ otherId }) => otherId)]);
  const stored = known.get(id);
  if (!text || !stored) return [];
  const agency = wireCredit(text.body, stored.byline)?.agency ?? null;
  const mine = { ...stored, agency };
  const partners = reuse.flatMap((one) => {
    const theirs = known.get(one.otherId);
    return theirs ? [{ theirs, one }] : [];
  });
  const copied = partners.flatMap(({ theirs, one }) => (isTaken(mine, theirs, one) ? one.passages.map((passage) => passage.a) : []));
  const { counted, own } = ownWords(text, copied);
  await tx.replaceOwnWords(id, { agency, countedWords: counted, ownWords: own });
  return partners.flatMap(({ theirs, one: { relation, containmentThisInOther: here, containmentOtherInThis: there } }) =>
    theirs.ownWords !== 0 && isTaken(theirs, mine, { relation, containmentThisInOther: there, containmentOtherInThis: here }) ? [theirs.articleId] : []);
}
