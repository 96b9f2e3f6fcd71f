/** The tests of the command line run what is built: builds it where a source is newer. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const newest = (folder: string): number =>
  Math.max(0, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(folder, file)).mtimeMs));

const BUILT = 'dist/cli/main.js';

export default function buildIfStale(): void {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= newest('src')) return;
  try {
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  } catch (error) {
    // A type error is the type check's to report; the compiler writes what can be run all the same.
    if (!existsSync(BUILT)) throw error;
  }
}
