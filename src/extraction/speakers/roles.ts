/** Stage 5c: what somebody is called besides the name: titles before it, appositions behind it. */
import type { Span } from '../../text/spans.js';
import type { Document } from '../document.js';
import { PERSON_NOUNS, TITLE_NOUNS } from '../lexicon.en.js';
import { phraseRight } from '../mentions.js';
import { spanOfTokens } from './occurrences.js';
import type { Occurrence } from './occurrences.js';

export interface Role {
  readonly title: string;
  readonly span: Span;
  /** Folded content words, the last noun before a preposition first: ["president", "russian"]. */
  readonly head: string;
  readonly modifiers: readonly string[];
}

/** Longest role, in code units: longer is a clause gone astray. */
const MAX_ROLE_LENGTH = 120;
const HONORIFIC = /^(?:mr|mrs|ms|miss|mx)\.?$/iu;
const NOUNY = new Set(['NAME', 'WORD']);

/** The roles read at one occurrence. */
export function rolesAt(doc: Document, o: Occurrence): Role[] {
  const roles: Role[] = [];
  if (o.titleFrom < o.from) add(doc, roles, titleStart(doc, o), o.from);
  const comma = o.to;
  if (doc.tokens[comma]?.text === ',') {
    let from = comma + 1;
    while (/^(?:a|an|the|who|is|was)$/.test(doc.tokens[from]?.lower ?? '')) from++;
    const to = phraseRight(doc, from, doc.sentences[o.sentence].to);
    const nouns = headOf(doc, from, to);
    if (nouns && (TITLE_NOUNS.has(nouns) || PERSON_NOUNS.has(nouns))) add(doc, roles, from, to);
  }
  return roles;
}

/** "Azerbaijan's President Ilham Aliyev": whose president is part of the role. */
function titleStart(doc: Document, o: Occurrence): number {
  const before = o.titleFrom - 1;
  return before > 0 && doc.tags[before] === 'POSSESSIVE' && doc.tags[before - 1] === 'NAME' ? before - 1 : o.titleFrom;
}

function add(doc: Document, roles: Role[], from: number, to: number): void {
  if (to <= from) return;
  const span = spanOfTokens(doc, from, to);
  const title = doc.text.slice(span.start, span.end);
  if (title.length > MAX_ROLE_LENGTH || HONORIFIC.test(title)) return;
  roles.push({ title, span, head: headOf(doc, from, to) ?? '', modifiers: modifiersOf(doc, from, to) });
}

/** The noun that a phrase is about: the last one before its first preposition. */
export function headOf(doc: Document, from: number, to: number): string | null {
  let head: string | null = null;
  for (let i = from; i < to; i++) {
    if (doc.tags[i] === 'PREPOSITION' || doc.tokens[i].text === ',' || doc.tokens[i].lower === 'who' || doc.tokens[i].lower === 'and') break;
    if (NOUNY.has(doc.tags[i])) head = doc.tokens[i].lower;
  }
  return head;
}

export function modifiersOf(doc: Document, from: number, to: number): string[] {
  const words: string[] = [];
  const head = headOf(doc, from, to);
  for (let i = from; i < to; i++) if (NOUNY.has(doc.tags[i]) && doc.tokens[i].lower !== head) words.push(doc.tokens[i].lower);
  return words;
}

/** "Azerbaijani" and "Azerbaijan", "Russian" and "Russia": the first letters agree and little follows. */
export function sameRoot(a: string, b: string): boolean {
  if (a === b) return true;
  const shared = Math.min(a.length, b.length) - 1;
  return shared >= 4 && a.slice(0, shared) === b.slice(0, shared);
}
