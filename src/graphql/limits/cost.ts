/**
 * How much an operation could ask for: the number of objects that its answer could hold at most, page sizes multiplied
 * along the path, plus a price for what is dear to compute. Page sizes are read from the arguments, variables included.
 */
import { getNamedType, isCompositeType, isListType, isNonNullType, isUnionType, Kind } from 'graphql';
import type {
  FieldNode, FragmentDefinitionNode, GraphQLCompositeType, GraphQLField, GraphQLOutputType, GraphQLSchema, DocumentNode, OperationDefinitionNode, SelectionSetNode, ValueNode,
} from 'graphql';
import { MAX_MATRIX_SOURCES } from '../../app/source-matrix.js';
import { DEFAULT_PAGE, MAX_PAGE } from '../../domain/paging.js';
import { MAX_EXTRACTED_QUOTES, MAX_EXTRACTION_UNITS } from './bounds.js';

/** Objects' worth of work, beyond the objects themselves. Weighed by what they read: a search reads an index, a body is long. */
const PRICES: Readonly<Record<string, number>> = {
  'Query.search': 50,
  'Query.suggest': 50,
  'Query.findRenderings': 100,
  'Query.extractQuotes': 100,
  'Query.compareQuotes': 20,
  'Query.sourceMatrix': 200,
  'Query.sourceClusters': 200,
  'SyndicationLink.overlap': 5,
  'Statement.echoes': 100,
  'RenderingComparison.differences': 5,
  'Rendering.reasons': 5,
  'Story.blindSpots': 5,
  'Article.body': 5,
  'Article.wireCredit': 5,
  'Article.copiedFrom': 10,
  'ArticleOverlap.likelyOrigin': 10,
  'Source.originality': 20,
  'Quote.excerpt': 2,
  'ReusedPassage.text': 2,
};

/** Plain lists have no page size; these are lengths that are seldom passed. All others count as PLAIN_LIST_LENGTH. */
const LIST_LENGTHS: Readonly<Record<string, number>> = {
  'Quote.content': 1,
  'Quote.cue': 1,
  'Quote.speakers': 1,
  'Mention.spans': 1,
  'DifferenceSide.spans': 1,
  'Article.boilerplate': 5,
  'Highlight.spans': 3,
  'ExtractedQuote.content': 1,
  'ExtractedQuote.cue': 1,
  'ExtractedQuote.speakers': 1,
  'Facet.values': 20,
  'SourceCluster.members': 10,
  'SourceCluster.links': 10,
  'IngestResult.userErrors': 1,
};
const PLAIN_LIST_LENGTH = 5;
/** UTF-16 units that `extractQuotes` reads in the time that a record takes: the longest text it takes has most of a request's budget. */
const UNITS_PER_RECORD = 60;
/** UTF-16 units of news in which a quote stands. */
const UNITS_PER_QUOTE = 200;
/** `suggest` without `first`, of each section. */
const DEFAULT_SUGGESTIONS = 5;
/** Types that are no connections and whose lists are as long as the field that they stand under says. */
const PAGED_TYPES: ReadonlySet<string> = new Set(['Suggestions', 'IngestArticlesPayload', 'SourceMatrix', 'SourceMatrixRow']);

type Variables = Readonly<Record<string, unknown>>;

