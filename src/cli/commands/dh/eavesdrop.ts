/** What an eavesdropper does who has only what went over the network: try one exponent after the other. */
import type { DhGroup } from '../../../dh/index.ts';

export interface Eavesdropping {
  /** How many powers of g were computed. */
  readonly tries: number;
  /** Whose public value came out, and of which exponent; nothing where the tries were not enough. */
  readonly found?: { readonly of: 'a' | 'b'; readonly exponent: bigint };
}

/** Walks through g^1, g^2, g^3, … until one is A or B. `onTry` is told now and then how far it is. */
export function eavesdrop(
  { p, g }: DhGroup,
  { a, b }: { readonly a: bigint; readonly b: bigint },
  most: number,
  onTry: (tries: number) => void,
): Eavesdropping {
  let power = 1n;
  for (let tries = 1; tries <= most; tries++) {
    power = (power * g) % p;
    if (power === a) return { tries, found: { of: 'a', exponent: BigInt(tries) } };
    if (power === b) return { tries, found: { of: 'b', exponent: BigInt(tries) } };
    if (tries % STRIDE === 0) onTry(tries);
  }
  return { tries: most };
}

const STRIDE = 4096;
