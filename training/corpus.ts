/** Annotated articles of the corpus folder. Only the train part is ever learned from. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpanPair } from '../src/text/spans.js';

/** One attribution as the annotators marked it; spans in UTF-16 code units of the article's text. */
export interface Attribution {
  readonly source: readonly SpanPair[];
  readonly cue: readonly SpanPair[];
  readonly content: readonly SpanPair[];
}

export interface AnnotatedArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/** The folder of the evaluation kit under ONRECORD_CORPUS; null where it is not there. */
export function kitFolder(): string | null {
  const corpus = process.env.ONRECORD_CORPUS;
  const kit = corpus ? join(corpus, 'quotation-eval') : '';
  return kit !== '' && existsSync(kit) ? kit : null;
}

export const readArticles = (kit: string, part: 'train' | 'dev'): AnnotatedArticle[] =>
  readFileSync(join(kit, 'polnear', `${part}.jsonl`), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as AnnotatedArticle);
