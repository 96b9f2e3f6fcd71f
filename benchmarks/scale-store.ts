/** Two ways for an article of the scale corpus into a store: as the use cases do it, timed, and in bulk, by the same rows written directly. */
import Database from 'better-sqlite3';
import { measureReuse } from '../src/app/reuse.js';
import { reuseText } from '../src/app/reuse-text.js';
import { contentKey } from '../src/app/reading.js';
import { placeQuotes, settleStatements } from '../src/app/statements.js';
import type { QuoteFields, SpeakerSighting, Store, WriteStore } from '../src/domain/write-store.js';
import { writeCandidates, writeMention, writeMentions, writeSpans } from '../src/store/json.js';
import { dayOf, NOBODY } from '../src/store/quote-keys.js';
import { DATABASE_FILE } from '../src/store/sqlite.js';
import { fold, foldedLine } from '../src/text/fold.js';
import { identityKey } from '../src/text/names.js';
import { join } from 'node:path';
import type { ScaleArticle, ScaleCorpus, ScaleQuote } from './scale-corpus.js';

const TITLE = 'News of the day';
const CONFIDENCE = 0.9;

function fieldsOf(quote: ScaleQuote, speakerId: number | null): QuoteFields {
  const span = { start: quote.start, end: quote.end };
  const mention = { text: 'they', spans: [{ start: quote.end, end: quote.end + 4 }] };
  return {
    kind: quote.kind, manner: 'SPEECH', text: quote.text, content: [span], cue: [{ start: quote.end + 5, end: quote.end + 9 }], mention,
    speakerId, jointSpeakerIds: [], attribution: { confidence: CONFIDENCE, reason: speakerId === null ? 'UNNAMED' : null, evidence: [mention], candidates: [] },
    confidence: CONFIDENCE, contentKey: contentKey(quote.text), matchKeys: quote.keys,
  };
}

/** Speakers of an article, each once, with how often it names them. */
function namedIn({ quotes }: ScaleArticle): Map<number, number> {
  const named = new Map<number, number>();
  for (const { speaker } of quotes) if (speaker !== null) named.set(speaker, (named.get(speaker) ?? 0) + 1);
  return named;
}

/** Milliseconds of processor time of this process, and of the clock. */
export interface Spent {
  readonly cpu: number;
  readonly wall: number;
}

export interface ArrivalTimes {
  /** Which statements its quotes render. */
  matching: Spent;
  /** What its text shares with others. */
  reuse: Spent;
  /** Storing it, its speakers, quotes, keys and fingerprints: plain inserts. */
  inserts: Spent;
  /** The commit, which waits for the disk. */
  commit: Spent;
}

const now = (): Spent => {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1000, wall: performance.now() };
};
const since = (from: Spent): Spent => {
  const to = now();
  return { cpu: to.cpu - from.cpu, wall: to.wall - from.wall };
};
const plus = (a: Spent, b: Spent): Spent => ({ cpu: a.cpu + b.cpu, wall: a.wall + b.wall });
const minus = (a: Spent, b: Spent): Spent => ({ cpu: a.cpu - b.cpu, wall: a.wall - b.wall });

/** Takes an article in by the store's port and the use cases that follow extraction. */
export async function arrive(store: Store, corpus: ScaleCorpus, article: ScaleArticle): Promise<ArrivalTimes> {
  const began = now();
  let matching: Spent = { cpu: 0, wall: 0 };
  let [reuse, storing, ended]: [Spent, Spent, Spent] = [matching, matching, began];
  await store.write(async (tx) => {
    const sourceId = await tx.ensureSource(corpus.sourceName(article.source), null);
    const articleId = await tx.insertArticle({
      sourceId, publisherId: null, url: null, title: TITLE, byline: null, language: null, publishedAt: article.publishedAt,
      body: article.body, bodyHash: article.bodyHash, boilerplate: [],
    });
    const named = [...namedIn(article)];
    const sightings = named.map(([speaker, count]): SpeakerSighting => {
      const name = corpus.speakerName(speaker);
      return { key: identityKey(name), type: 'PERSON', name, forms: [{ form: name, count }], roles: [] };
    });
    const ids = new Map((await tx.replaceSightings(articleId, sightings)).map((id, i) => [named[i][0], id]));
    const quotes: { id: number; matchKeys: readonly number[] }[] = [];
    for (const quote of article.quotes) {
      const fields = fieldsOf(quote, quote.speaker === null ? null : ids.get(quote.speaker)!);
      quotes.push({ id: await tx.insertQuote(articleId, fields), matchKeys: quote.keys });
    }
    let from = now();
    const { changed } = await placeQuotes(tx, articleId, quotes, article.body);
    await settleStatements(tx, changed);
    matching = since(from);

    await tx.refreshSpeakers([...ids.values()]);
    let fingerprints: Spent = { cpu: 0, wall: 0 };
    const timed: WriteStore = { ...tx, replaceFingerprints: async (id, hashes) => {
      const start = now();
      await tx.replaceFingerprints(id, hashes);
      fingerprints = since(start);
    } };
    from = now();
    await measureReuse(timed, articleId, sourceId, { bodyHash: article.bodyHash, body: article.body, boilerplate: [], text: reuseText(article.body, []), hashes: article.hashes });
    reuse = minus(since(from), fingerprints);
    storing = minus(minus(since(began), matching), reuse);
    ended = now();
  });
  return { matching, reuse, inserts: storing, commit: since(ended) };
}

