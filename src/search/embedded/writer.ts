/** Putting documents into a file of the index and taking them out. The caller opens and ends the transaction. */
import type Database from 'better-sqlite3';
import type { SearchDocument, SearchKey } from '../../domain/search-index.js';
import { fieldsOf, rankedWords, textsOf, weightOf } from './documents.js';
import type { IndexedFields, Texts } from './documents.js';
import { KINDS, MANNERS, TITLE_TABLE, TYPES, wordTable } from './schema.js';

/** Milliseconds since the epoch; null where there is no date or none that can be read. */
function dateNumber(date: string | null): number | null {
  const at = date === null ? NaN : Date.parse(date);
  return Number.isNaN(at) ? null : at;
}

export class IndexWriter {
  private readonly statements;
  /** How much the count of each word changes; written at the end of a batch, once a word. */
  private counts = new Map<string, number>();

  constructor(db: Database.Database) {
    const perType = <T>(make: (table: string) => T): T[] => TYPES.map((type) => make(wordTable(type)));
    this.statements = {
      find: db.prepare<[number, number], number>('SELECT doc FROM fact WHERE type = ? AND record = ?').pluck(),
      texts: db.prepare<[number], string>('SELECT texts FROM doc WHERE doc = ?').pluck(),
      addFact: db.prepare('INSERT INTO fact (type, record, date, speaker, source, kind, manner, article, statement) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
      addDoc: db.prepare('INSERT INTO doc (doc, record, date, weight, head, main, side, texts) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
      addWords: perType((table) => db.prepare(`INSERT INTO ${table} (rowid, head, main, side) VALUES (?, ?, ?, ?)`)),
      addTitle: db.prepare(`INSERT INTO ${TITLE_TABLE} (rowid, head) VALUES (?, ?)`),
      dropTitle: db.prepare(`DELETE FROM ${TITLE_TABLE} WHERE rowid = ?`),
      dropFact: db.prepare('DELETE FROM fact WHERE doc = ?'),
      dropDoc: db.prepare('DELETE FROM doc WHERE doc = ?'),
      dropWords: perType((table) => db.prepare(`DELETE FROM ${table} WHERE rowid = ?`)),
      addGone: db.prepare('INSERT INTO gone (doc) VALUES (?)'),
      count: db.prepare('INSERT INTO word (word, count) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET count = count + excluded.count'),
      moveTo: db.prepare(`UPDATE meta SET value = ? WHERE key = 'position'`),
    };
  }

  setPosition(position: number): void {
    this.statements.moveTo.run(position);
  }

  /** Removes a document; one that is not there is no matter. */
  remove(key: SearchKey): void {
    const type = TYPES.indexOf(key.type);
    const doc = this.statements.find.get(type + 1, key.id);
    if (doc === undefined) return;
    const texts = JSON.parse(this.statements.texts.get(doc) ?? '[]') as Texts;
    this.addCounts(fieldsOf(key.type, texts), -1);
    this.statements.dropFact.run(doc);
    this.statements.dropDoc.run(doc);
    this.statements.addGone.run(doc);
    this.statements.dropWords[type].run(doc);
    if (key.type === 'ARTICLE') this.statements.dropTitle.run(doc);
  }

  /** Adds documents that the index does not hold. The rows of all come before the words of any: mixed, FTS5 flushes at every turn. */
  add(documents: readonly SearchDocument[]): void {
    const pending = documents.map((document) => {
      const type = TYPES.indexOf(document.type);
      const quote = document.type === 'QUOTE' ? document : null;
      const date = dateNumber(document.date);
      const doc = Number(this.statements.addFact.run(
        type + 1, document.id, date, quote?.speakerIds[0] ?? null, quote?.sourceIds[0] ?? null,
        quote ? KINDS.indexOf(quote.kinds[0]) + 1 : 0, quote ? MANNERS.indexOf(quote.manners[0]) + 1 : 0,
        quote?.articleId ?? null, quote?.statementId ?? null,
      ).lastInsertRowid);
      const texts = textsOf(document);
      const { head, main, side } = fieldsOf(document.type, texts);
      this.addCounts({ head, main, side }, 1);
      this.statements.addDoc.run(
        doc, document.id, date, weightOf(document), rankedWords(head), rankedWords(main), rankedWords(side), JSON.stringify(texts),
      );
      return { type, row: [doc, head.join(' '), main.join(' '), side.join(' ')] as const };
    });
    for (const { type, row } of pending) {
      this.statements.addWords[type].run(...row);
      if (TYPES[type] === 'ARTICLE') this.statements.addTitle.run(row[0], row[1]);
    }
  }

  /** Writes the counts gathered since the last time, in the order of the words. */
  flushCounts(): void {
    const words = [...this.counts].filter(([, change]) => change !== 0);
    words.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [word, change] of words) this.statements.count.run(word, change);
    this.forgetCounts();
  }

  /** For a batch that was undone. */
  forgetCounts(): void {
    this.counts = new Map();
  }

  private addCounts(fields: IndexedFields, change: 1 | -1): void {
    for (const words of [fields.head, fields.main, fields.side]) {
      for (const word of words) this.counts.set(word, (this.counts.get(word) ?? 0) + change);
    }
  }
}
