import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig, SETTINGS } from '../../src/config.js';

describe('settings', () => {
  it('have defaults', () => {
    expect(readConfig({})).toMatchObject({ data: './data', host: '127.0.0.1', port: 4000, adminKey: null, corsOrigins: [], meiliUrl: null });
  });

  it('come from the command line, then from the environment', () => {
    expect(readConfig({ PORT: '5000' }).port).toBe(5000);
    expect(readConfig({ PORT: '5000' }, { port: '6000' }).port).toBe(6000);
    expect(readConfig({ PORT: ' ' }).port).toBe(4000);
  });

  it('are refused by name where they make no sense', () => {
    expect(() => readConfig({ PORT: 'abc' })).toThrow(/PORT must not be "abc"/);
    expect(() => readConfig({}, { port: '65536' })).toThrow(/PORT/);
    expect(() => readConfig({ MEILI_URL: 'ftp://x' })).toThrow(/MEILI_URL/);
    expect(() => readConfig({ ONRECORD_BODY_LIMIT: '10' })).toThrow(/ONRECORD_BODY_LIMIT/);
  });

  it('all stand in the README with their defaults', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const { name, default: value } of SETTINGS) expect(readme).toMatch(new RegExp(`\\| \`${name}\` \\| ${value ? `\`${value.replaceAll('.', '\\.')}\`` : ''} \\|`));
  });

  it('know a loopback address', () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]']) expect(isLoopback(host)).toBe(true);
    for (const host of ['0.0.0.0', '::', '192.168.0.1', 'localhost.example', '']) expect(isLoopback(host)).toBe(false);
  });
});
