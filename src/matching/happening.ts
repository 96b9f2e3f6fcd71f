/** Are two articles about one happening? Then the same speaker's words on the same day are sooner one utterance. */
import type { AboutTerm } from './types.js';

const weights = new WeakMap<readonly AboutTerm[], { readonly byKey: ReadonlyMap<number, number>; readonly length: number }>();

function weightsOf(terms: readonly AboutTerm[]) {
  const known = weights.get(terms);
  if (known) return known;
  const made = { byKey: new Map(terms.map(({ key, weight }) => [key, weight])), length: Math.sqrt(terms.reduce((sum, { weight }) => sum + weight * weight, 0)) };
  weights.set(terms, made);
  return made;
}

/** Cosine of what the two are about, 0..1; 0 where nothing is known of one. */
export function aboutLikeness(a: readonly AboutTerm[], b: readonly AboutTerm[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [one, other] = [weightsOf(a), weightsOf(b)];
  let shared = 0;
  for (const { key, weight } of a) shared += weight * (other.byKey.get(key) ?? 0);
  return shared / (one.length * other.length);
}
