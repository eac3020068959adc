import { ecb } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, decryptBlock, encryptBlock } from '../../src/block/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { cbcEncrypt } from '../../src/modes/index.ts';
import { samples } from '../samples.ts';
import { type VectorCase, vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const field = (vector: VectorCase, name: string) => fromHex(String(vector[name]));
const all = vectors('aes-block');

describe('aes', () => {
  it.each(all.filter(({ result }) => result === 'valid'))('$id $comment', (vector) => {
    const cipher = aes(field(vector, 'key'));
    expect(toHex(encryptBlock(cipher, field(vector, 'msg')))).toBe(vector.ct);
    expect(toHex(decryptBlock(cipher, field(vector, 'ct')))).toBe(vector.msg);
  });

  it.each(all.filter(({ result }) => result === 'invalid'))('$id refuses $comment', (vector) => {
    const attempt = () => encryptBlock(aes(field(vector, 'key')), field(vector, 'msg'));
    expect(attempt).toThrow(withCode(vector.error!));
  });

  it('names the argument, the lengths that fit and the one that came', () => {
    expect(() => aes(new Uint8Array(5))).toThrow(
      withCode('bad-length', /^key: expected 16, 24 or 32 bytes, got 5$/),
    );
  });

  it.each([16, 24, 32])('inverts itself and agrees with noble under keys of %i bytes', (length) => {
    fc.assert(
      fc.property(bytes(length), bytes(16), (key, block) => {
        const encrypted = encryptBlock(aes(key), block);
        expect(encrypted).toEqual(ecb(key, { disablePadding: true }).encrypt(block));
        expect(decryptBlock(aes(key), encrypted)).toEqual(block);
      }),
    );
  });

  it('sends every byte value through every place of the block, both ways', () => {
    const key = Uint8Array.from({ length: 16 }, (_, i) => i * 17);
    const reference = () => ecb(key, { disablePadding: true });
    for (let value = 0; value < 256; value++) {
      const block = Uint8Array.from({ length: 16 }, (_, i) => value + i * 16);
      expect(encryptBlock(aes(key), block)).toEqual(reference().encrypt(block));
      expect(decryptBlock(aes(key), block)).toEqual(reference().decrypt(block));
    }
  });

  it('copies the key, from any place in memory, and changes neither key nor block', () => {
    const memory = Uint8Array.from({ length: 40 }, (_, i) => i);
    const key = memory.subarray(3, 19);
    const block = memory.subarray(21, 37);
    const cipher = aes(key);
    const expected = toHex(encryptBlock(aes(key.slice()), block.slice()));
    expect(toHex(encryptBlock(cipher, block))).toBe(expected);
    expect(memory).toEqual(Uint8Array.from({ length: 40 }, (_, i) => i));
    const kept = block.slice();
    memory.fill(0);
    expect(toHex(encryptBlock(cipher, kept))).toBe(expected);
  });

  const gfSbox = samples('cavp/CBCGFSbox128.rsp');
  it.skipIf(!gfSbox)('passes the sample of NIST CAVP (skipped where the sample file is absent)', () => {
    const records = [
      ...(gfSbox ?? '').matchAll(/KEY = (\w+)\s+IV = (\w+)\s+PLAINTEXT = (\w+)\s+CIPHERTEXT = (\w+)/g),
    ];
    expect(records.length).toBeGreaterThan(0);
    for (const [, key = '', iv = '', msg = '', ct] of records) {
      expect(toHex(cbcEncrypt(aes(fromHex(key)), fromHex(iv), fromHex(msg)))).toBe(ct);
    }
  });
});
