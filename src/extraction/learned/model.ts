/**
 * The learned model as bytes and as numbers. Three linear models over hashed features:
 *
 *   cue      one weight a bucket            is this item the anchor of a cue?
 *   role     LABELS weights a bucket        what is this item to that cue? with weights for pairs of neighbouring labels
 *   accept   one weight a bucket            is the quote that the two make right?
 *
 * and the classes of words that their features use.
 *
 *   bytes:   "ORQM" | format, 4 bytes little-endian | length of the header, 4 bytes | header, JSON | weights, one signed byte each | classes
 */
import { classBytes, formatClasses, parseClasses } from './classes.js';
import type { WordClasses } from './classes.js';
import { FEATURES_VERSION } from './features.js';
import { LABELS } from './labels.js';

/** Bytes that are no model of this version. */
export class ModelError extends Error {
  readonly code = 'INVALID_MODEL';
}

/** Weights of one linear model: `rows` numbers in each of 2^bits buckets; a weight is its byte times `scale`. */
export interface Weights {
  readonly bits: number;
  readonly rows: number;
  readonly scale: number;
  readonly bytes: Int8Array;
}

export interface QuoteModel {
  readonly name: string;
  /** Counted up with each training that was committed. */
  readonly version: number;
  readonly cue: Weights;
  readonly role: Weights;
  /** By class of item, then label before, then label. */
  readonly transition: Weights;
  readonly accept: Weights;
  readonly classes: WordClasses;
  /** Chance from which a cue is looked at. */
  readonly leastCue: number;
  /** Chance from which a quote is given. */
  readonly leastQuote: number;
}

export const FORMAT = 1;
const MAGIC = 'ORQM';
const PARTS = ['cue', 'role', 'transition', 'accept'] as const;
/** Classes of items that transitions tell apart, as a power of two. */
export const TRANSITION_BITS = 6;
const ROWS: Readonly<Record<(typeof PARTS)[number], number>> = { cue: 1, role: LABELS, transition: LABELS * LABELS, accept: 1 };
const LARGEST_BITS = 22;

interface Header {
  readonly name: string;
  readonly version: number;
  readonly features: number;
  readonly leastCue: number;
  readonly leastQuote: number;
  /** Words with a class. */
  readonly classes: number;
  readonly parts: Readonly<Record<(typeof PARTS)[number], { readonly bits: number; readonly scale: number }>>;
}

/** @throws ModelError where the bytes are no model, are cut short, or were trained for another version of the engine */
export function parseModel(bytes: Uint8Array): QuoteModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC) throw new ModelError('The bytes are no OnRecord model. Hand in the file models/quotes.en.bin as it is.');
  const format = view.getUint32(4, true);
  if (format !== FORMAT) throw new ModelError(`The model has format ${format}, this engine reads ${FORMAT}. Use the model that came with the engine.`);
  const start = 12 + view.getUint32(8, true);
  const header = headerOf(bytes.subarray(12, Math.min(start, bytes.length)));
  if (header.features !== FEATURES_VERSION) throw new ModelError(`The model was trained for features ${header.features}, this engine has ${FEATURES_VERSION}. Use the model that came with the engine, or train one (npm run train).`);
  let at = start;
  const weights = (part: (typeof PARTS)[number]): Weights => {
    const { bits, scale } = header.parts[part];
    const length = ROWS[part] * 2 ** bits;
    if (at + length > bytes.length) throw new ModelError('The model is cut short. Fetch it again.');
    const found = { bits, rows: ROWS[part], scale, bytes: new Int8Array(bytes.buffer, bytes.byteOffset + at, length) };
    at += length;
    return found;
  };
  const [cue, role, transition, accept] = PARTS.map(weights);
  if (at + classBytes(header.classes) !== bytes.length) throw new ModelError('The model is cut short. Fetch it again.');
  const classes = parseClasses(bytes.subarray(at));
  return { name: header.name, version: header.version, cue, role, transition, accept, classes, leastCue: header.leastCue, leastQuote: header.leastQuote };
}

function headerOf(bytes: Uint8Array): Header {
  try {
    const header = JSON.parse(new TextDecoder().decode(bytes)) as Header;
    const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
    const whole = isNumber(header.version) && isNumber(header.features) && isNumber(header.leastCue) && isNumber(header.leastQuote) && Number.isInteger(header.classes) && header.classes >= 0 && typeof header.name === 'string';
    if (whole && PARTS.every((part) => isNumber(header.parts[part].scale) && Number.isInteger(header.parts[part].bits) && header.parts[part].bits >= 0 && header.parts[part].bits <= LARGEST_BITS)) return header;
  } catch {
    // falls through to the error below
  }
  throw new ModelError('The header of the model cannot be read. Fetch it again.');
}

/** The bytes of a model, as parseModel reads them. */
export function formatModel(model: QuoteModel): Uint8Array {
  const parts = Object.fromEntries(PARTS.map((part) => [part, { bits: model[part].bits, scale: model[part].scale }]));
  const { name, version, leastCue, leastQuote } = model;
  const header = new TextEncoder().encode(JSON.stringify({ name, version, features: FEATURES_VERSION, leastCue, leastQuote, classes: model.classes.hashes.length, parts }));
  const classes = formatClasses(model.classes);
  const bytes = new Uint8Array(12 + header.length + PARTS.reduce((sum, part) => sum + model[part].bytes.length, classes.length));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 4; i++) bytes[i] = MAGIC.charCodeAt(i);
  view.setUint32(4, FORMAT, true);
  view.setUint32(8, header.length, true);
  bytes.set(header, 12);
  let at = 12 + header.length;
  for (const part of PARTS) {
    bytes.set(new Uint8Array(model[part].bytes.buffer, model[part].bytes.byteOffset, model[part].bytes.length), at);
    at += model[part].bytes.length;
  }
  bytes.set(classes, at);
  return bytes;
}
