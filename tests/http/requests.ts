/** Sends the service what no well-behaved client would. */
import { connect } from 'node:net';
import { expect } from 'vitest';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: { data?: unknown; errors?: { message: string; path?: string[]; extensions: { code: string } }[] };
}

/** What must never be in an answer: a stack, SQL, a path of the machine, the words of an engine. */
const INTERNALS = /\bat .+:\d+:\d+|node_modules|node:internal|SQLITE|\bSELECT\b|\bFROM\s+\w+\s+WHERE\b|\/(root|home|tmp|usr|work|srv)\/|FST_ERR|fastify|apollo server|meilisearch|fts5|TypeError|RangeError/i;

export async function send(url: string, options: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, options);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: text ? (JSON.parse(text) as Answer['json']) : {} };
}

export const post = (url: string, body: BodyInit | undefined, headers: Record<string, string> = { 'content-type': 'application/json' }): Promise<Answer> =>
  send(`${url}/graphql`, { method: 'POST', body, headers });

/** The answer to bytes as they stand, for what no client library would send. The request must ask for `Connection: close`. */
export function sendRaw(url: string, bytes: string | Buffer): Promise<{ status: number; head: string; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.once('error', reject).once('close', () => {
      const [head, ...rest] = text.split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]), head, body: rest.join('\r\n\r\n') });
    });
  });
}

/** One JSON error with this code and status that tells nothing of the inside. */
export function expectRefusal(answer: Pick<Answer, 'status' | 'text' | 'headers' | 'json'>, status: number, code: string): void {
  expect({ status: answer.status, codes: answer.json.errors?.map(({ extensions }) => extensions.code) }, answer.text.slice(0, 500)).toEqual({ status, codes: [code] });
  expect(answer.headers.get('content-type')).toMatch(/^application\/(json|graphql-response\+json)/);
  expectNoInternals(answer.text);
}

export function expectNoInternals(text: string): void {
  expect(text).not.toMatch(INTERNALS);
}
