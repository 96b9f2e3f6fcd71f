import { Command } from 'commander';
import { reindex } from '../app/reindex.js';
import { countRecords } from './count-records.js';
import type { CommandContext } from './main.js';
import { Output, startProgress } from './output.js';

const HELP = `
The new index is built beside the old one, which answers until the new one takes its place; a running service goes over to it
by itself. It ends with the number of documents on standard output.

  $ onrecord reindex
  124 documents indexed`;

export const reindexCommand = (context: CommandContext): Command =>
  new Command('reindex')
    .description('build the search index anew from the store; searches answer meanwhile')
    .addHelpText('after', HELP)
    .action(async (options: { data?: string }) => {
      const { openExistingApp } = await import('./open-app.js');
      const { app, close } = await openExistingApp(context.config({ data: options.data }));
      const progress = startProgress('Indexing', 'documents');
      try {
        const total = await countRecords(app.store.read, ['QUOTE', 'SPEAKER', 'STATEMENT', 'ARTICLE']);
        const documents = await reindex(app, (p) => progress.update(p.documents, total > 0 ? Math.min(1, p.documents / total) : null));
        progress.stop();
        const output = new Output();
        await output.line(`${documents} documents indexed`);
        await output.flush();
      } finally {
        progress.stop();
        await close();
      }
    });
