/** Where a command's random values come from: the system, or `--seed WORD`. */
import { type RandomSource, seededRandom, systemRandom } from '../random/index.ts';
import type { Session } from './session.ts';

/** With a seed, says once that what comes out of it is not secret. */
export function openRandom(session: Session, seed: string | undefined): RandomSource {
  if (seed === undefined) return systemRandom;
  session.note('cli.seeded');
  return seededRandom(seed);
}
