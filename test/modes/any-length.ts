/** What CFB, OFB and CTR must all do: they take any length, and their ciphertext has it too. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aes, type BlockCipher, tripleDes } from '../../src/block/index.ts';
import { withCode } from '../with-code.ts';
import {
  aesKeys,
  atOddOffset,
  boundaryLengths,
  exactly,
  fingerprint,
  modeCases,
  pattern,
  platform,
  upTo,
} from './cases.ts';

type Run = (cipher: BlockCipher, iv: Uint8Array, msg: Uint8Array) => Uint8Array;

export interface AnyLengthMode {
  /** As the platform ends its names: `aes-128-cfb`. */
  readonly name: 'cfb' | 'ofb' | 'ctr';
  /** The file of its published values. */
  readonly vectors: string;
  /** What its errors call the block it starts from. */
  readonly ivName: 'iv' | 'counter';
  readonly encrypt: Run;
  readonly decrypt: Run;
  /** A second reference for AES. */
  readonly noble?: (key: Uint8Array, iv: Uint8Array) => { encrypt(msg: Uint8Array): Uint8Array };
  /** The platform's name for it over 3DES, where it has one. */
  readonly overTripleDes?: string;
}

/** To be called inside the mode's own `describe`. */
export function testAnyLength(mode: AnyLengthMode): void {
  const { name, encrypt, decrypt, noble, overTripleDes } = mode;

  it.each(modeCases(mode.vectors, 'valid'))('$id $comment', ({ key, iv, msg, ct }) => {
    expect(encrypt(aes(key), iv, msg)).toEqual(ct);
    expect(decrypt(aes(key), iv, ct)).toEqual(msg);
  });

  it.each(modeCases(mode.vectors, 'invalid'))('$id refuses $comment', ({ key, iv, msg, ct, error }) => {
    const refusal = withCode(error!, new RegExp(`^${mode.ivName}: expected 16 bytes`));
    expect(() => encrypt(aes(key), iv, msg)).toThrow(refusal);
    expect(() => decrypt(aes(key), iv, ct)).toThrow(refusal);
  });

  it('inverts itself and agrees with its references', () => {
    fc.assert(
      fc.property(aesKeys, exactly(16), upTo(100), (key, iv, msg) => {
        const ct = encrypt(aes(key), iv, msg);
        expect(ct).toEqual(platform(`aes-${key.length * 8}-${name}`, key, iv, msg));
        if (noble) expect(ct).toEqual(noble(key, iv).encrypt(msg));
        expect(decrypt(aes(key), iv, ct)).toEqual(msg);
      }),
    );
  });

  if (overTripleDes) {
    it('runs over blocks of 8 bytes and agrees with the platform', () => {
      fc.assert(
        fc.property(exactly(24), exactly(8), upTo(40), (key, iv, msg) => {
          const ct = encrypt(tripleDes(key), iv, msg);
          expect(ct).toEqual(platform(overTripleDes, key, iv, msg));
          expect(decrypt(tripleDes(key), iv, ct)).toEqual(msg);
        }),
      );
    });
  }

  it.each(boundaryLengths)(
    'keeps a length of %i, at any offset, and changes nothing it was given',
    (length) => {
      const [key, iv, msg] = [
        atOddOffset(pattern(16)),
        atOddOffset(pattern(16, 50)),
        atOddOffset(pattern(length)),
      ];
      const before = fingerprint(key, iv, msg);
      const ct = encrypt(aes(key), iv, msg);
      expect(ct).toEqual(platform(`aes-128-${name}`, key, iv, msg));
      expect(decrypt(aes(key), iv, atOddOffset(ct))).toEqual(pattern(length));
      expect(fingerprint(key, iv, msg)).toBe(before);
    },
  );
}
