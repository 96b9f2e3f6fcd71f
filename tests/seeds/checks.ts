/** Holds a library against what a reader finds. Every expectation gives one check; its problem is null where it is met. */
import type { ArticleRelation, QuoteRecord } from '../../src/domain/records.js';
import { foldedWords } from '../../src/text/fold.js';
import { contains, overlaps, type Span } from '../../src/text/spans.js';
import type { ExpectedArticle, ExpectedOverlap, ExpectedQuote, ExpectedRendering, ExpectedSpeaker } from './expectations.js';
import type { Library, ReadArticle } from './library.js';

export interface Check {
  readonly what: string;
  readonly reach: boolean;
  readonly problem: string | null;
}

/** How much of an expected passage a quote must hold to be the one that is meant; an indirect one may be cut differently. */
const MIN_COVER = 0.6;

const article = (library: Library, name: string): ReadArticle => {
  const found = library.articles.get(name);
  if (!found) throw new Error(`${name} is not among the articles that went in.`);
  return found;
};

/** Where a passage stands; it must stand there exactly once. */
export function passage(body: string, text: string): Span {
  const start = body.indexOf(text);
  if (start < 0 || body.includes(text, start + 1)) throw new Error(`"${text}" does not stand exactly once in its article.`);
  return { start, end: start + text.length };
}

const covered = (quote: QuoteRecord, { start, end }: Span): number =>
  quote.content.reduce((sum, s) => sum + Math.max(0, Math.min(s.end, end) - Math.max(s.start, start)), 0) / (end - start);

/** The stored quote that holds a passage best. */
export function quoteOf(library: Library, name: string, text: string): QuoteRecord | null {
  const { body, quotes } = article(library, name);
  const wanted = passage(body, text);
  const holding = quotes.map((quote) => ({ quote, cover: covered(quote, wanted) })).filter((q) => q.cover >= MIN_COVER);
  return holding.sort((a, b) => b.cover - a.cover)[0]?.quote ?? null;
}

const hasWords = (text: string, wanted: string): boolean => {
  const words = new Set(foldedWords(text));
  return foldedWords(wanted).every((w) => words.has(w));
};

const isNamed = (library: Library, speakerId: number, name: string): boolean => {
  const speaker = library.speakers.get(speakerId)!;
  return [speaker.name, ...speaker.aliases].some((form) => hasWords(form, name));
};

export function checkQuote(library: Library, name: string, wanted: ExpectedQuote): Check {
  const result = (problem: string | null): Check => ({ what: `${name}: "${wanted.content}"`, reach: wanted.reach ?? false, problem });
  const quote = quoteOf(library, name, wanted.content);
  if (!quote) return result('not found');
  const problems: string[] = [];
  if (quote.kind !== wanted.kind) problems.push(`${quote.kind}, not ${wanted.kind}`);
  const attitude = wanted.manner === 'ATTITUDE';
  if ((quote.manner === 'ATTITUDE') !== attitude) problems.push(`manner ${quote.manner}`);
  const { speakerId } = quote;
  const said = speakerId === null ? `nobody (${quote.attribution.reason})` : library.speakers.get(speakerId)!.name;
  if (wanted.speaker === null) {
    if (quote.attribution.reason !== wanted.reason) problems.push(`said by ${said}, not by nobody (${wanted.reason})`);
  } else if (speakerId === null || !isNamed(library, speakerId, wanted.speaker)) {
    problems.push(`said by ${said}, not by ${wanted.speaker}`);
  }
  return result(problems.join('; ') || null);
}

/** No quote touches the passages; and the noise among them is marked, which alone may be out of reach. */
export function checkSilence(library: Library, name: string, { noise, notQuotes }: ExpectedArticle): Check[] {
  const { body, quotes, record } = article(library, name);
  const silence = (text: string, reach: boolean): Check => {
    const span = passage(body, text);
    const quote = quotes.find((q) => q.content.some((s) => overlaps(s, span)));
    return { what: `${name}: "${text}"`, reach, problem: quote ? `the quote ${quote.text} comes from it` : null };
  };
  const marked = noise.map(({ text, reach }): Check => {
    const span = passage(body, text);
    const inside = record.boilerplate.some((s) => contains(s, span));
    return { what: `${name}: "${text}"`, reach: reach ?? false, problem: inside ? null : 'not marked as boilerplate' };
  });
  return [...noise.map((n) => silence(n.text, false)), ...notQuotes.map((n) => silence(n.text, n.reach ?? false)), ...marked];
}

/** One record, of this type, known by these forms and titles. */
export function checkSpeaker(library: Library, wanted: ExpectedSpeaker): Check {
  const named = [...library.speakers.values()].filter((s) => s.type === wanted.type && [s.name, ...s.aliases].some((f) => foldedWords(f).join(' ') === foldedWords(wanted.name).join(' ')));
  const result = (problem: string | null): Check => ({ what: wanted.name, reach: wanted.reach ?? false, problem });
  if (named.length !== 1) return result(`${named.length} speakers of this name and type ${wanted.type}`);
  const [speaker] = named;
  const forms = new Set([speaker.name, ...speaker.aliases].map((f) => foldedWords(f).join(' ')));
  const titles = library.roles.get(speaker.id) ?? [];
  const missing = [
    ...wanted.aliases.filter((a) => !forms.has(foldedWords(a).join(' '))).map((a) => `is not known as ${a}`),
    ...wanted.roles.filter((r) => !titles.some((t) => hasWords(t, r))).map((r) => `has no role "${r}" (has: ${titles.join(' | ')})`),
  ];
  return result(missing.join('; ') || null);
}

/** The renderings stand in one statement: the one that most of the hard ones stand in. */
export function checkSame(library: Library, about: string, renderings: readonly ExpectedRendering[]): Check[] {
  const statements = renderings.map((r) => quoteOf(library, r.file, r.content)?.statementId ?? null);
  const hard = statements.filter((s, i) => s !== null && !renderings[i].reach);
  const anchor = hard.sort((a, b) => hard.filter((s) => s === b).length - hard.filter((s) => s === a).length)[0];
  return renderings.map((r, i): Check => {
    const problem = statements[i] === null ? 'not found' : statements[i] !== anchor ? 'stands in another statement' : null;
    return { what: `${about}: ${r.file}: "${r.content}"`, reach: r.reach ?? false, problem };
  });
}

/** No two of the quotes stand in one statement. */
export function checkApart(library: Library, about: string, quotes: readonly ExpectedRendering[]): Check[] {
  const statements = quotes.map((q) => quoteOf(library, q.file, q.content)?.statementId ?? null);
  return quotes.map((q, i): Check => {
    const other = statements.findIndex((s, j) => j !== i && s !== null && s === statements[i]);
    const problem = other < 0 ? null : `stands in one statement with "${quotes[other].content}"`;
    return { what: `${about}: ${q.file}: "${q.content}"`, reach: q.reach ?? false, problem };
  });
}

export async function checkOverlap(library: Library, { a, b, relation, reach }: ExpectedOverlap): Promise<Check> {
  const [overlap] = await library.read.articleOverlaps([[article(library, a).record.id, article(library, b).record.id]]);
  const found: ArticleRelation | undefined = overlap?.relation;
  const problem = found === relation ? null : `${found}, not ${relation} (in: ${overlap?.containmentAInB}, ${overlap?.containmentBInA})`;
  return { what: `${a} and ${b}`, reach: reach ?? false, problem };
}
