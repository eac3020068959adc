/** Another user for a submitted program, where we are root and may choose: one whose number nobody else has. */
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RunAs } from '../exec/stragglers.ts';

/** Above those of people, services and containers, below what some file systems take for -1. */
const FIRST = 1_900_000_000;
const RANGE = 100_000_000;
/** Below these are people and services; 65534 is nobody. */
const LEAST = 10_000;

/** Undefined where we are not root. Another one each time. */
export function otherUser(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return { uid: numberIn('/proc/self/uid_map'), gid: numberIn('/proc/self/gid_map') };
}

/** Inside a container not every number may exist: then one from the end of what does. */
function numberIn(map: string): number {
  const ranges = rangesIn(map);
  const number = FIRST + randomInt(RANGE);
  if (ranges.some(({ from, count }) => number >= from && number < from + count)) return number;
  const { from, count } = ranges.toSorted((a, b) => b.count - a.count)[0]!;
  return from + count - 2 - randomInt(Math.max(1, Math.min(20_000, from + count - 2 - LEAST)));
}

function rangesIn(map: string): { readonly from: number; readonly count: number }[] {
  try {
    const lines = readFileSync(map, 'utf8').trim().split('\n');
    const ranges = lines.map((line) => line.trim().split(/\s+/).map(Number));
    return ranges.map(([from = 0, , count = 0]) => ({ from, count }));
  } catch {
    return [{ from: 0, count: 2 ** 32 }];
  }
}
