/** Whose text an article is: the agency that it credits, and which of two articles with text in common is the likely origin. */
import type { ArticleOverlapRecord, ArticleRecord, ProvenanceRecord, SourceRecord } from '../domain/records.js';
import { wireCredit } from '../extraction/wire-credit.js';
import type { WireCredit } from '../extraction/wire-credit.js';
import { likelyOrigin } from '../reuse/index.js';
import type { OriginReason, Provenance } from '../reuse/index.js';

export type { OriginReason, WireCredit };

/** An article with what stands beside it. */
export interface PrintedArticle {
  readonly article: ArticleRecord;
  readonly body: string;
  readonly source: SourceRecord | null;
}

export interface ArticleOrigin {
  readonly articleId: number;
  readonly reasons: readonly OriginReason[];
  /** 0..1. */
  readonly confidence: number;
}

export const wireCreditOf = (article: ArticleRecord, body: string): WireCredit | null => wireCredit(body, article.byline);

/** Null where the two have no text in common, or nothing tells. A pair that shares statements alone has no origin here. */
export function originOf(a: PrintedArticle, b: PrintedArticle, overlap: ArticleOverlapRecord): ArticleOrigin | null {
  return originBetween(tellingOf(a), tellingOf(b), overlap);
}

/** What tells of two articles which is the origin: all that is stored, or worked out, beside the overlap. */
type Telling = Pick<ProvenanceRecord, 'articleId' | 'publishedAt' | 'sourceName' | 'agency'>;

const tellingOf = ({ article, body, source }: PrintedArticle): Telling => ({
  articleId: article.id, publishedAt: article.publishedAt, sourceName: source?.name ?? null, agency: wireCreditOf(article, body)?.agency ?? null,
});

export const provenanceOf = ({ publishedAt, sourceName, agency }: Telling): Provenance => ({
  publishedAt: publishedAt === null ? null : Date.parse(publishedAt), sourceName, agency,
});

/** As `originOf`. */
export function originBetween(a: Telling, b: Telling, { relation, containmentAInB, containmentBInA }: Pick<ArticleOverlapRecord, 'relation' | 'containmentAInB' | 'containmentBInA'>): ArticleOrigin | null {
  const found = likelyOrigin(provenanceOf(a), provenanceOf(b), { relation: relation === 'COMMON_SOURCE' ? 'UNRELATED' : relation, containmentAInB, containmentBInA });
  return found && { articleId: found.origin === 'a' ? a.articleId : b.articleId, reasons: found.reasons, confidence: found.confidence };
}
