/** An HTML page: its main text, and what its head and its linked data say of it. */
import { Readability } from '@mozilla/readability';
import type { ArticleDraft } from '../../app/types.js';
import { OnRecordError } from '../../domain/errors.js';
import { checkDate, checkRfc822Date } from '../../text/dates.js';
import { hostOf } from '../derive.js';
import { checkBody } from '../fields.js';
import type { Reading } from '../types.js';
import { openDocument, textOfNode } from './html-text.js';
import { readLinkedData } from './linked-data.js';

/**
 * What Readability is given. Its work grows with the square of the siblings and of the depth (15,000 empty siblings took
 * 2 s); news pages hold some thousand nodes, some tens deep. A page beyond that is read by its landmarks.
 */
const MAX_READABILITY_NODES = 15_000;
const MAX_READABILITY_DEPTH = 200;
/** Elements beside the text of a page, for pages in which Readability finds nothing. */
const BESIDE_THE_TEXT = new Set(['NAV', 'HEADER', 'FOOTER', 'ASIDE', 'FORM', 'DIALOG']);
/** Where the text of a page is to be looked for, best first. */
const LANDMARKS = ['[itemprop="articleBody"]', 'article', 'main', '[role="main"]', 'body'];

const line = (text: string | null | undefined): string | null => text?.replace(/\s+/g, ' ').trim() || null;

const firstOf = <T>(candidates: readonly (T | null | undefined)[]): T | null => candidates.find((c): c is T => c != null) ?? null;

const dateOf = (text: string | null | undefined): string | null => (text ? (checkDate(text) ?? checkRfc822Date(text)) : null);

/** The content of the first meta element of one of the names that has any. */
function meta(document: Document, ...names: string[]): string | null {
  const elements = Array.from(document.querySelectorAll('meta[content]'));
  const named = (name: string): string | null => {
    const element = elements.find((e) => ['property', 'name', 'itemprop'].some((a) => e.getAttribute(a)?.toLowerCase() === name));
    return line(element?.getAttribute('content'));
  };
  return firstOf(names.map(named));
}

function absolute(href: string | null | undefined, base: string | null): string | null {
  const url = href && URL.canParse(href, base ?? undefined) ? new URL(href, base ?? undefined) : null;
  return url && /^https?:$/.test(url.protocol) && !url.username ? url.href : null;
}

/** Hosts that differ only by the prefix of an edition (www., m., amp.) or a subdomain are one site. */
function sameSite(a: string, b: string): boolean {
  const [x, y] = [a, b].map((url) => (hostOf(url) ?? '').replace(/^(?:m|amp|mobile)\./, ''));
  return x === y || x.endsWith(`.${y}`) || y.endsWith(`.${x}`);
}

/** The address that the page gives itself. One that was fetched may not pass itself off as a page of another site. */
function ownUrl(document: Document, url: string | null, linked: string | null): string | null {
  const claims = [document.querySelector('link[rel~="canonical"]')?.getAttribute('href'), meta(document, 'og:url'), linked];
  return firstOf(claims.map((href) => absolute(href, url)).filter((claim) => claim !== null && (url === null || sameSite(claim, url)))) ?? url;
}

function describe(document: Document, url: string | null): ArticleDraft {
  const linked = readLinkedData(Array.from(document.querySelectorAll('script[type="application/ld+json"]'), (script) => script.textContent ?? ''));
  const times = Array.from(document.querySelectorAll('[itemprop="datePublished"], time[pubdate], article time[datetime], time[datetime]'));
  const own = ownUrl(document, url, linked.url);
  const site = firstOf([meta(document, 'og:site_name', 'application-name'), linked.publisher]);
  return {
    url: own,
    title: firstOf([linked.headline, meta(document, 'og:title', 'twitter:title', 'dc.title'), onlyHeading(document), line(document.querySelector('title')?.textContent)]),
    byline: firstOf([linked.author, meta(document, 'author', 'parsely-author', 'dc.creator'), line(document.querySelector('[rel~="author"], [itemprop="author"], .byline')?.textContent)]),
    publishedAt: firstOf([
      dateOf(linked.publishedAt),
      ...['article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date', 'pubdate', 'publish-date', 'dc.date.issued', 'dc.date', 'date']
        .map((name) => dateOf(meta(document, name))),
      ...times.map((time) => dateOf(time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent)),
    ]),
    language: firstOf([line(document.documentElement?.getAttribute('lang')), linked.language, meta(document, 'og:locale', 'language')?.replace('_', '-')]),
    sourceName: site,
    sourceDomain: site === null ? null : hostOf(own),
  };
}

/** The heading of the page where it has one alone. */
function onlyHeading(document: Document): string | null {
  const headings = document.querySelectorAll('h1');
  return headings.length === 1 ? line(headings[0].textContent) : null;
}

function landmarkText(document: Document): string {
  for (const selector of LANDMARKS) {
    const root = document.querySelector(selector);
    const text = root ? textOfNode(root, (element) => element !== root && BESIDE_THE_TEXT.has(element.nodeName.toUpperCase())) : '';
    if (text !== '') return text;
  }
  return document.documentElement ? textOfNode(document.documentElement) : '';
}

/** Is the document within the bounds above? Counted without recursion, and no further than the bounds. */
function suitsReadability(document: Document): boolean {
  let [depth, count] = [0, 0];
  let node: Node | null = document.documentElement;
  while (node) {
    count += 1;
    if (count > MAX_READABILITY_NODES || depth > MAX_READABILITY_DEPTH) return false;
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
  return true;
}

/** Readability takes the document apart, so it gets one of its own. */
function readableText(html: string): string {
  const options = { disableJSONLD: true, serializer: (node: Node) => node };
  const content = new Readability<Node>(openDocument(html), options).parse()?.content;
  return content ? textOfNode(content) : '';
}

/**
 * The main text of a page as paragraphs separated by blank lines, and what the page says of itself (as `found`).
 * @param url the address that the page was fetched from, null for files
 * @throws OnRecordError NO_BODY where the page holds no text, INVALID_ARTICLE where it is no HTML that can be read, TOO_LARGE
 */
export function readHtml(html: string, url: string | null): Reading {
  try {
    const document = openDocument(html);
    const body = (suitsReadability(document) ? readableText(html) : '') || landmarkText(document);
    if (body === '') throw new OnRecordError('NO_BODY', 'The page holds no text.');
    return { line: null, stated: { body: checkBody(body) }, found: describe(document, url) };
  } catch (cause) {
    if (cause instanceof OnRecordError) throw cause;
    throw new OnRecordError('INVALID_ARTICLE', 'The page cannot be read as HTML.', { cause });
  }
}
