/**
 * Galois/Counter mode (NIST SP 800-38D): CTR encryption, and a tag over ciphertext and additional data.
 *
 * A nonce used twice under one key gives away the pad and, worse, the key of the tag. Nothing that `gcmOpen`
 * has not authenticated is ever returned.
 */
import { type BlockCipher, expectCipher } from '../block/block.ts';
import { concat, equalConstantTime } from '../bytes/bytes.ts';
import { CryptoError, expectBytes, orList } from '../errors.ts';
import { counterKeystream } from './ctr.ts';
import { Ghash, productsOf } from './ghash.ts';
import { runAnyLength, type Transform } from './transform.ts';
import { wordsOf } from './words.ts';

/** The tag lengths of 5.2.1.2, in bytes; 4 and 8 only for applications that count every failure (appendix C). */
export const GCM_TAG_LENGTHS = [4, 8, 12, 13, 14, 15, 16] as const;

/** 5.2.1.1: 2^39 - 256 bits, after which the 32-bit counter would repeat. In bytes. */
export const GCM_MAX_LENGTH = 2 ** 36 - 32;

const NO_AAD = new Uint8Array(0);

/** GCM under one key, for many messages: what all of them need of the key is computed once. */
export interface GcmCipher {
  /** As `gcmSeal`. */
  seal(nonce: Uint8Array, msg: Uint8Array, aad?: Uint8Array, tagLength?: number): Uint8Array;
  /** As `gcmOpen`. A message that fails leaves nothing behind. */
  open(nonce: Uint8Array, sealed: Uint8Array, aad?: Uint8Array, tagLength?: number): Uint8Array;
}

/** For many messages under one key, as TLS records are. `bad-argument` for a cipher whose block is not 16 bytes. */
export function createGcm(cipher: BlockCipher): GcmCipher {
  const key = gcmKey(cipher);
  return {
    seal(nonce, msg, aad = NO_AAD, tagLength = 16) {
      const gcm = new GcmMessage(key, nonce, aad, tagLength);
      const ciphertext = runAnyLength(gcm.keystream, msg, 16);
      gcm.authenticate(ciphertext);
      return concat(ciphertext, gcm.tag());
    },
    open(nonce, sealed, aad = NO_AAD, tagLength = 16) {
      const gcm = new GcmMessage(key, nonce, aad, tagLength);
      expectBytes('sealed', sealed);
      const end = sealed.length - tagLength;
      if (end < 0) throw tooShortForTag(sealed.length, tagLength);
      const ciphertext = sealed.subarray(0, end);
      gcm.authenticate(ciphertext);
      gcm.expectTag(sealed.subarray(end));
      return runAnyLength(gcm.keystream, ciphertext, 16);
    },
  };
}

/**
 * The ciphertext, as long as `msg`, followed by the tag (7.1). The nonce has at least 1 byte, better 12, and is
 * never used twice under one key. `bad-length` for an empty nonce, `bad-argument` for a tag length out of 4, 8,
 * 12 to 16 or a cipher whose block is not 16 bytes.
 */
export function gcmSeal(
  cipher: BlockCipher,
  nonce: Uint8Array,
  msg: Uint8Array,
  aad: Uint8Array = NO_AAD,
  tagLength = 16,
): Uint8Array {
  return createGcm(cipher).seal(nonce, msg, aad, tagLength);
}

/**
 * The message of what `gcmSeal` returned (7.2). `bad-tag` unless nonce, ciphertext, tag and additional data are
 * the ones sealed under this key; `bad-length` for what is shorter than the tag; else as `gcmSeal`.
 */
export function gcmOpen(
  cipher: BlockCipher,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array = NO_AAD,
  tagLength = 16,
): Uint8Array {
  return createGcm(cipher).open(nonce, sealed, aad, tagLength);
}

/** What GCM needs of a key. */
export interface GcmKey {
  readonly cipher: BlockCipher;
  /** Of H, the encrypted zero block (7.1, step 1), for GHASH. */
  readonly products: Int32Array;
}

