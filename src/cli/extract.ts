import { PassThrough } from 'node:stream';
import { Command, Option } from 'commander';
import { OnRecordError } from '../domain/errors.js';
import { createExtractor } from '../extraction/index.js';
import type { ExtractedQuote, Extraction, Extractor } from '../extraction/types.js';
import { toPairs } from '../text/spans.js';
import { decodeText, givenInput, linesOf, objectOf, type GivenInput } from './input.js';
import { EXIT, type CommandContext } from './main.js';
import { Output, warn } from './output.js';

type Format = 'text' | 'jsonl';

export const extractCommand = (_context: CommandContext, finish: (code: number) => void): Command =>
  new Command('extract')
    .description('print the quotes of texts as JSONL; nothing is stored')
    .argument('[file|-]', 'a text, or JSONL of {"id","text"}; - is standard input', '-')
    .addOption(new Option('--format <format>', 'what the input is (default: by the extension or the first character)').choices(['text', 'jsonl']))
    .action(async (path: string, options: { format?: Format }) => {
      const failed = await extract(await givenInput(path), options.format, new Output());
      finish(failed > 0 ? EXIT.FAILED : EXIT.OK);
    });

/** @returns how many lines could not be read */
async function extract(input: GivenInput, given: Format | undefined, output: Output): Promise<number> {
  const extractor = createExtractor();
  const { format, stream } = await sniff(input, given);
  let failed = 0;
  const attempt = async (line: number | null, name: string | null, work: () => object): Promise<void> => {
    let id = name;
    try {
      await output.json(work());
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      failed++;
      if (error instanceof LineError) id = error.id;
      await output.json({ id, line, error: { code: error.code, message: error.message } });
    }
  };
  if (format === 'text') {
    const bytes = Buffer.concat(await collect(stream));
    await attempt(null, input.name, () => extractionLine(input.name, extractor.extract(decodeText(bytes))));
  } else {
    for await (const { line, text } of linesOf(stream)) await attempt(line, null, () => extractLine(extractor, text));
  }
  await output.flush();
  if (failed > 0) warn(`${failed} ${failed === 1 ? 'line' : 'lines'} could not be read.`);
  return failed;
}

/** An error on a line whose id could be read. */
class LineError extends OnRecordError {
  constructor(readonly id: string | null, message: string) {
    super('INVALID_ARTICLE', message);
  }
}

function extractLine(extractor: Extractor, line: string): object {
  const { id: givenId, text } = objectOf(line);
  const id = typeof givenId === 'string' || typeof givenId === 'number' ? String(givenId) : null;
  if (typeof text !== 'string') throw new LineError(id, 'The line has no "text", or it is not a string.');
  return extractionLine(id, extractor.extract(text));
}

export const extractionLine = (id: string | null, extraction: Extraction): object => ({
  id,
  quotes: extraction.quotes.map((quote) => quoteLine(quote, extraction)),
});

function quoteLine(quote: ExtractedQuote, extraction: Extraction): object {
  const speaker = quote.speaker === null ? null : extraction.speakers[quote.speaker];
  return {
    kind: quote.kind,
    manner: quote.manner,
    content: toPairs(quote.content),
    cue: toPairs(quote.cue),
    source: toPairs(quote.mention),
    speaker: speaker && { name: speaker.name, type: speaker.type },
    ...(quote.reason !== null && { reason: quote.reason }),
    confidence: round(quote.confidence),
    ...(quote.nested.length > 0 && { nested: quote.nested.map((inner) => quoteLine(inner, extraction)) }),
  };
}

const round = (score: number): number => Math.round(score * 1000) / 1000;

/** JSONL by the extension, else by the first character that is no white space. */
async function sniff(input: GivenInput, given: Format | undefined): Promise<{ format: Format; stream: NodeJS.ReadableStream }> {
  const stream = input.open();
  if (given) return { format: given, stream };
  if (/\.(jsonl|ndjson)$/i.test(input.name)) return { format: 'jsonl', stream };
  const chunks = stream[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  let start = '';
  while (!start) {
    const { value, done } = await chunks.next();
    if (done) break;
    read.push(Buffer.from(value));
    start = Buffer.concat(read).toString('utf8').replace(/^\uFEFF/, '').trimStart().charAt(0);
  }
  return { format: start === '{' ? 'jsonl' : 'text', stream: resumed(read, chunks) };
}

/** The stream again, with what was read of it first. */
function resumed(read: readonly Buffer[], rest: AsyncIterator<string | Buffer>): NodeJS.ReadableStream {
  const stream = new PassThrough();
  const pump = async (): Promise<void> => {
    for (const chunk of read) stream.write(chunk);
    for (;;) {
      const { value, done } = await rest.next();
      if (done) break;
      if (!stream.write(value)) await new Promise((resolve) => stream.once('drain', resolve));
    }
    stream.end();
  };
  pump().catch((error: Error) => stream.destroy(error));
  return stream;
}

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return chunks;
}
