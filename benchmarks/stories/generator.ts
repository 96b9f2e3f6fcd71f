/**
 * Articles with known stories: happenings told by several outlets over some days, among them ones that are easily taken for
 * one another, and articles that stand alone. The same seed gives the same articles.
 */
import type { ArticleDraft } from '../../src/app/types.js';
import { detail, saying, type Saying } from './details.js';
import { pick, seeded, shuffled, type Random } from './random.js';
import { FIRST_NAMES, KINDS, LAST_NAMES, OUTLETS, PADDING, PLACES, THINGS, type Kind } from './words.js';

export interface GeneratedArticle {
  readonly draft: ArticleDraft;
  /** Number of the happening; that of an article alone is nobody else's. */
  readonly happening: number;
}

/** The first day of the year that is told of. */
const START_MS = Date.UTC(2031, 0, 1);
const DAY_MS = 86_400_000;
const DAYS = 90;
/** Shares of the happenings that have a twin: easily taken for one another. */
const WITH_TWIN = 0.4;
/** Share of articles that an outlet takes over from the first, whole but for the headline. */
const REPRINTED = 0.12;
const UNDATED = 0.04;
/** Articles that stand alone, for each happening. */
const ALONE = 0.8;

/** Details that a happening has, and that one article tells of at least and at most: two reports share some of them or none. */
const DETAILS = 24;
const TOLD_DETAILS = [5, 9] as const;

type Facts = Readonly<Record<string, string>>;

interface Happening {
  readonly kind: Kind;
  readonly facts: Facts;
  /** Each in several wordings. */
  readonly details: readonly (readonly string[])[];
  /** What `who` says, and what `boss` says. */
  readonly said: readonly Saying[];
  /** Days after START_MS. */
  readonly day: number;
}

/** @param happenings how many of them several outlets tell, twins not counted */
export function generateStories(seed: number, happenings: number): GeneratedArticle[] {
  const random = seeded(seed);
  const articles: GeneratedArticle[] = [];
  let number = 0;
  for (let i = 0; i < happenings; i++) {
    const happening = newHappening(random);
    articles.push(...told(random, happening, number++, 2 + Math.floor(random() * 6)));
    if (random() < WITH_TWIN) articles.push(...told(random, twinOf(random, happening), number++, 2 + Math.floor(random() * 4)));
  }
  for (let i = 0; i < happenings * ALONE; i++) articles.push(...told(random, newHappening(random), number++, 1));
  return articles;
}

const ownTo = (random: Random): Pick<Happening, 'details' | 'said'> => ({
  details: Array.from({ length: DETAILS }, () => detail(random, person)),
  said: [saying(random), saying(random)],
});

const between = (random: Random, [least, most]: readonly [number, number]): number => least + Math.floor(random() * (most - least + 1));

const person = (random: Random): string => `${pick(random, FIRST_NAMES)} ${pick(random, LAST_NAMES)}`;

function newHappening(random: Random): Happening {
  const kind = pick(random, KINDS);
  const [thing, other] = shuffled(random, THINGS);
  const facts = {
    place: pick(random, PLACES), thing, other, who: person(random), boss: person(random), body: kind.body,
    n: String(11 + Math.floor(random() * 80)), m: String(3 + Math.floor(random() * 900)),
  };
  return { kind, facts, ...ownTo(random), day: Math.floor(random() * DAYS) };
}

/** Of the same kind and near in time: the storm of the next town, or the next trial of the same person, in the same place. */
function twinOf(random: Random, { kind, facts, day }: Happening): Happening {
  const fresh = newHappening(random).facts;
  const samePeople = random() < 0.5;
  const kept: Facts = samePeople ? { who: facts.who, boss: facts.boss, place: facts.place } : { boss: facts.boss };
  return { kind, facts: { ...fresh, ...kept, body: kind.body }, ...ownTo(random), day: day + (samePeople ? 3 + Math.floor(random() * 6) : Math.floor(random() * 3)) };
}

function told(random: Random, happening: Happening, number: number, outlets: number): GeneratedArticle[] {
  const articles: GeneratedArticle[] = [];
  let first: string | null = null;
  for (const outlet of shuffled(random, OUTLETS).slice(0, outlets)) {
    const body: string = first !== null && random() < REPRINTED ? first : article(random, happening);
    first ??= body;
    const date = new Date(START_MS + (happening.day + Math.floor(random() ** 2 * 4)) * DAY_MS + Math.floor(random() * DAY_MS));
    const draft = {
      publisherId: `${number}-${articles.length}`, sourceName: outlet, title: filled(pick(random, happening.kind.titles), happening.facts), body,
      publishedAt: random() < UNDATED ? null : date.toISOString(),
    };
    articles.push({ draft, happening: number });
  }
  return articles;
}

function article(random: Random, { kind, facts, details, said: all }: Happening): string {
  const chosen = shuffled(random, kind.facts.slice(1)).slice(0, 1 + Math.floor(random() * 3));
  const seen = shuffled(random, details).slice(0, between(random, TOLD_DETAILS)).map((wordings) => pick(random, wordings));
  const sentences = [kind.facts[0], ...chosen].map((wordings) => filled(pick(random, wordings), facts));
  const quotes = shuffled(random, all).slice(0, 1 + Math.floor(random() * 2)).map((said) => {
    const speaker = said === all[0] ? facts.who : facts.boss;
    return filled(random() < 0.65 ? `“${pick(random, said.direct)},” said ${speaker}.` : `${speaker} said that ${said.indirect}.`, facts);
  });
  const padding = shuffled(random, PADDING).slice(0, 1 + Math.floor(random() * 3));
  return [sentences.slice(0, 2).join(' '), ...shuffled(random, [...quotes, sentences.slice(2).join(' '), seen.slice(0, 4).join(' '), seen.slice(4, 9).join(' '), seen.slice(9).join(' '), padding.join(' ')])].join('\n\n');
}

const filled = (text: string, facts: Facts): string => {
  const words = text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name]);
  return words[0].toUpperCase() + words.slice(1);
};
