/** A quotation of several sentences, cut up: one outlet gives all of what was said, another a single sentence of it. */

/** Cuts after a full stop, question or exclamation mark with its closing marks, and where one part of a split quotation ends. */
const SENTENCE_END = /(?<=[.!?…]["”’»')\]]*)\s+(?=["“‘«„(]*[\p{Lu}\p{N}])|(?<=["”»])\s+(?=["“«„])/u;
/** Beyond so many sentences it is a speech, and one of them says little of the rest. */
const MOST_SENTENCES = 8;
/** UTF-16 units beyond which a text is a speech however few its full stops. */
const MOST_UNITS = 20_000;

/** The sentences of a wording where it has several; none where it has one, or is a speech. */
export function sentencesOf(text: string): string[] {
  if (text.length > MOST_UNITS) return [];
  const parts = text.split(SENTENCE_END).filter((part) => /\p{L}/u.test(part));
  return parts.length > 1 && parts.length <= MOST_SENTENCES ? parts : [];
}
