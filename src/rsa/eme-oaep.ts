/**
 * EME-OAEP, optimal asymmetric encryption padding (RFC 8017, 7.1.1, step 2, and 7.1.2, step 3; B.2.1 for MGF1).
 */

import { equalBytes, isZero, select } from '../bytes/constant-flow.ts';
import { concat, xor } from '../bytes/index.ts';
import { CryptoError, expectBytes, expectLength } from '../errors.ts';
import { expectHash, type Hash, sha1 } from '../hash/index.ts';
import { expectBlockLength } from './block-length.ts';
import { expectOptions } from './expect-options.ts';
import { mgf1 } from './mgf1.ts';

export interface OaepOptions {
  /** SHA-1 by default, as in RFC 8017 and OpenSSL; with OAEP it is not known to be weak, but SHA-256 is as good. */
  readonly hash?: Hash | undefined;
  /** That of MGF1; `hash` by default. Some libraries keep SHA-1 here. */
  readonly mgfHash?: Hash | undefined;
  /** What both sides know and the padding confirms; empty by default. */
  readonly label?: Uint8Array | undefined;
}

/** The options with all their defaults. */
export function oaepParameters(options: OaepOptions) {
  expectOptions(options);
  const { hash = sha1, mgfHash = hash, label = new Uint8Array(0) } = options;
  expectHash(hash);
  expectHash(mgfHash);
  expectBytes('label', label);
  return { hash, mgfHash, label };
}

/** What stands round a message in a block, in bytes: 2 hLen + 2. */
export function oaepOverhead(hash: Hash): number {
  return 2 * hash.digestLength + 2;
}

/**
 * EM = 00 maskedSeed maskedDB, of `k` bytes, for a random `seed` as long as a digest. `bad-length` where `msg` has more
 * than k - 2 hLen - 2 bytes.
 */
export function emeOaepEncode(
  msg: Uint8Array,
  k: number,
  seed: Uint8Array,
  options: OaepOptions = {},
): Uint8Array {
  const { hash, mgfHash, label } = oaepParameters(options);
  expectBytes('msg', msg);
  expectBlockLength('k', k);
  expectLength('seed', seed, hash.digestLength);
  const room = k - oaepOverhead(hash);
  if (msg.length > room) {
    throw new CryptoError(
      'bad-length',
      `k: expected at least ${msg.length + oaepOverhead(hash)} bytes for OAEP with ${hash.name}, got ${k}`,
    );
  }
  const DB = concat(hash(label), new Uint8Array(room - msg.length), Uint8Array.of(0x01), msg);
  const maskedDB = xor(DB, mgf1(mgfHash, seed, DB.length));
  const maskedSeed = xor(seed, mgf1(mgfHash, maskedDB, seed.length));
  return concat(Uint8Array.of(0x00), maskedSeed, maskedDB);
}

/**
 * The message in a block. `bad-padding` for any fault, in the same words for all and after the same work on every byte:
 * who learns whether it was the first byte can decrypt by asking often (Manger, 2001). `bad-length` for a block too
 * short for the hash.
 */
export function emeOaepDecode(em: Uint8Array, options: OaepOptions = {}): Uint8Array {
  const { hash, mgfHash, label } = oaepParameters(options);
  expectBytes('em', em);
  const hLen = hash.digestLength;
  if (em.length < oaepOverhead(hash)) {
    throw new CryptoError(
      'bad-length',
      `em: expected at least ${oaepOverhead(hash)} bytes for OAEP with ${hash.name}, got ${em.length}`,
    );
  }
  const maskedDB = em.subarray(1 + hLen);
  const seed = xor(em.subarray(1, 1 + hLen), mgf1(mgfHash, maskedDB, hLen));
  const DB = xor(maskedDB, mgf1(mgfHash, seed, maskedDB.length));
  const { found, start } = scanDataBlock(DB, hLen);
  const good = isZero(em[0]!) & equalBytes(hash(label), DB.subarray(0, hLen)) & found;
  if (good === 1) return DB.slice(start);
  throw new CryptoError(
    'bad-padding',
    'ciphertext: expected OAEP padding inside, found none; the key, the hash, the MGF hash or the label may be another, or the data changed',
  );
}

/** Behind lHash: whether (1 or 0) zeros and a byte 01 follow, and where the message starts if they do. */
function scanDataBlock(DB: Uint8Array, hLen: number): { readonly found: number; readonly start: number } {
  let start = 0;
  let found = 0;
  let seeking = 1;
  for (let i = hLen; i < DB.length; i++) {
    const ends = seeking & isZero(DB[i]! ^ 0x01);
    start = select(ends, i + 1, start);
    found |= ends;
    seeking &= isZero(DB[i]!);
  }
  return { found, start };
}
