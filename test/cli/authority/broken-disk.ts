/**
 * A disk that breaks at a chosen step, for tests that put it in the place of `node:fs`: `vi.mock('node:fs', breakableFs)`.
 *
 * A step is a call that changes something. A killed process does none from there on; a full disk refuses one.
 */
import type * as Fs from 'node:fs';

const STEPS = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'rmdirSync',
] as const;

export class Killed extends Error {}

type How = 'kill' | 'fail';

const disk = { step: 0, breaksAt: Number.POSITIVE_INFINITY, how: 'kill' as How };

/** From the next step on, which is number 0. */
export function breakAt(step: number, how: How): void {
  Object.assign(disk, { step: 0, breaksAt: step, how });
}

/** The disk works again; how many steps were done or tried. */
export function mendDisk(): number {
  disk.breaksAt = Number.POSITIVE_INFINITY;
  return disk.step;
}

function refuse(name: string, fs: typeof Fs, args: readonly unknown[]): void {
  const at = disk.step++;
  if (disk.how === 'kill' && at >= disk.breaksAt) {
    // It may come in the middle of a write.
    if (name === 'writeSync' && at === disk.breaksAt && args[1] instanceof Uint8Array) {
      fs.writeSync(args[0] as number, args[1].subarray(0, args[1].length >> 1));
    }
    throw new Killed(`killed at step ${at}, ${name}`);
  }
  if (disk.how === 'fail' && at === disk.breaksAt) {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: name });
  }
}

export async function breakableFs(original: () => Promise<unknown>) {
  const fs = (await original()) as typeof Fs;
  const broken = Object.fromEntries(
    STEPS.map((name) => [
      name,
      (...args: unknown[]) => {
        refuse(name, fs, args);
        // No power is cut here, and it is slow.
        if (name === 'fsyncSync') return undefined;
        return (fs[name] as (...all: unknown[]) => unknown)(...args);
      },
    ]),
  );
  return { ...fs, ...broken, default: { ...fs, ...broken } };
}
