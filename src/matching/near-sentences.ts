/** Where sentences begin and end in the text around a content, which is cut off at both ends. */

const SENTENCE_BREAK = /[.!?…]["”’»')\]]*\s+(?=["“‘«„(]*\p{Lu})|\n/gu;
/** "Mr. Hale", "J. Hale": no end of a sentence. */
const ABBREVIATED = /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|U\.S)\.\s+$/u;

/** The last two sentences of a text, the nearer one first. */
export function lastSentences(text: string): string[] {
  const found: string[] = [];
  let end = text.length;
  for (const match of [...text.matchAll(SENTENCE_BREAK)].reverse()) {
    const from = match.index + match[0].length;
    if (ABBREVIATED.test(text.slice(0, from)) && match[0] !== '\n') continue;
    const sentence = text.slice(from, end);
    end = match.index;
    if (found.length > 0 && !/\p{L}/u.test(sentence)) continue;
    found.push(sentence);
    if (found.length === 2) return found;
  }
  return [...found, text.slice(0, end)];
}

export const firstSentence = (text: string): string => text.slice(0, [...text.matchAll(SENTENCE_BREAK)][0]?.index ?? text.length);
