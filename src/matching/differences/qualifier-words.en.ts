/** English words that make a saying weaker or stronger. Written by hand for this project; folded, without apostrophes. */

export type QualifierClass =
  | 'POSSIBILITY' | 'PROBABILITY' | 'APPEARANCE' | 'HEARSAY' | 'OPINION' | 'APPROXIMATION'
  | 'CERTAINTY' | 'DEGREE' | 'TOTALITY' | 'MINIMISING';

const HEDGES: ReadonlySet<QualifierClass> = new Set<QualifierClass>(['POSSIBILITY', 'PROBABILITY', 'APPEARANCE', 'HEARSAY', 'OPINION', 'APPROXIMATION']);
export const isHedge = (of: QualifierClass): boolean => HEDGES.has(of);

/** Phrases by class; those of one class may stand for one another. */
const PHRASES: Readonly<Record<QualifierClass, string>> = {
  POSSIBILITY: 'may, might, could, perhaps, maybe, possibly, potentially, conceivably, can be, there is a chance',
  PROBABILITY: 'probably, likely, most likely, very likely, unlikely, presumably, in all likelihood, in all probability, expected to',
  APPEARANCE: 'apparently, seemingly, seem, seems, seemed, appears to, appear to, appeared to, appears that, it appears, it appeared, looks like, sort of, kind of, more or less, somewhat, arguably, partly, to some extent',
  HEARSAY: 'reportedly, allegedly, supposedly, as far as i know, as far as we know, to my knowledge, to our knowledge',
  OPINION: 'i think, we think, i believe, we believe, i guess, i suppose, i suspect, i feel, i reckon, he thinks, she thinks, they think, he believes, she believes, they believe, in my view, in our view, in my opinion, in our opinion, in his view, in her view, if you ask me',
  APPROXIMATION: 'about, around, below, above, some, roughly, approximately, nearly, almost, close to, up to, at least, at most, more than, over, less than, fewer than, under, as many as, as much as, an estimated, estimated',
  CERTAINTY: 'obviously, clearly, certainly, definitely, surely, naturally, undoubtedly, evidently, plainly, of course, no doubt, without doubt, without question, beyond doubt, indeed, for sure',
  DEGREE: 'very, extremely, highly, totally, completely, absolutely, utterly, entirely, fully, deeply, profoundly, incredibly, enormously, hugely, vastly, thoroughly, terribly, really, truly, wholly, much more, far more, simply',
  TOTALITY: 'all, every, each, everything, everyone, everybody, everywhere, always, never, nobody, nothing, none, no one, nowhere, whole, entire, at all, forever, in every way, each and every',
  MINIMISING: 'just, only, merely, mere, no more than, a mere',
};

/** Before a figure only: elsewhere they are prepositions or say something else. */
export const BEFORE_FIGURES: ReadonlySet<string> = new Set('about, around, below, above, some, up to, at least, at most, more than, over, less than, fewer than, under, close to, as many as, as much as, estimated, an estimated, roughly, approximately, nearly, almost'.split(', '));

/** Neighbours with which such a word says nothing of the kind: the words before it and after it. */
export const NOT_AFTER: Readonly<Record<string, string>> = {
  only: 'not the if', just: 'not', simply: 'not', merely: 'not',all: 'after above', very: 'the', some: 'of', about: 'what how',
};
export const NOT_BEFORE: Readonly<Record<string, string>> = {
  only: 'if when after once', just: 'as like after before because', all: 'right but', could: 'not', nothing: 'but', simply: 'because',
};

export interface Phrase {
  readonly words: readonly string[];
  readonly of: QualifierClass;
}

/** By their first word, the longest first. */
export const PHRASES_BY_FIRST: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const found = new Map<string, Phrase[]>();
  for (const [of, list] of Object.entries(PHRASES) as [QualifierClass, string][]) {
    for (const phrase of list.split(', ')) {
      const words = phrase.split(' ');
      found.set(words[0], [...(found.get(words[0]) ?? []), { words, of }].sort((x, y) => y.words.length - x.words.length));
    }
  }
  return found;
})();

/** Stems of reporting verbs that say themselves that it is an opinion: "thinks that" for "I think". */
export const OPINION_VERBS: ReadonlySet<string> = new Set('think believe feel suspect guess suppose reckon consider assume'.split(' '));
