/** Temporary files that never outlive the process, whatever ends it. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const open = new Set<string>();
let watching = false;

/** A new name in the folder of `target`, removed at exit unless `forgetTemporary` was called. */
export function temporaryBeside(target: string): string {
  watch();
  const name = join(dirname(target), `.crypto-${randomBytes(8).toString('hex')}.tmp`);
  open.add(name);
  return name;
}

/** The file has become something else, or is gone: leave its name alone. */
export function forgetTemporary(name: string): void {
  open.delete(name);
}

/** Removes the file, or the folder with all that is in it, now. */
export function removeTemporary(name: string): void {
  open.delete(name);
  try {
    rmSync(name, { force: true, recursive: true });
  } catch {
    // The folder no longer lets us: what led here is said already, and is the better reason.
  }
}

function watch(): void {
  if (watching) return;
  watching = true;
  process.once('exit', removeAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      removeAll();
      // Once more, now unhandled. Leaving by `exit` would wait for a read that may never return.
      process.kill(process.pid, signal);
    });
  }
}

function removeAll(): void {
  for (const name of open) removeTemporary(name);
}