/** @param variables as the client sent them, not yet checked: what is no sensible number counts as a whole page */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const defaults = new Map(operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]));
  // By fragment and the size of the page that it is spread in, so that fragments which spread each other stay cheap to price.
  const known = new Map<string, number>();

  /** The value as far as it is a number or a list: a list is its length, what was not given is undefined. */
  const sizeOf = (value: ValueNode | undefined): number | undefined => {
    if (value === undefined || value.kind === Kind.NULL) return undefined;
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind === Kind.LIST) return value.values.length;
    if (value.kind !== Kind.VARIABLE) return MAX_PAGE;
    const given = variables[value.name.value];
    if (given === undefined) return sizeOf(defaults.get(value.name.value));
    if (given === null) return undefined;
    if (Array.isArray(given)) return given.length;
    return typeof given === 'number' && Number.isFinite(given) ? given : MAX_PAGE;
  };

  const argument = (field: FieldNode, name: string): number | undefined => sizeOf(field.arguments?.find((given) => given.name.value === name)?.value);

  /** UTF-16 units. What is longer than is read is refused without being read. */
  const textLength = (field: FieldNode, name: string): number => {
    const value = field.arguments?.find((given) => given.name.value === name)?.value;
    const given = value?.kind === Kind.VARIABLE ? (variables[value.name.value] ?? literal(defaults.get(value.name.value))) : literal(value);
    return typeof given === 'string' ? Math.min(given.length, MAX_EXTRACTION_UNITS) : 0;
  };

  const pageSize = (field: FieldNode): number => bounded(argument(field, 'last') ?? argument(field, 'first') ?? DEFAULT_PAGE);

  const ofField = (field: FieldNode, parent: GraphQLCompositeType, page: number): number => {
    const definition = fieldOf(parent, field.name.value);
    if (!definition) return 0;
    const place = `${parent.name}.${definition.name}`;
    const type = getNamedType(definition.type);
    const price = (PRICES[place] ?? 0) + (place === 'Query.extractQuotes' ? textLength(field, 'text') / UNITS_PER_RECORD : 0);
    if (!isCompositeType(type) || !field.selectionSet) return price;
    const isConnection = type.name.endsWith('Connection');
    const innerPage =
      isConnection ? pageSize(field)
      : type.name === 'Suggestions' ? bounded(argument(field, 'first') ?? DEFAULT_SUGGESTIONS)
      : type.name === 'SourceMatrix' ? Math.min(bounded(argument(field, 'first') ?? (argument(field, 'sourceIds') || DEFAULT_PAGE)), MAX_MATRIX_SOURCES)
      // What an ingest answers is as long as what it was given.
      : type.name === 'IngestArticlesPayload' ? (argument(field, 'articles') ?? 1)
      : page;
    const times = isList(definition.type) ? lengthOf(field, place, parent, page) : 1;
    // A connection and its pageInfo are wrapping, not records.
    const self = isConnection || type.name === 'PageInfo' ? 0 : 1;
    return price + times * (self + ofSelections(field.selectionSet, type, innerPage));
  };

  const lengthOf = (field: FieldNode, place: string, parent: GraphQLCompositeType, page: number): number => {
    const name = field.name.value;
    if (parent.name.endsWith('Connection') && (name === 'nodes' || name === 'edges')) return page;
    if (PAGED_TYPES.has(parent.name)) return page;
    if (place === 'Query.extractQuotes') return Math.min(MAX_EXTRACTED_QUOTES, Math.ceil(textLength(field, 'text') / UNITS_PER_QUOTE));
    if (place === 'Query.nodes') return bounded(argument(field, 'ids') ?? 0);
    return LIST_LENGTHS[place] ?? PLAIN_LIST_LENGTH;
  };

  const ofSelections = (selectionSet: SelectionSetNode, type: GraphQLCompositeType, page: number): number =>
    selectionSet.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + ofField(selection, type, page);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + ofFragment(selection.name.value, page);
      return sum + ofSelections(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? type, page);
    }, 0);

  const ofFragment = (name: string, page: number): number => {
    const fragment = fragments.get(name);
    const type = typeNamed(fragment?.typeCondition.name.value);
    if (!fragment || !type) return 0;
    const key = `${name} ${page}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, 0);
    const cost = ofSelections(fragment.selectionSet, type, page);
    known.set(key, cost);
    return cost;
  };

  const typeNamed = (name: string | undefined): GraphQLCompositeType | undefined => {
    const type = name === undefined ? undefined : schema.getType(name);
    return type && isCompositeType(type) ? type : undefined;
  };

  const root = schema.getRootType(operation.operation);
  return root ? ofSelections(operation.selectionSet, root, DEFAULT_PAGE) : 0;
}

const bounded = (size: number): number => Math.min(Math.max(size, 0), MAX_PAGE);

const literal = (value: ValueNode | undefined): string | undefined => (value?.kind === Kind.STRING ? value.value : undefined);

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** What describes the schema, and `__typename`, is free: introspection is bounded by its depth. */
function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name.startsWith('__') || isUnionType(parent)) return undefined;
  return parent.getFields()[name];
}
