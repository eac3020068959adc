/** Programs by other people that tests talk to. */
import { spawnSync } from 'node:child_process';

/**
 * Whether `program` runs here. Where it is missing tests skip; with `CI` set its absence is an error, so that
 * a green run cannot hide it.
 */
export function hasPeer(program: string, args: readonly string[] = ['version']): boolean {
  const { error, status } = spawnSync(program, args, { stdio: 'ignore' });
  const present = error === undefined && status === 0;
  if (!present && process.env.CI) throw new Error(`CI is set, and ${program} is missing`);
  if (!present) console.warn(`skipped: ${program} is not installed`);
  return present;
}
