/** Annotated articles as the models see them: units with the anchor of every cue and the labels around it. */
import { readDocument } from '../src/extraction/document.js';
import type { Document } from '../src/extraction/document.js';
import type { WordClasses } from '../src/extraction/learned/classes.js';
import { CONTENT, CONTENT_START, CUE, CUE_START, MENTION, MENTION_START, OTHER } from '../src/extraction/learned/labels.js';
import { readUnit } from '../src/extraction/learned/reading.js';
import type { UnitReading } from '../src/extraction/learned/reading.js';
import { itemAt, readUnits } from '../src/extraction/learned/units.js';
import type { Unit } from '../src/extraction/learned/units.js';
import { linksByRules } from '../src/extraction/linking/index.js';
import { findNoise } from '../src/extraction/noise.js';
import { paragraphs } from '../src/extraction/paragraphs.js';
import type { SpanPair } from '../src/text/spans.js';
import { tokenAt } from '../src/text/tokens.js';
import type { AnnotatedArticle, Attribution } from './corpus.js';

export interface Gold {
  readonly anchor: number;
  readonly labels: Uint8Array;
}

export interface Example {
  /** Number of the article among those read. */
  readonly article: number;
  readonly reading: UnitReading;
  readonly golds: readonly Gold[];
}

/** How much oftener than never an unseen word is taken to stand in a cue. */
const SMOOTHING = 0.05;

/** All units of the articles. Which word of a cue is its anchor is told by how often a word stands in cues. */
export function readExamples(articles: readonly AnnotatedArticle[], classes: WordClasses): Example[] {
  const read = articles.map(({ text, attributions }) => {
    const lines = paragraphs(text);
    const doc = readDocument(text, lines, findNoise(text, lines, {}));
    return { doc, attributions };
  });
  const chance = cueChances(read);
  return read.flatMap(({ doc, attributions }, article) => {
    const links = linksByRules(doc);
    return readUnits(doc).map((unit) => {
      const own = links.filter((link) => link.sentence >= unit.firstSentence && link.sentence < unit.endSentence);
      const golds = attributions.flatMap((attribution) => goldOf(doc, unit, attribution, chance) ?? []);
      return { article, reading: readUnit(doc, unit, own, classes), golds };
    });
  });
}

const tokensOf = (doc: Document, spans: readonly SpanPair[]): number[] =>
  spans.flatMap(([start, end]) => {
    const found: number[] = [];
    for (let i = tokenAt(doc.tokens, start); i < doc.tokens.length && doc.tokens[i].start < end; i++) found.push(i);
    return found;
  });

/** By word: how often it stands in a cue where it stands at all. */
function cueChances(read: readonly { readonly doc: Document; readonly attributions: readonly Attribution[] }[]): (lower: string) => number {
  const inCue = new Map<string, number>();
  const all = new Map<string, number>();
  const count = (counts: Map<string, number>, word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { doc, attributions } of read) {
    for (const token of doc.tokens) count(all, token.lower);
    for (const { cue } of attributions) for (const i of tokensOf(doc, cue)) count(inCue, doc.tokens[i].lower);
  }
  return (word) => ((inCue.get(word) ?? 0) + SMOOTHING) / ((all.get(word) ?? 0) + 1);
}

/** The attribution's labels in a unit, null where its cue stands elsewhere or in quotation marks. */
function goldOf(doc: Document, unit: Unit, { source, cue, content }: Attribution, chance: (lower: string) => number): Gold | null {
  const itemsOf = (spans: readonly SpanPair[]): number[] => [...new Set(tokensOf(doc, spans).map((i) => itemAt(unit, i)).filter((k) => k >= 0))];
  const cueItems = itemsOf(cue).filter((k) => unit.pair[k] < 0);
  if (cueItems.length === 0) return null;
  const labels = new Uint8Array(unit.from.length);
  const put = (spans: readonly SpanPair[], start: number, rest: number): void => {
    for (const span of spans) {
      let first = true;
      for (const k of itemsOf([span])) {
        if (labels[k] !== OTHER) continue;
        labels[k] = first ? start : rest;
        first = false;
      }
    }
  };
  put(content, CONTENT_START, CONTENT);
  put(source, MENTION_START, MENTION);
  cueItems.forEach((k, i) => (labels[k] = i === 0 ? CUE_START : CUE));
  // What was interrupted begins anew.
  for (let k = 0; k < labels.length; k++) {
    const isRest = labels[k] === MENTION || labels[k] === CUE || labels[k] === CONTENT;
    if (isRest && (k === 0 || (labels[k - 1] !== labels[k] && labels[k - 1] !== labels[k] - 1))) labels[k] -= 1;
  }
  const anchor = cueItems.reduce((best, k) => (chance(doc.tokens[unit.from[k]].lower) >= chance(doc.tokens[unit.from[best]].lower) ? k : best));
  return { anchor, labels };
}
