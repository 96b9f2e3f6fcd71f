/** What two generated articles are to each other, from how they were made and by the definitions of the design alone. */
import type { ArticleRelation } from '../../src/domain/records.js';
import type { GeneratedArticle } from './families.js';
import { countedOf } from './report.js';
import type { Report } from './report.js';

const REPRINT_SHARE = 0.7;
/** A copied paragraph has so many words. */
const LEAST_PARAGRAPH_WORDS = 12;
/** Of the sentences of either text so many must stand reworded in the other; below, but above none, nobody could say. */
const REWRITE_SHARE = 0.5;

function shareOf(report: Report, other: Report): number {
  const there = new Set(countedOf(other).map((word) => word.id));
  const words = countedOf(report);
  return words.length === 0 ? 0 : words.filter((word) => there.has(word.id)).length / words.length;
}

const copiedParagraphs = (report: Report): number[] =>
  report.filter((paragraph) => paragraph.speech === null && countedOf([paragraph]).length >= LEAST_PARAGRAPH_WORDS).map((paragraph) => paragraph.id);

/** Share of the sentences of the one with the fewer that stand reworded in the other, and of the one with more. */
function rewordedShares(a: Report, b: Report): [number, number] {
  const sentences = (report: Report) => report.filter((paragraph) => paragraph.speech === null).flatMap((paragraph) => paragraph.sentences);
  const [x, y] = [sentences(a), sentences(b)];
  const originals = new Set([...x, ...y].map((sentence) => sentence.id));
  const reworded = [...x, ...y].filter((sentence) => sentence.rewordsId !== null && originals.has(sentence.rewordsId)).length;
  return [reworded / Math.max(1, Math.min(x.length, y.length)), reworded / Math.max(1, x.length, y.length)];
}

/** Null where the definitions do not say. */
export function relationOf(a: GeneratedArticle, b: GeneratedArticle): ArticleRelation | null {
  if (a.family !== b.family) return 'UNRELATED';
  if (Math.min(shareOf(a.report, b.report), shareOf(b.report, a.report)) >= REPRINT_SHARE) return 'REPRINT';
  const there = new Set(copiedParagraphs(b.report));
  if (copiedParagraphs(a.report).some((id) => there.has(id))) return 'PARTIAL_REPRINT';
  const [ofShorter, ofLonger] = rewordedShares(a.report, b.report);
  if (ofShorter > 0) return ofLonger >= REWRITE_SHARE ? 'REWRITE' : null;
  const speeches = new Set(b.report.flatMap((paragraph) => paragraph.speech?.id ?? []));
  return a.report.some((paragraph) => paragraph.speech && speeches.has(paragraph.speech.id)) ? 'COMMON_SOURCE' : 'UNRELATED';
}
