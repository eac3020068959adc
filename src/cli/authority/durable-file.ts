/**
 * Files that survive a crash: written whole beside their place, forced to the disk, then moved there in one step.
 *
 * Whatever is found under a temporary name is left over from a writer that was killed.
 */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { forgetTemporary, temporaryBeside } from '../io/temporary.ts';

/** Written and on the disk, under a temporary name still. */
export interface Staged {
  /** Moves it to its place, where it replaces what is there. */
  publish(): void;
}

export function stage(target: string, bytes: Uint8Array, permissions = 0o666): Staged {
  const temporary = temporaryBeside(target);
  const fd = openSync(temporary, 'wx', permissions);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  return {
    publish() {
      renameSync(temporary, target);
      forgetTemporary(temporary);
      syncFolder(dirname(target));
    },
  };
}

/** Writes a file, or replaces it. */
export function writeDurably(target: string, bytes: Uint8Array, permissions?: number): void {
  stage(target, bytes, permissions).publish();
}

/** Removes what killed writers left in `folder`. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^\.crypto-[0-9a-f]{16}\.tmp$/.test(name))
      rmSync(join(folder, name), { force: true, recursive: true });
  }
}

/** Names in a folder are on the disk only once the folder is; not every system lets one ask for that. */
function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    // The file itself is there; only the order after a power cut is not promised.
  }
}
