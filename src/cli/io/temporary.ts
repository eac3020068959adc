/** Temporary files that never outlive the process, whatever ends it. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const open = new Set<string>();
let watching = false;

/** A new name beside `target`, removed at exit unless `keepTemporary` was called. */
export function temporaryBeside(target: string): string {
  watch();
  const name = join(
    dirname(target),
    `.${basename(target).slice(0, 200)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  open.add(name);
  return name;
}

/** The file has become something else, or is gone: leave its name alone. */
export function forgetTemporary(name: string): void {
  open.delete(name);
}

/** Removes the file now. */
export function removeTemporary(name: string): void {
  rmSync(name, { force: true });
  open.delete(name);
}

function watch(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const name of open) rmSync(name, { force: true });
  });
  const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
  for (const [signal, number] of Object.entries(signals)) {
    process.once(signal, () => process.exit(128 + number));
  }
}
