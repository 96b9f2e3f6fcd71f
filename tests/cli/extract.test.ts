import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { jsonLines, onrecord } from '../support/command.js';
import { temporaryFolder, write } from '../support/folder.js';

const TEXT = 'Pier to reopen\n\n“The pier is safe,” said Mayor Ines Calloway. “We tested every plank.” She added that the work cost 3 million euros.';
type Pairs = [number, number][];
interface Line {
  id: unknown;
  line?: number;
  error?: { code: string; message: string };
  quotes: { kind: string; manner: string; content: Pairs; cue: Pairs; source: Pairs; speaker: { name: string; type: string } | null; speakers?: { name: string; type: string }[]; reason?: string; confidence: number; nested?: unknown[] }[];
}
const extract = async (args: string[], input?: string | Uint8Array): Promise<{ code: number | null; lines: Line[]; stderr: string }> => {
  const { code, stdout, stderr } = await onrecord(['extract', ...args], { input });
  return { code, stderr, lines: jsonLines(stdout) as unknown as Line[] };
};
const contents = (line: Line, text: string): string[] => line.quotes.map((q) => q.content.map(([s, e]) => text.slice(s, e)).join(' '));

describe('extract', () => {
  it('reads a text: its id is the file name, its fields and spans are as written down', async () => {
    const folder = temporaryFolder();
    const [file] = write(folder, { 'pier.txt': TEXT });
    const { code, lines, stderr } = await extract([file, '--data', join(folder, 'data')]);
    expect([code, stderr, lines.length]).toEqual([0, '', 1]);
    expect(Object.keys(lines[0])).toEqual(['id', 'quotes']);
    expect(lines[0].id).toBe('pier.txt');
    expect(contents(lines[0], TEXT).join(' ')).toContain('“The pier is safe,” “We tested every plank.”');
    for (const quote of lines[0].quotes) {
      const { reason, nested, ...rest } = quote;
      expect(Object.keys(rest)).toEqual(['kind', 'manner', 'content', 'cue', 'source', 'speaker', 'confidence']);
      expect(quote.speaker === null).toBe(reason !== undefined);
      expect(nested ?? []).toBeInstanceOf(Array);
      expect(['DIRECT', 'INDIRECT', 'MIXED']).toContain(quote.kind);
      for (const [start, end] of [...quote.content, ...quote.cue, ...quote.source]) {
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(TEXT.length);
      }
    }
    expect(lines[0].quotes[0].speaker).toEqual({ name: 'Ines Calloway', type: 'PERSON' });
    expect(readdirSync(folder)).toEqual(['pier.txt']);
  });

  it('names all who say a quote together where they are several', async () => {
    const { lines } = await extract([], 'Ada Brook and Tom Reed said the pier was safe. Ada Brook said the beach was shut.');
    const [both, one] = lines[0].quotes;
    expect(Object.keys(both)).toEqual(['kind', 'manner', 'content', 'cue', 'source', 'speaker', 'speakers', 'confidence']);
    expect([both.speaker, both.speakers]).toEqual([{ name: 'Ada Brook', type: 'PERSON' }, [{ name: 'Ada Brook', type: 'PERSON' }, { name: 'Tom Reed', type: 'PERSON' }]]);
    expect([one.speaker, one.speakers]).toEqual([{ name: 'Ada Brook', type: 'PERSON' }, undefined]);
  });

  it('tells JSONL by the extension, by the first character, or as it is told; standard input needs no name', async () => {
    const jsonl = `${JSON.stringify({ id: 'a', text: TEXT, title: 'passed over' })}\n`;
    const [named, unnamed, text] = write(temporaryFolder(), { 'a.jsonl': jsonl, 'a.data': `\uFEFF\n  ${jsonl}`, 'brace.txt': `{brace}\n\n${TEXT}` });
    const runs = await Promise.all([extract([named]), extract([unnamed]), extract(['-'], jsonl), extract([], jsonl), extract([], TEXT), extract([text, '--format', 'text'])]);
    expect(runs.map(({ code, lines }) => [code, lines.map((l) => l.id)])).toEqual([[0, ['a']], [0, ['a']], [0, ['a']], [0, ['a']], [0, ['-']], [0, ['brace.txt']]]);
    expect(new Set(runs.slice(0, 5).map(({ lines }) => JSON.stringify(lines[0].quotes))).size).toBe(1);
  });

  it('answers bad lines in their place, by code, and ends with 1', async () => {
    const good = { text: TEXT };
    const lines = [
      JSON.stringify({ id: 'first', ...good }), '{"id": "cut", "text": "abc', '', '[1]', JSON.stringify({ id: 'no text' }), JSON.stringify({ id: 7, text: 12 }),
      JSON.stringify({ id: 'blank', text: ' \n' }), 'bytes', JSON.stringify({ id: 'last\u2028line', ...good }),
    ];
    const bytes = Buffer.concat(lines.flatMap((line) => [line === 'bytes' ? Buffer.from('{"id":"b","text":"caf\xe9"}', 'latin1') : Buffer.from(line), Buffer.from('\r\n')]));
    const { code, lines: answers, stderr } = await extract(['-', '--format', 'jsonl'], bytes);
    expect(code).toBe(1);
    expect(answers.map((a) => [a.id, a.line, a.error?.code])).toEqual([
      ['first', undefined, undefined], [null, 2, 'INVALID_JSON'], [null, 4, 'INVALID_ARTICLE'], ['no text', 5, 'NO_BODY'], [7, 6, 'INVALID_ARTICLE'],
      ['blank', 7, 'NO_BODY'], [null, 8, 'INVALID_UTF8'], ['last\u2028line', undefined, undefined],
    ]);
    for (const answer of answers.filter((a) => a.error)) expect(Object.keys(answer)).toEqual(['id', 'line', 'error']);
    expect(answers[0].quotes.length).toBeGreaterThan(0);
    expect(answers.at(-1)!.quotes).toEqual(answers[0].quotes);
    expect(stderr).toContain('6 of 8');
  });

  it('does not end a line at U+2028, which JSON allows', async () => {
    const text = `${TEXT}\u2028“Doors open at noon,” she said.`;
    const { code, lines } = await extract([], `{"id":"ls","text":${JSON.stringify(text)}}`);
    expect([code, lines.length]).toEqual([0, 1]);
    expect(contents(lines[0], text)[0]).toContain('The pier is safe');
  });

  it('counts offsets in the decoded text: without the byte-order mark, with CRLF and characters of two units', async () => {
    const text = `😀 ${TEXT}`.replaceAll('\n', '\r\n');
    const [file] = write(temporaryFolder(), { 'bom.txt': `\uFEFF${text}` });
    const { lines } = await extract([file]);
    expect(contents(lines[0], text).join(' ')).toContain('“The pier is safe,” “We tested every plank.”');
  });

  const BAD: Record<string, [code: string, content: string | Uint8Array]> = {
    'empty.txt': ['EMPTY_INPUT', ''],
    'blank.txt': ['EMPTY_INPUT', ' \n '],
    'empty.jsonl': ['EMPTY_INPUT', ''],
    'binary.txt': ['BINARY', new Uint8Array([65, 0, 66])],
    'latin1.txt': ['INVALID_UTF8', Buffer.from('caf\xe9', 'latin1')],
    'large.txt': ['TOO_LARGE', 'x '.repeat(5_300_000)],
  };
  it.each(Object.keys(BAD))('refuses %s by its code', async (name) => {
    const [code, content] = BAD[name];
    const [file] = write(temporaryFolder(), { [name]: content });
    const { code: exit, lines } = await extract([file]);
    expect(exit).toBe(1);
    expect(lines).toMatchObject([{ line: null, error: { code } }]);
  });

  it('says where there is no such file, or it is a folder', async () => {
    const folder = temporaryFolder();
    const runs = await Promise.all([extract([join(folder, 'none.txt')]), extract([folder])]);
    expect(runs.map(({ code, lines }) => [code, lines])).toEqual([[1, []], [1, []]]);
    expect(runs.map(({ stderr }) => stderr.split(':')[0])).toEqual(['NOT_FOUND', 'UNREADABLE']);
  });

  const statusFile = (pid: number): string => `/proc/${pid}/status`;
  it.runIf(existsSync(statusFile(process.pid)))('streams: 10,000 lines in bounded memory', async () => {
    const filler = 'The council met for the ninth time this year and went through the list of works. '.repeat(40);
    const [file] = write(temporaryFolder(), { 'big.jsonl': Array.from({ length: 10_000 }, (_, n) => JSON.stringify({ id: `d${n}`, text: n % 50 ? 'It rained.' : `${filler}${TEXT}`, other: filler })).join('\n') });
    const child = spawn(process.execPath, [resolve('bin/onrecord.js'), 'extract', file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let count = 0;
    let mostKb = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      if (count === 0) expect(line).toContain('"d0"');
      if (++count % 500 === 0 && existsSync(statusFile(child.pid!))) mostKb = Math.max(mostKb, Number(/VmRSS:\s+(\d+)/.exec(readFileSync(statusFile(child.pid!), 'utf8'))?.[1] ?? 0));
    }
    expect(count).toBe(10_000);
    // The file alone has 33 MB, its texts as JavaScript strings as much again.
    expect(mostKb).toBeLessThan(400_000);
  }, 120_000);
});
