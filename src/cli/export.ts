import { Argument, Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { exportRecords, type ExportKind } from '../app/export.js';
import type { RecordType } from '../domain/records.js';
import { countRecords } from './count-records.js';
import type { CommandContext } from './main.js';
import { Output, startProgress } from './output.js';

/** The columns of the CSV: dotted names of the fields; lists are written as JSON. */
const COLUMNS: Record<ExportKind, readonly string[]> = {
  quotes: [
    'id', 'article.id', 'article.publisherId', 'article.title', 'article.publishedAt', 'article.source.id', 'article.source.name', 'article.source.domain',
    'kind', 'manner', 'text', 'content', 'cue', 'mention', 'speaker.id', 'speaker.name', 'speaker.type', 'speakers', 'statement.id', 'confidence',
  ],
  statements: ['id', 'text', 'speaker.id', 'speaker.name', 'speaker.type', 'renderings'],
  articles: ['id', 'publisherId', 'title', 'body', 'source.name', 'source.domain', 'url', 'publishedAt', 'byline', 'language', 'revision', 'wireCredit.agency', 'wireCredit.extent', 'originality'],
  overlaps: [
    'a.id', 'a.publisherId', 'b.id', 'b.publisherId', 'relation', 'containmentAInB', 'containmentBInA', 'resemblance', 'nearDuplicate', 'sharedStatements', 'passages',
    'likelyOrigin.article.id', 'likelyOrigin.article.publisherId', 'likelyOrigin.reasons', 'likelyOrigin.confidence',
  ],
  stories: ['id', 'title', 'representative.id', 'representative.publisherId', 'firstPublishedAt', 'lastPublishedAt', 'articleCount', 'sourceCount', 'articles'],
};

/** What is counted for the time left; pairs of articles are not counted beforehand. */
const COUNTED: Record<ExportKind, RecordType | null> = { quotes: 'QUOTE', statements: 'STATEMENT', articles: 'ARTICLE', overlaps: null, stories: 'STORY' };

/** csv-stringify quotes separators, quotation marks and line feeds by itself; many readers end a row at a lone CR too. */
const CSV = { quoted_match: /[\r\u2028\u2029]/ };

/** Columns a line of the help may have. */
const HELP_WIDTH = 120;

const HELP = `
Fields:
${Object.entries(COLUMNS).map(([kind, columns]) => `  ${kind.padEnd(10)} ${wrapped(columns, 13)}`).join('\n')}
Spans are [start,end] in UTF-16 code units of the body, half open. In CSV lists are JSON; in JSONL dotted names are nested.
\`ingest\` takes the articles back, here or elsewhere.

  $ onrecord export quotes > quotes.jsonl
  $ onrecord export statements --format csv > statements.csv
  $ onrecord export articles | onrecord ingest - --data elsewhere`;

export const exportCommand = (context: CommandContext): Command =>
  new Command('export')
    .description('print all records of a kind, oldest id first')
    .addArgument(new Argument('<kind>', 'what to print').choices(Object.keys(COLUMNS)))
    .addOption(new Option('--format <format>', 'how to print it').choices(['jsonl', 'csv']).default('jsonl'))
    .addHelpText('after', HELP)
    .action(async (kind: ExportKind, options: { format: 'jsonl' | 'csv'; data?: string }) => {
      const { openExistingApp } = await import('./open-app.js');
      const { app, close } = await openExistingApp(context.config({ data: options.data }));
      const progress = startProgress('Exporting', kind, { besideResults: true });
      try {
        const output = new Output();
        const columns = COLUMNS[kind];
        const total = COUNTED[kind] && (await countRecords(app.store.read, [COUNTED[kind]]));
        let done = 0;
        if (options.format === 'csv') await output.raw(stringify([columns]));
        for await (const record of exportRecords(app.store.read, kind)) {
          if (options.format === 'csv') await output.raw(stringify([columns.map((column) => cell(record, column))], CSV));
          else await output.json(record);
          progress.update(++done, total ? Math.min(1, done / total) : null);
        }
        await output.flush();
      } finally {
        progress.stop();
        await close();
      }
    });

function cell(record: object, column: string): string {
  const value = column.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name], record);
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}

function wrapped(words: readonly string[], indent: number): string {
  const lines = [''];
  for (const word of words) {
    const line = lines.pop()!;
    if (indent + line.length + word.length > HELP_WIDTH) lines.push(line, `${word} `);
    else lines.push(`${line}${word} `);
  }
  return lines.map((line) => line.trimEnd()).join(`\n${' '.repeat(indent)}`);
}
