/**
 * The folder of the index. Each build is a file of its own, and the small file CURRENT names the one that answers:
 *
 *     CURRENT                     index-m3x9k2-1a2b.sqlite
 *     index-m3x9k2-1a2b.sqlite    (with -wal and -shm)
 *     building-4711-m3xa00.sqlite being built by process 4711
 *
 * A build that ends renames its file, then a new CURRENT over the old one, which is one step to every reader. A crash
 * before that step leaves the old index in place, and a file that the next build clears away.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CURRENT = 'CURRENT';
const GENERATION = /^index-[0-9a-z]+-[0-9a-f]+\.sqlite$/;
const INDEX_FILE = /^(index-[0-9a-z]+-[0-9a-f]+\.sqlite)(-wal|-shm|-journal)?$/;
const BUILD_FILE = /^building-(\d+)-[0-9a-z-]+\.sqlite(-wal|-shm|-journal)?$/;

const stamp = (): string => `${Date.now().toString(36)}-${randomBytes(2).toString('hex')}`;

/** Is there a process of this number? One that belongs to another user counts. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export class IndexFolder {
  /** Files that this process is building now. */
  private readonly building = new Set<string>();

  constructor(private readonly path: string) {
    mkdirSync(path, { recursive: true });
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** The name of the file that answers, null where there is none. */
  current(): string | null {
    try {
      const name = readFileSync(this.file(CURRENT), 'utf8').trim();
      return GENERATION.test(name) ? name : null;
    } catch {
      return null;
    }
  }

  /** A name for a file to build in. */
  startBuild(): string {
    const name = `building-${process.pid}-${stamp()}.sqlite`;
    this.building.add(name);
    return name;
  }

  /** Puts a finished build, closed and complete, in the place of the current file, and clears away what is left over. */
  finishBuild(building: string): void {
    const name = `index-${stamp()}.sqlite`;
    this.flush(building);
    renameSync(this.file(building), this.file(name));
    this.building.delete(building);
    const pointer = `${building}.pointer`;
    writeFileSync(this.file(pointer), `${name}\n`);
    this.flush(pointer);
    renameSync(this.file(pointer), this.file(CURRENT));
    this.clear();
  }

  abandonBuild(building: string): void {
    this.building.delete(building);
    this.remove(readdirSync(this.path).filter((name) => name.startsWith(building)));
  }

  /** Removes old generations and builds whose process died. Readers that hold an old file keep it until they move over. */
  private clear(): void {
    const current = this.current();
    this.remove(readdirSync(this.path).filter((name) => {
      const generation = INDEX_FILE.exec(name)?.[1];
      if (generation) return generation !== current;
      const pid = Number(BUILD_FILE.exec(name)?.[1] ?? NaN);
      if (Number.isNaN(pid)) return false;
      return pid === process.pid ? ![...this.building].some((b) => name.startsWith(b)) : !isAlive(pid);
    }));
  }

  private remove(names: readonly string[]): void {
    for (const name of names) {
      try {
        rmSync(this.file(name), { force: true });
      } catch {
        // Some systems refuse to remove an open file; the next build tries again.
      }
    }
  }

  private flush(name: string): void {
    const descriptor = openSync(this.file(name), 'r+');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}
