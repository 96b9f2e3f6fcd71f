import { Command } from 'commander';
import { drainOutbox } from '../app/feed.js';
import { leaseOwner } from '../app/lease.js';
import type { App } from '../app/types.js';
import type { Config } from '../config.js';
import { OnRecordError } from '../domain/errors.js';
import type { IntakeProgress } from '../intake/index.js';
import { EXIT, type CommandContext } from './main.js';
import { Output, startProgress, warn } from './output.js';
import { takeIn, type Summary } from './take-in.js';

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
      finish(summary.rejected.length > 0 || summary.unfinished ? EXIT.FAILED : EXIT.OK);
    });

async function ingest(config: Config, inputs: readonly string[], options: Options): Promise<Summary> {
  const [{ openApp }, { readInputs }] = await Promise.all([import('./open-app.js'), import('../intake/index.js')]);
  const { app, close } = await openApp(config);
  const summary: Summary = { created: 0, updated: 0, unchanged: 0, rejected: [], unfinished: false };
  const progress = startProgress('Ingesting', 'articles');
  let share: number | null = null;
  const onProgress = ({ bytes, totalBytes }: IntakeProgress): void => void (share = totalBytes ? Math.min(1, bytes / totalBytes) : null);
  try {
    const { source, domain, metadata, allowPrivateUrls } = options;
    const items = readInputs(inputs, { source, domain, metadata, allowPrivateUrls, stdin: process.stdin, onProgress });
    await takeIn(app, items, summary, (done) => progress.update(done, share));
    await feed(app, summary);
  } finally {
    progress.stop();
    await close();
  }
  return summary;
}

/** The articles are in, whatever becomes of the index. */
async function feed(app: App, summary: Summary): Promise<void> {
  try {
    await drainOutbox(app, leaseOwner());
  } catch (error) {
    if (!(error instanceof OnRecordError) || (error.code !== 'SEARCH_UNAVAILABLE' && error.code !== 'STORE_BUSY')) throw error;
    // An engine elsewhere is fed by the service; the embedded one should have been up to date by now.
    summary.unfinished = error.code === 'STORE_BUSY';
    warn(`${error.message} The articles are stored; the index learns of them when it is fed again.`);
  }
}

async function printSummary(summary: Summary, asJson: boolean): Promise<void> {
  const output = new Output();
  if (asJson) {
    const { created, updated, unchanged, rejected } = summary;
    await output.json({ created, updated, unchanged, rejected });
  } else {
    for (const { file, line, code, message } of summary.rejected) warn(`${file}${line === null ? '' : `:${line}`}: ${code}: ${message}`);
    await output.line(`${summary.created} created, ${summary.updated} updated, ${summary.unchanged} unchanged, ${summary.rejected.length} rejected`);
  }
  await output.flush();
}
