/**
 * Quotation marks as pairs. One pass over the text with a stack:
 *
 *   opening mark ---> push          closing mark ---> pop its partner, what lies above it is UNCLOSED
 *   paragraph end --> what is open goes on where the next paragraph opens the same way, else it is UNCLOSED and ends here
 *
 * Styles form classes; any closing mark of a class closes any opening one of it (typists mix “ with "), and a pair of
 * different styles is reported as MIXED_STYLES. Apostrophes are told from single marks by their neighbours.
 */
import { matchesIn } from './pieces.js';
import type { Span } from './spans.js';

/** A quotation: `start` and `end` take in its marks. */
export interface QuotePair extends Span {
  /** Where the words inside begin and end. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** 0 for a quotation that stands in no other. */
  readonly depth: number;
  /** Double marks (“ " '' «) quote speech; single ones often hold a nested quotation or a word held at a distance. */
  readonly double: boolean;
  /** False where the end of the paragraph closed it. */
  readonly closed: boolean;
  /** True where the quotation of an earlier paragraph goes on in this one. */
  readonly continues: boolean;
}

export interface QuotationDiagnostic extends Span {
  readonly problem: 'UNCLOSED' | 'UNOPENED' | 'MIXED_STYLES';
}

export interface Quotation {
  /** In the order of the text; outer before inner. */
  readonly pairs: readonly QuotePair[];
  readonly diagnostics: readonly QuotationDiagnostic[];
}

type MarkClass = 'DOUBLE' | 'SINGLE' | 'GUILLEMET';
interface Mark extends Span {
  readonly text: string;
  readonly kind: MarkClass;
  /** What the shape alone says: a straight mark may be either. */
  readonly side: 'OPEN' | 'CLOSE' | 'EITHER';
}
interface Open {
  readonly mark: Mark;
  readonly depth: number;
  readonly continues: boolean;
  /** A single mark behind the end of a sentence that closes nothing else: the typist's slip for the double one, should none follow. */
  slip: Mark | null;
}

