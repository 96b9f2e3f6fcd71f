/** Measures what an article's text has in common with others, outside quotation marks and boilerplate. */
import type { ReuseFields, WriteStore } from '../domain/write-store.js';
import { compareTexts, fingerprint } from '../reuse/index.js';
import type { ReuseText } from '../reuse/types.js';
import { quotedSpans } from '../text/quotation.js';
import { mergeSpans, type Span } from '../text/spans.js';

/** Articles with which a new one is compared, those that share most first. */
const CANDIDATE_LIMIT = 50;
/** One shared fingerprint already stands for a run of words that chance does not give. */
const MIN_SHARED_FINGERPRINTS = 1;

export const reuseText = (body: string, boilerplate: readonly Span[]): ReuseText => ({ body, excluded: mergeSpans([...boilerplate, ...quotedSpans(body)]) });

/**
 * Compares the article with those that share fingerprints or statements with it, and stores what they have in common.
 * Its quotes must have been placed before.
 */
export async function measureReuse(tx: WriteStore, articleId: number, text: ReuseText): Promise<void> {
  const hashes = fingerprint(text);
  await tx.replaceFingerprints(articleId, hashes);
  const sharing = await tx.articlesSharing(articleId, hashes, MIN_SHARED_FINGERPRINTS, CANDIDATE_LIMIT);
  // A rewrite shares no run of words, but it shares statements.
  const related = await tx.listArticleOverlaps([articleId], { limit: CANDIDATE_LIMIT, backward: false, after: null, before: null });
  const others = [...new Set([...sharing, ...(related.get(articleId)?.items.map((item) => item.record.bId) ?? [])])];
  const [bodies, articles] = [await tx.bodies(others), await tx.articles(others)];

  const found: ReuseFields[] = [];
  others.forEach((otherId, i) => {
    const body = bodies[i];
    if (body === null) return;
    const { relation, passages, containmentAInB, containmentBInA, resemblance, nearDuplicate } = compareTexts(text, reuseText(body, articles[i]!.boilerplate));
    if (relation === 'UNRELATED' && passages.length === 0) return;
    found.push({ otherId, passages, relation, containmentThisInOther: containmentAInB, containmentOtherInThis: containmentBInA, resemblance, nearDuplicate });
  });
  await tx.replaceReuse(articleId, found);
}
