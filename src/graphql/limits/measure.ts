/**
 * Measures an operation by its text alone, before the schema is looked at: how deep it nests and how much it repeats.
 * Each fragment is measured once, from the bottom up, so that fragments that spread each other many times over cost no
 * more to measure than to read. A fragment that spreads itself counts as nothing within itself; validation refuses it.
 */
import { Kind } from 'graphql';
import type { DocumentNode, FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

export interface Measure {
  /** Levels of nested fields; what describes the schema (`__schema`, `__type`) is measured apart. */
  readonly depth: number;
  readonly introspectionDepth: number;
  /** Fields, fragments spread out. */
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /**
   * The most often that one name stands in one selection, fragments spread out: validation compares each such field with
   * every other of them.
   */
  readonly repeats: number;
}

/** With how often each name stands at the top of the selection. */
interface SelectionMeasure extends Measure {
  readonly names: ReadonlyMap<string, number>;
}

const NOTHING: SelectionMeasure = { depth: 0, introspectionDepth: 0, fields: 0, aliases: 0, directives: 0, repeats: 0, names: new Map() };

/** Selections nested deeper than this in one definition are not followed: they are too deep by far, and the stack is finite. */
const MAX_FOLLOWED_LEVELS = 500;

/** @returns the measure of the most demanding operation, and the most fields at any operation's root */
export function measureDocument(document: DocumentNode): Measure & { readonly rootFields: number } {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, SelectionMeasure>();

  const ofFragment = (name: string): SelectionMeasure => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    measured.set(name, NOTHING);
    const measure = ofSelections(fragment.selectionSet, 0);
    measured.set(name, measure);
    return measure;
  };

  const ofField = (field: FieldNode, level: number): SelectionMeasure => {
    const inner = field.selectionSet ? ofSelections(field.selectionSet, level + 1) : NOTHING;
    const describesSchema = field.name.value === '__schema' || field.name.value === '__type';
    return {
      ...inner,
      depth: describesSchema ? 1 : inner.depth + 1,
      introspectionDepth: describesSchema ? Math.max(inner.introspectionDepth, inner.depth + 1) : inner.introspectionDepth,
      fields: inner.fields + 1,
      aliases: inner.aliases + Number(field.alias !== undefined),
      names: new Map([[(field.alias ?? field.name).value, 1]]),
    };
  };

  const ofSelections = (selectionSet: SelectionSetNode, level: number): SelectionMeasure => {
    if (level > MAX_FOLLOWED_LEVELS) return { ...NOTHING, depth: MAX_FOLLOWED_LEVELS };
    let sum = NOTHING;
    const names = new Map<string, number>();
    for (const selection of selectionSet.selections) {
      const inner =
        selection.kind === Kind.FIELD ? ofField(selection, level)
        : selection.kind === Kind.INLINE_FRAGMENT ? ofSelections(selection.selectionSet, level + 1)
        : ofFragment(selection.name.value);
      for (const [name, count] of inner.names) names.set(name, (names.get(name) ?? 0) + count);
      sum = {
        depth: Math.max(sum.depth, inner.depth),
        introspectionDepth: Math.max(sum.introspectionDepth, inner.introspectionDepth),
        fields: sum.fields + inner.fields,
        aliases: sum.aliases + inner.aliases,
        directives: sum.directives + inner.directives + (selection.directives?.length ?? 0),
        repeats: Math.max(sum.repeats, inner.repeats),
        names,
      };
    }
    let { repeats } = sum;
    for (const count of names.values()) repeats = Math.max(repeats, count);
    return { ...sum, repeats };
  };

  let most: Measure & { readonly rootFields: number } = { depth: 0, introspectionDepth: 0, fields: 0, aliases: 0, directives: 0, repeats: 0, rootFields: 0 };
  for (const definition of document.definitions) {
    // A fragment that no operation spreads is still read and validated.
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const measure = ofSelections(definition.selectionSet, 0);
    const variableDirectives = (definition.variableDefinitions ?? []).reduce((sum, variable) => sum + (variable.directives?.length ?? 0), 0);
    most = {
      depth: Math.max(most.depth, measure.depth),
      introspectionDepth: Math.max(most.introspectionDepth, measure.introspectionDepth),
      fields: Math.max(most.fields, measure.fields),
      aliases: Math.max(most.aliases, measure.aliases),
      directives: Math.max(most.directives, measure.directives + variableDirectives + (definition.directives?.length ?? 0)),
      repeats: Math.max(most.repeats, measure.repeats),
      rootFields: definition.kind === Kind.OPERATION_DEFINITION ? Math.max(most.rootFields, rootFieldsOf(definition.selectionSet)) : most.rootFields,
    };
  }
  return most;

  function rootFieldsOf(selectionSet: SelectionSetNode): number {
    return selectionSet.selections.length === 0 ? 0 : ofRoot(selectionSet, new Set(), 0);
  }

  /** Fields at the root, through fragments; each named fragment counts once, as it is executed once. */
  function ofRoot(selectionSet: SelectionSetNode, seen: Set<string>, level: number): number {
    if (level > MAX_FOLLOWED_LEVELS) return 0;
    return selectionSet.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + ofRoot(selection.selectionSet, seen, level + 1);
      const fragment = fragments.get(selection.name.value);
      if (!fragment || seen.has(selection.name.value)) return sum;
      seen.add(selection.name.value);
      return sum + ofRoot(fragment.selectionSet, seen, level + 1);
    }, 0);
  }
}
