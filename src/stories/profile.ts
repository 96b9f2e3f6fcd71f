/** What an article is about, in some eighty numbers: its names and telling words, those of headline and lead before the others. */
import { hash32 } from '../text/hash.js';
import { mergeSpans, type Span } from '../text/spans.js';
import { wordsOf, type Word } from '../text/stem.js';
import { wordWeight } from '../text/words.js';
import type { StoryTerm } from './types.js';

/** Terms that are kept of an article. More change little: what stands once at the end of a long report says least of it. */
const MOST_TERMS = 80;
/** Words of the body that count as its lead: the first two or three sentences. */
const LEAD_WORDS = 80;
/** How often a word counts by where it stands. */
const TIMES = { title: 3, lead: 2, body: 1 } as const;
/** A name says more of which happening it is than another word. */
const NAME_FACTOR = 2;
/** Words that every article has ("said", "president") are no terms. */
const LEAST_WEIGHT = 0.5;
/** UTF-16 units of the body that are read: a book is about what its first hundred pages are about. */
const MOST_UNITS = 200_000;

const ENDS_SENTENCE = /[.!?:…\n“”"‘(—–]/u;
const CAPITAL = /^\p{Lu}/u;
/** A capital says nothing in a headline that has them all. */
const HEADLINE_GAP = '\n';

interface Counted {
  readonly word: Word;
  /** True where a capital can only mean a name. */
  readonly within: boolean;
  readonly times: number;
}

/**
 * The terms of an article, heaviest first, at most MOST_TERMS. Boilerplate does not count, quotations do.
 * Terms are stems of words, roots of names ("russ" of Russia and Russians) and pairs of neighbouring names.
 */
export function profileOf(title: string | null, body: string, boilerplate: readonly Span[]): StoryTerm[] {
  const counted = countedWords(title, body.slice(0, MOST_UNITS), boilerplate);
  const names = namesAmong(counted);
  const found = new Map<string, { times: number; weight: number }>();
  const add = (term: string, times: number, weight: number): void => {
    const known = found.get(term);
    if (known) known.times += times;
    else found.set(term, { times, weight });
  };
  let nameBefore: string | null = null;
  for (const { word, times } of counted) {
    const isName = CAPITAL.test(word.written) && names.has(word.folded);
    const weight = wordWeight(word.folded);
    const term = isName ? (word.nameRoot ?? word.folded) : word.stem;
    if (weight >= LEAST_WEIGHT) add(term, times, isName ? weight * NAME_FACTOR : weight);
    if (isName && nameBefore !== null && word.gap === ' ') add(`${nameBefore} ${term}`, times, NAME_FACTOR);
    nameBefore = isName ? term : null;
  }
  return [...found]
    .map(([term, { times, weight }]) => ({ key: hash32(term), weight: weight * (1 + Math.log(times)) }))
    .sort((x, y) => y.weight - x.weight || x.key - y.key)
    .slice(0, MOST_TERMS);
}

function countedWords(title: string | null, body: string, boilerplate: readonly Span[]): Counted[] {
  const counted: Counted[] = wordsOf(title ?? '').map((word, i) => ({ word: i === 0 ? { ...word, gap: HEADLINE_GAP } : word, within: false, times: TIMES.title }));
  let inBody = 0;
  for (const stretch of stretchesBetween(body, boilerplate)) {
    for (const [i, word] of wordsOf(stretch).entries()) {
      const gap = i === 0 ? HEADLINE_GAP : word.gap;
      counted.push({ word: { ...word, gap }, within: !ENDS_SENTENCE.test(gap), times: inBody++ < LEAD_WORDS ? TIMES.lead : TIMES.body });
    }
  }
  return counted;
}

function stretchesBetween(body: string, boilerplate: readonly Span[]): string[] {
  const stretches: string[] = [];
  let from = 0;
  for (const { start, end } of mergeSpans(boilerplate)) {
    stretches.push(body.slice(from, start));
    from = end;
  }
  return [...stretches, body.slice(from)];
}

/** Words with a capital within a sentence, which stand nowhere without one. */
function namesAmong(counted: readonly Counted[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { word, within } of counted) if (within && CAPITAL.test(word.written)) names.add(word.folded);
  for (const { word } of counted) if (!CAPITAL.test(word.written)) names.delete(word.folded);
  return names;
}
