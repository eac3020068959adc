/**
 * HMAC, a message authentication code from any hash function (RFC 2104; FIPS 198-1, 4).
 *
 * It convinces those who share the key, and nobody else: either of them could have made it. Compare tags with
 * `equalConstantTime`.
 */
import { CryptoError, expectBytes, kindOf } from '../errors.ts';
import type { Hash, HashState } from '../hash/hash.ts';

/** The tag of `msg`: `hash.digestLength` bytes. A key longer than `hash.blockSize` is hashed first. */
export function hmac(hash: Hash, key: Uint8Array, msg: Uint8Array): Uint8Array {
  expectBytes('msg', msg);
  return hmac.create(hash, key).update(msg).digest();
}

/** HMAC over a message fed piece by piece. Clones share the work done on the key. */
hmac.create = (hash: Hash, key: Uint8Array): HashState => {
  if (typeof hash !== 'function') {
    throw new CryptoError(
      'bad-argument',
      `hash: expected a hash function such as sha256, got ${kindOf(hash)}`,
    );
  }
  expectBytes('key', key);
  const innerPad = new Uint8Array(hash.blockSize).fill(0x36);
  const outerPad = new Uint8Array(hash.blockSize).fill(0x5c);
  const k0 = key.length > hash.blockSize ? hash(key) : key;
  for (let i = 0; i < k0.length; i++) {
    innerPad[i]! ^= k0[i]!;
    outerPad[i]! ^= k0[i]!;
  }
  const inner = hash.create().update(innerPad);
  const outer = hash.create().update(outerPad);
  return new HmacState(inner, outer);
};

class HmacState implements HashState {
  readonly #inner: HashState;
  /** Has seen the outer pad only, and stays so. */
  readonly #outer: HashState;

  constructor(inner: HashState, outer: HashState) {
    this.#inner = inner;
    this.#outer = outer;
  }

  update(chunk: Uint8Array): this {
    this.#inner.update(chunk);
    return this;
  }

  digest(): Uint8Array {
    return this.#outer.clone().update(this.#inner.digest()).digest();
  }

  clone(): HashState {
    return new HmacState(this.#inner.clone(), this.#outer);
  }
}
