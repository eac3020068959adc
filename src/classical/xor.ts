/**
 * XOR with a key: Vernam's cipher (US patent 1,310,719), on bytes.
 *
 * A random pad as long as the message, used once, hides it perfectly (Shannon, 1949) and still protects
 * nothing from alteration. The same pad twice, or a short key repeated, hides next to nothing: `xorReuse`
 * and `breakRepeatingXor` show it. Encryption and decryption are the same act.
 */
import { type Incremental, xor } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';

/**
 * msg[i] xor key[(offset + i) mod key.length].
 *
 * `offset` is the place of `msg` in a longer message. `bad-length` for an empty key.
 */
export function xorRepeating(key: Uint8Array, msg: Uint8Array, offset = 0): Uint8Array {
  expectKey(key);
  if (!Number.isSafeInteger(offset) || offset < 0) {
    throw new CryptoError('bad-argument', `offset: expected a whole number of at least 0, got ${offset}`);
  }
  expectBytes('msg', msg);
  const out = new Uint8Array(msg.length);
  let at = offset % key.length;
  for (let i = 0; i < msg.length; i++) {
    out[i] = msg[i]! ^ key[at]!;
    if (++at === key.length) at = 0;
  }
  return out;
}

/**
 * msg xor the first `msg.length` bytes of `pad`; what is left of the pad may serve for another message.
 *
 * `bad-length` for a pad shorter than the message: to start over in it would make it a repeating key.
 */
export function xorPad(pad: Uint8Array, msg: Uint8Array): Uint8Array {
  expectBytes('msg', msg);
  return createPad(pad).update(msg);
}

/** `xorPad` piece by piece; `bad-length` from the piece that goes beyond the pad. */
export function createPad(pad: Uint8Array): Incremental {
  expectBytes('pad', pad);
  let used = 0;
  return {
    update(chunk) {
      expectBytes('chunk', chunk);
      if (used + chunk.length > pad.length) {
        throw new CryptoError(
          'bad-length',
          `pad: expected at least the ${used + chunk.length} bytes of the message, got ${pad.length}; ` +
            'a shorter pad would have to be reused, which makes it a repeating key',
        );
      }
      const out = xor(pad.subarray(used, used + chunk.length), chunk);
      used += chunk.length;
      return out;
    },
    final: () => new Uint8Array(0),
  };
}

/** `xorRepeating` piece by piece. The key is copied. */
export function createXor(key: Uint8Array): Incremental {
  expectKey(key);
  const ownKey = new Uint8Array(key);
  let offset = 0;
  return {
    update(chunk) {
      expectBytes('chunk', chunk);
      const out = xorRepeating(ownKey, chunk, offset);
      offset = (offset + chunk.length) % ownKey.length;
      return out;
    },
    final: () => new Uint8Array(0),
  };
}

function expectKey(key: Uint8Array): void {
  expectBytes('key', key);
  if (key.length > 0) return;
  throw new CryptoError('bad-length', 'key: expected at least 1 byte, got 0');
}
