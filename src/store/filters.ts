/** What the filters mean as conditions. Null and [] filter nothing; an undated article passes no bound. */
import type { Expression, SqlBool } from 'kysely';
import { expressionBuilder, sql } from 'kysely';
import { OnRecordError } from '../domain/errors.js';
import type { ArticleFilter, DateRange, QuoteFilter, SpeakerFilter } from '../domain/filters.js';
import { foldedWords } from '../text/fold.js';
import type { ArticlesTable, QuotesTable, SpeakersTable, Tables } from './schema.js';
import { among } from './session.js';
import type { Session } from './session.js';

type Conditions = Expression<SqlBool>[];

/** A filter's text is a few words. Databases bound the depth of a condition (SQLite: 1,000) and the length of a pattern. */
const FILTER_WORDS_MAX = 200;
const FILTER_WORD_LENGTH_MAX = 1_000;

/** Every word of the text stands in the folded column as a word. Folded words hold letters and digits alone: no wildcard. */
export function wordsIn(column: Expression<string>, text: string | null | undefined): Conditions {
  const words = [...new Set(foldedWords(text ?? ''))];
  if (words.length > FILTER_WORDS_MAX || words.some((word) => word.length > FILTER_WORD_LENGTH_MAX)) {
    throw new OnRecordError('INVALID_ARGUMENT', `The text of a filter is too long. Give at most ${FILTER_WORDS_MAX} words of at most ${FILTER_WORD_LENGTH_MAX} characters, or use search.`);
  }
  return words.map((word) => sql<SqlBool>`${column} like ${`% ${word} %`}`);
}

export const amongAny = (s: Session, column: Expression<unknown>, list: readonly (number | string)[] | null | undefined): Conditions =>
  list && list.length > 0 ? [among(s, column, list)] : [];

/** On quotes `q`: said by one of the speakers, first or together with others. The id of a merged one means the one that replaced it. */
function saidByAny(s: Session, ids: readonly number[] | null | undefined): Conditions {
  if (!ids || ids.length === 0) return [];
  const list = s.dialect.values(ids);
  const meant = sql`(${list} union select into_id from speaker_redirects where from_id in (${list}))`;
  return [sql<SqlBool>`(q.speaker_id in ${meant} or (q.speaker_set = 0 and q.id in (select quote_id from joint_speakers where speaker_id in ${meant})))`];
}

export function dated(column: Expression<string | null>, range: DateRange | null | undefined): Conditions {
  return [
    ...(range?.from != null ? [sql<SqlBool>`${column} >= ${range.from}`] : []),
    ...(range?.to != null ? [sql<SqlBool>`${column} < ${range.to}`] : []),
  ];
}

/** On articles `a`. */
export function articleConditions(s: Session, filter: ArticleFilter): Conditions {
  const eb = expressionBuilder<Tables & { a: ArticlesTable }, 'a'>();
  const words = wordsIn(sql.ref<string>('t.folded'), filter.text);
  return [
    ...amongAny(s, eb.ref('a.source_id'), filter.sources),
    ...dated(eb.ref('a.published_at'), filter.published),
    ...(words.length === 0 ? [] : [eb.exists(eb.selectFrom('article_texts as t').select('t.article_id').whereRef('t.article_id', '=', 'a.id').where((x) => x.and(words)))]),
  ];
}

/** On quotes `q`; dismissed ones pass none of it. */
export function quoteConditions(s: Session, filter: QuoteFilter): Conditions {
  const eb = expressionBuilder<{ q: QuotesTable }, 'q'>();
  return [
    eb('q.statement_id', 'is not', null),
    ...saidByAny(s, filter.speakers),
    ...amongAny(s, eb.ref('q.source_id'), filter.sources),
    ...amongAny(s, eb.ref('q.kind'), filter.kinds),
    ...amongAny(s, eb.ref('q.manner'), filter.manners),
    ...dated(eb.ref('q.published_at'), filter.published),
    ...(filter.attributed == null ? [] : [eb('q.speaker_id', filter.attributed ? 'is not' : 'is', null)]),
    ...(filter.exceptBest ? [eb.not(isBest())] : []),
    ...wordsIn(eb.ref('q.folded'), filter.text),
  ];
}

/** On quotes `q`: the best rendering of its statement. */
function isBest(): Expression<SqlBool> {
  const eb = expressionBuilder<Tables & { q: QuotesTable }, 'q'>();
  return eb.exists(eb.selectFrom('statements as t').select('t.id').whereRef('t.id', '=', 'q.statement_id').whereRef('t.best_quote_id', '=', 'q.id'));
}

/** On speakers `p`. */
export function speakerConditions(s: Session, filter: SpeakerFilter): Conditions {
  const eb = expressionBuilder<Tables & { p: SpeakersTable }, 'p'>();
  const words = wordsIn(sql.ref<string>('f.folded'), filter.name);
  const sources = amongAny(s, sql.ref('q.source_id'), filter.sources);
  return [
    ...amongAny(s, eb.ref('p.type'), filter.types),
    ...(words.length === 0 ? [] : [eb.exists(eb.selectFrom('speaker_forms as f').select('f.form').whereRef('f.speaker_id', '=', 'p.id').where((x) => x.and(words)))]),
    ...(sources.length === 0 ? [] : [eb.or([
      eb.exists(eb.selectFrom('quotes as q').select('q.id').whereRef('q.speaker_id', '=', 'p.id').where('q.statement_id', 'is not', null).where((x) => x.and(sources))),
      eb.exists(eb.selectFrom('joint_speakers as j').innerJoin('quotes as q', 'q.id', 'j.quote_id').select('q.id').whereRef('j.speaker_id', '=', 'p.id')
        .where('q.speaker_set', '=', 0).where('q.statement_id', 'is not', null).where((x) => x.and(sources))),
    ])]),
  ];
}
