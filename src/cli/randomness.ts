/** Where a command's random values come from: the system, or `--seed WORD`. */
import { toHex } from '../bytes/index.ts';
import { type RandomSource, seededRandom, systemRandom } from '../random/index.ts';
import type { Session } from './session.ts';

/** With a seed, says once that what comes out of it is not secret. */
export function openRandom(session: Session, seed: string | undefined): RandomSource {
  if (seed === undefined) return systemRandom;
  session.note('cli.seeded');
  return seededRandom(seed);
}

/** As `openRandom`, where the same values are needed twice: each call of `substream` begins its stream anew. */
export function openRepeatable(session: Session, seed: string | undefined): RandomSource {
  return seed === undefined ? seededRandom(toHex(systemRandom.bytes(32))) : openRandom(session, seed);
}
