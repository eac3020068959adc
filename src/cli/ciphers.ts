/** The block ciphers by the names they have on the command line. */
import { aes, type BlockCipher, des, tripleDes } from '../block/index.ts';
import { toHex } from '../bytes/index.ts';
import type { RandomSource } from '../random/index.ts';
import { parseBytes } from './parse.ts';
import type { Session } from './session.ts';

export interface CipherChoice {
  readonly create: (key: Uint8Array) => BlockCipher;
  readonly blockSize: 8 | 16;
  /** Lengths a key may have, in bytes. */
  readonly keyLengths: readonly number[];
  /** The length of a drawn key. */
  readonly drawnKeyLength: number;
}

export const CIPHERS = {
  aes: { create: aes, blockSize: 16, keyLengths: [16, 24, 32], drawnKeyLength: 16 },
  '3des': { create: tripleDes, blockSize: 8, keyLengths: [16, 24], drawnKeyLength: 24 },
  des: { create: des, blockSize: 8, keyLengths: [8], drawnKeyLength: 8 },
} as const satisfies Record<string, CipherChoice>;

export type CipherName = keyof typeof CIPHERS;
export const CIPHER_NAMES = Object.keys(CIPHERS) as CipherName[];

/** The bytes given as option `--name`, or as many drawn ones, which are told on stderr. */
export function givenOrDrawn(
  session: Session,
  name: string,
  given: string | undefined,
  draw: { readonly random: RandomSource; readonly length: number },
): Uint8Array {
  if (given !== undefined) return parseBytes(session, `--${name}`, given);
  const bytes = draw.random.bytes(draw.length);
  if (!session.json) session.tell(name, toHex(bytes));
  return bytes;
}
