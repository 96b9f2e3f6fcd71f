/** Features are hashes: a model holds no words, only weights by bucket (feature hashing, Weinberger et al. 2009). */

/** FNV-1a over UTF-16 code units. */
export function hashText(text: string, from = 0): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Two hashes as one; the order counts. Multiply and xorshift, as MurmurHash3 finishes. */
export const mix = (a: number, b: number): number => finish(start(a) ^ b);

const start = (a: number): number => Math.imul(a ^ 0x9e3779b9, 0x85ebca6b);

function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}

const seedOf = (template: number): number => Math.imul(template + 1, 0x27d4eb2f);

/** The value by which a template fills what it does not use. */
const UNUSED = 0;

/** Which values stand together in features: each template a number of its own and the places of at most three values. */
export class Templates {
  /** By template: the beginning of its hash. */
  readonly starts: Int32Array;
  /** Three by template. */
  readonly places: Uint8Array;

  /** Place UNUSED of the values is 0 for ever. */
  constructor(templates: readonly (readonly [template: number, a?: number, b?: number, c?: number])[]) {
    this.starts = Int32Array.from(templates, ([template]) => start(seedOf(template)));
    this.places = Uint8Array.from(templates.flatMap(([, a = UNUSED, b = UNUSED, c = UNUSED]) => [a, b, c]));
  }
}

/** Features of a decision, few enough for a list that never grows. */
const MOST_FEATURES = 1_024;

/** The features of one decision, made anew for each: `ids` up to `length` count. */
export class FeatureList {
  ids = new Int32Array(MOST_FEATURES);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** A feature of template `template`: that values `a`, `b`, `c` stand together. */
  add(template: number, a = 0, b = 0, c = 0): void {
    this.ids[this.length++] = mix(mix(mix(seedOf(template), a), b), c);
  }

  /** A feature of each template, as `add` makes them; a third of the time of a reading goes by here and where they are summed. */
  fill({ starts, places }: Templates, values: Int32Array): void {
    const { ids, length } = this;
    const count = starts.length;
    for (let i = 0, p = 0; i < count; i++, p += 3) ids[length + i] = mix(mix(finish(starts[i] ^ values[places[p]]), values[places[p + 1]]), values[places[p + 2]]);
    this.length = length + count;
  }
}
