/**
 * An invented harbour town for the contract suite of the search port: quotes written down once, and the documents of
 * their articles, speakers and statements worked out from them, so that facts agree as they do in the store.
 */
import type { SearchFilter } from '../../src/domain/filters.js';
import type { Manner, QuoteKind } from '../../src/domain/records.js';
import type { ArticleDocument, QuoteDocument, SearchDocument, SpeakerDocument, StatementDocument } from '../../src/domain/search-index.js';

interface Article {
  readonly id: number;
  readonly source: number | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly body: string;
}
interface Quote {
  readonly id: number;
  readonly article: number;
  readonly statement: number;
  readonly speaker: number | null;
  readonly kind: QuoteKind;
  readonly manner: Manner;
  readonly text: string;
}
interface Speaker {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
}

export const SOURCES: ReadonlyMap<number, string> = new Map([[1, 'Harbour Post'], [2, 'Valley Courier']]);

export const SPEAKERS: readonly Speaker[] = [
  { id: 1, name: 'Ilse Marwick', aliases: ['Marwick', 'Mrs Marwick'], roles: ['harbour minister'] },
  { id: 2, name: 'Tomás Brandão', aliases: ['Brandão'], roles: ['captain of the night ferry'] },
  { id: 3, name: 'Dockworkers Union', aliases: [], roles: [] },
  { id: 4, name: 'Odd Clerk', aliases: [], roles: ['keeper of the books'] },
];

/** Filler of about 1,400 units between the head of an article and its tail, so that a label has to be cut. */
const FILLER = Array.from({ length: 20 }, (_, i) => `In the ${i + 3}th hour the wind turned over the quay and nobody counted gulls.`).join('\n\n');

export const day = (n: number): string => `2030-03-${String(n).padStart(2, '0')}T00:00:00.000Z`;

export const ARTICLES: readonly Article[] = [
  {
    id: 1, source: 1, date: day(1), title: 'Old swing bridge to close for repairs', byline: 'By Petra Quill',
    body: '“The swing bridge will close in April,” said Ilse Marwick, the harbour minister.\n\nThe captain wrote that the ferry timetable would be doubled.',
  },
  {
    id: 2, source: 2, date: day(5), title: 'Ferry crews answer the minister', byline: null,
    body: '“We sail when the bridge is shut,” Tomás Brandão said.\n\nMarwick believes the crews will sail.',
  },
  {
    id: 3, source: 1, date: day(9), title: 'A night of <storm> & tide', byline: null,
    body: `The harbour slept.\n\n${FILLER}\n\n“Compensation of 5 < 6 crowns & a new lantern will be paid,” Marwick said at the observatory.\n\n${FILLER}`,
  },
  { id: 4, source: null, date: null, title: null, byline: null, body: 'An undated leaflet about the lighthouse. “Keep the lamp lit,” the union said.' },
  { id: 10, source: 2, date: day(20), title: 'Books of the port', byline: null, body: 'A long list was read aloud.' },
];

const LEDGER_QUOTES = 57;

export const QUOTES: readonly Quote[] = [
  // Article 1: Marwick DIRECT and SPEECH, Brandão INDIRECT and WRITING. Article 2 has them the other way round, so that
  // a filter which two quotes of one record meet half each is told from one that a single quote meets.
  { id: 1, article: 1, statement: 1, speaker: 1, kind: 'DIRECT', manner: 'SPEECH', text: '“The swing bridge will close in April,”' },
  { id: 2, article: 1, statement: 2, speaker: 2, kind: 'INDIRECT', manner: 'WRITING', text: 'the ferry timetable would be doubled' },
  { id: 3, article: 2, statement: 1, speaker: 2, kind: 'DIRECT', manner: 'SPEECH', text: '“We sail when the bridge is shut,”' },
  { id: 4, article: 2, statement: 3, speaker: 1, kind: 'INDIRECT', manner: 'ATTITUDE', text: 'the crews will sail' },
  { id: 5, article: 3, statement: 4, speaker: 1, kind: 'MIXED', manner: 'SPEECH', text: '“Compensation of 5 < 6 crowns & a new lantern will be paid,”' },
  { id: 6, article: 4, statement: 5, speaker: 3, kind: 'DIRECT', manner: 'SPEECH', text: '“Keep the lamp lit,”' },
  { id: 7, article: 10, statement: 6, speaker: null, kind: 'DIRECT', manner: 'SPEECH', text: '“灯台は来年再建されます”' },
  { id: 8, article: 10, statement: 7, speaker: 4, kind: 'DIRECT', manner: 'SPEECH', text: '“The café by the naïve mermaid is über quiet,”' },
  ...Array.from({ length: LEDGER_QUOTES }, (_, i): Quote => ({
    id: 101 + i, article: i % 5 === 0 ? 4 : i % 2 === 0 ? 10 : 3, statement: 101 + i, speaker: 4, kind: 'DIRECT', manner: 'WRITING',
    text: `“Ledger page ${i + 1} ${'lists barrels '.repeat(1 + (i % 4)).trim()},”`,
  })),
];

