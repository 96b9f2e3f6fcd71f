/** Stage 5c: what somebody is called besides the name: titles before it, appositions behind it. */
import type { Span } from '../../text/spans.js';
import type { Document } from '../document.js';
import { BODY_NOUNS, DOCUMENT_NOUNS, PERSON_NOUNS, TIME_WORDS, TITLE_ABBREVIATIONS, TITLE_NOUNS, VERBS } from '../lexicon.en.js';
import { headOf } from '../heads.js';
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
/** Longest role before a name and its comma, in tokens. */
const MAX_ROLE_TOKENS = 8;
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
    // "Opposite Aliyev, the Russian president said": what a verb follows is a subject, no apposition.
    const subject = VERBS.get(doc.tokens[to]?.lower ?? '')?.forms.has('PAST') === true || doc.tags[to] === 'AUXILIARY' || doc.tags[to] === 'MODAL';
    const known = !subject && nouns && (TITLE_NOUNS.has(nouns) || PERSON_NOUNS.has(nouns));
    if (known || (nouns && isNewRole(doc, comma, from, to, nouns))) add(doc, roles, from, to);
  }
  // "the editor, Moira Hale," and "its spokeswoman, Lena Orr, said"
  const before = o.titleFrom - 1;
  if (doc.tokens[before]?.text === ',' && before > doc.sentences[o.sentence].from) {
    const phrase = phraseBefore(doc, doc.sentences[o.sentence].from, before);
    const after = doc.tokens[o.to];
    const head = phrase < 0 ? null : headOf(doc, phrase, before);
    const closed = after === undefined || doc.tags[o.to] === 'SIGN';
    if (head && closed && TITLE_NOUNS.has(head)) add(doc, roles, phrase, before);
  }
  // "President Ilham Aliyev of Azerbaijan": whose president is part of the role.
  const last = roles[0];
  if (o.titleFrom < o.from && last && doc.tokens[o.to]?.lower === 'of' && doc.tags[o.to + 1] === 'NAME') {
    roles[0] = { ...last, modifiers: [...last.modifiers, doc.tokens[o.to + 1].lower] };
  }
  return roles;
}

/** ", the harbor master at Lund": a definite phrase that the next mark closes names an office although no list knows it. */
function isNewRole(doc: Document, comma: number, from: number, to: number, noun: string): boolean {
  if (doc.tokens[comma + 1]?.lower !== 'the' || from !== comma + 2 || doc.tags[from] !== 'WORD') return false;
  if (!(to >= doc.tokens.length || doc.tags[to] === 'SIGN')) return false;
  return /(?:er|or|ist|ian|ant)$/u.test(noun) && !BODY_NOUNS.has(noun) && !DOCUMENT_NOUNS.has(noun) && !TIME_WORDS.has(noun) && !/^(?:matter|number|order|latter|former|weather|other|winter|summer|paper|center|river|water|power|dinner|border|error|color|floor|door)$/.test(noun);
}

/** The first token behind the determiner of the noun phrase that ends at `end`; -1 where none begins with one. */
function phraseBefore(doc: Document, limit: number, end: number): number {
  for (let i = end - 1; i >= limit && end - i <= MAX_ROLE_TOKENS; i--) {
    if (doc.tags[i] === 'DETERMINER' || doc.tags[i] === 'POSSESSIVE') return i + 1 < end ? i + 1 : -1;
    if (!NOUNY.has(doc.tags[i]) && doc.tags[i] !== 'PREPOSITION') return -1;
  }
  return -1;
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
  const head = headOf(doc, from, to) ?? '';
  roles.push({ title, span, head: TITLE_ABBREVIATIONS.get(head) ?? head, modifiers: modifiersOf(doc, from, to) });
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
