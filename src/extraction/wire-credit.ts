/** Which agency a text says it is from. */
import type { Span } from '../text/spans.js';
import { BYLINE_CREDIT, BYLINE_SIGN, DATELINE_CREDIT, NO_AGENCY, PART_CREDITS, SOURCE_LINE } from './lexicon.en/credits.js';
import { paragraphs } from './paragraphs.js';

/** WHOLE: the text is the agency's. PART: the agency gave some of it ("additional reporting by"). */
export type CreditExtent = 'WHOLE' | 'PART';

export interface WireCredit {
  /** As the text has it: "AP", "Associated Press". */
  readonly agency: string;
  readonly extent: CreditExtent;
  /** Where the name stands in the text; null where only the byline that came with it says so. */
  readonly span: Span | null;
}

/** How many paragraphs at the top, and at the end, may hold a credit. */
const PARAGRAPHS_LOOKED_AT = 5;
/** Longest line, in code units, that can be a credit as a whole; and how much of a longer one is read at its beginning or end. */
const MAX_CREDIT_LENGTH = 200;

/** @param byline as it came with the text  @returns the first that says the whole is an agency's, else one of a part, else null */
export function wireCredit(text: string, byline: string | null = null): WireCredit | null {
  const lines = paragraphs(text);
  const [top, end] = [lines.slice(0, PARAGRAPHS_LOOKED_AT), lines.slice(-PARAGRAPHS_LOOKED_AT)];
  // 1. The dateline.
  for (const line of top) {
    const found = nameIn(text, { ...line, end: Math.min(line.end, line.start + MAX_CREDIT_LENGTH) }, DATELINE_CREDIT);
    if (found && !NO_AGENCY.test(found.agency)) return { ...found, extent: 'WHOLE' };
  }
  // 2. The byline: the caller's, or a line at the top.
  const given = byline !== null && byline.length <= MAX_CREDIT_LENGTH ? BYLINE_CREDIT.exec(byline) : null;
  if (given) return { agency: given[1], extent: 'WHOLE', span: null };
  for (const line of top) {
    const words = text.slice(line.start, line.end);
    const found = words.length <= MAX_CREDIT_LENGTH && BYLINE_SIGN.test(words) ? nameIn(text, line, BYLINE_CREDIT) : null;
    if (found) return { ...found, extent: 'WHOLE' };
  }
  // 3. A line that names the source.
  for (const line of [...end].reverse().concat(top)) {
    const found = line.end - line.start <= MAX_CREDIT_LENGTH ? nameIn(text, line, SOURCE_LINE) : null;
    if (found) return { ...found, extent: 'WHOLE' };
  }
  // 4. Help from an agency, which closes a report.
  for (const line of [...end].reverse()) {
    for (const pattern of PART_CREDITS) {
      const found = nameIn(text, { ...line, start: Math.max(line.start, line.end - MAX_CREDIT_LENGTH) }, pattern);
      if (found) return { ...found, extent: 'PART' };
    }
  }
  return null;
}

/** Of the line, not of a name that ends in initials. */
const FULL_STOP = /(?<=\p{L}{3})\.$/u;

function nameIn(text: string, line: Span, pattern: RegExp): { agency: string; span: Span } | null {
  const words = text.slice(line.start, line.end);
  const match = pattern.exec(words);
  if (!match) return null;
  const start = line.start + match.index + match[0].indexOf(match[1]);
  const agency = match[1].replace(FULL_STOP, '');
  return { agency, span: { start, end: start + agency.length } };
}
