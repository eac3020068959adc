/** AES-GCM as NIST SP 800-38D writes it down, with the mistakes that people make. For comparing with wrong answers only. */
import { type BlockCipher, encryptBlock } from '../../block/index.ts';
import { concat, concatAll, xor } from '../../bytes/index.ts';
import { i2osp, os2ip } from '../../math/index.ts';
import { counted } from './flawed-modes.ts';

/** With none of them it is GCM. */
export interface GcmFlaws {
  readonly noLengths?: boolean;
  readonly lengthsInBytes?: boolean;
  readonly lengthsSwapped?: boolean;
  /** The tag is the hash itself. */
  readonly noMask?: boolean;
  readonly textBeforeAad?: boolean;
  readonly noAad?: boolean;
  /** A and C one after the other, without zeros between. */
  readonly joined?: boolean;
  readonly hashesPlaintext?: boolean;
  /** J0 of an IV of 12 bytes by GHASH, as for all other lengths. */
  readonly ivHashed?: boolean;
  /** The first block is encrypted with J0 itself. */
  readonly startsAtJ0?: boolean;
  /** Bits of a byte from the right. */
  readonly bitsReflected?: boolean;
}

/** Ciphertext and whole tag. */
export function flawedGcm(
  cipher: BlockCipher,
  iv: Uint8Array,
  msg: Uint8Array,
  aad: Uint8Array,
  flaws: GcmFlaws,
): { readonly ct: Uint8Array; readonly tag: Uint8Array } {
  const H = encryptBlock(cipher, new Uint8Array(16));
  const hash = (...parts: Uint8Array[]) => ghash(H, concatAll(parts), flaws);
  const isShort = iv.length === 12 && !flaws.ivHashed;
  const J0 = isShort
    ? concat(iv, Uint8Array.of(0, 0, 0, 1))
    : hash(filled(iv), new Uint8Array(8), i2osp(BigInt(8 * iv.length), 8));
  const ct = counter(cipher, flaws.startsAtJ0 ? J0 : counted(J0, 4), msg);

  const A = flaws.noAad ? new Uint8Array(0) : aad;
  const C = flaws.hashesPlaintext ? msg : ct;
  const unit = flaws.lengthsInBytes ? 1 : 8;
  const lengths = [A, C].map((part) => i2osp(BigInt(unit * part.length), 8));
  if (flaws.lengthsSwapped) lengths.reverse();
  const texts = flaws.textBeforeAad ? [C, A] : [A, C];
  const hashed = flaws.joined ? [filled(concatAll(texts))] : texts.map(filled);
  const S = hash(...hashed, ...(flaws.noLengths ? [] : lengths));
  return { ct, tag: flaws.noMask ? S : xor(S, encryptBlock(cipher, J0)) };
}

/** GCTR (6.5): the last 32 bits of the block count. */
export function counter(cipher: BlockCipher, first: Uint8Array, text: Uint8Array): Uint8Array {
  const out = text.slice();
  let block = first;
  for (let at = 0; at < text.length; at += 16) {
    encryptBlock(cipher, block).forEach((byte, i) => {
      if (at + i < out.length) out[at + i]! ^= byte;
    });
    block = counted(block, 4);
  }
  return out;
}

/** GHASH (6.4), bit by bit. */
function ghash(H: Uint8Array, text: Uint8Array, { bitsReflected }: GcmFlaws): Uint8Array {
  const order = (block: Uint8Array) => (bitsReflected ? block.map(reflected) : block);
  const h = os2ip(order(H));
  let Y = 0n;
  for (let at = 0; at < text.length; at += 16) {
    Y = product(Y ^ os2ip(order(text.subarray(at, at + 16))), h);
  }
  return order(i2osp(Y, 16));
}

/** X * Y in GF(2^128), whose bits are counted from the left (6.3). */
function product(x: bigint, y: bigint): bigint {
  let Z = 0n;
  let V = y;
  for (let i = 127n; i >= 0n; i--) {
    if ((x >> i) & 1n) Z ^= V;
    V = V & 1n ? (V >> 1n) ^ (0xe1n << 120n) : V >> 1n;
  }
  return Z;
}

function reflected(byte: number): number {
  return Number.parseInt([...byte.toString(2).padStart(8, '0')].reverse().join(''), 2);
}

/** With zeros up to whole blocks. */
function filled(text: Uint8Array): Uint8Array {
  return concat(text, new Uint8Array((16 - (text.length % 16)) % 16));
}
