import { Command } from 'commander';
import type { CommandContext } from './main.js';
import { Output } from './output.js';

export const schemaCommand = (_context: CommandContext): Command =>
  new Command('schema').description("print the API's schema in SDL").action(async () => {
    // Loaded here: no other command but serve needs the API's classes.
    const { printOnRecordSchema } = await import('../graphql/schema.js');
    const output = new Output();
    await output.raw(await printOnRecordSchema());
    await output.flush();
  });
