/** RSS, Atom, RDF and JSON Feed: an article for each item that carries text. */
import { parseFeed } from 'feedsmith';
import type { ArticleDraft } from '../../app/types.js';
import { OnRecordError } from '../../domain/errors.js';
import { checkDate, checkRfc822Date } from '../../text/dates.js';
import { hostOf } from '../derive.js';
import { asIntakeError } from '../file-error.js';
import type { Fields } from '../fields.js';
import { checkBody } from '../fields.js';
import type { ReadingOrError } from '../types.js';
import { htmlToText, looksLikeHtml } from './html-text.js';

type Parsed = ReturnType<typeof parseFeed>;

/** An item as every kind of feed can give it, not yet checked. */
interface Item {
  readonly id: string | null | undefined;
  readonly url: string | null | undefined;
  readonly title: string | null | undefined;
  /** HTML or plain text, fullest first. */
  readonly texts: readonly (string | null | undefined)[];
  readonly date: string | null | undefined;
  readonly byline: string | null | undefined;
  readonly language: string | null | undefined;
  /** Where the feed gathers the items of others: the name and an address of the original. */
  readonly origin?: { readonly name: string | null | undefined; readonly url: string | null | undefined };
}

interface Feed {
  readonly title: string | null | undefined;
  readonly home: string | null | undefined;
  readonly language: string | null | undefined;
  readonly items: readonly Item[];
}

export const isJsonFeed = (value: Fields): boolean => typeof value.version === 'string' && /^https?:\/\/jsonfeed\.org\/version\//.test(value.version);

type Link = { readonly href?: string; readonly rel?: string };

const alternate = (links: readonly Link[] | undefined): string | undefined => links?.find((link) => !link.rel || link.rel === 'alternate')?.href;

const namesOf = (people: readonly ({ name?: string } | string)[] | undefined): string | undefined =>
  people?.map((p) => (typeof p === 'string' ? p : p.name)).filter((name) => name).join(', ');

/** RSS writes persons as "jane@example.org (Jane Doe)". */
const personName = (person: string): string => /^[^\s@]+@[^\s@]+\s*\(([^()]+)\)$/.exec(person.trim())?.[1] ?? person;

/** One shape for the kinds of feeds. */
function shape({ format, feed }: Parsed): Feed {
  switch (format) {
    case 'rss':
      return {
        title: feed.title, home: feed.link, language: feed.language ?? feed.dc?.languages?.[0],
        items: (feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          title: item.title,
          texts: [item.content?.encoded, item.description],
          date: item.pubDate ?? item.dc?.dates?.[0],
          byline: namesOf(item.dc?.creators) || namesOf(item.authors?.map(personName)),
          language: item.dc?.languages?.[0],
          origin: item.source && { name: item.source.title, url: item.source.url },
        })),
      };
    case 'rdf':
      return {
        title: feed.title, home: feed.link, language: feed.dc?.languages?.[0],
        items: (feed.items ?? []).map((item) => ({
          id: item.rdf?.about, url: item.link, title: item.title, texts: [item.content?.encoded, item.description],
          date: item.dc?.dates?.[0], byline: namesOf(item.dc?.creators), language: item.dc?.languages?.[0],
        })),
      };
    case 'atom':
      return {
        title: feed.title, home: alternate(feed.links), language: null,
        items: (feed.entries ?? []).map((entry) => ({
          id: entry.id, url: alternate(entry.links), title: entry.title, texts: [entry.content, entry.summary],
          date: entry.published ?? entry.updated, byline: namesOf(entry.authors) || namesOf(feed.authors), language: null,
          origin: entry.source && { name: entry.source.title, url: alternate(entry.source.links) },
        })),
      };
    case 'json':
      return {
        title: feed.title, home: feed.home_page_url, language: feed.language,
        items: (feed.items ?? []).map((item) => ({
          id: item.id, url: item.url ?? item.external_url, title: item.title, texts: [item.content_html, item.content_text, item.summary],
          date: item.date_published ?? item.date_modified, byline: namesOf(item.authors) || namesOf(feed.authors), language: item.language,
        })),
      };
  }
}

const plain = (text: string | null | undefined): string | null => {
  if (!text) return null;
  return (looksLikeHtml(text) ? htmlToText(text) : text).trim() || null;
};

const oneLine = (text: string | null | undefined): string | null => plain(text)?.replace(/\s+/g, ' ') ?? null;

function absolute(href: string | null | undefined, base: string | null): string | null {
  const trimmed = href?.trim();
  if (!trimmed || !URL.canParse(trimmed, base ?? undefined)) return null;
  const url = new URL(trimmed, base ?? undefined);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

function statedFields(item: Item, base: string | null): ArticleDraft {
  const body = item.texts.map(plain).find((text) => text !== null);
  if (!body) throw new OnRecordError('NO_BODY', 'The item of the feed carries no text. Ingest the page that it links to.');
  const date = item.date?.trim() || null;
  const publishedAt = date === null ? null : (checkDate(date) ?? checkRfc822Date(date));
  if (date !== null && publishedAt === null) throw new OnRecordError('INVALID_DATE', `The item's date "${date.slice(0, 40)}" is no date of a feed.`);
  return {
    publisherId: item.id?.trim() || null,
    url: absolute(item.url, base),
    title: oneLine(item.title),
    body: checkBody(body),
    sourceName: oneLine(item.origin?.name),
    sourceDomain: hostOf(item.origin?.url),
    byline: oneLine(item.byline),
    language: item.language?.trim() || null,
    publishedAt,
  };
}

function parse(text: string): Feed {
  const json = /^\s*\{/.test(text);
  // The parser closes what was left open; an item cut in the middle must not pass for a whole one.
  if (!json && !/<\/(?:[\w-]+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--(?:(?!-->)[^])*-->\s*)*$/i.test(text.slice(-4096))) {
    throw new OnRecordError('INVALID_FEED', 'This is no RSS or Atom feed, or it is cut short.');
  }
  try {
    return shape(parseFeed(text));
  } catch (cause) {
    throw new OnRecordError('INVALID_FEED', undefined, { cause });
  }
}

/**
 * The items of a feed, each with its number as line.
 * @param url the address that the feed was fetched from, null for files
 * @throws OnRecordError INVALID_FEED; what is wrong with one item is its own error: NO_BODY, INVALID_DATE, TOO_LARGE
 */
export function* readFeed(text: string, url: string | null): Generator<ReadingOrError> {
  const feed = parse(text);
  const home = absolute(feed.home, url) ?? url;
  const title = oneLine(feed.title);
  const found: ArticleDraft = {
    sourceName: title,
    sourceDomain: title === null ? null : hostOf(home),
    language: feed.language?.trim() || null,
  };
  for (const [index, item] of feed.items.entries()) {
    try {
      yield { line: index + 1, stated: statedFields(item, home), found };
    } catch (error) {
      yield { line: index + 1, error: asIntakeError(error) };
    }
  }
}
