/** A validation rule that refuses requests by their shape: too deep, or too much repeated. */
import type { ASTVisitor, DocumentNode, ValidationContext } from 'graphql';
import { OnRecordError } from '../../domain/errors.js';
import { MAX_ALIASES, MAX_DEPTH, MAX_DIRECTIVES, MAX_FIELDS, MAX_INTROSPECTION_DEPTH, MAX_REPEATS, MAX_ROOT_FIELDS } from './bounds.js';
import { measureDocument } from './measure.js';
import { refusal } from './refusal.js';

/** What is wrong with the shape of a document; null where nothing is. */
export function shapeProblem(document: DocumentNode): OnRecordError | null {
  const measure = measureDocument(document);
  if (measure.depth > MAX_DEPTH) return new OnRecordError('QUERY_TOO_DEEP', `The query is nested too deep: at most ${MAX_DEPTH} levels are allowed. Ask for the inner records by their ids in a second query.`);
  if (measure.introspectionDepth > MAX_INTROSPECTION_DEPTH) return new OnRecordError('QUERY_TOO_DEEP', `The introspection is nested too deep: at most ${MAX_INTROSPECTION_DEPTH} levels are allowed.`);
  const limits: [what: string, count: number, limit: number][] = [
    ['fields at its root', measure.rootFields, MAX_ROOT_FIELDS],
    ['aliases', measure.aliases, MAX_ALIASES],
    ['directives', measure.directives, MAX_DIRECTIVES],
    ['repetitions of one field', measure.repeats, MAX_REPEATS],
    ['fields', measure.fields, MAX_FIELDS],
  ];
  const broken = limits.find(([, count, limit]) => count > limit);
  if (!broken) return null;
  const [what, , limit] = broken;
  return new OnRecordError('QUERY_TOO_COMPLEX', `The query has too many ${what}: at most ${limit} are allowed. Split it into several.`);
}

/**
 * Runs at the very start of validation. A request over a limit is not looked at any further: the other rules would take
 * time that grows with the square of what was sent, and would bury the answer under their own.
 */
export function ShapeRule(context: ValidationContext): ASTVisitor {
  return {
    Document: {
      enter(document) {
        const problem = shapeProblem(document);
        if (!problem) return;
        context.reportError(refusal(problem));
        // The one way to keep the other rules of the same pass from going on: nothing is left for them to visit.
        Object.assign(document, { definitions: [] });
      },
    },
  };
}