const MARK = /''+|``|‘‘|’’|[“”„‟"«»‹›‘’‚‛'`]/gu;
const LINE_END = /[\n\r\u2028\u2029]/g;
const SENTENCE_END = /[.,!?]/u;
const LETTER = /[\p{L}\p{N}]/u;
const SPACE_OR_OPEN = /[\s([{<—–\-/“‘„«"'`]/u;
const SPACE_OR_CLOSE = /[\s)\]}>—–\-,.;:!?…”’»"'/]/u;
/** Words that begin with an apostrophe, and years: '90s, 'em, 'tis. */
const ELISION = /^(?:\p{N}{2}s?\b|(?:em|tis|twas|til|cause|bout|cuz|n|round|nuff|ol|im|er)\b)/iu;
/** How far a nested quotation may go: deeper marks are taken as signs of a broken text. */
const MAX_DEPTH = 6;

const partner: Record<string, string> = { '“': '”', '"': '"', "''": "''", '``': "''", '‘‘': '’’', '„': '“', '‟': '”', '‘': '’', "'": "'", '‚': '‘', '‛': '’', '`': "'", '«': '»', '»': '«', '‹': '›', '›': '‹' };

/** What the shape of a mark says; every other is a straight or single one that may open and close. */
const KINDS: Readonly<Record<string, MarkClass>> = { '«': 'GUILLEMET', '»': 'GUILLEMET', '“': 'DOUBLE', '”': 'DOUBLE', '„': 'DOUBLE', '‟': 'DOUBLE', '"': 'DOUBLE' };
const SIDES: Readonly<Record<string, Mark['side']>> = {
  '“': 'OPEN', '„': 'OPEN', '‟': 'OPEN', '‘': 'OPEN', '‛': 'OPEN', '‚': 'OPEN', '‹': 'OPEN', '``': 'OPEN', '‘‘': 'OPEN', '”': 'CLOSE', '›': 'CLOSE', '’’': 'CLOSE',
};

const classOf = (text: string): MarkClass => KINDS[text] ?? (text.length > 1 ? 'DOUBLE' : 'SINGLE');

/** All quotations of a text. Never throws; linear in the length. */
export function quotation(text: string): Quotation {
  const pairs: QuotePair[] = [];
  const diagnostics: QuotationDiagnostic[] = [];
  let carried = NO_MARKS;
  const pairLine = (from: number, to: number): void => {
    if (firstNonSpace(text, from, to) < to) carried = pairParagraph(text, from, to, carried, pairs, diagnostics);
  };
  // From line end to line end: one expression for a whole line would overflow on a paragraph of megabytes.
  let from = 0;
  for (const { index } of text.matchAll(LINE_END)) {
    pairLine(from, index);
    from = index + 1;
  }
  pairLine(from, text.length);
  for (const mark of carried) diagnostics.push({ start: mark.start, end: mark.end, problem: 'UNCLOSED' });
  pairs.sort((a, b) => a.start - b.start || b.end - a.end);
  diagnostics.sort((a, b) => a.start - b.start || a.end - b.end);
  return { pairs, diagnostics };
}

const NO_MARKS: readonly Mark[] = [];

/** Pairs the marks of one paragraph; gives back the marks still open at its end. */
function pairParagraph(text: string, from: number, to: number, carried: readonly Mark[], pairs: QuotePair[], diagnostics: QuotationDiagnostic[]): readonly Mark[] {
  const marks = marksIn(text, from, to);
  if (marks.length === 0 && carried.length === 0) return NO_MARKS;
  const lastClose = lastPossibleCloses(text, marks);
  const stack: Open[] = [];
  const report = (at: Span, problem: QuotationDiagnostic['problem']): void => void diagnostics.push({ start: at.start, end: at.end, problem });
  const finish = (open: Open, innerEnd: number, end: number, closed: boolean): void => {
    const { mark } = open;
    pairs.push({ start: mark.start, end, innerStart: mark.end, innerEnd, depth: open.depth, double: mark.kind !== 'SINGLE', closed, continues: open.continues });
  };
  /** @returns whether a slip of the typist closed it */
  const finishUnclosed = (open: Open, end: number): boolean => {
    const { mark, slip } = open;
    if (slip) report({ start: mark.start, end: slip.end }, 'MIXED_STYLES');
    else if (end > mark.end) finish(open, end, end, false);
    if (slip) finish(open, slip.start, slip.end, true);
    return slip !== null;
  };

  // 1. Does the quotation of the paragraph before go on? Only where this one opens in the same class.
  const firstWord = firstNonSpace(text, from, to);
  const reopens = marks[0]?.start === firstWord && marks[0].side !== 'CLOSE';
  for (const mark of carried) if (!reopens || mark.kind !== marks[0].kind) report(mark, 'UNCLOSED');

  marks.forEach((mark, i) => {
    const top = findOpen(stack, mark);
    const side = mark.side === 'EITHER' ? sideOf(text, mark, from, to, top >= 0) : mark.text === '“' && top >= 0 && closesByPlace(text, mark, to) ? 'CLOSE' : mark.side;
    // 2. „A“ closes with the mark that opens elsewhere, »A« likewise.
    const reversed = top >= 0 && partner[stack[top].mark.text] === mark.text;
    if (side === 'CLOSE' || (reversed && mark.text !== "'" && mark.text !== '"' && mark.text !== "''")) {
      if (top < 0) {
        const around = stack.at(-1);
        if (mark.kind !== 'SINGLE') report(mark, 'UNOPENED');
        else if (around?.mark.text === '“' && SENTENCE_END.test(charBefore(text, mark.start)) && !LETTER.test(charAfter(text, mark.end))) around.slip ??= mark;
        return;
      }
      // 3. The possessive of a plural inside a single quotation is no close while a likelier one follows.
      if (mark.kind === 'SINGLE' && text[mark.start - 1] === 's' && lastClose > i && couldClose(text, marks[i + 1])) return;
      while (stack.length - 1 > top) {
        const lost = stack.pop()!;
        if (lost.mark.kind !== 'SINGLE') report(lost.mark, 'UNCLOSED');
      }
      const open = stack.pop()!;
      if (partner[open.mark.text] !== mark.text) report({ start: open.mark.start, end: mark.end }, 'MIXED_STYLES');
      finish(open, mark.start, mark.end, true);
    } else if (stack.length < MAX_DEPTH) {
      // 4. A double mark that opens again at the same level: the one before it was never closed.
      const again = stack.at(-1);
      if (again && again.mark.kind === mark.kind && mark.kind === 'DOUBLE' && again.mark.text === mark.text && !closesTwice(marks, i)) {
        stack.pop();
        if (!finishUnclosed(again, mark.start)) report(again.mark, 'UNCLOSED');
      }
      stack.push({ mark, depth: stack.length, continues: i === 0 && carried.some((c) => c.kind === mark.kind) && reopens, slip: null });
    }
  });

  // 5. What is still open runs to the end of the paragraph. A lone single mark is an apostrophe after all.
  const end = lastNonSpace(text, from, to);
  const left: Mark[] = [];
  for (const open of stack) if (open.mark.kind !== 'SINGLE' && !finishUnclosed(open, end)) left.push(open.mark);
  return left;
}

/** Do two closing marks follow before the next opening one? Then the quotation at `i` is nested in one of its own style. */
function closesTwice(marks: readonly Mark[], i: number): boolean {
  let closes = 0;
  for (let j = i + 1; j < marks.length && j <= i + 4; j++) {
    if (marks[j].kind !== marks[i].kind) continue;
    if (marks[j].side !== 'CLOSE') return false;
    if (++closes === 2) return true;
  }
  return false;
}

/** A single mark that touches the word before it. */
const couldClose = (text: string, mark: Mark): boolean => mark.kind === 'SINGLE' && mark.side !== 'OPEN' && !/\s/u.test(charBefore(text, mark.start));

function marksIn(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (const { start, end, text: found } of matchesIn(MARK, text, from, to)) {
    const mark: Mark = { start, end, text: found.length > 2 ? "''" : found, kind: classOf(found), side: SIDES[found] ?? 'EITHER' };
    if (mark.kind === 'SINGLE' && isApostrophe(text, mark)) continue;
    if (mark.text === '"' && isInchSign(text, mark.start)) continue;
    marks.push(mark);
  }
  return marks;
}

const charBefore = (text: string, place: number): string => text.slice(Math.max(0, place - 1), place);
const charAfter = (text: string, place: number): string => text.slice(place, place + 1);

/** Between letters, or before an elided word: never a quotation mark. */
function isApostrophe(text: string, { start, end, text: mark }: Mark): boolean {
  const before = LETTER.test(charBefore(text, start));
  if (before && LETTER.test(charAfter(text, end))) return true;
  return !before && (mark === "'" || mark === '’' || mark === '‘') && ELISION.test(text.slice(end, end + 8));
}

/** 6'2" and 5.5": a number before the mark and nothing of a sentence between. */
const isInchSign = (text: string, at: number): boolean => /(?:^|\s)\d{1,3}(?:['’.]\d{1,2})$/u.test(text.slice(Math.max(0, at - 8), at));

/** “A,“ he said: an opening mark at the end of a word or sentence, where only a closing one can stand. */
const closesByPlace = (text: string, { start, end }: Mark, to: number): boolean =>
  !SPACE_OR_OPEN.test(charBefore(text, start)) && (end === to || SPACE_OR_CLOSE.test(charAfter(text, end)));

/** The side of a straight mark, or of ’, by its neighbours; where they say nothing, by whether one is open. */
function sideOf(text: string, mark: Mark, from: number, to: number, isOpen: boolean): 'OPEN' | 'CLOSE' {
  const before = mark.start === from ? ' ' : charBefore(text, mark.start);
  const after = mark.end === to ? ' ' : charAfter(text, mark.end);
  if (mark.text === '’' || mark.text === '‘' || mark.text === '`') {
    return SPACE_OR_OPEN.test(before) && !SPACE_OR_CLOSE.test(after) ? 'OPEN' : 'CLOSE';
  }
  const mayOpen = SPACE_OR_OPEN.test(before) && !/\s/u.test(after);
  const mayClose = !/\s/u.test(before) && SPACE_OR_CLOSE.test(after);
  if (mayOpen !== mayClose) return mayOpen ? 'OPEN' : 'CLOSE';
  // « text » with spaces inside: the shape decides.
  if (mark.kind === 'GUILLEMET') return mark.text === '«' ? 'OPEN' : 'CLOSE';
  return isOpen ? 'CLOSE' : 'OPEN';
}

/** The index in `stack` of the innermost open mark that `mark` could close, -1 where there is none. */
function findOpen(stack: readonly Open[], mark: Mark): number {
  for (let i = stack.length - 1; i >= 0; i--) if (stack[i].mark.kind === mark.kind) return i;
  return -1;
}

/** The index of the last single mark of the paragraph that can close: punctuation or a letter before, none after. */
function lastPossibleCloses(text: string, marks: readonly Mark[]): number {
  for (let i = marks.length - 1; i >= 0; i--) {
    if (marks[i].kind === 'SINGLE' && !/\s/u.test(charBefore(text, marks[i].start)) && !LETTER.test(charAfter(text, marks[i].end))) return i;
  }
  return -1;
}

function firstNonSpace(text: string, from: number, to: number): number {
  let place = from;
  while (place < to && /\s/u.test(text[place])) place++;
  return place;
}

function lastNonSpace(text: string, from: number, to: number): number {
  let place = to;
  while (place > from && /\s/u.test(text[place - 1])) place--;
  return place;
}

/**
 * The stretches of a text inside quotation marks, marks included, outermost only, in order and apart: what text reuse
 * leaves out, for words that were said are shared without copying.
 */
export function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const pair of quotation(text).pairs) {
    if (spans.length > 0 && pair.start < spans[spans.length - 1].end) continue;
    spans.push({ start: pair.start, end: pair.end });
  }
  return spans;
}
