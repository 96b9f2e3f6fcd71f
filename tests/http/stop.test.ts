import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { startService, type Service } from '../support/command.js';
import { temporaryFolder } from '../support/folder.js';

/** Well below the 72 s that an idle connection is kept, ms. */
const PROMPT_MS = 10_000;

async function open(): Promise<Service> {
  const service = await startService(['--data', temporaryFolder(), '--no-seeds']);
  onTestFinished(() => service.kill());
  return service;
}

async function connected(service: Service): Promise<Socket> {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

const body = JSON.stringify({ query: 'mutation { ingestArticles(articles: [{ body: "“Yes,” said Ada Brook." }]) { results { status } } }' });
const head = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;

it('a request that was on its way when the stop came is answered, and done', async () => {
  const service = await open();
  const socket = await connected(service);
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  socket.write(head + body.slice(0, 20));
  // So that the server has begun to read it.
  await pause(300);
  const stopped = service.stop();
  await pause(500);
  const started = performance.now();
  socket.write(body.slice(20));
  await once(socket, 'close');
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
  expect(text).toContain('{"data":{"ingestArticles":{"results":[{"status":"CREATED"}]}}}');
  expect(text).toMatch(/^connection: close/im);
  expect(await stopped).toBe(0);
  expect(performance.now() - started).toBeLessThan(PROMPT_MS);
});

it('connections that ask for nothing do not hold the stop up', async () => {
  const service = await open();
  const silent = await connected(service);
  silent.on('error', () => {});
  const idle = await connected(service);
  idle.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(idle, 'data');
  const started = performance.now();
  expect(await service.stop()).toBe(0);
  expect(performance.now() - started).toBeLessThan(PROMPT_MS);
});
