/** Features are hashes: a model holds no words, only weights by bucket (feature hashing, Weinberger et al. 2009). */

/** FNV-1a over UTF-16 code units. */
export function hashText(text: string, from = 0): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Two hashes as one; the order counts. Multiply and xorshift, as MurmurHash3 finishes. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b;
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}

/** The features of one decision, made anew for each: `ids` up to `length` count. */
export class FeatureList {
  ids = new Int32Array(1024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** A feature of template `template`: that values `a`, `b`, `c` stand together. */
  add(template: number, a = 0, b = 0, c = 0): void {
    if (this.length === this.ids.length) {
      const more = new Int32Array(2 * this.ids.length);
      more.set(this.ids);
      this.ids = more;
    }
    this.ids[this.length++] = mix(mix(mix(Math.imul(template + 1, 0x27d4eb2f), a), b), c);
  }
}
