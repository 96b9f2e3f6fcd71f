import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { startFeeder } from '../app/feed.js';
import { ingestArticle } from '../app/ingest.js';
import type { App } from '../app/types.js';
import { isLoopback, type Config } from '../config.js';
import { OnRecordError } from '../domain/errors.js';
import { EXIT, type CommandContext } from './main.js';
import { warn } from './output.js';

const SEEDS_FOLDER = fileURLToPath(new URL('../../seeds/articles/', import.meta.url));

export const serveCommand = (context: CommandContext): Command =>
  new Command('serve')
    .description('start the service: GraphQL API, playground and start page')
    .option('--port <n>', 'port to listen on (default: 4000)')
    .option('--host <h>', 'address to listen on (default: 127.0.0.1)')
    .option('--no-seeds', 'do not load the demonstration articles into an empty data folder')
    .action(async (options: { port?: string; host?: string; data?: string; seeds: boolean }) => {
      await serve(context.config({ port: options.port, host: options.host, data: options.data }), options.seeds);
    });

async function serve(config: Config, withSeeds: boolean): Promise<void> {
  const stop = listenForStop();
  const embedded = config.meiliUrl === null;
  // With the embedded engine a client finds at once what it has just changed, unless another process holds the index;
  // Meilisearch is told and not waited for.
  const onWritten = async (): Promise<void> => {
    const fed = (embedded ? feeder.flushForAnswer() : feeder.flush()).catch((error: unknown) => warn(feedFailure(error)));
    if (embedded) await fed;
  };
  const { openApp } = await import('./open-app.js');
  const { app, close } = await openApp(config, onWritten);
  const feeder = startFeeder(app, (error) => warn(feedFailure(error)));
  const end = async (): Promise<void> => {
    // What the index has not learnt by then it learns at the next start; a search engine that hangs is not waited for.
    const stopped = await Promise.race([feeder.stop().then(() => true), sleep(STOP_MS, false, { ref: false })]);
    if (!stopped) process.exit(EXIT.OK);
    await close();
  };
  if (withSeeds) await loadSeeds(app, join(config.data, SEEDING_FILE), stop);
  if (embedded && !stop.isAsked()) await Promise.race([feeder.flush(), stop.asked]);
  if (stop.isAsked()) return end();

  const { createServer } = await import('../http/server.js');
  const server = await createServer(app, config);
  try {
    await server.listen({ host: config.host, port: config.port });
  } catch (error) {
    await feeder.stop();
    await close();
    throw listenFailure(error, config);
  }
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  process.stdout.write(`OnRecord is ready at http://${isLoopback(config.host) ? 'localhost' : config.host}:${port}\n`);

  await stop.asked;
  await server.close();
  await end();
}

/** Whether somebody asked the service to stop, from the very first: loading and indexing take a while. */
interface Stop {
  readonly asked: Promise<void>;
  readonly isAsked: () => boolean;
}

function listenForStop(): Stop {
  let isAsked = false;
  const asked = new Promise<void>((resolve) => {
    const note = (): void => {
      isAsked = true;
      resolve();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, note);
  });
  return { asked, isAsked: () => isAsked };
}

/** How long the index is fed once the service is told to stop, milliseconds. */
const STOP_MS = 10_000;

/** Stands in the data folder while the demonstration articles load: a start that was cut short is completed by the next. */
const SEEDING_FILE = 'loading-seeds';

/** Into a store that holds no article, once. */
async function loadSeeds(app: App, marker: string, stop: Stop): Promise<void> {
  if (!existsSync(marker) && !(await app.store.read.isEmpty())) return;
  const { readInputs } = await import('../intake/index.js');
  writeFileSync(marker, '');
  for await (const item of readInputs([SEEDS_FOLDER], {})) {
    // The marker stays, and the next start goes on.
    if (stop.isAsked()) return;
    if ('error' in item) throw item.error;
    await ingestArticle(app, item.draft);
  }
  rmSync(marker);
}

function listenFailure(error: unknown, { host, port }: Config): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return new OnRecordError('INVALID_CONFIG', `Port ${port} is in use. Choose another with --port, or 0 for any free one.`);
  if (code === 'EACCES') return new OnRecordError('INVALID_CONFIG', `Port ${port} may not be opened by this user. Choose one above 1023 with --port.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new OnRecordError('INVALID_CONFIG', `${host} is not an address of this machine. Choose another with --host.`);
  return error;
}

/** With what lies behind it, which is for the operator's eyes. */
function feedFailure(error: unknown): string {
  const behind = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `The search index could not be fed: ${error instanceof Error ? error.message : String(error)}${behind} Nothing is lost; it is tried again.`;
}
