/** Which speaker a name means: its key, and how far the type that an article gives sets speakers apart. */
import type { SpeakerType } from '../domain/records.js';
import { among, grouped } from './session.js';
import type { Session } from './session.js';

/** Of two types that equally many articles give, and of several speakers that might be meant, the first counts. */
export const TYPE_ORDER: readonly SpeakerType[] = ['PERSON', 'ORGANISATION', 'GROUP', 'DOCUMENT', 'UNKNOWN'];

interface KeyRow {
  readonly key: string;
  readonly type: SpeakerType;
  readonly speaker_id: number;
  readonly merged: 0 | 1;
}

export interface KeyedName {
  readonly key: string;
  readonly type: SpeakerType;
}

/** "Washington" is a person here and a government there; of a name of two words one of the types is a mistake. */
const tellsByItself = (key: string): boolean => key.includes(' ');
const isSameKind = (a: SpeakerType, b: SpeakerType): boolean => (a === 'PERSON') === (b === 'PERSON');

/** The speakers behind keys, as known so far and as they are made. */
export class KnownKeys {
  private constructor(private readonly rows: Map<string, KeyRow[]>) {}

  static async of(s: Session, names: readonly KeyedName[]): Promise<KnownKeys> {
    if (names.length === 0) return new KnownKeys(new Map());
    const rows = await s.db.selectFrom('speaker_keys').selectAll().where((eb) => among(s, eb.ref('key'), names.map((name) => name.key))).execute();
    return new KnownKeys(grouped(rows.sort((a, b) => TYPE_ORDER.indexOf(a.type) - TYPE_ORDER.indexOf(b.type)), (row) => row.key));
  }

  /**
   * 1. The same key and type.
   * 2. A key of several words means one speaker, whatever type an article gives it; so does one of unknown type.
   * 3. A key of one word means a person, or something that is none.
   * 4. Who is of unknown type so far may turn out to be either; where both are known, the person.
   */
  find({ key, type }: KeyedName): number | null {
    const rows = this.rows.get(key) ?? [];
    const same = rows.find((row) => row.type === type);
    if (same) return same.speaker_id;
    if (tellsByItself(key) || type === 'UNKNOWN') return rows[0]?.speaker_id ?? null;
    const kin = rows.find((row) => row.type !== 'UNKNOWN' && isSameKind(row.type, type));
    if (kin) return kin.speaker_id;
    const unknown = rows.find((row) => row.type === 'UNKNOWN');
    const isTaken = rows.some((row) => row.type !== 'UNKNOWN' && row.speaker_id === unknown?.speaker_id);
    return unknown && !isTaken ? unknown.speaker_id : null;
  }

  /**
   * A person of one word has come. Who is of unknown type under that word and went with what is no person goes with the
   * person, as if the person had been there first; unless somebody merged them.
   * @returns the speaker that they went with, or null
   */
  async claimUnknown(s: Session, { key, type }: KeyedName, speakerId: number): Promise<number | null> {
    const rows = this.rows.get(key) ?? [];
    const unknown = rows.find((row) => row.type === 'UNKNOWN');
    if (type !== 'PERSON' || tellsByItself(key) || !unknown || unknown.merged || unknown.speaker_id === speakerId) return null;
    await s.db.updateTable('speaker_keys').set({ speaker_id: speakerId }).where('key', '=', key).where('type', '=', 'UNKNOWN').execute();
    this.rows.set(key, rows.map((row) => (row === unknown ? { ...row, speaker_id: speakerId } : row)));
    return unknown.speaker_id;
  }

  /** Remembers under which key and type a speaker goes. */
  async learn(s: Session, { key, type }: KeyedName, speakerId: number): Promise<void> {
    const rows = this.rows.get(key) ?? [];
    if (rows.some((row) => row.type === type)) return;
    const row = { key, type, speaker_id: speakerId, merged: rows.find((known) => known.speaker_id === speakerId)?.merged ?? 0 };
    await s.db.insertInto('speaker_keys').values(row).execute();
    this.rows.set(key, [...rows, row].sort((a, b) => TYPE_ORDER.indexOf(a.type) - TYPE_ORDER.indexOf(b.type)));
  }
}
