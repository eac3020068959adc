/** Key expansion of AES (FIPS 197, 5.2), with the columns of its Appendix A. */
import { concatAll, toHex, xor } from '../bytes/index.ts';
import type { TraceStep } from '../trace/index.ts';
import { S_BOX, xtime } from './aes-field.ts';
import { step } from './step.ts';

const CLAUSE = 'FIPS 197, 5.2';

export interface ExpandedKey {
  /** Nr: 10, 12 or 14. */
  readonly rounds: number;
  /** Nr + 1 keys of four words each. */
  readonly roundKeys: readonly Uint8Array[];
  /** One step for each word. */
  readonly steps: TraceStep[];
}

/** For a key of Nk = 4, 6 or 8 words. */
export function expandKey(key: Uint8Array): ExpandedKey {
  const Nk = key.length / 4;
  const Nr = Nk + 6;
  const w: Uint8Array[] = [];
  const steps: TraceStep[] = [];
  let rcon = 0x01;
  for (let i = 0; i < Nk; i++) {
    w[i] = key.slice(4 * i, 4 * i + 4);
    steps.push(step(`w[${i}]`, CLAUSE, 'explain.aes.w.key', { value: toHex(w[i]!), i }));
  }
  for (let i = Nk; i < 4 * (Nr + 1); i++) {
    const temp = w[i - 1]!;
    const earlier = w[i - Nk]!;
    const operands = { i, previous: i - 1, temp: toHex(temp), back: i - Nk, earlier: toHex(earlier) };
    if (i % Nk === 0) {
      const rotated = Uint8Array.of(temp[1]!, temp[2]!, temp[3]!, temp[0]!);
      const substituted = subWord(rotated);
      const Rcon = Uint8Array.of(rcon, 0, 0, 0);
      const afterRcon = xor(substituted, Rcon);
      w[i] = xor(earlier, afterRcon);
      const columns = {
        rotWord: toHex(rotated),
        subWord: toHex(substituted),
        rcon: toHex(Rcon),
        afterRcon: toHex(afterRcon),
      };
      const values = { value: toHex(w[i]!), ...operands, ...columns };
      steps.push(step(`w[${i}]`, CLAUSE, 'explain.aes.w.rcon', values));
      rcon = xtime(rcon);
    } else if (Nk > 6 && i % Nk === 4) {
      const substituted = subWord(temp);
      w[i] = xor(earlier, substituted);
      const values = { value: toHex(w[i]!), ...operands, subWord: toHex(substituted) };
      steps.push(step(`w[${i}]`, CLAUSE, 'explain.aes.w.sub', values));
    } else {
      w[i] = xor(earlier, temp);
      steps.push(step(`w[${i}]`, CLAUSE, 'explain.aes.w.xor', { value: toHex(w[i]!), ...operands }));
    }
  }
  const roundKeys = Array.from({ length: Nr + 1 }, (_, round) =>
    concatAll(w.slice(4 * round, 4 * round + 4)),
  );
  return { rounds: Nr, roundKeys, steps };
}

function subWord(word: Uint8Array): Uint8Array {
  return word.map((byte) => S_BOX[byte]!);
}
