/** Bounds on the lengths of encoded messages, and on what is put into them. */
import { CryptoError, expectBytes } from '../errors.ts';
import { bitLength, byteLength, MAX_MODULUS_BITS, os2ip } from '../math/index.ts';
import type { RsaPublicKey } from './key.ts';

/** Throws `bad-argument` unless `length` is a number of bytes that the block of a key can have. */
export function expectBlockLength(name: string, length: number): void {
  expectUpTo(name, length, MAX_MODULUS_BITS / 8);
}

/** Throws `bad-argument` unless `value` is an integer from 0 to `most`. */
export function expectUpTo(name: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  throw new CryptoError(
    'bad-argument',
    `${name}: expected an integer from 0 to ${most}, got ${String(value)}`,
  );
}

/** Throws `bad-length` unless `msg` fits beside the `overhead` bytes of a padding into the key's k. */
export function expectRoom(
  publicKey: RsaPublicKey,
  msg: Uint8Array,
  overhead: number,
  padding: string,
): void {
  expectBytes('msg', msg);
  const k = byteLength(publicKey.n);
  if (k < overhead) {
    throw new CryptoError(
      'bad-length',
      `publicKey: expected a modulus of at least ${overhead} bytes for ${padding}, got ${k}; use a longer key`,
    );
  }
  if (msg.length > k - overhead) {
    throw new CryptoError(
      'bad-length',
      `msg: expected at most ${k - overhead} bytes for a key of ${bitLength(publicKey.n)} bits with ${padding}, got ${msg.length}; encrypt a symmetric key with RSA, and the message with that`,
    );
  }
}

/**
 * A ciphertext as a number. `bad-length` unless it has k bytes, `bad-argument` unless the number is below n: both are
 * plain for everybody to see, so that saying them gives nothing away.
 */
export function ciphertextNumber({ n }: RsaPublicKey, ciphertext: Uint8Array): bigint {
  expectBytes('ciphertext', ciphertext);
  const k = byteLength(n);
  if (ciphertext.length !== k) {
    throw new CryptoError(
      'bad-length',
      `ciphertext: expected ${k} bytes, as the modulus has, got ${ciphertext.length}; it was cut, or made for another key or in another encoding`,
    );
  }
  const c = os2ip(ciphertext);
  if (c < n) return c;
  throw new CryptoError(
    'bad-argument',
    'ciphertext: expected a number below the modulus n, got one that is not; it was changed, or made for another key',
  );
}
