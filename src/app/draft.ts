/** Checks an article as it comes in, field by field, and puts it into the form that the store keeps. */
import { createHash } from 'node:crypto';
import type { ErrorCode } from '../domain/errors.js';
import { MAX_BODY_BYTES } from '../domain/limits.js';
import { checkDate } from '../text/dates.js';
import type { ArticleDraft, UserErrorCode, UserProblem } from './types.js';

/** SHA-256 of a body, hex. */
export const hashOfBody = (body: string): string => createHash('sha256').update(body).digest('hex');

/** UTF-16 units. Longer ones are a body that slipped into the wrong field. */
const MAX_FIELD_LENGTH = 2_000;
const MAX_URL_LENGTH = 4_000;
const HOST = /^(?=.{1,253}$)[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** An article that may go in. */
export interface CheckedArticle {
  readonly publisherId: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly body: string;
  readonly bodyHash: string;
  readonly source: { readonly name: string; readonly domain: string | null } | null;
  readonly byline: string | null;
  readonly language: string | null;
  readonly publishedAt: string | null;
}

export type DraftCheck = { readonly article: CheckedArticle; readonly problems: null } | { readonly article: null; readonly problems: readonly UserProblem[] };

/** All that is wrong with a draft, or the article. */
export function checkDraft(draft: ArticleDraft): DraftCheck {
  const problems: UserProblem[] = [];
  const refuse = (path: keyof ArticleDraft, code: UserErrorCode, errorCode: ErrorCode, message: string): null => {
    problems.push({ code, errorCode, message, path: [path] });
    return null;
  };
  const field = (name: keyof ArticleDraft, limit = MAX_FIELD_LENGTH): string | null => {
    const value = draft[name]?.toWellFormed().replaceAll('\0', '').trim() || null;
    if (value && value.length > limit) return refuse(name, 'TOO_LONG', 'INVALID_ARTICLE', `${name} has ${value.length} characters; at most ${limit} are allowed.`);
    return value;
  };

  const body = checkBody(draft.body, refuse);
  const url = checkUrl(field('url', MAX_URL_LENGTH), refuse);
  const language = field('language');
  if (language && !LANGUAGE.test(language)) refuse('language', 'INVALID', 'INVALID_ARTICLE', `"${language.slice(0, 40)}" is not a language tag. Write it like "en" or "pt-BR".`);
  const given = field('publishedAt');
  const publishedAt = given && checkDate(given);
  if (given && !publishedAt) refuse('publishedAt', 'INVALID', 'INVALID_DATE', `"${given.slice(0, 40)}" is not an ISO 8601 date. Write it like "2025-10-09" or "2025-10-09T14:30:00Z".`);
  const domain = checkDomain(field('sourceDomain'), refuse) ?? (url && !draft.sourceName?.trim() ? hostOf(url) : null);
  const name = field('sourceName') ?? domain;
  const rest = { publisherId: field('publisherId'), title: field('title'), byline: field('byline') };

  if (problems.length > 0 || body === null) return { article: null, problems };
  return {
    article: {
      ...rest, url, body, language, publishedAt,
      bodyHash: hashOfBody(body),
      source: name ? { name, domain } : null,
    },
    problems: null,
  };
}

type Refuse = (path: keyof ArticleDraft, code: UserErrorCode, errorCode: ErrorCode, message: string) => null;

function checkBody(given: string | null | undefined, refuse: Refuse): string | null {
  if (!given?.trim()) return refuse('body', 'BLANK', 'NO_BODY', 'The article has no body. Give its text in "body".');
  if (given.includes('\0')) return refuse('body', 'INVALID', 'BINARY', 'The body holds NUL characters: it is not text.');
  const bytes = Buffer.byteLength(given);
  if (bytes > MAX_BODY_BYTES) return refuse('body', 'TOO_LONG', 'TOO_LARGE', `The body has ${bytes} bytes; at most ${MAX_BODY_BYTES} are allowed.`);
  // Lone surrogates cannot be stored; replaced one for one, no offset moves.
  return given.replace(/^\uFEFF+/, '').toWellFormed();
}

function checkUrl(given: string | null, refuse: Refuse): string | null {
  if (given === null) return null;
  return articleUrl(given) ?? refuse('url', 'INVALID', 'INVALID_URL', `"${given.slice(0, 80)}" is not an http or https address.`);
}

/**
 * An address in the form in which articles are known by it, null where it is none of the web. A fragment names a place in
 * the page (#comments) or who linked to it, and no other article.
 */
export function articleUrl(given: string): string | null {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) return null;
  url.hash = '';
  return url.href;
}

function checkDomain(given: string | null, refuse: Refuse): string | null {
  if (given === null) return null;
  const domain = given.toLowerCase().replace(/^www\./, '');
  return HOST.test(domain) ? domain : refuse('sourceDomain', 'INVALID', 'INVALID_ARTICLE', `"${given.slice(0, 80)}" is not a domain. Write it like "example.org".`);
}

export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
