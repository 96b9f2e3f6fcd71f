/** What identifies a speaker across articles: the name without all that changes from one article to the next. */
import { fold } from './fold.js';

/** Words before a name that say what somebody is, not who. Folded, without dots. */
const TITLES = new Set(
  `mr mrs ms miss mx dr prof professor sir lord lady dame drs profs messrs sens reps govs gens sen senator rep representative congressman congresswoman gov
  governor president vice prime deputy acting interim minister secretary gen general lt col colonel capt captain sgt sergeant
  maj major adm admiral cmdr commander rev reverend fr father sister brother pope cardinal bishop archbishop rabbi imam sheikh judge justice chief
  attorney speaker chancellor king queen prince princess emperor mayor councillor councilman councilwoman chairman
  chairwoman chair director ambassador detective inspector officer constable sheriff premier former retired incoming outgoing late
  then ex first lady coach spokesman spokeswoman spokesperson del delegate assemb assemblyman assemblywoman ald alderman supt superintendent det insp atty us foreign defence defense finance interior`.split(/\s+/),
);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md', 'esq', 'qc', 'kc', 'mp', 'obe', 'cbe', 'mbe']);
const DETERMINERS = new Set(['the', 'a', 'an', 'this', 'that', 'these', 'those', 'his', 'her', 'its', 'their', 'our', 'my', 'your']);

/** A name between the others, in quotation marks: Marcia “Cia” Orr is Marcia Orr. */
const NICKNAME = /\s(?:“[^“”]{1,40}”|"[^"]{1,40}"|''[^']{1,40}'')\s/gu;

/** "Marcia “Cia” Orr" */
export const hasNickname = (name: string): boolean => name.replace(NICKNAME, ' ') !== name;

/** Titles before a name, whatever their case or dots: "Sen.", "the late". */
export const isTitleWord = (word: string): boolean => TITLES.has(fold(word).replaceAll('.', ''));
export const isNameSuffix = (word: string): boolean => SUFFIXES.has(fold(word).replaceAll('.', ''));

/** Initials written with dots join to one word: "G. K. Butterfield", "G.K. Butterfield" and "GK Butterfield" agree. */
const words = (name: string): string[] =>
  fold(name.replace(NICKNAME, ' '))
    .replace(/['’]s?(?=\s|$)/gu, '')
    .replace(/\b(\p{L})\.\s?(?=\p{L}\b\.?)/gu, '$1')
    .replace(/[.]/gu, '')
    .replace(/[^\p{L}\p{N}'’&-]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);

/**
 * The folded name without titles, determiners, middle initials, suffixes and the possessive: two articles that name one
 * speaker give the same key ("President Vladimir V. Putin's" and "Vladimir Putin"). Empty only for a name without letters.
 */
export function speakerKey(name: string): string {
  const all = words(name);
  let from = 0;
  let to = all.length;
  while (to - from > 1 && (DETERMINERS.has(all[from]) || TITLES.has(all[from]))) from++;
  while (to - from > 1 && SUFFIXES.has(all[to - 1])) to--;
  const kept = all.slice(from, to);
  return kept.filter((word, i) => i === 0 || i === kept.length - 1 || word.length > 1).join(' ');
}

/** By what the store knows a speaker: the key, or of a name without letters the name itself. */
export const identityKey = (name: string): string => speakerKey(name) || fold(name);

/** The last word of the key, by which later mentions name a person. */
export const surnameOf = (name: string): string => speakerKey(name).split(' ').at(-1) ?? '';
