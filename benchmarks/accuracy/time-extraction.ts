/** A process that extracts the articles of a JSONL file and prints {"wall","processor"}: seconds that extraction took. */
import { readFileSync } from 'node:fs';
import { openExtractor } from '../../src/cli/extractor.js';

const extractor = openExtractor();
const texts = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { text: string }).text);
const [started, before] = [performance.now(), process.cpuUsage()];
for (const text of texts) extractor.extract(text);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ wall: (performance.now() - started) / 1e3, processor: (user + system) / 1e6 }));
