import { fold } from '../text/fold.js';
import { stem } from '../text/stem.js';
import { wordWeight } from '../text/words.js';

/** What reuse makes of a word by itself. */
export interface WordForm {
  readonly folded: string;
  /** Of the folded word, 32 bits; words that are equal have it in common. */
  readonly hash: number;
  /** A figure, or a word with a capital, as names have. */
  readonly telling: boolean;
  /** Of the folded word, as `wordWeight` says. */
  readonly weight: number;
  readonly stem: string;
  /** Of the stem. */
  readonly stemWeight: number;
}

const TELLING = /^\p{Lu}|\p{N}/u;
/** News repeats its words. A bound, not a policy: starting over costs little. */
const MOST_FORMS = 50_000;

/** Only rewrites ask for stems and weights, which take longest to work out. */
class LazyForm implements WordForm {
  readonly folded: string;
  readonly hash: number;
  readonly telling: boolean;
  private knownWeight = -1;
  private knownStem: string | null = null;
  private knownStemWeight = -1;

  constructor(written: string) {
    this.folded = fold(written.replace(/['’]s$/u, '')).replace(/['’]/g, '');
    this.hash = hashOfWord(this.folded);
    this.telling = TELLING.test(written);
  }

  get weight(): number {
    if (this.knownWeight < 0) this.knownWeight = wordWeight(this.folded);
    return this.knownWeight;
  }

  get stem(): string {
    return (this.knownStem ??= stem(this.folded));
  }

  get stemWeight(): number {
    if (this.knownStemWeight < 0) this.knownStemWeight = wordWeight(this.stem);
    return this.knownStemWeight;
  }
}

/** FNV-1a over UTF-16 code units. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash | 0;
}

const forms = new Map<string, WordForm>();

/** The form of a word as a text writes it; the same object for the same writing, as long as it is kept. */
export function formOf(written: string): WordForm {
  const known = forms.get(written);
  if (known) return known;
  if (forms.size >= MOST_FORMS) forms.clear();
  // A piece of a text holds on to the whole of it: kept is a copy.
  const copy = written.split('').join('');
  const form = new LazyForm(copy);
  forms.set(copy, form);
  return form;
}
