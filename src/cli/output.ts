/** Standard output is for results, standard error for all else. */
import { once } from 'node:events';
import cliProgress from 'cli-progress';
import { ERROR_CODES, OnRecordError } from '../domain/errors.js';

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

/** Text of an article may hold what a terminal takes for an order. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]+/g;

export const withoutControls = (text: string): string => text.replace(CONTROLS, ' ');

export const warn = (message: string): void => void process.stderr.write(`${withoutControls(message)}\n`);

/** A failure of ours in a line; where in the program it happened is told only to who asks for it. */
export function failureReport(error: unknown, logLevel: string): string {
  const cause = error instanceof OnRecordError ? (error.cause ?? error) : error;
  if (logLevel === 'debug' && cause instanceof Error) return `INTERNAL: ${cause.stack}`;
  return `INTERNAL: ${ERROR_CODES.INTERNAL} (${cause instanceof Error ? cause.message : String(cause)}) ONRECORD_LOG=debug shows where.`;
}

export interface Progress {
  /** @param done how many records; @param share 0..1 of the work, null where nobody knows how much there is */
  update(done: number, share: number | null): void;
  stop(): void;
}

interface Shown extends Record<string, unknown> {
  done: number;
  share: number | null;
  seconds: number;
}

/**
 * A bar with rate and time left on standard error; nothing where that is no terminal.
 * @param besideResults results are printed meanwhile: no bar where they go to the terminal too
 */
export function startProgress(what: string, unit: string, { besideResults = false } = {}): Progress {
  if (!process.stderr.isTTY || (besideResults && process.stdout.isTTY)) return { update: () => {}, stop: () => {} };
  const started = performance.now();
  const shown: Shown = { done: 0, share: null, seconds: 0 };
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: (_options, _params, payload: Shown) => progressLine(what, unit, payload),
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(1, 0, shown);
  return {
    update: (done, share) => bar.update(share ?? 0, { done, share, seconds: (performance.now() - started) / 1000 }),
    stop: () => bar.stop(),
  };
}

const BAR_WIDTH = 30;

/** "Ingesting ███░░░ 50 % · 1200 articles · 40/s · 0:30 left" */
export function progressLine(what: string, unit: string, { done, share, seconds }: Shown): string {
  const rate = seconds > 0 ? (done / seconds).toFixed(done < 10 * seconds ? 1 : 0) : '0';
  const count = `${done} ${unit} · ${rate}/s`;
  if (share === null) return `${what} · ${count}`;
  const full = Math.round(share * BAR_WIDTH);
  const left = share > 0 ? Math.round((seconds * (1 - share)) / share) : null;
  const time = left === null ? '' : ` · ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')} left`;
  return `${what} ${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${Math.floor(share * 100)} % · ${count}${time}`;
}
