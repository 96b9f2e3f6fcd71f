/** Standard output is for results, standard error for all else. */
import { once } from 'node:events';
import cliProgress from 'cli-progress';

/** UTF-16 units gathered before they are handed on: a write a line is slow. */
const BUFFER_UNITS = 64 * 1024;

/** Writes lines to standard output, as fast as its reader takes them. */
export class Output {
  private buffered = '';

  constructor(private readonly stream: NodeJS.WritableStream = process.stdout) {}

  async line(text: string): Promise<void> {
    await this.raw(`${text}\n`);
  }

  async json(value: unknown): Promise<void> {
    await this.line(JSON.stringify(value));
  }

  async raw(text: string): Promise<void> {
    this.buffered += text;
    if (this.buffered.length >= BUFFER_UNITS) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.buffered;
    this.buffered = '';
    if (text && !this.stream.write(text)) await once(this.stream, 'drain');
  }
}

export const warn = (message: string): void => void process.stderr.write(`${message}\n`);

export interface Progress {
  /** How much is done, of how much where that is known. */
  update(done: number, total?: number): void;
  stop(): void;
}

/** A bar with rate and time left on standard error; nothing where that is no terminal. */
export function startProgress(what: string): Progress {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const started = performance.now();
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: `${what} {bar} {value}/{total} · {rate}/s · {eta_formatted} left`,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(0, 0, { rate: '0' });
  return {
    update: (done, total) => {
      if (total !== undefined) bar.setTotal(total);
      const seconds = (performance.now() - started) / 1000;
      bar.update(done, { rate: seconds > 0 ? (done / seconds).toFixed(0) : '0' });
    },
    stop: () => bar.stop(),
  };
}
