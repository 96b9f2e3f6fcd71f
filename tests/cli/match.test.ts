import { describe, expect, it } from 'vitest';
import { jsonLines, onrecord } from '../support/command.js';
import { temporaryFolder, write } from '../support/folder.js';

const side = (body: string, quoted: string, fields: object = {}): object => ({
  article: body.slice(0, 20), source: 'The Daily Gull', publishedAt: '2025-03-04', title: 'Pier', body,
  content: [[body.indexOf(quoted), body.indexOf(quoted) + quoted.length]], ...fields,
});
const QUOTED = '“The harbour pier is safe again after nine months of work,”';
const A = `${QUOTED} said Mayor Ines Calloway on Monday.`;
const B = `The works are over. ${QUOTED} Calloway, the mayor, said. Ines Calloway was elected in May.`;
const OTHER = '“Nobody asked the fishermen about the new tariff,” said Tom Hale.';

describe('match', () => {
  it('answers each pair with its n, a score and why', async () => {
    const pairs = [
      { n: 1, a: side(A, QUOTED), b: side(B, QUOTED) },
      { n: 'two', a: side(A, QUOTED), b: side(OTHER, '“Nobody asked the fishermen about the new tariff,”') },
      { n: 3, a: side(A, QUOTED, { speaker: 'Ines Calloway' }), b: side(A, QUOTED, { speaker: 'Calloway', article: 'another', publishedAt: null }) },
    ];
    const [file] = write(temporaryFolder(), { 'pairs.jsonl': pairs.map((p) => JSON.stringify(p)).join('\n') });
    const { code, stdout, stderr } = await onrecord(['match', file]);
    expect([code, stderr]).toEqual([0, '']);
    const lines = jsonLines(stdout);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['n', 'score', 'same', 'match', 'reasons']);
      expect(line.score).toBeGreaterThanOrEqual(0);
      expect(line.score).toBeLessThanOrEqual(1);
      expect(line.reasons).toBeInstanceOf(Array);
    }
    expect(lines.map(({ n, same, match }) => [n, same, match])).toEqual([[1, true, 'VERBATIM'], ['two', false, null], [3, true, 'VERBATIM']]);
  });

  it('works out a speaker that is not given: as if it were given', async () => {
    const given = { n: 0, a: side(A, QUOTED, { speaker: 'Ines Calloway' }), b: side(B, QUOTED, { speaker: 'Ines Calloway' }) };
    const absent = { n: 0, a: side(A, QUOTED), b: side(B, QUOTED, { speaker: null }) };
    const other = { n: 0, a: side(A, QUOTED), b: side(B, QUOTED, { speaker: 'Tom Hale' }) };
    const { stdout } = await onrecord(['match', '-'], { input: [given, absent, other].map((p) => JSON.stringify(p)).join('\n') });
    const [first, second, third] = jsonLines(stdout);
    expect(second).toEqual(first);
    expect(third).not.toEqual(first);
  });

  it('answers bad lines in their place, by code and naming the field, and ends with 1', async () => {
    const good = side(A, QUOTED);
    const lines = [
      JSON.stringify({ n: 1, a: good, b: good }), '{"n": 2, "a":', JSON.stringify({ n: 3, a: good }), JSON.stringify({ n: 4, a: good, b: { ...good, content: [[5, 99_999]] } }),
      JSON.stringify({ n: 5, a: { ...good, publishedAt: 'yesterday' }, b: good }), JSON.stringify({ n: 6, a: { ...good, body: undefined }, b: good }),
      JSON.stringify({ n: 7, a: { ...good, content: [] }, b: good }), JSON.stringify({ n: 8, a: good, b: { ...good, speaker: 5 } }), JSON.stringify({ n: 9, a: good, b: good }),
    ];
    const { code, stdout } = await onrecord(['match'], { input: lines.join('\n') });
    expect(code).toBe(1);
    const answers = jsonLines(stdout) as { n: unknown; line?: number; error?: { code: string; message: string } }[];
    expect(answers.map(({ n, line, error }) => [n, line, error?.code])).toEqual([
      [1, undefined, undefined], [null, 2, 'INVALID_JSON'], [3, 3, 'INVALID_ARTICLE'], [4, 4, 'INVALID_ARTICLE'], [5, 5, 'INVALID_DATE'],
      [6, 6, 'INVALID_ARTICLE'], [7, 7, 'INVALID_ARTICLE'], [8, 8, 'INVALID_ARTICLE'], [9, undefined, undefined],
    ]);
    for (const [at, field] of [[2, '"b"'], [3, 'b.content'], [4, 'a.publishedAt'], [5, 'a.body'], [6, 'a.content'], [7, 'b.speaker']] as const) expect(answers[at].error!.message).toContain(field);
  });
});
