import { Command } from 'commander';
import { PairMatcher } from '../app/match-pairs.js';
import { OnRecordError } from '../domain/errors.js';
import { createExtractor } from '../extraction/index.js';
import { givenInput, linesOf, objectOf, type GivenInput } from './input.js';
import { EXIT, type CommandContext } from './main.js';
import { Output, warn } from './output.js';

export const matchCommand = (_context: CommandContext, finish: (code: number) => void): Command =>
  new Command('match')
    .description('say of pairs of quotes, given as JSONL, whether they render one statement; nothing is stored')
    .argument('[file|-]', 'JSONL of {"n","a":{..},"b":{..}}, a side being {article, source, publishedAt, title, body, content, speaker?}; - is standard input', '-')
    .action(async (path: string) => {
      const failed = await match(await givenInput(path), new Output());
      finish(failed > 0 ? EXIT.FAILED : EXIT.OK);
    });

/** @returns how many lines could not be read */
async function match(input: GivenInput, output: Output): Promise<number> {
  const matcher = new PairMatcher(createExtractor());
  let failed = 0;
  for await (const { line, text } of linesOf(input.open())) {
    let n: unknown = null;
    try {
      const pair = objectOf(text);
      n = pair.n ?? null;
      const { score, same, match: kind, reasons } = matcher.match(pair.a, pair.b);
      await output.json({ n, score, same, match: kind, reasons });
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      failed++;
      await output.json({ n, line, error: { code: error.code, message: error.message } });
    }
  }
  await output.flush();
  if (failed > 0) warn(`${failed} ${failed === 1 ? 'line' : 'lines'} could not be read.`);
  return failed;
}
