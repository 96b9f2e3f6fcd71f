/** The fields of an article as people write them in JSON, front matter and metadata files, checked for type and form. */
import type { ArticleDraft } from '../app/types.js';
import type { ErrorCode } from '../domain/errors.js';
import { OnRecordError } from '../domain/errors.js';
import { checkDate } from '../text/dates.js';
import { MAX_BODY_BYTES } from '../domain/limits.js';

export type Fields = Readonly<Record<string, unknown>>;

/** The name of what a JSON value is, for messages. */
const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`);

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (name: string, wanted: string, value: unknown, code: ErrorCode = 'INVALID_ARTICLE'): OnRecordError =>
  new OnRecordError(code, `${name} must be ${wanted}; it is ${kindOf(value)}.`);

/** A text without what no store keeps and no UTF-8 can write. */
function checkCharacters(name: string, text: string): string {
  if (text.includes('\0')) throw new OnRecordError('BINARY', `${name} holds NUL characters: it is not text.`);
  if (/\p{Surrogate}/u.test(text)) throw new OnRecordError('INVALID_ARTICLE', `${name} holds half a character (a lone surrogate).`);
  return text;
}

/** The text under the name; null where it is absent, null or blank. */
function textField(fields: Fields, key: string, name = key): string | null {
  const value = Object.hasOwn(fields, key) ? fields[key] : null;
  if (value == null) return null;
  if (typeof value !== 'string') throw wrong(name, 'a text', value);
  return value.trim() === '' ? null : checkCharacters(name, value.trim());
}

/** An id may be written as a number too. */
function idField(fields: Fields): string | null {
  // What `onrecord export` writes has an `id` of its own beside the publisher's.
  const key = Object.hasOwn(fields, 'publisherId') ? 'publisherId' : 'id';
  const value = fields[key];
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value != null && typeof value !== 'string') throw wrong(key, 'a text or a number', value);
  return textField(fields, key);
}

/** What `onrecord export` wrote knows that it has no title: '' keeps one from being derived. */
function titleField(fields: Fields): string | null {
  const isExported = Object.hasOwn(fields, 'revision') && Object.hasOwn(fields, 'publisherId');
  return textField(fields, 'title') ?? (isExported ? '' : null);
}

function urlField(fields: Fields): string | null {
  const text = textField(fields, 'url');
  if (text === null) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new OnRecordError('INVALID_URL', `url "${text.slice(0, 80)}" is not an http or https address.`);
  }
  return text;
}

function dateField(fields: Fields): string | null {
  const text = textField(fields, 'publishedAt');
  if (text === null) return null;
  const date = checkDate(text);
  if (date === null) {
    throw new OnRecordError('INVALID_DATE', `publishedAt "${text.slice(0, 40)}" is not an ISO 8601 date. Write 2025-10-09 or 2025-10-09T14:30:00Z.`);
  }
  return date;
}

function sourceFields(fields: Fields): Pick<ArticleDraft, 'sourceName' | 'sourceDomain'> {
  const source = fields.source;
  if (source == null) {
    return { sourceName: textField(fields, 'sourceName'), sourceDomain: textField(fields, 'sourceDomain') };
  }
  if (typeof source === 'string') return { sourceName: textField(fields, 'source'), sourceDomain: textField(fields, 'sourceDomain') };
  if (!isFields(source)) throw wrong('source', 'a text or {name, domain}', source);
  return { sourceName: textField(source, 'name', 'source.name'), sourceDomain: textField(source, 'domain', 'source.domain') };
}

/** The body as it was written, not trimmed: spans point into it. */
function bodyField(fields: Fields): string | null {
  const key = fields.body != null ? 'body' : 'text';
  const value = fields[key];
  if (value == null) return null;
  if (typeof value !== 'string') throw wrong(key, 'a text', value);
  return checkBody(checkCharacters(key, value));
}

/** @throws OnRecordError TOO_LARGE, NO_BODY (blank) */
export function checkBody(body: string): string {
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) throw new OnRecordError('TOO_LARGE');
  if (!/\S/.test(body)) throw new OnRecordError('NO_BODY', 'The body of the article is blank.');
  return body;
}

/**
 * The fields of an article without its body. Absent, null and blank are the same; unknown fields are passed over.
 * @throws OnRecordError INVALID_ARTICLE naming the field, INVALID_DATE, INVALID_URL, BINARY
 */
export function describingFields(fields: Fields): ArticleDraft {
  return {
    publisherId: idField(fields),
    url: urlField(fields),
    title: titleField(fields),
    ...sourceFields(fields),
    byline: textField(fields, 'byline'),
    language: textField(fields, 'language'),
    publishedAt: dateField(fields),
  };
}

/**
 * An article as JSON has it: `body` or `text`, and its fields.
 * @throws OnRecordError INVALID_ARTICLE, INVALID_DATE, INVALID_URL, BINARY, NO_BODY, TOO_LARGE
 */
export function articleFields(value: unknown): ArticleDraft {
  if (!isFields(value)) throw new OnRecordError('INVALID_ARTICLE', `An article must be a JSON object; this is ${kindOf(value)}.`);
  const draft = { ...describingFields(value), body: bodyField(value) };
  if (draft.body === null) throw new OnRecordError('NO_BODY', 'The article has no body: give its text as "body" (or "text").');
  return draft;
}
