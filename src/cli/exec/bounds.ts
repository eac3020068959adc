/**
 * What a submitted program may take of the machine: memory, processes, and the size of one file.
 *
 * The shell sets the last two before it becomes the program. Memory that is reserved says little of what is used (Node and Java
 * reserve gigabytes): what is used is looked at now and then instead, where /proc shows it, as on Linux.
 */
import { readFileSync } from 'node:fs';
import { processNumbers } from './stragglers.ts';

export interface Bounds {
  /** Of the program and all it has started, together. */
  readonly memoryMiB: number;
  readonly fileMiB: number;
  /** Counted by user: only where the program runs as one of its own. */
  readonly processes?: number | undefined;
}

/** What one submission may take. */
export const SUBMISSION_BOUNDS = { memoryMiB: 2048, fileMiB: 512 } as const;
export const SUBMISSION_PROCESSES = 512;

const LOOK_MS = 200;

/** The arguments of /bin/sh that run the command within the bounds. A shell without such a limit goes on. */
export function shellArguments(command: string, bounds: Bounds | undefined): string[] {
  if (!bounds) return ['-c', command];
  // In blocks of 512 bytes (POSIX, ulimit). The number of processes has one letter in bash and another in dash.
  const limits = [`ulimit -f ${bounds.fileMiB * 2048} 2>/dev/null`];
  const { processes } = bounds;
  if (processes !== undefined)
    limits.push(`{ ulimit -u ${processes} || ulimit -p ${processes}; } 2>/dev/null`);
  return ['-c', `${limits.join('; ')}; exec /bin/sh -c "$1"`, 'sh', command];
}

/** Calls `over` once when the processes that are counted take more memory than that together. Returns how to stop looking. */
export function watchMemory(counts: (pid: number) => boolean, bounds: Bounds, over: () => void): () => void {
  const most = bounds.memoryMiB * 1024;
  const timer = setInterval(() => {
    const counted = processNumbers().filter(counts);
    // In the first sum pages that several share count for each of them, in the second, which takes longer, once.
    if (kibOf(counted, 'status') <= most || kibOf(counted, 'smaps_rollup') <= most) return;
    clearInterval(timer);
    over();
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Where smaps_rollup may not be read, status stands for it. */
function kibOf(pids: readonly number[], file: 'status' | 'smaps_rollup'): number {
  return pids
    .map((pid) => textOf(`/proc/${pid}/${file}`) || textOf(`/proc/${pid}/status`))
    .map((text) => Number(/^(?:VmRSS|Pss):\s*(\d+) kB$/m.exec(text)?.[1] ?? 0))
    .reduce((total, kib) => total + kib, 0);
}

/** The process group. The name, in brackets, may hold anything; behind it come the state, the parent and the group (proc(5)). */
export function groupOf(pid: number): number {
  return Number(/\) \S+ \S+ (\d+) [^)]*$/.exec(textOf(`/proc/${pid}/stat`))?.[1]);
}

/** Empty where the process has gone. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
