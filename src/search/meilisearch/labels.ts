/** From where the server says that words match to highlights. The server counts in bytes of UTF-8. */
import type { HighlightText } from '../../domain/search-index.js';
import type { SearchType } from '../../domain/filters.js';
import { mergeSpans } from '../../text/spans.js';
import type { Span } from '../../text/spans.js';
import { cutLabel } from '../highlight.js';
import { HIGHLIGHT_FIELDS, LABEL_FIELDS } from './settings.js';

/** Bytes; `indices` leads to the element where the field is a list. */
export interface MatchPosition {
  readonly start: number;
  readonly length: number;
  readonly indices?: readonly number[];
}

/** A found document, as far as labels need it. */
export interface FoundDocument {
  readonly id: number;
  readonly bodyStart?: number | null;
  readonly _matchesPosition?: Readonly<Record<string, readonly MatchPosition[] | undefined>>;
  readonly [field: string]: unknown;
}

/** A text with more matches than this is judged by its first ones. */
const MAX_MATCHES = 2_000;
const WORD_PART = /[\p{L}\p{N}\p{M}]/u;

/** One highlight for each field that matched, the most telling first. */
export function highlightsOf(type: SearchType, document: FoundDocument): HighlightText[] {
  return HIGHLIGHT_FIELDS[type].flatMap((field) => {
    const positions = document._matchesPosition?.[field] ?? [];
    if (positions.length === 0) return [];
    const text = textAt(document[field], positions[0].indices?.[0] ?? 0);
    return text === '' ? [] : [cutLabel(field, text, matchSpans(text, sameElement(positions)), startOf(type, field, document))];
  });
}

/** What a suggestion shows: the first label field that holds text, marked where it matched; null where none does. */
export function labelOf(type: SearchType, document: FoundDocument): HighlightText | null {
  for (const field of LABEL_FIELDS[type]) {
    const text = textAt(document[field], 0);
    if (text.trim() !== '') return cutLabel(field, text, matchSpans(text, document._matchesPosition?.[field] ?? []), startOf(type, field, document));
  }
  return null;
}

const textAt = (value: unknown, at: number): string => {
  const text: unknown = Array.isArray(value) ? (value as unknown[])[at] : value;
  return typeof text === 'string' ? text : '';
};

/** Of a list, the element that matched first is shown. */
const sameElement = (positions: readonly MatchPosition[]): MatchPosition[] =>
  positions.filter((p) => (p.indices?.[0] ?? 0) === (positions[0].indices?.[0] ?? 0));

/** Where the field's text begins in the article's body; null where it is not a piece of one. */
function startOf(type: SearchType, field: string, document: FoundDocument): number | null {
  if (type === 'ARTICLE' && field === 'body') return 0;
  return type === 'QUOTE' && field === 'text' ? (document.bodyStart ?? null) : null;
}

/**
 * The matches in UTF-16 units, each drawn out to the end of its word: of a prefix the server gives only what was typed,
 * and readers know whole words. Positions are those of the text as stored.
 */
export function matchSpans(text: string, positions: readonly MatchPosition[]): Span[] {
  const sorted = positions.slice(0, MAX_MATCHES).sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let unit = 0;
  let byte = 0;
  for (const { start, length } of sorted) {
    [unit, byte] = walk(text, unit, byte, start);
    const [reached] = walk(text, unit, byte, start + length);
    spans.push({ start: unit, end: wordEnd(text, reached) });
  }
  return mergeSpans(spans);
}

/** Goes on from a known place to the first one that is at least `target` bytes into the text. */
function walk(text: string, unit: number, byte: number, target: number): [unit: number, byte: number] {
  while (byte < target && unit < text.length) {
    const code = text.codePointAt(unit)!;
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    unit += code < 0x10000 ? 1 : 2;
  }
  return [unit, byte];
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const character = String.fromCodePoint(text.codePointAt(end)!);
    if (!WORD_PART.test(character)) return end;
    end += character.length;
  }
  return end;
}