const distinct = <T>(values: readonly (T | null)[]): T[] => [...new Set(values.filter((v): v is T => v !== null))].sort();
const articleOf = (quote: Quote): Article => ARTICLES.find((a) => a.id === quote.article)!;
const speakerName = (id: number | null): string | null => SPEAKERS.find((s) => s.id === id)?.name ?? null;
const sourceName = (id: number | null): string | null => (id === null ? null : SOURCES.get(id)!);

const facts = (quotes: readonly Quote[]) => ({
  speakerIds: distinct(quotes.map((q) => q.speaker)),
  sourceIds: distinct(quotes.map((q) => articleOf(q).source)),
  kinds: distinct(quotes.map((q) => q.kind)),
  manners: distinct(quotes.map((q) => q.manner)),
});

const latest = (quotes: readonly Quote[]): string | null =>
  quotes.map((q) => articleOf(q).date).filter((d) => d !== null).sort().at(-1) ?? null;

export function quoteDocument(quote: Quote): QuoteDocument {
  const article = articleOf(quote);
  const at = article.body.indexOf(quote.text);
  return {
    type: 'QUOTE', id: quote.id, date: article.date, ...facts([quote]), text: quote.text, speakerName: speakerName(quote.speaker),
    sourceName: sourceName(article.source), articleId: article.id, statementId: quote.statement, bodyStart: at < 0 ? null : at,
  };
}

function articleDocument(article: Article): ArticleDocument {
  const quotes = QUOTES.filter((q) => q.article === article.id);
  return {
    type: 'ARTICLE', id: article.id, date: article.date, ...facts(quotes), title: article.title, byline: article.byline,
    body: article.body, sourceName: sourceName(article.source),
  };
}

function speakerDocument(speaker: Speaker): SpeakerDocument {
  const quotes = QUOTES.filter((q) => q.speaker === speaker.id);
  return { type: 'SPEAKER', date: latest(quotes), ...facts(quotes), ...speaker, quoteCount: quotes.length };
}

function statementDocument(id: number): StatementDocument {
  const quotes = QUOTES.filter((q) => q.statement === id);
  return {
    type: 'STATEMENT', id, date: latest(quotes), ...facts(quotes), text: quotes[0].text, renderings: quotes.slice(1).map((q) => q.text),
    speakerName: speakerName(quotes[0].speaker), sourceCount: facts(quotes).sourceIds.length,
  };
}

export const DOCUMENTS: readonly SearchDocument[] = [
  ...ARTICLES.map(articleDocument),
  ...QUOTES.map(quoteDocument),
  ...SPEAKERS.map(speakerDocument),
  ...distinct(QUOTES.map((q) => q.statement)).map(statementDocument),
];

/** An article with one quote by a speaker and a statement of their own, all about one word; for tests that write. */
export function smallStory(id: number, word: string, date: string | null): SearchDocument[] {
  const quoteFacts = { speakerIds: [id], sourceIds: [1], kinds: ['DIRECT' as const], manners: ['SPEECH' as const] };
  const text = `“A ${word} is a fine thing,”`;
  return [
    { type: 'ARTICLE', id, date, ...quoteFacts, title: `About the ${word}`, byline: null, body: `${text} said Person ${id}.`, sourceName: 'Harbour Post' },
    { type: 'QUOTE', id, date, ...quoteFacts, text, speakerName: `Person ${id}`, sourceName: 'Harbour Post', articleId: id, statementId: id, bodyStart: 0 },
    { type: 'SPEAKER', id, date, ...quoteFacts, name: `Person ${id}`, aliases: [], roles: [], quoteCount: 1 },
    { type: 'STATEMENT', id, date, ...quoteFacts, text, renderings: [], speakerName: `Person ${id}`, sourceCount: 1 },
  ];
}

/** What a filter lets through, worked out the slow way: ids of the records of a type with one quote that meets all of it. */
export function passing(type: SearchDocument['type'], filter: SearchFilter): number[] {
  const has = <T>(allowed: readonly T[] | null | undefined, value: T | null) => !allowed?.length || (value !== null && allowed.includes(value));
  const dated = (range: SearchFilter['published'], date: string | null) =>
    (!range?.from && !range?.to) || (date !== null && (!range.from || date >= range.from) && (!range.to || date < range.to));
  const quotes = QUOTES.filter((q) =>
    has(filter.speakers, q.speaker) && has(filter.sources, articleOf(q).source) && has(filter.kinds, q.kind)
    && has(filter.manners, q.manner) && dated(filter.published, articleOf(q).date));
  const key = { ARTICLE: (q: Quote) => q.article, QUOTE: (q: Quote) => q.id, SPEAKER: (q: Quote) => q.speaker, STATEMENT: (q: Quote) => q.statement }[type];
  return distinct(quotes.map(key)).sort((a, b) => a - b);
}
