import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openEmbeddedIndex } from '../../src/search/embedded/index.js';
import { searchIndexContract } from './search-index.js';

const root = mkdtempSync(join(tmpdir(), 'onrecord-index-'));
let opened = 0;
afterAll(() => rmSync(root, { recursive: true, force: true }));

searchIndexContract('embedded', () => openEmbeddedIndex({ folder: join(root, String(opened++)) }));
