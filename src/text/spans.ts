/**
 * A half-open stretch of a text, in UTF-16 code units: `text.slice(start, end)`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The pairs that the command line reads and writes: `[[start, end], ...]`. */
export type SpanPair = readonly [start: number, end: number];

export const toPairs = (spans: readonly Span[]): SpanPair[] => spans.map((s) => [s.start, s.end]);

export const fromPairs = (pairs: readonly SpanPair[]): Span[] => pairs.map(([start, end]) => ({ start, end }));

/** The beginning of a text, of at most so many units: a character that does not fit whole is left out. */
export function beginning(text: string, units: number): string {
  const cut = text.slice(0, units);
  return text.length > units && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** The words of the spans, joined by a space. */
export const textOf = (text: string, spans: readonly Span[]): string =>
  spans.map((s) => text.slice(s.start, s.end)).join(' ');

/** Does any part of `a` lie inside `b`? Empty spans overlap nothing. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Is all of `inner` inside `outer`? */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The same stretches in the same order. */
export const sameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((span, i) => span.start === b[i].start && span.end === b[i].end);

/** Sorted by start, with spans that overlap or touch made one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((s) => s.end > s.start).sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}
