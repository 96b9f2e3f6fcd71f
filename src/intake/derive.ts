/**
 * One article out of all that is known of it. Of each field the first that has it wins:
 *   what the file states > metadata given by hand > what was found around the text > --source, --domain > what can be derived
 */
import type { ArticleDraft } from '../app/types.js';
import { MAX_HEADLINE_UNITS } from './limits.js';
import type { Reading } from './types.js';

export interface Surroundings {
  /** The entry of a metadata file, null where there is none. */
  readonly metadata: ArticleDraft | null;
  readonly source: string | null;
  readonly domain: string | null;
  /** The name that serves as the publisher's id where the file holds this one article; null elsewhere. */
  readonly fileName: string | null;
}

type SourceFields = Pick<ArticleDraft, 'sourceName' | 'sourceDomain'>;

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A source is filled up from the next best only where that one does not speak of another source. */
function mergeSources(best: SourceFields, next: SourceFields): SourceFields {
  const { sourceName: name, sourceDomain: domain } = best;
  if (!name && !domain) return next;
  if (name && domain) return best;
  if (name) return !next.sourceName || sameName(name, next.sourceName) ? { sourceName: name, sourceDomain: next.sourceDomain } : best;
  return !next.sourceDomain || sameName(domain!, next.sourceDomain) ? { sourceName: next.sourceName, sourceDomain: domain } : best;
}

/** The host of an http(s) address without a leading `www.`, null where there is none. */
export function hostOf(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, '') || null : null;
}

/** The first line that is not blank, where it is short enough to be a headline. */
function headlineOf(body: string): string | null {
  const line = /\S[^\r\n\u2028\u2029]*/.exec(body)?.[0].trimEnd() ?? '';
  return line !== '' && line.length <= MAX_HEADLINE_UNITS ? line : null;
}

/** The draft of a reading. The body stays as it was read: a title taken from its first line stands in both. */
export function completeDraft(reading: Reading, { metadata, source, domain, fileName }: Surroundings): ArticleDraft {
  const levels: readonly ArticleDraft[] = [reading.stated, metadata ?? {}, reading.found ?? {}];
  const first = (key: Exclude<keyof ArticleDraft, 'sourceName' | 'sourceDomain'>): string | null =>
    levels.map((level) => level[key]).find((value) => value != null) ?? null;

  const url = first('url');
  const body = first('body');
  const host = hostOf(url);
  const given = [...levels, { sourceName: source, sourceDomain: domain }].reduce<SourceFields>(mergeSources, {});
  const { sourceName, sourceDomain } = given.sourceName || given.sourceDomain ? given : { sourceName: host, sourceDomain: host };
  return {
    publisherId: first('publisherId') ?? fileName,
    url,
    title: first('title') ?? headlineOf(body ?? ''),
    body,
    sourceName: sourceName ?? sourceDomain ?? null,
    sourceDomain: sourceDomain ?? null,
    byline: first('byline'),
    language: first('language'),
    publishedAt: first('publishedAt'),
  };
}
