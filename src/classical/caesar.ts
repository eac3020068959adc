/**
 * The shift cipher, after Suetonius, "The Life of Julius Caesar", 56: each letter moves a fixed number of
 * places along the alphabet.
 *
 * There are 26 keys, and one is no shift at all: `breakCaesar` tries them all in less than a blink.
 */
import type { Incremental } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';

/**
 * Shifts the letters A to Z and a to z, each within its case, by any whole number of places (modulo 26).
 *
 * All other bytes stay, so UTF-8 stays UTF-8. `bad-argument` for a shift that is not a safe integer.
 */
export function caesarEncrypt(shift: number, msg: Uint8Array): Uint8Array {
  expectBytes('msg', msg);
  const table = shiftTable(shift);
  return msg.map((byte) => table[byte]!);
}

/** The inverse of `caesarEncrypt` under the same shift. */
export function caesarDecrypt(shift: number, msg: Uint8Array): Uint8Array {
  return caesarEncrypt(-shift, msg);
}

/** `caesarEncrypt` piece by piece; a negative shift undoes a positive one. */
export function createCaesar(shift: number): Incremental {
  const table = shiftTable(shift);
  return {
    update: (chunk) => {
      expectBytes('chunk', chunk);
      return chunk.map((byte) => table[byte]!);
    },
    final: () => new Uint8Array(0),
  };
}

function shiftTable(shift: number): Uint8Array {
  if (!Number.isSafeInteger(shift)) {
    throw new CryptoError('bad-argument', `shift: expected a whole number, got ${shift}`);
  }
  const places = ((shift % 26) + 26) % 26;
  const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (let letter = 0; letter < 26; letter++) {
    const shifted = (letter + places) % 26;
    table[0x41 + letter] = 0x41 + shifted;
    table[0x61 + letter] = 0x61 + shifted;
  }
  return table;
}
