import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve('src');

/** What each room may import of src/; a room may always import of itself. */
const ALLOWED: Record<string, readonly string[]> = {
  text: [],
  extraction: ['text'],
  matching: ['text'],
  reuse: ['text'],
  stories: ['text'],
  domain: ['text', 'extraction', 'matching', 'reuse', 'stories'],
  app: ['domain', 'text', 'extraction', 'matching', 'reuse', 'stories'],
  store: ['domain', 'text'],
  search: ['domain', 'text'],
  intake: ['domain', 'text', 'app'],
  graphql: ['app', 'domain', 'text'],
  http: ['app', 'domain', 'text', 'graphql', 'config.ts', 'intake', 'store', 'search', 'extraction'],
  cli: ['app', 'domain', 'text', 'extraction', 'matching', 'reuse', 'stories', 'store', 'search', 'graphql', 'http', 'intake', 'config.ts'],
  'config.ts': ['domain'],
};
/** Rooms without input, output or clock. */
const PURE = ['text', 'extraction', 'matching', 'reuse', 'stories'];
/** Only types may be imported here: nothing runs. */
const TYPES_ONLY: readonly (readonly [from: string, to: string])[] = [['domain', 'extraction'], ['domain', 'matching'], ['domain', 'reuse'], ['domain', 'stories'], ['intake', 'app']];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
const roomOf = (file: string): string => file.split(sep)[0];
const IMPORT = /^\s*(import|export)\s+(type\s+)?[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/gm;

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(IMPORT)].map((m) => ({ file, target: m[3] ?? m[4], typeOnly: m[2] !== undefined })),
);
const own = imports.filter((i) => i.target.startsWith('.')).map((i) => ({ ...i, room: roomOf(i.file), to: roomOf(relative(SRC, resolve(SRC, dirname(i.file), i.target.replace(/\.js$/, '.ts')))) }));

describe('the rooms of the house', () => {
  it('are all known', () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(ALLOWED)));
  });

  it('import only from where dependencies may point', () => {
    const wrong = own.filter((i) => i.room !== i.to && !i.to.startsWith('..') && !ALLOWED[i.room].includes(i.to));
    expect(wrong.map((i) => `${i.file} imports ${i.target}`)).toEqual([]);
  });

  it('import types alone where only types may be known', () => {
    const wrong = own.filter((i) => !i.typeOnly && TYPES_ONLY.some(([from, to]) => i.room === from && i.to === to));
    expect(wrong.map((i) => `${i.file} imports ${i.target}`)).toEqual([]);
  });

  it('keep input, output and clock out of the pure ones', () => {
    const touchesTheWorld = imports.filter((i) => PURE.includes(roomOf(i.file)) && i.target.startsWith('node:')).map((i) => `${i.file} imports ${i.target}`);
    const readsTheClock = files.filter((f) => PURE.includes(roomOf(f)) && /\bDate\.now\(|new Date\(\)|\bprocess\.|Math\.random\(/.test(readFileSync(join(SRC, f), 'utf8')));
    expect([...touchesTheWorld, ...readsTheClock]).toEqual([]);
  });

  it('read the environment in config.ts alone', () => {
    expect(files.filter((f) => f !== 'config.ts' && !f.startsWith(`cli${sep}main`) && /process\.env/.test(readFileSync(join(SRC, f), 'utf8')))).toEqual([]);
  });

  it('have no file that outgrew one reason to exist', () => {
    const MOST_LINES = 300;
    expect(files.filter((f) => readFileSync(join(SRC, f), 'utf8').split('\n').length > MOST_LINES + 1)).toEqual([]);
  });
});
