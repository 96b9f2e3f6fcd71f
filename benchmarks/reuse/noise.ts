/** Versions of a text as bad copies are: sentences dropped, letters changed. */
import type { Random } from './random.js';
import type { Report } from './report.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The report without some of its sentences; at least one stays. */
export function thinned(random: Random, report: Report, dropped: number): Report {
  const left = report.map((paragraph) => ({ ...paragraph, sentences: paragraph.sentences.filter(() => !random.chance(dropped)) })).filter((paragraph) => paragraph.sentences.length > 0);
  return left.length > 0 ? left : report.slice(0, 1);
}

/** Each character changed at this rate: another letter for it, none, one more, or its neighbour before it. White space stays, so that lines stay lines. */
export function misprinted(random: Random, text: string, rate: number): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (/\s/.test(letter) || !random.chance(rate)) {
      out += letter;
      continue;
    }
    const how = random.whole(0, 3);
    const next = text[i + 1];
    if (how === 0) out += random.pick([...LETTERS]);
    else if (how === 1) out += letter + random.pick([...LETTERS]);
    else if (how === 2 && next !== undefined && !/\s/.test(next)) out += next + text[i++];
    // else the letter is lost
  }
  return out;
}
