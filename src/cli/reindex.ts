import { Command } from 'commander';
import { reindex } from '../app/reindex.js';
import type { CommandContext } from './main.js';
import { Output, startProgress } from './output.js';

export const reindexCommand = (context: CommandContext): Command =>
  new Command('reindex')
    .description('build the search index anew from the store; searches answer meanwhile')
    .action(async (options: { data?: string }) => {
      const { openApp } = await import('./open-app.js');
      const { app, close } = await openApp(context.config({ data: options.data }));
      const progress = startProgress('Indexing');
      try {
        const documents = await reindex(app, (p) => progress.update(p.documents, p.documents));
        progress.stop();
        const output = new Output();
        await output.line(`${documents} documents indexed`);
        await output.flush();
      } finally {
        progress.stop();
        await close();
      }
    });
