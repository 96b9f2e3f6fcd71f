import { Command, Option } from 'commander';
import { OnRecordError } from '../domain/errors.js';
import type { ExtractedQuote, Extraction, Extractor } from '../extraction/types.js';
import { toPairs } from '../text/spans.js';
import { openExtractor } from './extractor.js';
import { checkLength, givenInput, wholeText, type GivenInput } from './input.js';
import { LineAnswers, type LineName } from './line-answers.js';
import { EXIT, type CommandContext } from './main.js';

type Format = 'text' | 'jsonl';

const HELP = `
An article gives one line:
  {"id","quotes":[{"kind","manner","content":[[s,e],..],"cue":[[s,e],..],"source":[[s,e],..],
    "speaker":{"name","type"}|null,"speakers"?:[{"name","type"},..],"reason"?,"confidence","nested"?}]}
"speaker" is the first named; "speakers" stands where several say it together, and holds all of them.
Spans are half open, in UTF-16 code units of the text; "source" is the words that name the speaker. The id of a plain text is
its file name, - for standard input. A line that cannot be read gives {"id","line","error":{"code","message"}}, and in the end
exit code 1.

  $ onrecord extract article.txt
  $ onrecord extract articles.jsonl > quotes.jsonl
  $ echo '“It rained,” said Ada Brook.' | onrecord extract`;

export const extractCommand = (_context: CommandContext, finish: (code: number) => void): Command =>
  new Command('extract')
    .description('print the quotes of texts as JSONL; nothing is stored')
    .argument('[file|-]', 'a text, or JSONL of {"id","text"}; - is standard input', '-')
    .addOption(new Option('--format <format>', 'what the input is; else jsonl where the name ends in .jsonl or the first character is {').choices(['text', 'jsonl']))
    .addHelpText('after', HELP)
    .action(async (path: string, options: { format?: Format }) => {
      const failed = await extract(await givenInput(path), options.format);
      finish(failed > 0 ? EXIT.FAILED : EXIT.OK);
    });

/** @returns how many articles could not be read */
async function extract(input: GivenInput, given: Format | undefined): Promise<number> {
  const extractor = openExtractor();
  const answers = new LineAnswers('Extracting', 'articles', input, { id: null });
  const { format, bytes } = await sniff(input, given);
  if (format === 'jsonl') await answers.answerLines(bytes, (object, named) => extractLine(extractor, object, named));
  else {
    await answers.answer(null, async (named) => {
      named({ id: input.name });
      return extractionLine(input.name, extractor.extract(await wholeText(bytes)));
    });
  }
  return answers.end();
}

function extractLine(extractor: Extractor, { id: given, text }: Record<string, unknown>, named: (name: LineName) => void): object {
  // The id as it was given: a script joins on it.
  const id = typeof given === 'string' || typeof given === 'number' ? given : null;
  named({ id });
  if (text == null || (typeof text === 'string' && !text.trim())) throw new OnRecordError('NO_BODY', 'The line has no text. Give it in "text".');
  if (typeof text !== 'string') throw new OnRecordError('INVALID_ARTICLE', '"text" must be a text.');
  return extractionLine(id, extractor.extract(checkLength(text)));
}

const extractionLine = (id: string | number | null, extraction: Extraction): object => ({
  id,
  quotes: extraction.quotes.map((quote) => quoteLine(quote, extraction)),
});

function quoteLine(quote: ExtractedQuote, extraction: Extraction): object {
  const speakers = quote.speakers.map((index) => ({ name: extraction.speakers[index].name, type: extraction.speakers[index].type }));
  return {
    kind: quote.kind,
    manner: quote.manner,
    content: toPairs(quote.content),
    cue: toPairs(quote.cue),
    source: toPairs(quote.mention),
    speaker: speakers[0] ?? null,
    ...(speakers.length > 1 && { speakers }),
    ...(quote.reason !== null && { reason: quote.reason }),
    confidence: round(quote.confidence),
    ...(quote.nested.length > 0 && { nested: quote.nested.map((inner) => quoteLine(inner, extraction)) }),
  };
}

const round = (score: number): number => Math.round(score * 1000) / 1000;

/** JSONL by the extension, else by the first character that is no white space. */
async function sniff(input: GivenInput, given: Format | undefined): Promise<{ format: Format; bytes: AsyncIterable<Uint8Array> }> {
  if (given) return { format: given, bytes: input.bytes };
  if (/\.(jsonl|ndjson)$/i.test(input.name)) return { format: 'jsonl', bytes: input.bytes };
  const chunks = input.bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  for (let start = ''; !start; ) {
    const { value, done } = await chunks.next();
    if (done) break;
    read.push(value);
    start = Buffer.concat(read).toString('utf8').replace(/^\uFEFF/, '').trimStart().charAt(0);
    if (start === '{') return { format: 'jsonl', bytes: resumed(read, chunks) };
  }
  return { format: 'text', bytes: resumed(read, chunks) };
}

/** The bytes again, with what was read of them first. */
async function* resumed(read: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* read;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
