/**
 * HMAC, a message authentication code from any hash function (RFC 2104; FIPS 198-1, 4).
 *
 * It convinces those who share the key, and nobody else: either of them could have made it. Compare tags with
 * `equalConstantTime`.
 */
import { expectBytes } from '../errors.ts';
import { expectHash, type Hash, type HashState } from '../hash/index.ts';

/** The tag of `msg`: `hash.digestLength` bytes. A key longer than `hash.blockSize` is hashed first. */
export function hmac(hash: Hash, key: Uint8Array, msg: Uint8Array): Uint8Array {
  expectBytes('msg', msg);
  return hmac.create(hash, key).update(msg).digest();
}

/** HMAC over a message fed piece by piece. Clones share the work done on the key. */
hmac.create = (hash: Hash, key: Uint8Array): HashState => {
  expectHash(hash);
  expectBytes('key', key);
  const pad = new Uint8Array(hash.blockSize);
  pad.set(key.length > hash.blockSize ? hash(key) : key);
  for (let i = 0; i < pad.length; i++) pad[i]! ^= IPAD;
  const inner = hash.create().update(pad);
  for (let i = 0; i < pad.length; i++) pad[i]! ^= IPAD ^ OPAD;
  return new HmacState(inner, hash.create().update(pad));
};

/** RFC 2104, 2. */
const IPAD = 0x36;
const OPAD = 0x5c;

class HmacState implements HashState {
  readonly #inner: HashState;
  /** Has seen the padded key only, and stays so. */
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
    return this.#outer.digestWith(this.#inner.digest());
  }

  digestWith(last: Uint8Array): Uint8Array {
    return this.#outer.digestWith(this.#inner.digestWith(last));
  }

  clone(): HashState {
    return new HmacState(this.#inner.clone(), this.#outer);
  }
}
