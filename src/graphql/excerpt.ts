/** A piece of a body around a quote. */
import { OnRecordError } from '../domain/errors.js';
import type { Span } from '../text/spans.js';
import type { Excerpt } from './types/text.js';

/** UTF-16 units; the bound that the API promises for highlights, labels and excerpts. */
export const MAX_EXCERPT_LENGTH = 300;
/** UTF-16 units that may be asked for on either side. */
export const MAX_CONTEXT_LENGTH = 2_000;

/**
 * The text of `around` with up to `before` units before it and `after` behind it. Where that is more than
 * MAX_EXCERPT_LENGTH, what surrounds the text gives way, both sides in proportion; a text that is itself longer is cut at
 * its end. No character is cut in half.
 * @throws OnRecordError INVALID_ARGUMENT where `before` or `after` is out of range
 */
export function excerptOf(body: string, around: Span, before: number, after: number): Excerpt {
  for (const [name, value] of Object.entries({ before, after })) {
    if (value < 0 || value > MAX_CONTEXT_LENGTH) throw new OnRecordError('INVALID_ARGUMENT', `${name} is from 0 to ${MAX_CONTEXT_LENGTH}; it is ${value}.`);
  }
  // What a side lacks, at the edge of the body, is the other's to use.
  const [left, right] = [Math.min(before, around.start), Math.min(after, body.length - around.end)];
  const room = Math.max(0, MAX_EXCERPT_LENGTH - (around.end - around.start));
  const share = left + right > room ? room / (left + right) : 1;
  let start = around.start - Math.floor(left * share);
  let end = Math.min(around.end + Math.floor(right * share), start + MAX_EXCERPT_LENGTH);
  if (isInsidePair(body, start)) start += 1;
  if (isInsidePair(body, end)) end -= 1;
  return { text: body.slice(start, end), start };
}

/** Do the two halves of one character stand on either side of this offset? */
const isInsidePair = (body: string, offset: number): boolean =>
  offset > 0 && offset < body.length && isHigh(body.charCodeAt(offset - 1)) && isLow(body.charCodeAt(offset));
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
