/**
 * Stage 5e: which body "the company" or "her office" is.
 *
 *   1. its name holds the noun              "the University of Lund" ... "the university"
 *   2. the text has said so                 "Tarn, the water company," ... "the company"; "the operator, Tarn Lines,"; "Tarn, which owns ..."
 *   3. one body alone has been named        in the last sentences, where its name does not tell of another kind
 *   4. a public body with its branch        "the coast guard", "the police": named as the text has it
 */
import type { TokenRange } from '../../text/sentences.js';
import type { Document } from '../document.js';
import { headOf, headToken } from '../heads.js';
import { BODY_KINDS, BODY_NOUNS, METONYMS, PUBLIC_BODIES, VERBS } from '../lexicon.en.js';
import { phraseRight } from '../mentions.js';
import type { Figure } from './cluster.js';
import type { Occurrence } from './occurrences.js';
import type { Scene } from './scene.js';

/** How many sentences back the only body named is still meant. */
const WINDOW_SENTENCES = 3;

/** The figure that a definite body noun means; null where nothing tells. */
export function bodyMeant(scene: Scene, head: string, at: number, sentence: number): Figure | null {
  const before = scene.cast.figures.filter((f) => f.type === 'ORGANISATION' && f.occurrences[0].from < at && !isPlace(scene.doc, f));
  const named = before.filter((f) => f.words.includes(head)).at(-1);
  if (named) return named;
  const told = before.filter((f) => f.occurrences.some((o) => o.from < at && nounsAround(scene.doc, o).some((noun) => sameKind(noun, head))));
  if (told.length > 0) return told.length === 1 ? told[0] : told.filter((f) => f.occurrences.some((o) => nounsAround(scene.doc, o).includes(head))).at(-1) ?? null;
  if (!kindOf(head)) return null;
  const recent = before.filter((f) => f.occurrences.some((o) => acts(scene.doc, o)) && f.occurrences.some((o) => o.from < at && sentence - o.sentence <= WINDOW_SENTENCES && !o.quoted && !isSpokenTo(scene.doc, o)));
  return recent.length === 1 && mayBe(recent[0], head) ? recent[0] : null;
}

/** "in Lund": a place, whatever else its name may stand for. */
const isPlace = (doc: Document, figure: Figure): boolean => METONYMS.has(figure.words.join(' ')) || figure.occurrences.some((o) => doc.tokens[o.from - 1]?.lower === 'in');

/** The body nouns that an apposition or a relative clause puts beside a name. */
function nounsAround(doc: Document, o: Occurrence): string[] {
  const { tokens, tags } = doc;
  const nouns: string[] = [];
  const limit = doc.sentences[o.sentence].to;
  if (tokens[o.to]?.text === ',' && o.to + 1 < limit) {
    const next = o.to + 1;
    if (tags[next] === 'DETERMINER' || tags[next] === 'POSSESSIVE') nouns.push(headOf(doc, next, phraseRight(doc, next, limit)) ?? '');
    // "Tarn, which owns the vessel": who owns and runs things is a company.
    if (tokens[next].lower === 'which' && /^(?:owns?|owned|operates?|operated|runs?|ran|makes?|made|sells?|sold|supplies|supplied|builds?|built)$/u.test(tokens[next + 1]?.lower ?? '')) nouns.push('company');
  }
  const comma = o.from - 1;
  if (tokens[comma]?.text === ',' && tags[comma - 1] === 'WORD' && (tokens[o.to]?.text === ',' || tags[o.to] === 'SIGN')) nouns.push(tokens[comma - 1].lower);
  return nouns.filter((noun) => BODY_NOUNS.has(noun));
}

/** A verb or a possession behind the name: it does something, and is no mere word before another noun. */
const acts = (doc: Document, { to }: Occurrence): boolean => {
  const tag = doc.tags[to];
  const word = doc.tokens[to]?.lower ?? '';
  return tag === 'AUXILIARY' || tag === 'MODAL' || tag === 'VERB' || tag === 'POSSESSIVE' || (tag === 'WORD' && (VERBS.get(word)?.forms.has('PAST') === true || /\p{Ll}{2}ed$/u.test(word)));
};

/** "told the Harbour", "by the Harbour": whom somebody speaks to is not spoken of. */
const isSpokenTo = (doc: Document, o: Occurrence): boolean => {
  const before = doc.tags[o.from - 1] === 'DETERMINER' ? o.from - 2 : o.from - 1;
  return /^(?:told|tells|telling|by|to|with)$/u.test(doc.tokens[before]?.lower ?? '');
};

const kindOf = (noun: string): ReadonlySet<string> | undefined => BODY_KINDS.find((kind) => kind.has(noun));
const sameKind = (a: string, b: string): boolean => a === b || (kindOf(a) !== undefined && kindOf(a) === kindOf(b));

/** Does the name leave room for the noun: it holds no body noun of another kind? */
const mayBe = (figure: Figure, noun: string): boolean => figure.words.filter((w) => BODY_NOUNS.has(w)).every((w) => sameKind(w, noun));

/** "the coast guard", "police": a body of the state that its own words name. */
export function isPublicBody(doc: Document, mention: TokenRange): boolean {
  const head = headToken(doc, mention.from, mention.to);
  if (head < 0) return false;
  if (PUBLIC_BODIES.has(doc.tokens[head].lower)) return true;
  const pair = `${doc.tokens[head - 1]?.lower ?? ''} ${doc.tokens[head].lower}`;
  return head > mention.from && doc.tags[head - 1] === 'WORD' && PUBLIC_BODIES.has(pair);
}
