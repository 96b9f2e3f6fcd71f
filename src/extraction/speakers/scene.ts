/** What resolving a mention looks at. */
import type { Document } from '../document.js';
import type { Cast, Figure } from './cluster.js';
import type { Occurrence } from './occurrences.js';
import type { Role } from './roles.js';

/** The cast with what resolution looks up in it. */
export interface Scene {
  readonly doc: Document;
  readonly occurrences: readonly Occurrence[];
  readonly cast: Cast;
  readonly rolesOf: ReadonlyMap<Figure, readonly Role[]>;
}

/** Who was quoted last, and in which sentence. */
export type LastSpeaker = { readonly figure: Figure; readonly sentence: number } | null;
