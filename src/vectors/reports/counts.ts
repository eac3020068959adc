/** How many cases passed, failed and were skipped: in all, by flag, and for which reasons. */
import type { Saying } from '../request.ts';
import type { CaseResult } from '../result.ts';

export interface Counts {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface SkipCount {
  readonly why: Saying;
  readonly count: number;
}

export function countResults(results: readonly CaseResult[]): Counts {
  const count = (status: CaseResult['status']) => results.filter((result) => result.status === status).length;
  return {
    total: results.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  };
}

/** A case with several flags counts under each; in the order in which they first come. */
export function countFlags(results: readonly CaseResult[]): ReadonlyMap<string, Counts> {
  const byFlag = new Map<string, CaseResult[]>();
  for (const result of results) {
    for (const flag of new Set(result.case.flags)) {
      const list = byFlag.get(flag) ?? [];
      list.push(result);
      byFlag.set(flag, list);
    }
  }
  return new Map([...byFlag].map(([flag, list]) => [flag, countResults(list)]));
}

/** The commonest first. */
export function countSkips(results: readonly CaseResult[]): SkipCount[] {
  const counts = new Map<string, { why: Saying; count: number }>();
  for (const result of results) {
    if (result.status !== 'skipped') continue;
    const key = JSON.stringify(result.why);
    const entry = counts.get(key) ?? { why: result.why, count: 0 };
    entry.count++;
    counts.set(key, entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
