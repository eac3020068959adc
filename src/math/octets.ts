/**
 * Numbers as bytes and back (RFC 8017, 4), most significant byte first.
 */
import { fromHex, toHex } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { byteLength, expectAtLeast } from './integer.ts';

/** OS2IP (4.2): the number that `bytes` write; 0 for none. Never negative. */
export function os2ip(bytes: Uint8Array): bigint {
  expectBytes('bytes', bytes);
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
}

/**
 * I2OSP (4.1): `x` in exactly `length` bytes. `bad-argument` for a negative x or a length that is none, `bad-length` for an
 * x that takes more ("integer too large").
 */
export function i2osp(x: bigint, length: number): Uint8Array {
  expectAtLeast('x', x, 0n);
  if (!Number.isInteger(length) || length < 0 || length > MAX_LENGTH) {
    throw new CryptoError('bad-argument', `length: expected 0 to ${MAX_LENGTH} bytes, got ${length}`);
  }
  if (byteLength(x) > length) {
    throw new CryptoError(
      'bad-length',
      `x: expected a number of at most ${length} bytes, got one of ${byteLength(x)}`,
    );
  }
  return length === 0 ? new Uint8Array(0) : fromHex(x.toString(16).padStart(2 * length, '0'));
}

/** The number that `bytes` write in two's complement, as ASN.1's INTEGER does (X.690, 8.3): `ff` is -1, `00ff` is 255. */
export function fromTwosComplement(bytes: Uint8Array): bigint {
  const unsigned = os2ip(bytes);
  return BigInt.asIntN(8 * bytes.length, unsigned);
}

/** Far beyond any key: it keeps a slip from filling the memory. */
const MAX_LENGTH = 2 ** 20;
