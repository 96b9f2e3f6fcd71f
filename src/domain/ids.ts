/**
 * The ids that clients see. They are opaque; inside, a prefix names the type and decimal digits the store's number, so
 * that one look tells in a log what is meant. An overlap is the pair of its articles, from the side of the first.
 */
import { OnRecordError } from './errors.js';
import type { RecordType } from './records.js';

const PREFIX: Record<RecordType, string> = { SOURCE: 'src', ARTICLE: 'art', QUOTE: 'quo', SPEAKER: 'spk', STATEMENT: 'sta', STORY: 'sto' };
const TYPE_OF = new Map(Object.entries(PREFIX).map(([type, prefix]) => [prefix, type as RecordType]));
const RECORD_ID = /^(src|art|quo|spk|sta|sto)_([1-9]\d{0,14})$/;
const OVERLAP_ID = /^ovl_([1-9]\d{0,14})_([1-9]\d{0,14})$/;

export type ParsedId =
  | { readonly type: RecordType; readonly id: number }
  | { readonly type: 'OVERLAP'; readonly aId: number; readonly bId: number };

export const encodeId = (type: RecordType, id: number): string => `${PREFIX[type]}_${id}`;

export const encodeOverlapId = (aId: number, bId: number): string => `ovl_${aId}_${bId}`;

/** @throws OnRecordError INVALID_ID where the text is not an id of any type. */
export function parseId(text: string): ParsedId {
  const record = RECORD_ID.exec(text);
  if (record) return { type: TYPE_OF.get(record[1])!, id: Number(record[2]) };
  const overlap = OVERLAP_ID.exec(text);
  if (overlap) return { type: 'OVERLAP', aId: Number(overlap[1]), bId: Number(overlap[2]) };
  throw new OnRecordError('INVALID_ID', `"${text.slice(0, 60)}" is not an id. Use an id that the API gave you.`);
}

/**
 * The store's number behind an id of the wanted type; null where it is an id of another type.
 * @throws OnRecordError INVALID_ID where the text is not an id of any type.
 */
export function idOf(type: RecordType, text: string): number | null {
  const parsed = parseId(text);
  return parsed.type === type ? parsed.id : null;
}
