import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileOf } from '../../src/stories/index.js';
import { describe, expect, it } from 'vitest';
import { matchPair } from '../../src/matching/index.js';
import type { MatchableQuote } from '../../src/matching/index.js';

/** Outside data: hand-labelled pairs of quotes, not part of this project. */
const folder = join(process.env.ONRECORD_CORPUS ?? '', 'quotation-eval');
const present = process.env.ONRECORD_CORPUS !== undefined && existsSync(join(folder, 'pairs', 'pairs-open.jsonl'));

interface Side { id: string; content: [number, number][] }
interface Pair { n: number; a: Side; b: Side; speakerA: string; speakerB: string; label: string; dupArticles: boolean }
interface Article { id: string; text: string; date: string }
const lines = <T>(file: string): T[] => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);
const CONTEXT_UNITS = 400;

describe.skipIf(!present)(`hand-labelled pairs, speakers given${present ? '' : ' (skipped: ONRECORD_CORPUS names no folder with quotation-eval/pairs)'}`, () => {
  it('ranks and decides as well as promised in docs/matching.md', () => {
    const articles = new Map(lines<Article>('polnear/train.jsonl').map((article) => [article.id, article]));
    const side = (given: Side, speakerName: string, id: number): MatchableQuote => {
      const article = articles.get(given.id);
      if (!article) throw new Error(`no article ${given.id}`);
      const [start, end] = [given.content[0][0], given.content[given.content.length - 1][1]];
      return {
        id, articleId: id, kind: 'INDIRECT', speakerId: null, speakerName, publishedAt: article.date, confidence: 1,
        text: given.content.map(([from, to]) => article.text.slice(from, to)).join(' '),
        before: article.text.slice(Math.max(0, start - CONTEXT_UNITS), start),
        after: article.text.slice(end, end + CONTEXT_UNITS),
        about: profileOf(null, article.text, []),
      };
    };
    const rows = lines<Pair>('pairs/pairs-open.jsonl').filter((pair) => !pair.dupArticles).map((pair) => ({
      gold: pair.label === 'SAME',
      ...matchPair({ a: side(pair.a, pair.speakerA, 1), b: side(pair.b, pair.speakerB, 2) }),
    })).sort((x, y) => y.score - x.score || Number(x.gold) - Number(y.gold));
    const positives = rows.filter((row) => row.gold).length;
    let hits = 0;
    const precisions = rows.flatMap((row, i) => (row.gold ? [++hits / (i + 1)] : []));
    const found = rows.filter((row) => row.gold && row.same).length;
    const [precision, recall] = [found / rows.filter((row) => row.same).length, found / positives];
    expect(precisions.reduce((sum, p) => sum + p, 0) / positives).toBeGreaterThan(0.78);
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThan(0.75);
    expect(precision).toBeGreaterThan(0.7);
  });
});
