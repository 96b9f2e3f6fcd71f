import { Argument, Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { exportRecords, type ExportKind } from '../app/export.js';
import type { CommandContext } from './main.js';
import { Output } from './output.js';

/** The columns of the CSV: dotted names of the fields; lists are written as JSON. */
const COLUMNS: Record<ExportKind, readonly string[]> = {
  quotes: [
    'id', 'article.id', 'article.publisherId', 'article.title', 'article.publishedAt', 'article.source.id', 'article.source.name', 'article.source.domain',
    'kind', 'manner', 'text', 'content', 'cue', 'mention', 'speaker.id', 'speaker.name', 'speaker.type', 'statement.id', 'confidence',
  ],
  statements: ['id', 'text', 'speaker.id', 'speaker.name', 'speaker.type', 'renderings'],
  articles: ['id', 'publisherId', 'title', 'body', 'source.name', 'source.domain', 'url', 'publishedAt', 'byline', 'language', 'revision'],
  overlaps: [
    'a.id', 'a.publisherId', 'b.id', 'b.publisherId', 'relation', 'containmentAInB', 'containmentBInA', 'resemblance', 'nearDuplicate', 'sharedStatements', 'passages',
  ],
};

export const exportCommand = (context: CommandContext): Command =>
  new Command('export')
    .description('print all records of a kind, oldest id first')
    .addArgument(new Argument('<kind>', 'what to print').choices(Object.keys(COLUMNS)))
    .addOption(new Option('--format <format>', 'how to print it').choices(['jsonl', 'csv']).default('jsonl'))
    .action(async (kind: ExportKind, options: { format: 'jsonl' | 'csv'; data?: string }) => {
      const { openApp } = await import('./open-app.js');
      const { app, close } = await openApp(context.config({ data: options.data }));
      try {
        const output = new Output();
        const columns = COLUMNS[kind];
        if (options.format === 'csv') await output.raw(stringify([columns]));
        for await (const record of exportRecords(app.store.read, kind)) {
          if (options.format === 'csv') await output.raw(stringify([columns.map((column) => cell(record, column))]));
          else await output.json(record);
        }
        await output.flush();
      } finally {
        await close();
      }
    });

function cell(record: object, column: string): string {
  const value = column.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name], record);
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}
