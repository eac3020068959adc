/** What a program that ran as a user of its own has left outside its folder: it would fill the disk, or memory, for all others. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { RunAs } from '../exec/stragglers.ts';

/** Where everybody may write, on Linux. */
const COMMON_FOLDERS = ['/tmp', '/var/tmp', '/dev/shm'];

/** All that belongs to this user, once nothing runs as it any more. */
export function removeLeftovers({ uid }: RunAs): void {
  const folders = COMMON_FOLDERS.filter((folder) => existsSync(folder));
  spawnSync('find', [...folders, '-xdev', '-uid', String(uid), '-delete'], { stdio: 'ignore' });
}
