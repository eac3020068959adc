/**
 * Files that survive a crash: written whole under another name, forced to the disk, then moved to their place in one step.
 *
 * A writer that is killed leaves the other name behind, never half a file in the place of a whole one.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file, or replaces it. */
export function writeDurably(target: string, bytes: Uint8Array, permissions?: number): void {
  const temporary = join(dirname(target), `.${randomBytes(8).toString('hex')}.tmp`);
  writeForced(temporary, bytes, permissions);
  try {
    moveDurably(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A new file, on the disk when this returns; nothing is left of one that could not be written. */
export function writeForced(path: string, bytes: Uint8Array, permissions = 0o666): void {
  const fd = openSync(path, 'wx', permissions);
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

export function moveDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Removes what killed writers of `writeDurably` left in a folder. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^\.[0-9a-f]{16}\.tmp$/.test(name)) rmSync(join(folder, name), { force: true });
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
