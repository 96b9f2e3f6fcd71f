/** Whose text an article is: the agency that it credits, and which of two articles with text in common is the likely origin. */
import type { ArticleOverlapRecord, ArticleRecord, SourceRecord } from '../domain/records.js';
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

const provenanceOf = ({ article, body, source }: PrintedArticle): Provenance => ({
  publishedAt: article.publishedAt === null ? null : Date.parse(article.publishedAt),
  sourceName: source?.name ?? null,
  agency: wireCreditOf(article, body)?.agency ?? null,
});

/** Null where the two have no text in common, or nothing tells. A pair that shares statements alone has no origin here. */
export function originOf(a: PrintedArticle, b: PrintedArticle, overlap: ArticleOverlapRecord): ArticleOrigin | null {
  const { relation, containmentAInB, containmentBInA } = overlap;
  const found = likelyOrigin(provenanceOf(a), provenanceOf(b), { relation: relation === 'COMMON_SOURCE' ? 'UNRELATED' : relation, containmentAInB, containmentBInA });
  return found && { articleId: found.origin === 'a' ? a.article.id : b.article.id, reasons: found.reasons, confidence: found.confidence };
}