export const sumOf = (times: readonly ArrivalTimes[], part: keyof ArrivalTimes): Spent => times.reduce((sum, one) => plus(sum, one[part]), { cpu: 0, wall: 0 });

interface Known {
  readonly statement: number;
  readonly quotes: number[];
  readonly sources: Set<number>;
  readonly articles: Set<number>;
  lastArticle: number;
}

/** Articles whose keys and fingerprints are written at once, sorted: one by one they would rewrite the index again and again. */
const CHUNK_ARTICLES = 10_000;
/** Articles after which an utterance is not heard any more. */
const FORGOTTEN_ARTICLES = 5_000;
/** Low bits of a packed number that hold which row of the chunk it is. */
const ROW_BITS = 2 ** 18;

/** Writes articles without the use cases; statements are the true ones. */
export class BulkLoader {
  private readonly db: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private readonly speakers = new Map<number, number>();
  private readonly sources = new Map<number, number>();
  private readonly utterances = new Map<number, Known>();
  private readonly articleOf = new Map<number, number>();
  private keys: number[] = [];
  private hashes: number[] = [];
  private held = 0;
  private firstQuote = 0;
  private firstArticle = 0;

  constructor(folder: string, private readonly corpus: ScaleCorpus) {
    this.db = new Database(join(folder, DATABASE_FILE));
    for (const pragma of ['foreign_keys = OFF', 'journal_mode = DELETE', 'journal_mode = OFF', 'synchronous = OFF', 'cache_size = -500000', 'temp_store = MEMORY']) this.db.pragma(pragma);
    // What came in by the use cases meanwhile.
    for (const { id, name } of this.db.prepare('select id, name from speakers').all() as { id: number; name: string }[]) this.byName.set(name, id);
    for (const { id, name } of this.db.prepare('select id, name from sources').all() as { id: number; name: string }[]) this.sourceByName.set(name, id);
    this.db.exec('begin');
  }

  private readonly byName = new Map<string, number>();
  private readonly sourceByName = new Map<string, number>();

