/**
 * Which stored article a new one is: its source and its publisher's id agree; else its url; else its source and the
 * hash of its body.
 */
import type { ArticleFields, KnownArticle, WriteStore } from '../domain/write-store.js';
import type { CheckedArticle } from './draft.js';

export interface Identified {
  readonly known: KnownArticle | null;
  /** Does the new one say anything that the stored one does not? True where none is known. */
  readonly changed: boolean;
}

export async function identify(tx: WriteStore, article: CheckedArticle): Promise<Identified> {
  const sourceId = article.source && (await tx.findSource(article.source.name, article.source.domain));
  const known = await findKnown(tx, article, sourceId);
  if (!known) return { known, changed: true };
  const kept = keptFields(article, known, sourceId);
  // A source that is not in the store yet is another one than the article's.
  const sourceChanges = article.source !== null && (sourceId === null || sourceId !== known.sourceId);
  const changed = sourceChanges || COMPARED.some((field) => kept[field] !== known[field]);
  return { known, changed };
}

const COMPARED = ['publisherId', 'url', 'title', 'byline', 'language', 'publishedAt', 'bodyHash'] as const;

async function findKnown(tx: WriteStore, article: CheckedArticle, sourceId: number | null): Promise<KnownArticle | null> {
  // A source that the store does not know yet has no articles: nothing there can be the same by source.
  const sourceIsNew = article.source !== null && sourceId === null;
  if (article.publisherId !== null && !sourceIsNew) {
    const known = await tx.articleByPublisherId(sourceId, article.publisherId);
    if (known) return known;
  }
  if (article.url !== null) {
    const known = await tx.articleByUrl(article.url);
    if (known) return known;
  }
  return sourceIsNew ? null : tx.articleByBody(sourceId, article.bodyHash);
}

/**
 * The fields to keep of a new text under a known identity. What the new text does not say stays as it was, and so does
 * the publisher's id, by which clients may have stored it.
 */
export function keptFields(article: CheckedArticle, known: KnownArticle | null, sourceId: number | null): Omit<ArticleFields, 'boilerplate'> {
  return {
    sourceId: sourceId ?? known?.sourceId ?? null,
    publisherId: known?.publisherId ?? article.publisherId,
    url: article.url ?? known?.url ?? null,
    title: article.title ?? known?.title ?? null,
    byline: article.byline ?? known?.byline ?? null,
    language: article.language ?? known?.language ?? null,
    publishedAt: article.publishedAt ?? known?.publishedAt ?? null,
    body: article.body,
    bodyHash: article.bodyHash,
  };
}
