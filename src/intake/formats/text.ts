/** Plain text and Markdown: a file is one article. */
import { parseDocument } from 'yaml';
import type { ArticleDraft } from '../../app/types.js';
import { OnRecordError } from '../../domain/errors.js';
import { checkBody, describingFields, isFields } from '../fields.js';
import type { Reading } from '../types.js';
import { markdownToText } from './markdown.js';

/** The body is the text as it was decoded: not a line end is changed. */
export const readText = (text: string, url: string | null): Reading => ({ line: null, stated: { body: checkBody(text), url } });

const FRONT_MATTER = /^---[ \t]*\r?\n(?<yaml>(?:.*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** @throws OnRecordError INVALID_ARTICLE where the front matter is no YAML mapping or a field is of the wrong type; INVALID_DATE */
function frontMatterFields(yaml: string): ArticleDraft {
  let fields: unknown;
  try {
    const document = parseDocument(yaml, { prettyErrors: false });
    if (document.errors.length > 0) throw document.errors[0];
    fields = document.toJS() ?? {};
  } catch (cause) {
    throw new OnRecordError('INVALID_ARTICLE', 'The front matter is not valid YAML.', { cause });
  }
  if (!isFields(fields)) throw new OnRecordError('INVALID_ARTICLE', 'The front matter must be a list of fields, as in "title: ...".');
  return describingFields(fields);
}

/**
 * Markdown with front matter or without; the body is its text without the marks.
 * @throws OnRecordError INVALID_ARTICLE, INVALID_DATE, NO_BODY, TOO_LARGE
 */
export function readMarkdown(text: string, url: string | null): Reading {
  const front = FRONT_MATTER.exec(text);
  const stated = front ? frontMatterFields(front.groups!.yaml) : {};
  const body = markdownToText(front ? text.slice(front[0].length) : text);
  return { line: null, stated: { ...stated, url: stated.url ?? url, body: checkBody(body) } };
}
