/**
 * Processes that a program has started and that left its group, as daemons do: found by who they run as, or by a mark in their
 * environment, and ended.
 *
 * By the mark only where /proc shows it, as on Linux, and not those that erased it.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';

/** A user and group that nobody else runs as. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

export interface Mark {
  readonly name: string;
  readonly value: string;
}

export function markOf(): Mark {
  return { name: 'CRYPTO_PRIMER_RUN', value: randomBytes(16).toString('hex') };
}

/** Until none is left, or a program forks faster than we look: then it is left after some rounds. */
export function endStragglers(mark: Mark, runAs: RunAs | undefined): void {
  const killed = new Set<number>();
  let looksInVain = 0;
  for (let round = 0; round < 20; round++) {
    // A process that has ended stays visible until its parent has asked for it.
    const found = processNumbers().filter(
      (pid) =>
        (runAs ? ownerOf(pid) === runAs.uid : environmentOf(pid).includes(`${mark.name}=${mark.value}`)) &&
        !isGone(pid),
    );
    // In the midst of exec() a process shows no environment: one look may miss it.
    if (found.length === 0 && (runAs !== undefined || looksInVain++ > 0)) return;
    // One that forks must not be given time; one that was killed needs a moment to go.
    if (found.every((pid) => killed.has(pid))) pause();
    for (const pid of found) {
      try {
        process.kill(pid, 'SIGKILL');
        killed.add(pid);
      } catch {
        // It has gone.
      }
    }
  }
}

const PAUSE_MS = 5;

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

/** All that run here but ourselves; none where there is no /proc. */
export function processNumbers(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => pid !== process.pid);
  } catch {
    return [];
  }
}

/** Undefined of a process that has gone. */
export function ownerOf(pid: number): number | undefined {
  try {
    return statSync(`/proc/${pid}`).uid;
  } catch {
    return undefined;
  }
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}

/** Ended, and only waiting for its parent (a zombie), or not there at all. */
function isGone(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return true;
  }
}
