/** Stage 1: page noise. It is marked, never cut; what is marked is read for no quote. */
import { foldedLine } from '../text/fold.js';
import type { Span } from '../text/spans.js';
import { CAPTION_END, DATELINE_START, INLINE_NOISE, INLINE_NOISE_SIGN, LABEL_START, LIST_ITEM, PARAGRAPH_NOISE } from './lexicon.en.js';
import type { ExtractionHints, Noise, NoiseKind } from './types.js';

/** Longest paragraph, in code units, that can be page furniture as a whole: longer ones are text. */
const MAX_FURNITURE_LENGTH = 300;
/** Longest headline, in code units, that is looked for again at the top of the text. */
const MAX_HEADLINE_LENGTH = 200;
/** How many paragraphs at the top may repeat the headline. */
const HEADLINE_PARAGRAPHS = 3;
const ENDS_AS_SENTENCE = /[.!?…][”"’')\]]*$/u;

/** The noise of a text, in order, spans apart. */
export function findNoise(text: string, paragraphs: readonly Span[], hints: ExtractionHints = {}): Noise[] {
  const noise: Noise[] = [];
  const headlines = new Set([foldedLine(hints.title ?? '')]);
  const byline = foldedLine(hints.byline ?? '').trim();
  paragraphs.forEach((paragraph, i) => {
    const words = text.slice(paragraph.start, paragraph.end);
    const mayRepeat = words.length <= MAX_HEADLINE_LENGTH && (i <= HEADLINE_PARAGRAPHS || byline !== '');
    const folded = mayRepeat ? foldedLine(words) : '';
    // 1. The title again at the top, or a first line said twice.
    if (i <= HEADLINE_PARAGRAPHS && folded.length > 1) {
      if (headlines.has(folded)) return void noise.push({ ...paragraph, kind: 'HEADLINE' });
      if (!ENDS_AS_SENTENCE.test(words)) headlines.add(folded);
    }
    // 2. The byline as the caller knows it.
    if (byline && folded && (folded.trim() === byline || folded.trim() === `by ${byline}`)) return void noise.push({ ...paragraph, kind: 'BYLINE' });
    // 3. A paragraph of furniture.
    const kind = words.length <= MAX_FURNITURE_LENGTH ? furnitureKind(words) : null;
    if (kind) return void noise.push({ ...paragraph, kind });
    // 4. A list right behind a link is a list of links.
    const previous = noise.at(-1);
    if (i > 0 && previous?.kind === 'LINK' && previous.end === paragraphs[i - 1].end && LIST_ITEM.test(words)) return void noise.push({ ...paragraph, kind: 'LINK' });
    // 5. Furniture inside a paragraph.
    for (const span of inlineNoise(words, paragraph.start)) noise.push(span);
  });
  return apart(noise);
}

/** Marks that an editor who quotes a whole page leaves around its furniture. */
const AROUND = /^\s*["“]+|["”]+\s*$/gu;

function furnitureKind(words: string): NoiseKind | null {
  const bare = words.replace(AROUND, '');
  for (const [kind, pattern] of PARAGRAPH_NOISE) if (pattern.test(bare)) return kind;
  return CAPTION_END.test(words) ? 'IMAGE_CREDIT' : null;
}

function inlineNoise(words: string, offset: number): Noise[] {
  const found: Noise[] = [];
  for (const [kind, pattern] of INLINE_NOISE_SIGN.test(words) ? INLINE_NOISE : []) {
    for (const match of words.matchAll(pattern)) {
      const start = offset + match.index;
      found.push({ kind, start, end: start + match[0].trimEnd().length });
    }
  }
  for (const pattern of [LABEL_START, DATELINE_START]) {
    const match = pattern.exec(words);
    if (match) found.push({ kind: pattern === LABEL_START ? 'OTHER' : 'DATELINE', start: offset, end: offset + match[0].trimEnd().length });
  }
  return found;
}

/** Sorted; where two lie over each other the first and longest stays. */
function apart(noise: readonly Noise[]): Noise[] {
  const kept: Noise[] = [];
  for (const span of [...noise].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end > span.start && (kept.length === 0 || kept[kept.length - 1].end <= span.start)) kept.push(span);
  }
  return kept;
}
