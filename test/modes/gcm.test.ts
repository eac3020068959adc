import { createCipheriv } from 'node:crypto';
import { gcm } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, decryptBlock, tripleDes } from '../../src/block/index.ts';
import { concat, fromHex, toHex } from '../../src/bytes/index.ts';
import { expectTextLength, GcmMessage, gcmKey } from '../../src/modes/gcm.ts';
import { createGcm, ecbEncrypt, GCM_TAG_LENGTHS, gcmOpen, gcmSeal } from '../../src/modes/index.ts';
import { withCode } from '../with-code.ts';
import {
  aesKeys,
  atOddOffset,
  boundaryLengths,
  exactly,
  fingerprint,
  modeCases,
  pattern,
  upTo,
} from './cases.ts';

const nonces = fc.uint8Array({ minLength: 1, maxLength: 40 });
const tagLengths = fc.constantFrom(...GCM_TAG_LENGTHS);

describe('gcm', () => {
  it.each(modeCases('aes-gcm', 'valid'))('$id $comment', ({ key, iv, aad, msg, ct, tag }) => {
    expect(gcmSeal(aes(key), iv, msg, aad, tag.length)).toEqual(concat(ct, tag));
    expect(gcmOpen(aes(key), iv, concat(ct, tag), aad, tag.length)).toEqual(msg);
  });

  it.each(modeCases('aes-gcm', 'invalid'))(
    '$id refuses $comment',
    ({ key, iv, aad, ct, tag, tagSize, error }) => {
      expect(() => gcmOpen(aes(key), iv, concat(ct, tag), aad, tagSize / 8)).toThrow(withCode(error!));
    },
  );

  it('inverts itself and agrees with noble', () => {
    fc.assert(
      fc.property(aesKeys, exactly(12), upTo(100), upTo(40), (key, nonce, msg, aad) => {
        const sealed = gcmSeal(aes(key), nonce, msg, aad);
        expect(sealed).toEqual(gcm(key, nonce, aad).encrypt(msg));
        expect(gcmOpen(aes(key), nonce, sealed, aad)).toEqual(msg);
      }),
    );
  });

  it('agrees with the platform on every tag length', () => {
    fc.assert(
      fc.property(aesKeys, nonces, upTo(60), upTo(40), tagLengths, (key, nonce, msg, aad, tagLength) => {
        const sealed = gcmSeal(aes(key), nonce, msg, aad, tagLength);
        expect(sealed).toEqual(platformSeal(key, nonce, msg, aad, tagLength));
        expect(gcmOpen(aes(key), nonce, sealed, aad, tagLength)).toEqual(msg);
      }),
    );
  });

  it('hashes a nonce of any length from 1 byte on, but for 12', () => {
    for (let length = 1; length <= 64; length++) {
      const nonce = pattern(length, 7);
      const sealed = gcmSeal(aes(pattern(16)), nonce, pattern(20));
      expect(sealed).toEqual(platformSeal(pattern(16), nonce, pattern(20)));
    }
  });

  // Solved for this key: nonces whose hash J0 is as it says. The tag of nothing at all is E(J0).
  it.each([
    ['1b3fe4b5bb2da3bde1bb22e4c1712dcc', 'fffffffffffffffffffffffffffffffe'],
    ['525aa994c2063e28656b7b3ad0f8111e', 'ffffffffffffffffffffffffffffffff'],
    ['977d599a7f01bd8a7dff188c95f0ad45', '00000000000000000000000affffffff'],
  ])('counts with 32 bits and carries no further: nonce %s, J0 %s', (hex, expected) => {
    const key = fromHex('000102030405060708090a0b0c0d0e0f');
    const cipher = aes(key);
    const nonce = fromHex(hex);
    const j0 = decryptBlock(cipher, gcmSeal(cipher, nonce, new Uint8Array(0)));
    expect(toHex(j0)).toBe(expected);
    const counters = [1, 2, 3].map((i) => {
      const counter = new Uint8Array(j0);
      new DataView(counter.buffer).setUint32(12, new DataView(j0.buffer).getUint32(12) + i);
      return counter;
    });
    const sealed = gcmSeal(cipher, nonce, new Uint8Array(48));
    expect(sealed.subarray(0, 48)).toEqual(ecbEncrypt(cipher, concat(...counters)));
    expect(sealed).toEqual(platformSeal(key, nonce, new Uint8Array(48)));
  });

  it('counts additional data and text beyond 2^16 bits', () => {
    const [key, nonce] = [pattern(16), pattern(12, 50)];
    const [msg, aad] = [pattern(8192 + 20), pattern(8192 + 5, 90)];
    expect(gcmSeal(aes(key), nonce, msg, aad)).toEqual(platformSeal(key, nonce, msg, aad));
  });

  it.each(boundaryLengths)('seals %i bytes, at any offset, and changes nothing it was given', (length) => {
    const key = atOddOffset(pattern(16));
    const nonce = atOddOffset(pattern(12, 50));
    const msg = atOddOffset(pattern(length));
    const aad = atOddOffset(pattern(33 - length, 90));
    const before = fingerprint(key, nonce, msg, aad);
    const sealed = gcmSeal(aes(key), nonce, msg, aad);
    expect(sealed).toEqual(platformSeal(key, nonce, msg, aad));
    expect(gcmOpen(aes(key), nonce, atOddOffset(sealed), aad)).toEqual(pattern(length));
    expect(fingerprint(key, nonce, msg, aad)).toBe(before);
  });

  it('opens nothing in which any one bit was changed', () => {
    const [cipher, nonce, aad] = [aes(pattern(16)), pattern(12, 50), pattern(5, 90)];
    const sealed = gcmSeal(cipher, nonce, pattern(20), aad);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = sealed.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => gcmOpen(cipher, nonce, changed, aad)).toThrow(withCode('bad-tag', /^tag: does not match/));
    }
  });

  it('refuses an empty nonce, other tag lengths, small blocks and too much text', () => {
    const cipher = aes(pattern(16));
    const nonce = pattern(12);
    const msg = pattern(4);
    expect(() => gcmSeal(cipher, new Uint8Array(0), msg)).toThrow(withCode('bad-length', /^nonce: .*1 byte/));
    for (const tagLength of [0, 1, 5, 11, 17, 12.5, Number.NaN]) {
      const expected = withCode('bad-argument', /^tagLength: expected 4, 8, 12, 13, 14, 15 or 16/);
      expect(() => gcmSeal(cipher, nonce, msg, undefined, tagLength)).toThrow(expected);
      expect(() => gcmOpen(cipher, nonce, pattern(40), undefined, tagLength)).toThrow(expected);
    }
    expect(() => gcmSeal(tripleDes(pattern(24)), nonce, msg)).toThrow(
      withCode('bad-argument', /16 bytes, got 8/),
    );
    expect(() => gcmOpen(cipher, nonce, pattern(15))).toThrow(
      withCode('bad-length', /16 bytes of the tag, got 15/),
    );
    expect(() => expectTextLength(2 ** 36 - 32)).not.toThrow();
    expect(() => expectTextLength(2 ** 36 - 31)).toThrow(withCode('too-large', /68719476704/));
  });

  it('refuses the piece that makes the text too long, before anything is done with it', () => {
    const gcm = new GcmMessage(gcmKey(aes(pattern(16))), pattern(12), pattern(0), 16);
    gcm.authenticate(pattern(16));
    // Only its length matters, and no machine could hold it.
    const huge = Object.defineProperty(pattern(0), 'length', { value: 2 ** 36 - 32 - 15 });
    expect(() => gcm.authenticate(huge)).toThrow(withCode('too-large', /got 68719476705/));
  });
});