  private run(sql: string, ...values: unknown[]): number {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.db.prepare(sql)));
    return Number(statement.run(...values).lastInsertRowid);
  }

  private insert(table: string, row: Record<string, unknown>): number {
    const columns = Object.keys(row);
    return this.run(`insert into ${table} (${columns.map((c) => `"${c}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`, ...Object.values(row));
  }

  private sourceId(source: number): number {
    const name = this.corpus.sourceName(source);
    const id = this.sources.get(source) ?? this.sourceByName.get(name) ?? this.insert('sources', { name, folded_name: fold(name), domain: null, article_count: 0 });
    this.sources.set(source, id);
    this.run('update sources set article_count = article_count + 1 where id = ?', id);
    return id;
  }

  private speakerId(speaker: number, uses: number): number {
    const name = this.corpus.speakerName(speaker);
    let id = this.speakers.get(speaker) ?? this.byName.get(name);
    if (id === undefined) {
      id = this.insert('speakers', { name, type: 'PERSON', quote_count: 0 });
      this.byName.set(name, id);
      this.insert('speaker_keys', { type: 'PERSON', key: identityKey(name), speaker_id: id, merged: 0 });
      this.insert('speaker_forms', { speaker_id: id, form: name, folded_name: fold(name), folded: foldedLine(name), uses: 0, full_uses: 0 });
    }
    this.speakers.set(speaker, id);
    this.run('update speakers set quote_count = quote_count + ? where id = ?', uses, id);
    this.run('update speaker_forms set uses = uses + ?, full_uses = full_uses + 1 where speaker_id = ? and form = ?', uses, id, name);
    return id;
  }

  add(article: ScaleArticle): void {
    const sourceId = this.sourceId(article.source);
    const id = this.insert('articles', {
      source_id: sourceId, publisher_id: null, url: null, title: TITLE, byline: null, language: null, published_at: article.publishedAt,
      body_hash: article.bodyHash, boilerplate: writeSpans([]), revision: 1,
    });
    this.insert('article_texts', { article_id: id, body: article.body, folded: foldedLine(`${TITLE} ${article.body}`) });
    this.articleOf.set(article.number, id);
    if (this.held === 0) this.firstArticle = id;
    const ids = new Map<number, number>();
    for (const [speaker, count] of namedIn(article)) {
      const speakerId = this.speakerId(speaker, count);
      ids.set(speaker, speakerId);
      this.insert('sighting_forms', { article_id: id, speaker_id: speakerId, form: this.corpus.speakerName(speaker), uses: count, full_uses: 1 });
      this.insert('sighting_types', { article_id: id, speaker_id: speakerId, type: 'PERSON' });
      this.run("insert into speaker_types (speaker_id, type, articles) values (?, 'PERSON', 1) on conflict do update set articles = articles + 1", speakerId);
    }
    for (const quote of article.quotes) this.addQuote(article, id, sourceId, quote, quote.speaker === null ? null : ids.get(quote.speaker)!);
    for (const hash of article.hashes) this.hashes.push(hash * ROW_BITS + (id - this.firstArticle));
    const original = article.reprintOf === null ? undefined : this.articleOf.get(article.reprintOf);
    if (original !== undefined) this.addReprint(original, id, article.body.length);
    if (++this.held >= CHUNK_ARTICLES) this.flush();
  }

  private addQuote(article: ScaleArticle, articleId: number, sourceId: number, quote: ScaleQuote, speakerId: number | null): void {
    const { kind, manner, text, content, cue, mention, attribution, confidence, contentKey: words } = fieldsOf(quote, speakerId);
    const known = this.utterances.get(quote.utterance);
    const id = this.insert('quotes', {
      extracted_speaker_id: speakerId, kind, manner, text, folded: foldedLine(text), start_at: quote.start, end_at: quote.end, content: writeSpans(content), cue: writeSpans(cue),
      mention: writeMention(mention), attribution_confidence: attribution.confidence, reason: attribution.reason, evidence: writeMentions(attribution.evidence),
      candidates: writeCandidates(attribution.candidates), confidence, content_key: words, article_id: articleId, source_id: sourceId, published_at: article.publishedAt,
      statement_id: known?.statement ?? null, statement_set: 0, dismissed: 0, dismissed_from: null, speaker_id: speakerId, speaker_set: 0,
      match: known ? 'NEAR_VERBATIM' : 'VERBATIM', similarity: known ? 0.8 : 1,
    });
    if (this.firstQuote === 0) this.firstQuote = id;
    if (known) {
      for (const other of known.quotes) {
        this.insert('same_pairs', { quote_id: id, other_id: other, score: 0.95 });
        this.insert('same_pairs', { quote_id: other, other_id: id, score: 0.95 });
      }
      known.sources.add(sourceId);
      known.articles.add(articleId);
      known.quotes.push(id);
      known.lastArticle = article.number;
      this.run('update statements set last_quote_id = ?, source_count = ?, article_count = ? where id = ?', id, known.sources.size, known.articles.size, known.statement);
    } else {
      const statement = this.insert('statements', {
        best_quote_id: id, first_quote_id: id, last_quote_id: id, first_at: article.publishedAt, speaker_id: speakerId, text, source_count: 1, article_count: 1,
      });
      this.run('update quotes set statement_id = ? where id = ?', statement, id);
      this.utterances.set(quote.utterance, { statement, quotes: [id], sources: new Set([sourceId]), articles: new Set([articleId]), lastArticle: article.number });
    }
    this.insert('quote_key_lists', { quote_id: id, day: dayOf(article.publishedAt), speaker_id: speakerId ?? NOBODY, size: quote.keys.length, keys: JSON.stringify(quote.keys) });
    for (const key of quote.keys) this.keys.push(key * ROW_BITS + (id - this.firstQuote));
  }

  private addReprint(a: number, b: number, units: number): void {
    const [span, words] = [[0, units], Math.round(units / 6)];
    this.run('insert or ignore into reuse (a_id, b_id, relation, shares, words, passages, containment_a_in_b, containment_b_in_a, resemblance, near_duplicate) values (?, ?, ?, 1, ?, ?, 1, 1, 1, 1)',
      a, b, 'REPRINT', words, JSON.stringify([[span, span, words, 1]]));
  }

  private flush(): void {
    this.db.prepare(`insert into quote_keys (period, key, speaker_id, day, quote_id, size)
      select l.day / 62, j.value / ${ROW_BITS}, l.speaker_id, l.day, l.quote_id, l.size from json_each(?) as j join quote_key_lists as l on l.quote_id = ${this.firstQuote} + j.value % ${ROW_BITS} order by 1, 2, 3, 4, 5`)
      .run(JSON.stringify(this.keys));
    this.db.prepare(`insert into fingerprints (hash, article_id) select j.value / ${ROW_BITS}, ${this.firstArticle} + j.value % ${ROW_BITS} from json_each(?) as j order by 1, 2`).run(JSON.stringify(this.hashes));
    [this.keys, this.hashes, this.held, this.firstQuote] = [[], [], 0, 0];
    const last = Math.max(0, ...this.articleOf.keys());
    for (const [utterance, { lastArticle }] of this.utterances) if (lastArticle < last - FORGOTTEN_ARTICLES) this.utterances.delete(utterance);
    for (const number of this.articleOf.keys()) if (number < last - FORGOTTEN_ARTICLES) this.articleOf.delete(number);
    this.db.exec('commit');
    this.db.exec('begin');
  }

  close(): void {
    this.flush();
    this.db.exec('commit');
    this.db.pragma('journal_mode = WAL');
    this.db.close();
  }
}
