/** Runs the real command line as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const LAUNCHER = resolve('bin/onrecord.js');
/** Settings of the machine that the tests run on must not reach the program. */
const CLEAN = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(ONRECORD_|MEILI_|HOST$|PORT$)/.test(name)));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

export const spawnCommand = (args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(process.execPath, [LAUNCHER, ...args], { env: { ...CLEAN, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });

export async function onrecord(args: readonly string[], { input = '', env = {} }: RunOptions = {}): Promise<Ended> {
  const child = spawnCommand(args, env);
  let [stdout, stderr] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin!.on('error', () => {}).end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

export const jsonLines = (text: string): Record<string, unknown>[] => text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);

export interface Service {
  readonly url: string;
  readonly process: ChildProcess;
  graphql<T = Record<string, unknown>>(query: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<{ data?: T; errors?: { message: string; path?: string[]; extensions: { code: string } }[] }>;
  /** Ends it as a user would; the exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
  stderr(): string;
}

/** Starts `serve` on a free port and waits until it says that it is ready. */
export async function startService(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Service> {
  const child = spawnCommand(['serve', '--port', '0', ...args], { ONRECORD_LOG: 'warn', ...env });
  let [stdout, stderr] = ['', ''];
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const url = await new Promise<string>((found, fail) => {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const ready = /^OnRecord is ready at (http:\S+)$/m.exec(stdout);
      if (ready) found(ready[1]);
    });
    child.once('exit', (code) => fail(new Error(`serve ended with ${code}: ${stderr}`)));
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  return {
    url,
    process: child,
    graphql: async (query, variables = {}, headers = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as never;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stderr: () => stderr,
  };
}