export function gcmKey(cipher: BlockCipher): GcmKey {
  expectCipher(cipher);
  if (cipher.blockSize !== 16) {
    throw new CryptoError(
      'bad-argument',
      `cipher: gcm takes a cipher with blocks of 16 bytes, got ${cipher.blockSize}`,
    );
  }
  const h = new Int32Array(4);
  cipher.encryptWords(h);
  return { cipher, products: productsOf(h) };
}

/** What sealing and opening one message have in common. */
export class GcmMessage {
  /** GCTR of the message (7.1, step 3): its blocks are XORed with the keystream from inc32(J0) on. */
  readonly keystream: Transform;
  readonly #ghash: Ghash;
  readonly #maskTag: Transform;
  readonly #aadLength: number;
  readonly #tagLength: number;
  #textLength = 0;

  constructor({ cipher, products }: GcmKey, nonce: Uint8Array, aad: Uint8Array, tagLength: number) {
    expectBytes('nonce', nonce);
    expectBytes('aad', aad);
    if (!(GCM_TAG_LENGTHS as readonly number[]).includes(tagLength)) {
      throw new CryptoError(
        'bad-argument',
        `tagLength: expected ${orList(GCM_TAG_LENGTHS)} bytes, got ${tagLength}`,
      );
    }
    if (nonce.length === 0) {
      throw new CryptoError('bad-length', 'nonce: expected at least 1 byte, better 12, got 0 bytes');
    }
    this.#ghash = new Ghash(products);
    const j0 = preCounterBlock(this.#ghash, nonce);
    this.#maskTag = counterKeystream(cipher, j0, 1);
    this.keystream = counterKeystream(cipher, increment32(j0), 1);
    this.#aadLength = aad.length;
    this.#tagLength = tagLength;
    this.#ghash.update(aad);
  }

  /** Counts the next piece of ciphertext into the tag: whole blocks, but for the last piece. */
  authenticate(ciphertext: Uint8Array): void {
    this.#textLength += ciphertext.length;
    expectTextLength(this.#textLength);
    this.#ghash.update(ciphertext);
  }

  /** T of 7.1, step 6, once all is counted. */
  tag(): Uint8Array {
    this.#ghash.updateLengths(this.#aadLength, this.#textLength);
    return runAnyLength(this.#maskTag, this.#ghash.digest(), 16).subarray(0, this.#tagLength);
  }

  /** Throws `bad-tag` unless `tag` is the tag of all that was counted. */
  expectTag(tag: Uint8Array): void {
    if (equalConstantTime(tag, this.tag())) return;
    throw new CryptoError(
      'bad-tag',
      'tag: does not match; key, nonce, additional data or tag length differ, or the data was changed',
    );
  }
}

/** Throws `too-large` for a text of more than 2^36 - 32 bytes. */
export function expectTextLength(length: number): void {
  if (length <= GCM_MAX_LENGTH) return;
  throw new CryptoError('too-large', `msg: gcm takes at most ${GCM_MAX_LENGTH} bytes, got ${length}`);
}

export function tooShortForTag(length: number, tagLength: number): CryptoError {
  return new CryptoError(
    'bad-length',
    `sealed: expected at least the ${tagLength} bytes of the tag, got ${length} bytes`,
  );
}

/** J0 (7.1, step 2): the nonce and a 1 if it has 96 bits, else its hash. Leaves `ghash` as new. */
function preCounterBlock(ghash: Ghash, nonce: Uint8Array): Int32Array {
  if (nonce.length === 12) return wordsOf(concat(nonce, Uint8Array.of(0, 0, 0, 1)));
  ghash.update(nonce);
  ghash.updateLengths(0, nonce.length);
  return wordsOf(ghash.digest());
}

/** inc32 (6.2) */
function increment32(block: Int32Array): Int32Array {
  const next = block.slice();
  next[3] = next[3]! + 1;
  return next;
}
