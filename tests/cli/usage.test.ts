import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/output.js';
import { onrecord } from '../support/command.js';
import { temporaryFolder, write } from '../support/folder.js';

const COMMANDS = ['serve', 'ingest', 'extract', 'match', 'search', 'export', 'reindex', 'schema'];

describe('help', () => {
  it('of the program names every command and setting', async () => {
    const { code, stdout, stderr } = await onrecord(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of [...COMMANDS, 'ONRECORD_DATA', 'MEILI_URL', 'PORT']) expect(stdout).toContain(name);
  });

  it.each([
    ['serve', ['--port', '--host', '--no-seeds', '--data']],
    ['ingest', ['--source', '--domain', '--metadata', '--json', '--allow-private-urls', '--data']],
    ['extract', ['--format', '--data', '"quotes"', '"source"']],
    ['match', ['--data', '"score"', '"reasons"']],
    ['search', ['--types', '--first', '--json', '--data']],
    ['export', ['--format', '--data', 'containmentAInB', 'statement.id', 'revision']],
    ['reindex', ['--data']],
    ['schema', ['--data']],
  ])('of %s names its options and fields', async (command, names) => {
    const { code, stdout, stderr } = await onrecord([command, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of names) expect(stdout).toContain(name);
  });
});

describe('a wrong command line', () => {
  it.each([
    [['bogus'], /unknown command 'bogus'/],
    [['ingest'], /missing required argument/],
    [['ingest', 'x', '--bogus'], /unknown option '--bogus'/],
    [['export', 'bogus'], /Allowed choices are quotes, statements, articles, overlaps/],
    [['export', 'quotes', '--format', 'xml'], /Allowed choices are jsonl, csv/],
    [['search', 'x', '--types', 'quotes,bogus'], /"bogus" is none of/],
    [['search', 'x', '--first', '101'], /from 0 to 100/],
    [['search', 'x', '--first', '-1'], /from 0 to 100|unknown option/],
    [['extract', '--format', 'pdf'], /Allowed choices are text, jsonl/],
    [['schema', 'more'], /too many arguments/],
  ])('%j ends with 2, says what is wrong on standard error and nothing on standard output', async (args, message) => {
    const { code, stdout, stderr } = await onrecord(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^USAGE: /);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/See onrecord .*--help/);
  });

  it('without a command shows the help on standard error', async () => {
    const { code, stdout, stderr } = await onrecord([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: onrecord');
  });

  it('a setting that makes no sense is INVALID_CONFIG, exit 2', async () => {
    const { code, stderr } = await onrecord(['search', 'x', '--data', temporaryFolder()], { env: { MEILI_URL: 'ftp://x' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^INVALID_CONFIG: MEILI_URL/);
  });

  it.each([['search', 'x'], ['export', 'quotes'], ['reindex']])('%s on a folder that holds no store says so and makes none', async (...args) => {
    const missing = join(temporaryFolder(), 'typo');
    const { code, stdout, stderr } = await onrecord([...args, '--data', missing]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^NOT_FOUND: There is no store in .*typo/);
    expect(existsSync(missing)).toBe(false);
  });

  it('a data folder that cannot be one is said so without a stack', async () => {
    const [file] = write(temporaryFolder(), { file: 'x' });
    const { code, stdout, stderr } = await onrecord(['export', 'quotes', '--data', file]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[A-Z_]+: /);
    expect(stderr).not.toMatch(/ at |node:/);
  });
});

describe('standard output', () => {
  it('may be closed early by its reader, quietly', async () => {
    const input = Array.from({ length: 4_000 }, (_, n) => JSON.stringify({ id: `d${n}`, text: '“We will rebuild the pier,” said Mayor Ines Calloway.' })).join('\n');
    const [file] = write(temporaryFolder(), { 'many.jsonl': input });
    const pipe = spawn('sh', ['-c', `"${process.execPath}" "${resolve('bin/onrecord.js')}" extract "${file}" | head -n 1`], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    pipe.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    pipe.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    await once(pipe, 'close');
    expect(JSON.parse(stdout)).toMatchObject({ id: 'd0' });
    expect(stderr).toBe('');
  });

  it('of schema is the emitted schema, and no folder is made', async () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await onrecord(['schema', '--data', join(folder, 'data')]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(readFileSync('schema.graphql', 'utf8'));
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('progress', () => {
  it('tells share, count, rate and time left where the whole is known', () => {
    expect(progressLine('Ingesting', 'articles', { done: 120, share: 0.25, seconds: 30 })).toMatch(/^Ingesting █{8}░{22} 25 % · 120 articles · 4\.0\/s · 1:30 left$/);
  });

  it('tells count and rate where it is not', () => {
    expect(progressLine('Ingesting', 'articles', { done: 500, share: null, seconds: 10 })).toBe('Ingesting · 500 articles · 50/s');
  });
});
