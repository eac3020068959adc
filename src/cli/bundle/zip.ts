/** A zip whose bytes depend on nothing but its files: no time, no order of the disk. */
import { type Zippable, zipSync } from 'fflate';
import type { Files } from './toolkit-files.ts';

/** A zip holds local time without a zone, and so is this: the same fields everywhere. */
const TIME = new Date(1980, 0, 2, 12);
const UNIX = 3;

/** `executables` may be run by those who unpack it. */
export function zipFiles(files: Files, executables: readonly string[]): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort()) {
    const mode = executables.includes(name) ? 0o100755 : 0o100644;
    entries[name] = [files.get(name)!, { os: UNIX, attrs: mode * 2 ** 16, mtime: TIME, level: 6 }];
  }
  return zipSync(entries);
}
