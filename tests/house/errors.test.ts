import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/domain/errors.js';

it('docs/errors.md explains every code, and no other', () => {
  const documented = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| ([A-Z][A-Z0-9_]+) \|/gm)].map((m) => m[1]);
  expect(documented.sort()).toEqual(Object.keys(ERROR_CODES).sort());
});
