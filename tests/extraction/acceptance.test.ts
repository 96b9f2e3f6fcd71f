/** What any reader finds in the five real articles of the corpus folder. Set ONRECORD_CORPUS to run it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openExtractor } from '../../src/cli/extractor.js';
import { textOf } from '../../src/text/spans.js';

const folder = join(process.env.ONRECORD_CORPUS ?? '', 'seeds');
const present = Boolean(process.env.ONRECORD_CORPUS) && existsSync(folder);

describe.skipIf(!present)('the five articles (skipped unless ONRECORD_CORPUS names the corpus folder)', () => {
  const articles = present ? readdirSync(folder).filter((f) => f.endsWith('.txt')).map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { file, text, extraction: openExtractor().extract(text) };
  }) : [];

  it('name Vladimir Putin and Ilham Aliyev, each once', () => {
    for (const { extraction } of articles) {
      const names = extraction.speakers.map((s) => s.name);
      expect(names.filter((n) => /Putin/.test(n))).toEqual(['Vladimir Putin']);
      expect(names.filter((n) => /Aliyev/.test(n))).toEqual(['Ilham Aliyev']);
    }
  });

  it('hold the promise of compensation, said by Putin', () => {
    for (const { file, text, extraction } of articles) {
      const promises = extraction.quotes.filter((q) => /compensat/.test(textOf(text, q.content)));
      const speakers = promises.map((q) => (q.speaker === null ? null : extraction.speakers[q.speaker].name));
      expect(speakers, file).toContain('Vladimir Putin');
      expect(speakers, file).not.toContain('Ilham Aliyev');
    }
  });

  it('give no quote from links and subscription lines', () => {
    for (const { text, extraction } of articles) {
      for (const quote of extraction.quotes) expect(textOf(text, quote.content)).not.toMatch(/READ MORE|Subscribe|Stay current|Share\./);
    }
  });

  it('attribute every quotation of a sentence to somebody', () => {
    for (const { file, text, extraction } of articles) {
      for (const quote of extraction.quotes.filter((q) => q.kind === 'DIRECT')) expect(quote.speaker, `${file}: ${textOf(text, quote.content)}`).not.toBeNull();
    }
  });
});