describe('gcm under one key for many messages', () => {
  it('agrees with the platform, message after message, whatever failed between them', () => {
    const message = fc.tuple(nonces, upTo(70), upTo(40), tagLengths);
    fc.assert(
      fc.property(aesKeys, fc.array(message, { minLength: 2, maxLength: 5 }), (key, messages) => {
        const { seal, open } = createGcm(aes(key));
        for (const [nonce, msg, aad, tagLength] of messages) {
          const sealed = seal(nonce, msg, aad, tagLength);
          expect(sealed).toEqual(platformSeal(key, nonce, msg, aad, tagLength));
          const changed = sealed.with(0, sealed[0]! ^ 1);
          expect(() => open(nonce, changed, aad, tagLength)).toThrow(withCode('bad-tag'));
          expect(open(nonce, sealed, aad, tagLength)).toEqual(msg);
        }
      }),
    );
  });

  it('shares nothing between messages, and nothing between keys', () => {
    const [first, second] = [createGcm(aes(pattern(16))), createGcm(aes(pattern(16, 1)))];
    const nonce = pattern(12);
    const sealed = first.seal(nonce, pattern(33));
    const copy = sealed.slice();
    const opened = first.open(nonce, sealed);
    const other = second.seal(nonce, pattern(33));
    first.seal(pattern(12, 1), pattern(40)).fill(0);
    expect(sealed).toEqual(copy);
    opened.fill(0);
    expect(first.open(nonce, sealed)).toEqual(pattern(33));
    expect(() => first.open(nonce, other)).toThrow(withCode('bad-tag'));
    expect(second.open(nonce, other)).toEqual(pattern(33));
  });

  it('is as good after every refusal', () => {
    const gcm = createGcm(aes(pattern(16)));
    const nonce = pattern(12);
    expect(() => gcm.seal(pattern(0), pattern(4))).toThrow(withCode('bad-length', /^nonce: /));
    expect(() => gcm.seal(nonce, pattern(4), undefined, 5)).toThrow(withCode('bad-argument', /^tagLength: /));
    expect(() => gcm.open(nonce, pattern(15))).toThrow(withCode('bad-length', /^sealed: /));
    expect(gcm.seal(nonce, pattern(4))).toEqual(platformSeal(pattern(16), nonce, pattern(4)));
    expect(() => createGcm(tripleDes(pattern(24)))).toThrow(withCode('bad-argument', /16 bytes, got 8/));
  });
});

function platformSeal(
  key: Uint8Array,
  nonce: Uint8Array,
  msg: Uint8Array,
  aad: Uint8Array = new Uint8Array(0),
  authTagLength = 16,
): Uint8Array {
  const cipher = createCipheriv(`aes-${(key.length * 8) as 128}-gcm`, key, nonce, { authTagLength }).setAAD(
    aad,
  );
  return new Uint8Array(Buffer.concat([cipher.update(msg), cipher.final(), cipher.getAuthTag()]));
}
