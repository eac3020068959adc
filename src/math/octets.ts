/**
 * Numbers as bytes and back (RFC 8017, 4), most significant byte first.
 */
import { fromHex, toHex } from '../bytes/index.ts';
import { CryptoError, expectBytes, expectInteger } from '../errors.ts';
import { byteLength } from './integer.ts';

/** OS2IP (4.2): the number that `bytes` write; 0 for none. Never negative. */
export function os2ip(bytes: Uint8Array): bigint {
  expectBytes('bytes', bytes);
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
}

/**
 * I2OSP (4.1): `x` in exactly `length` bytes. `bad-argument` for a negative x or a length that is none, `too-large` if it
 * does not fit ("integer too large").
 */
export function i2osp(x: bigint, length: number): Uint8Array {
  expectInteger('x', x);
  if (x < 0n) throw new CryptoError('bad-argument', 'x: expected a number from 0 up, got a negative one');
  if (!Number.isSafeInteger(length) || length < 0) {
    throw new CryptoError('bad-argument', `length: expected a number of bytes from 0 up, got ${length}`);
  }
  if (byteLength(x) > length) {
    throw new CryptoError(
      'too-large',
      `x: expected a number of at most ${length} bytes, got one of ${byteLength(x)}`,
    );
  }
  return length === 0 ? new Uint8Array(0) : fromHex(x.toString(16).padStart(2 * length, '0'));
}

/** The number that `bytes` write in two's complement, as ASN.1's INTEGER does (X.690, 8.3): `ff` is -1, `00ff` is 255. */
export function fromTwosComplement(bytes: Uint8Array): bigint {
  return BigInt.asIntN(8 * bytes.length, os2ip(bytes));
}
