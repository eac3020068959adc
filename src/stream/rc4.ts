/**
 * RC4, a trade secret until somebody posted it in 1994 (the algorithm: draft-kaukonen-cipher-arcfour-03; test
 * vectors: RFC 6229).
 *
 * Its keystream is biased: enough ciphertexts of one secret reveal it, and TLS has forbidden RC4 since 2015
 * (RFC 7465). As with every stream cipher, one key must never serve two messages, and nothing is authenticated.
 */
import type { Incremental } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';

/** `msg` xor the keystream of a key of 1 to 256 bytes (else `bad-length`): encrypts, and decrypts again. */
export function rc4(key: Uint8Array, msg: Uint8Array): Uint8Array {
  expectBytes('msg', msg);
  return createRc4(key).update(msg);
}

/** RC4 over a message fed piece by piece; each piece comes out at once, and nothing is left for the end. */
export function createRc4(key: Uint8Array): Incremental {
  const s = initialPermutation(key);
  let i = 0;
  let j = 0;
  let done = false;
  const expectOpen = () => {
    if (done) throw new CryptoError('bad-argument', 'final: already called; one message, one object');
  };
  return {
    update(chunk) {
      expectOpen();
      expectBytes('chunk', chunk);
      const output = new Uint8Array(chunk.length);
      let a = i;
      let b = j;
      for (let at = 0; at < chunk.length; at++) {
        a = (a + 1) & 255;
        const x = s[a]!;
        b = (b + x) & 255;
        const y = s[b]!;
        s[a] = y;
        s[b] = x;
        output[at] = chunk[at]! ^ s[(x + y) & 255]!;
      }
      i = a;
      j = b;
      return output;
    },
    final() {
      expectOpen();
      done = true;
      return new Uint8Array(0);
    },
  };
}

/** The numbers 0 to 255, each swapped once with a place that the key chooses. */
function initialPermutation(key: Uint8Array): Uint8Array {
  expectBytes('key', key);
  if (key.length < 1 || key.length > 256) {
    throw new CryptoError('bad-length', `key: expected 1 to 256 bytes, got ${key.length}`);
  }
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  let j = 0;
  for (let i = 0; i < 256; i++) {
    const x = s[i]!;
    j = (j + x + key[i % key.length]!) & 255;
    s[i] = s[j]!;
    s[j] = x;
  }
  return s;
}
