/** The API's enums. Their values are the domain's own words; here each gets its description. */
import type { OriginReason as OriginReasonValue, WireCredit } from '../app/provenance.js';
import { registerEnumType } from 'type-graphql';
import type { DifferenceKind as DifferenceKindValue, UserErrorCode as UserErrorCodeValue } from '../app/types.js';
import type * as filters from '../domain/filters.js';
import type * as records from '../domain/records.js';

/** Registers an enum whose names and values are the same words. */
function describedEnum<V extends string>(name: string, description: string, values: Record<V, string>): Readonly<Record<V, V>> {
  const words = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as Record<V, V>;
  const valuesConfig = Object.fromEntries(Object.entries<string>(values).map(([value, text]) => [value, { description: text }]));
  registerEnumType<Record<V, V>>(words, { name, description, valuesConfig: valuesConfig as Record<V, { description: string }> });
  return words;
}

export const QuoteKind = describedEnum<records.QuoteKind>('QuoteKind', "Whose words the content is in.", {
  DIRECT: "The speaker's own words, all of them within quotation marks.",
  INDIRECT: "The speaker's meaning in the article's words.",
  MIXED: "The article's words with some of the speaker's within quotation marks.",
});

export const Manner = describedEnum<records.Manner>('Manner', 'How the content came from the speaker.', {
  SPEECH: 'It was said.',
  WRITING: 'It was written.',
  ATTITUDE: 'It is what the speaker believes, wants or plans, by the account of the article.',
});

export const SpeakerType = describedEnum<records.SpeakerType>('SpeakerType', 'What kind of thing speaks.', {
  PERSON: 'One person.',
  ORGANISATION: 'An organisation, or a place name that stands for one ("Moscow").',
  GROUP: 'Several people under one name ("Kremlin officials").',
  DOCUMENT: 'A text that states something ("the report").',
  UNKNOWN: 'The articles do not tell.',
});

export const UnattributedReason = describedEnum<records.UnattributedReason>('UnattributedReason', 'Why a quote has no speaker.', {
  NO_MENTION: 'No words of the text say who speaks.',
  UNNAMED: 'The text says who speaks but names nobody ("officials").',
  AMBIGUOUS: 'The words could mean several speakers; see the candidates.',
  LOW_CONFIDENCE: 'There is one likely speaker, but not likely enough; see the candidates.',
});

export const RenderingMatch = describedEnum<records.RenderingMatch>('RenderingMatch', 'How close one wording is to another.', {
  VERBATIM: 'Word for word.',
  NEAR_VERBATIM: 'Nearly word for word.',
  PARAPHRASE: 'The same meaning in other words.',
});

export const DifferenceKind = describedEnum<DifferenceKindValue>('DifferenceKind', 'In what a rendering differs from the best of its statement.', {
  NUMBER: 'Figures that cannot both be right, or a figure that one lacks.',
  HEDGE: 'A word that weakens ("may", "perhaps", "about 40"), which one lacks or puts otherwise.',
  INTENSIFIER: 'A word that strengthens ("obviously", "everything", "never"), which one lacks.',
  OMISSION: 'A sentence, a clause or a row of words without counterpart.',
  ATTRIBUTION: 'Another speaker, nobody named, or a reporting verb that says more than "said".',
  POLARITY: 'One denies what the other affirms.',
  NAME: 'Another name, or another date, in the same place.',
});

export const ArticleRelation = describedEnum<records.ArticleRelation>('ArticleRelation', 'How the texts of two articles relate, measured outside quotation marks and page noise.', {
  REPRINT: 'At least 70 % of both texts is the same passages.',
  PARTIAL_REPRINT: 'At least one paragraph is copied, but less than a reprint.',
  REWRITE: 'The same sentences in the same order, reworded.',
  COMMON_SOURCE: 'They share statements, but no paragraph is copied.',
  UNRELATED: 'Nothing of these.',
});

export const SearchType = describedEnum<filters.SearchType>('SearchType', 'What kinds of records a search looks for.', {
  ARTICLE: 'Articles, by title and text.',
  QUOTE: 'Quotes, by their words.',
  SPEAKER: 'Speakers, by name, alias and role.',
  STATEMENT: 'Statements, by any of their renderings.',
});

export const FacetName = describedEnum<filters.FacetName>('FacetName', 'What the results of a search can be counted by.', {
  TYPE: 'The kind of record.',
  SPEAKER: 'The speaker of the quotes.',
  SOURCE: 'The source that published them.',
  KIND: 'Direct, indirect or mixed.',
  MANNER: 'Said, written or held as an attitude.',
});

export const DateOrder = describedEnum<filters.DateOrder>('DateOrder', 'Order by date of publication. What has no date comes last in either.', {
  NEWEST: 'Latest first.',
  OLDEST: 'Earliest first.',
});

export const StatementOrder = describedEnum<filters.StatementOrder>('StatementOrder', 'Order of statements. What has no date comes last among dates.', {
  NEWEST: 'Latest appearance first.',
  OLDEST: 'Earliest appearance first.',
  MOST_SOURCES: 'Carried by the most sources first.',
});

export const StoryOrder = describedEnum<filters.StoryOrder>('StoryOrder', 'Order of stories. What has no date comes last among dates.', {
  NEWEST: 'Latest article first.',
  OLDEST: 'Earliest article first.',
  MOST_SOURCES: 'Told by the most sources first.',
  MOST_ARTICLES: 'Most articles first.',
});

export const SearchOrder = describedEnum<filters.SearchOrder>('SearchOrder', 'Order of search results.', {
  RELEVANCE: 'Best match first.',
  NEWEST: 'Latest first.',
  OLDEST: 'Earliest first.',
});

export const SourceOverlapOrder = describedEnum<filters.SourceOverlapOrder>('SourceOverlapOrder', 'Order of overlaps between sources.', {
  SHARED_STATEMENTS: 'Most shared statements first.',
  STATEMENT_JACCARD: 'Largest part of their statements in common first.',
  REUSED_WORDS: 'Most reused words first.',
  REPRINTS: 'Most reprints first.',
});

export const UserErrorCode = describedEnum<UserErrorCodeValue>('UserErrorCode', 'What is wrong with something that was given to a mutation.', {
  BLANK: 'It is needed and was left out or empty.',
  INVALID: 'It has a wrong form or value.',
  TOO_LONG: 'It is longer than allowed.',
  NOT_FOUND: 'No record has this id.',
  CONFLICT: 'It does not fit what is there already.',
  INTERNAL: 'Something went wrong on our side; the log says what.',
});

export const IngestStatus = describedEnum<'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED'>('IngestStatus', 'What became of an article that was handed in.', {
  CREATED: 'It is new.',
  UPDATED: 'It was known and has changed: a new revision was made.',
  UNCHANGED: 'It was known as it is.',
  REJECTED: 'It did not go in; the user errors say why.',
});

export const CreditExtent = describedEnum<WireCredit['extent']>('CreditExtent', 'How much of a text an agency is credited with.', {
  WHOLE: 'The text is the agency\'s.',
  PART: 'The agency gave a part of it, or helped.',
});

export const OriginReason = describedEnum<OriginReasonValue>('OriginReason', 'Why an article is the likely origin of text that another has too.', {
  WIRE_CREDIT: 'The other says that its text is from this outlet.',
  EARLIER: 'It was published earlier. A date without a time may be any time of that day.',
  AGENCY: 'It is signed with the name of its own outlet, as agencies sign what others print.',
  FULLER: 'Of two prints of one text it has more.',
});
