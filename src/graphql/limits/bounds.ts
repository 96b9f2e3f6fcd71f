/** What one request may ask for. docs/graphql.md explains each; ordinary queries stay far below all of them. */

/** Lexical tokens of the request text. The standard introspection query has about 400. */
export const MAX_TOKENS = 10_000;
/**
 * Levels of nested fields. A connection read through `edges` takes three: from a speaker over statements, renderings, sources
 * and overlaps to the names of other sources are 16.
 */
export const MAX_DEPTH = 20;
/** Mistakes that a refused request is told of. */
export const MAX_VALIDATION_ERRORS = 20;
/** Levels of nested fields under `__schema` and `__type`. The deepest introspection in use has about 15. */
export const MAX_INTROSPECTION_DEPTH = 25;
/** Lists that describe types (fields, inputFields, interfaces, possibleTypes) within each other; graphql's own bound, which cannot be set. */
export const MAX_INTROSPECTION_LISTS = 2;
/** Fields, fragments spread out. */
export const MAX_FIELDS = 1_500;
/** Fields with another name given to them. */
export const MAX_ALIASES = 200;
/** Fields at the root of an operation. */
export const MAX_ROOT_FIELDS = 100;
/** Directives in an operation, fragments spread out. */
export const MAX_DIRECTIVES = 100;
/** The same field in one selection, fragments spread out. Components that bring a fragment each repeat `id` now and then. */
export const MAX_REPEATS = 40;
/** Objects that the answer could hold at most, see `cost.ts`. 100 articles with 100 quotes each and their speakers are 20,302. */
export const MAX_COST = 25_000;
/** Ids in one list of a filter. Meilisearch's time grows with their square: 10,000 keep it busy for longer than we wait. */
export const MAX_FILTER_IDS = 1_000;
/** UTF-16 units of a text that `extractQuotes` reads: a long-read has some 50,000. A million of news take a second. */
export const MAX_EXTRACTION_UNITS = 1_000_000;
/** Quotes of it that are answered. */
export const MAX_EXTRACTED_QUOTES = 1_000;
/** Megabytes of UTF-8 that the texts of one answer may have: five of the longest bodies. */
export const MAX_ANSWER_MB = 50;
/** Megabytes of bodies that one request may have read, for excerpts and passages too; each article counts once. */
export const MAX_LOADED_MB = 50;
