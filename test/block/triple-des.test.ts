import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptBlock, encryptBlock } from '../../src/block/block.ts';
import { des } from '../../src/block/des.ts';
import { tripleDes } from '../../src/block/triple-des.ts';
import { concat, fromHex, toHex } from '../../src/bytes/index.ts';
import { type VectorCase, vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const field = (vector: VectorCase, name: string) => fromHex(String(vector[name]));
const all = vectors('tdes');

describe('tripleDes', () => {
  it.each(all.filter(({ mode, result }) => mode === 'ECB' && result === 'valid'))(
    '$id $comment',
    (vector) => {
      const cipher = tripleDes(field(vector, 'key'));
      const msg = field(vector, 'msg');
      const ct = field(vector, 'ct');
      for (let at = 0; at < msg.length; at += 8) {
        expect(encryptBlock(cipher, msg.subarray(at, at + 8))).toEqual(ct.slice(at, at + 8));
        expect(decryptBlock(cipher, ct.subarray(at, at + 8))).toEqual(msg.slice(at, at + 8));
      }
    },
  );

  it.each(all.filter(({ result }) => result === 'invalid'))('$id refuses $comment', (vector) => {
    const attempt = () => encryptBlock(tripleDes(field(vector, 'key')), field(vector, 'msg'));
    expect(attempt).toThrow(withCode(vector.error!));
  });

  it('names the lengths that fit', () => {
    expect(() => tripleDes(new Uint8Array(8))).toThrow(
      withCode('bad-length', /^key: expected 16 or 24 bytes, got 8$/),
    );
  });

  it('inverts itself and agrees with the platform, with three keys', () => {
    fc.assert(
      fc.property(bytes(24), bytes(8), (key, block) => {
        const encrypted = encryptBlock(tripleDes(key), block);
        expect(toHex(encrypted)).toBe(platformBlock('des-ede3-ecb', key, block));
        expect(decryptBlock(tripleDes(key), encrypted)).toEqual(block);
      }),
    );
  });

  it('inverts itself and agrees with the platform, with two keys', () => {
    fc.assert(
      fc.property(bytes(16), bytes(8), (key, block) => {
        const encrypted = encryptBlock(tripleDes(key), block);
        expect(toHex(encrypted)).toBe(platformBlock('des-ede-ecb', key, block));
        expect(decryptBlock(tripleDes(key), encrypted)).toEqual(block);
      }),
    );
  });

  it('is DES under three equal keys', () => {
    fc.assert(
      fc.property(bytes(8), bytes(8), (key, block) => {
        expect(encryptBlock(tripleDes(concat(key, key, key)), block)).toEqual(encryptBlock(des(key), block));
      }),
    );
  });
});

function platformBlock(name: string, key: Uint8Array, block: Uint8Array): string {
  return createCipheriv(name, key, null).setAutoPadding(false).update(block).toString('hex');
}
