import { Command } from 'commander';
import { PairMatcher } from '../app/match-pairs.js';
import { openExtractor } from './extractor.js';
import { givenInput } from './input.js';
import { LineAnswers } from './line-answers.js';
import { EXIT, type CommandContext } from './main.js';

const HELP = `
A side is {"article","source","publishedAt","title","body","content":[[start,end],...],"speaker"?}: content are half-open spans of
the body in UTF-16 code units; without a speaker it is worked out from the body.
A pair gives {"n","score":0..1,"same":true|false,"match":"VERBATIM"|"NEAR_VERBATIM"|"PARAPHRASE"|null,"reasons":[...]}, a line that
cannot be read {"n","line","error":{"code","message"}} and in the end exit code 1.

  $ onrecord match pairs.jsonl
  $ jq -c '...' corpus.json | onrecord match -`;

export const matchCommand = (_context: CommandContext, finish: (code: number) => void): Command =>
  new Command('match')
    .description('say of pairs of quotes, given as JSONL, whether they render one statement; nothing is stored')
    .argument('[file|-]', 'JSONL of {"n","a":{..},"b":{..}}; - is standard input', '-')
    .addHelpText('after', HELP)
    .action(async (path: string) => {
      const input = await givenInput(path);
      const matcher = new PairMatcher(openExtractor());
      const answers = new LineAnswers('Matching', 'pairs', input, { n: null });
      await answers.answerLines(input.bytes, (pair, named) => {
        const n = pair.n ?? null;
        named({ n });
        const { score, same, match, reasons } = matcher.match(pair.a, pair.b);
        return { n, score, same, match, reasons };
      });
      finish((await answers.end()) > 0 ? EXIT.FAILED : EXIT.OK);
    });
