/** The command line: `node bin/onrecord.js COMMAND`. One file a command; this one knows their names and how to end. */
import { Command, CommanderError } from 'commander';
import { readConfig, SETTINGS, type Config } from '../config.js';
import { OnRecordError } from '../domain/errors.js';
import { exportCommand } from './export.js';
import { extractCommand } from './extract.js';
import { ingestCommand } from './ingest.js';
import { matchCommand } from './match.js';
import { failureReport, warn } from './output.js';
import { reindexCommand } from './reindex.js';
import { schemaCommand } from './schema.js';
import { searchCommand } from './search.js';
import { serveCommand } from './serve.js';
import { VERSION } from './version.js';

/** All went well; something was rejected or failed; the command line is wrong. */
export const EXIT = { OK: 0, FAILED: 1, USAGE: 2 } as const;

/** They take --data, as every command does, and make no folder. */
const STORELESS: readonly string[] = ['extract', 'match', 'schema'];

/** What a command is told beside its own options. */
export interface CommandContext {
  config(given?: Partial<Record<keyof Config, string>>): Config;
}

/** @returns the exit code */
export async function run(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.OK;
  const program = new Command('onrecord')
    .description('Who said what, in which outlet, in whose words.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', settingsHelp);
  const context: CommandContext = { config: (given = {}) => readConfig(process.env, given) };
  const finish = (code: number): void => void (exitCode = code);
  for (const define of [serveCommand, ingestCommand, extractCommand, matchCommand, searchCommand, exportCommand, reindexCommand, schemaCommand]) {
    const command = define(context, finish);
    const storeless = STORELESS.includes(command.name());
    command.option('--data <dir>', `folder of the store and the embedded index (${storeless ? 'not used here' : 'default: ONRECORD_DATA, or ./data'})`);
    command.helpOption('-h, --help', 'print this help');
    program.addCommand(saysUsage(command).exitOverride());
  }
  try {
    await saysUsage(program).exitOverride().parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** What is wrong with the command line is said in the form of every error, and where to read on. */
const saysUsage = (command: Command): Command => {
  const help = command.name() === 'onrecord' ? 'onrecord --help' : `onrecord ${command.name()} --help`;
  return command.configureOutput({ outputError: (text, write) => write(`${text.trim().replace(/^error: /, 'USAGE: ')}\nSee ${help}\n`) });
};

function exitCodeOf(error: unknown): number {
  // Commander has already said what is wrong; help and version end with its code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
  if (error instanceof OnRecordError) {
    warn(`${error.code}: ${error.message}`);
    return error.code === 'USAGE' || error.code === 'INVALID_CONFIG' ? EXIT.USAGE : EXIT.FAILED;
  }
  warn(failureReport(error, logLevel()));
  return EXIT.FAILED;
}

/** Of a command that failed before it read its settings too. */
function logLevel(): string {
  try {
    return readConfig().logLevel;
  } catch {
    return 'info';
  }
}

function settingsHelp(): string {
  const width = Math.max(...SETTINGS.map((s) => s.name.length));
  const lines = SETTINGS.map((s) => `  ${s.name.padEnd(width)}  ${s.help}${s.default ? ` (default: ${s.default})` : ''}`);
  return `\nSettings, from the environment:\n${lines.join('\n')}`;
}

// A reader that has seen enough (`| head`) ends the program without complaint.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.OK);
    throw error;
  });
}

process.exitCode = await run(process.argv.slice(2));
