/** What a page says of its article in JSON-LD (schema.org). Pages get it wrong in every way: what does not fit is passed over. */
import type { Fields } from '../fields.js';
import { isFields } from '../fields.js';

export interface LinkedData {
  readonly headline: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly url: string | null;
}

/** How deep a list in a list is followed, and how many objects are looked at. */
const MAX_DEPTH = 6;
const MAX_OBJECTS = 500;

const ARTICLE_TYPE = /(?:Article|Posting|Report)$/;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);

const text = (value: unknown): string | null => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || null : null);

/** The names of persons or organisations, given as texts or objects, alone or in a list. */
const names = (value: unknown): string | null =>
  list(value).map((v) => text(isFields(v) ? v.name : v)).filter((name) => name !== null).join(', ') || null;

function collectObjects(value: unknown, into: Fields[], depth = 0): void {
  if (depth > MAX_DEPTH) return;
  for (const item of list(value)) {
    if (into.length >= MAX_OBJECTS) return;
    if (Array.isArray(item)) collectObjects(item, into, depth + 1);
    else if (isFields(item)) {
      into.push(item);
      collectObjects(item['@graph'], into, depth + 1);
      collectObjects(item.mainEntity, into, depth + 1);
    }
  }
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return null;
  }
}

/** The first article that the scripts describe; every field null where they describe none. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const objects: Fields[] = [];
  for (const script of scripts) collectObjects(parse(script), objects);
  const article = objects.find((o) => list(o['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) ?? {};
  return {
    headline: text(article.headline) ?? text(article.name),
    author: names(article.author),
    publishedAt: text(article.datePublished),
    publisher: names(article.publisher),
    language: text(isFields(article.inLanguage) ? article.inLanguage.alternateName : article.inLanguage),
    url: text(article.url) ?? text(isFields(article.mainEntityOfPage) ? article.mainEntityOfPage['@id'] : article.mainEntityOfPage),
  };
}
