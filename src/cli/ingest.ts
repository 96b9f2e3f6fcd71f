import { Command } from 'commander';
import { drainOutbox } from '../app/feed.js';
import { ingestArticle } from '../app/ingest.js';
import { leaseOwner } from '../app/lease.js';
import type { IngestOutcome } from '../app/types.js';
import type { Config } from '../config.js';
import { OnRecordError, type ErrorCode } from '../domain/errors.js';
import type { IntakeProgress } from '../intake/index.js';
import { EXIT, type CommandContext } from './main.js';
import { Output, failureReport, startProgress, warn } from './output.js';

const HELP = `
Fields of an article in JSON, JSONL and front matter: title, body (or text), source (a name, or {"name","domain"}), url,
publishedAt (ISO 8601), byline, language, id (the publisher's). The same article twice changes nothing, a changed one makes a
new revision. When the command returns, what it reports can be searched (with Meilisearch: soon after).
--json prints {"created","updated","unchanged","rejected":[{"file","line","code","message"}]}; the exit code is 1 where anything
was rejected.

  $ onrecord ingest articles/ more.jsonl.gz --source 'The Daily Gull' --domain gull.example
  $ onrecord ingest https://gull.example/feed.xml
  $ zcat old.jsonl.gz | onrecord ingest - --json`;

interface Options {
  source?: string;
  domain?: string;
  metadata?: string;
  json?: boolean;
  allowPrivateUrls?: boolean;
  data?: string;
}

interface Rejection {
  readonly file: string;
  readonly line: number | null;
  readonly code: ErrorCode;
  readonly message: string;
}

interface Summary {
  created: number;
  updated: number;
  unchanged: number;
  readonly rejected: Rejection[];
}

export const ingestCommand = (context: CommandContext, finish: (code: number) => void): Command =>
  new Command('ingest')
    .description('read articles from files, folders, feeds, URLs or standard input (-) into the store')
    .argument('<path|url|->', 'text, Markdown, HTML, JSON or JSONL files (each also .gz), folders, feeds, pages; - reads JSONL from standard input')
    .argument('[more...]', 'as many as you like; what is wrong with one is reported, and the others go in')
    .option('--source <name>', 'outlet of the articles that do not name one')
    .option('--domain <domain>', "the outlet's domain, for articles that do not name one")
    .option('--metadata <file>', 'JSON that maps file names to fields, for all files given')
    .option('--json', 'print the summary as JSON')
    .option('--allow-private-urls', 'read URLs that lead to private or local addresses too')
    .addHelpText('after', HELP)
    .action(async (first: string, more: string[], options: Options) => {
      const summary = await ingest(context.config({ data: options.data }), [first, ...more], options);
      await printSummary(summary, options.json ?? false);
      finish(summary.rejected.length > 0 ? EXIT.FAILED : EXIT.OK);
    });

async function ingest(config: Config, inputs: readonly string[], options: Options): Promise<Summary> {
  const [{ openApp }, { readInputs }] = await Promise.all([import('./open-app.js'), import('../intake/index.js')]);
  const { app, close } = await openApp(config);
  const summary: Summary = { created: 0, updated: 0, unchanged: 0, rejected: [] };
  const progress = startProgress('Ingesting', 'articles');
  let done = 0;
  let share: number | null = null;
  const onProgress = ({ bytes, totalBytes }: IntakeProgress): void => void (share = totalBytes ? Math.min(1, bytes / totalBytes) : null);
  try {
    const { source, domain, metadata, allowPrivateUrls } = options;
    for await (const { file, line, ...item } of readInputs(inputs, { source, domain, metadata, allowPrivateUrls, stdin: process.stdin, onProgress })) {
      if ('error' in item) {
        if (item.error.code === 'INTERNAL') warn(failureReport(item.error, config.logLevel));
        summary.rejected.push({ file, line, code: item.error.code, message: item.error.message });
      } else count(summary, await ingestArticle(app, item.draft), file, line);
      progress.update(++done, share);
    }
    try {
      await drainOutbox(app, leaseOwner());
    } catch (error) {
      // With another engine the articles are in, and the service will feed it.
      if (!(error instanceof OnRecordError) || error.code !== 'SEARCH_UNAVAILABLE') throw error;
      warn(`${error.message} The articles are stored; the index will learn of them when the search engine answers again.`);
    }
  } finally {
    progress.stop();
    await close();
  }
  return summary;
}

function count(summary: Summary, outcome: IngestOutcome, file: string, line: number | null): void {
  if (outcome.status === 'CREATED') summary.created++;
  else if (outcome.status === 'UPDATED') summary.updated++;
  else if (outcome.status === 'UNCHANGED') summary.unchanged++;
  else for (const { errorCode, message } of outcome.problems.slice(0, 1)) summary.rejected.push({ file, line, code: errorCode, message });
}

async function printSummary(summary: Summary, asJson: boolean): Promise<void> {
  const output = new Output();
  if (asJson) {
    await output.json(summary);
  } else {
    for (const { file, line, code, message } of summary.rejected) warn(`${file}${line === null ? '' : `:${line}`}: ${code}: ${message}`);
    await output.line(`${summary.created} created, ${summary.updated} updated, ${summary.unchanged} unchanged, ${summary.rejected.length} rejected`);
  }
  await output.flush();
}
