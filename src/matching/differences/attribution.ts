/** Who is said to have said it, and by what verb: what differs between two articles. */
import { stem, wordsOf } from '../../text/stem.js';
import { speakerRelation } from '../speakers.js';
import { shown } from './reading.js';
import type { PlacedRendering, PlacedWords, RenderingDifference } from './types.js';

/**
 * Reporting verbs that say more than "said", by what they add. Of two renderings only one of which has it, the one colours
 * what the other reports. Base forms; written by hand for this project.
 */
const COLOURS = {
  doubt: 'claim allege contend maintain assert purport',
  concession: 'admit acknowledge concede confess allow grant',
  insistence: 'insist stress emphasize emphasise underline underscore highlight reiterate',
  disclosure: 'confirm reveal disclose',
  promise: 'promise pledge vow assure guarantee swear commit',
  warning: 'warn caution threaten',
  accusation: 'accuse blame charge',
  criticism: 'criticize criticise slam blast condemn denounce decry lambast attack rebuke',
  boast: 'boast brag',
  complaint: 'complain lament gripe grumble bemoan',
  demand: 'demand urge',
} as const;
type Colour = keyof typeof COLOURS;
const COLOUR_NAME: Readonly<Record<Colour, string>> = {
  doubt: 'which leaves its truth open', concession: 'an admission', insistence: 'with stress', disclosure: 'a disclosure', promise: 'a promise', warning: 'a warning',
  accusation: 'an accusation', criticism: 'criticism', boast: 'a boast', complaint: 'a complaint', demand: 'a demand',
};

const COLOUR_BY_STEM: ReadonlyMap<string, Colour> = new Map(
  (Object.entries(COLOURS) as [Colour, string][]).flatMap(([colour, verbs]) => verbs.split(' ').map((verb) => [stem(verb), colour] as const)),
);
/** Past forms that stemming does not lead back to the verb. */
const IRREGULAR: Readonly<Record<string, string>> = { swore: 'swear', sworn: 'swear' };

function colourIn(text: string): Colour | null {
  const words = wordsOf(text);
  for (const [i, { folded, stem: stemmed }] of words.entries()) {
    const colour = stemmed === 'call' && words[i + 1]?.folded === 'for' ? 'demand' : COLOUR_BY_STEM.get(IRREGULAR[folded] ?? stemmed);
    if (colour) return colour;
  }
  return null;
}

const NO_WORDS: PlacedWords = { text: '', spans: [] };
const mentionOf = ({ mention }: PlacedRendering): PlacedWords => mention ?? NO_WORDS;
const quoted = (words: string): string => shown(words, { start: 0, end: words.length });
/** By the name where there is one, else by the words of the article. */
const nameOf = (rendering: PlacedRendering): string => rendering.speakerName ?? (rendering.mention ? quoted(rendering.mention.text) : 'nobody');

function speakerDifference(a: PlacedRendering, b: PlacedRendering): RenderingDifference | null {
  const relation = speakerRelation(a, b);
  const spans = { a: mentionOf(a).spans, b: mentionOf(b).spans };
  const known = [a, b].map(({ speakerId, speakerName }) => speakerId !== null || speakerName !== null);
  const explanation =
    relation === 'DIFFERENT' ? `The best rendering has ${nameOf(a)} speak, this one ${nameOf(b)}.`
    : relation === 'SPOKEN_FOR' ? `In the best rendering it is ${nameOf(a)}, in this one ${nameOf(b)}: one speaks for the other.`
    : relation !== 'UNKNOWN' || known[0] === known[1] ? null
    : known[0] ? `The best rendering names ${nameOf(a)}; this one gives it to ${nameOf(b)}.`
    : `The best rendering gives it to ${nameOf(a)}; this one names ${nameOf(b)}.`;
  return explanation === null ? null : { kind: 'ATTRIBUTION', ...spans, explanation };
}

/** A verb that colours what it reports, where the other has none of that colour, in its own verb or in what is quoted. */
function cueDifference(a: PlacedRendering, b: PlacedRendering): RenderingDifference | null {
  if (a.cue.spans.length === 0 || b.cue.spans.length === 0) return null;
  const [colourA, colourB] = [colourIn(a.cue.text), colourIn(b.cue.text)];
  const isSaid = (colour: Colour, other: PlacedRendering): boolean => wordsOf(other.text).some((word) => COLOUR_BY_STEM.get(word.stem) === colour);
  const adds = (own: Colour | null, other: Colour | null, where: PlacedRendering): boolean => own !== null && own !== other && !isSaid(own, where);
  const isWritten = (a.manner === 'WRITING') !== (b.manner === 'WRITING');
  if (!adds(colourA, colourB, b) && !adds(colourB, colourA, a) && !isWritten) return null;
  const verb = ({ cue, manner }: PlacedRendering, colour: Colour | null): string => {
    const what = colour !== null ? COLOUR_NAME[colour] : isWritten && manner === 'WRITING' ? 'in writing' : null;
    return `${quoted(cue.text)}${what === null ? '' : ` (${what})`}`;
  };
  return { kind: 'ATTRIBUTION', a: a.cue.spans, b: b.cue.spans, explanation: `The best rendering reports it by ${verb(a, colourA)}, this one by ${verb(b, colourB)}.` };
}

export const attributionDifferences = (a: PlacedRendering, b: PlacedRendering): RenderingDifference[] =>
  [speakerDifference(a, b), cueDifference(a, b)].filter((difference) => difference !== null && difference.a.length + difference.b.length > 0) as RenderingDifference[];
