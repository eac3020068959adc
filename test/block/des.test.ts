import { spawnSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptBlock, encryptBlock } from '../../src/block/block.ts';
import { des } from '../../src/block/des.ts';
import { E, IP, KEY_SHIFTS, P, PC1, PC2, S_BOXES } from '../../src/block/des-tables.ts';
import { desWeakKey } from '../../src/block/des-weak-key.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { samples } from '../samples.ts';
import { type VectorCase, vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const field = (vector: VectorCase, name: string) => fromHex(String(vector[name]));
const all = vectors('des');
const singleBlocks = all.filter(({ type, result }) => type === 'BlockCipherTest' && result === 'valid');
const refused = all.filter(({ result }) => result === 'invalid');
const weakKeys = all.filter(({ type }) => type === 'WeakKeyTest');

describe('des', () => {
  it.each(singleBlocks)('$id $comment', (vector) => {
    const cipher = des(field(vector, 'key'));
    expect(toHex(encryptBlock(cipher, field(vector, 'msg')))).toBe(vector.ct);
    expect(toHex(decryptBlock(cipher, field(vector, 'ct')))).toBe(vector.msg);
  });

  it.each(refused)('$id refuses $comment', (vector) => {
    const attempt = () => encryptBlock(des(field(vector, 'key')), field(vector, 'msg'));
    expect(attempt).toThrow(withCode(vector.error!));
  });

  it('names the argument, the length that fits and the one that came', () => {
    expect(() => des(new Uint8Array(7))).toThrow(withCode('bad-length', /^key: expected 8 bytes, got 7$/));
  });

  it('is what the tables of FIPS 46-3 say when followed bit by bit', () => {
    fc.assert(
      fc.property(bytes(8), bytes(8), (key, block) => {
        expect(toHex(encryptBlock(des(key), block))).toBe(toHex(literalDes(key, block)));
      }),
    );
  });

  it('inverts itself and agrees with the platform (3DES under three equal keys)', () => {
    fc.assert(
      fc.property(bytes(8), bytes(8), (key, block) => {
        const reference = createCipheriv('des-ede3-ecb', Buffer.concat([key, key, key]), null);
        reference.setAutoPadding(false);
        const encrypted = encryptBlock(des(key), block);
        expect(toHex(encrypted)).toBe(reference.update(block).toString('hex'));
        expect(decryptBlock(des(key), encrypted)).toEqual(block);
      }),
    );
  });

  it('turns complemented key and plaintext into the complemented ciphertext', () => {
    const complement = (input: Uint8Array) => input.map((byte) => ~byte);
    fc.assert(
      fc.property(bytes(8), bytes(8), (key, block) => {
        expect(encryptBlock(des(complement(key)), complement(block))).toEqual(
          complement(encryptBlock(des(key), block)),
        );
      }),
    );
  });

  it('does not look at the parity bits', () => {
    fc.assert(
      fc.property(bytes(8), bytes(8), bytes(8), (key, parity, block) => {
        const other = key.map((byte, i) => byte ^ (parity[i]! & 1));
        expect(encryptBlock(des(other), block)).toEqual(encryptBlock(des(key), block));
      }),
    );
  });

  it.skipIf(!samples('cavp/TECBvarkey.rsp'))('passes the CAVP variable-key file', () => {
    const records = [
      ...samples('cavp/TECBvarkey.rsp')!.matchAll(
        /KEYs = (\w+)\s+(PLAINTEXT|CIPHERTEXT) = (\w+)\s+\w+ = (\w+)/g,
      ),
    ];
    expect(records.length).toBe(112);
    for (const [, key, given, input, output] of records) {
      const run = given === 'PLAINTEXT' ? encryptBlock : decryptBlock;
      expect(toHex(run(des(fromHex(key!)), fromHex(input!)))).toBe(output);
    }
  });

  const openssl = spawnSync('openssl', ['list', '-providers', '-provider', 'legacy']);
  const missing = openssl.status === 0 ? '' : ' (skipped: no openssl with the legacy provider)';
  it.skipIf(missing && !process.env.CI)(`agrees with openssl -des-ecb${missing}`, () => {
    const key = fromHex('8a5f19c2b3640e77');
    const msg = Uint8Array.from({ length: 800 }, (_, i) => (i * 167 + 13) & 255);
    const flags = ['-provider', 'legacy', '-provider', 'default', '-nopad', '-K', toHex(key)];
    const { stdout } = spawnSync('openssl', ['enc', '-des-ecb', ...flags], { input: msg });
    const ours = Array.from({ length: 100 }, (_, i) =>
      toHex(encryptBlock(des(key), msg.subarray(8 * i, 8 * i + 8))),
    );
    expect(ours.join('')).toBe(stdout.toString('hex'));
  });
});

describe('desWeakKey', () => {
  it.each(weakKeys)('$id $weakness $key', (vector) => {
    const zero = new Uint8Array(8);
    const once = encryptBlock(des(field(vector, 'key')), zero);
    expect(encryptBlock(des(field(vector, 'key2')), once)).toEqual(zero);
    expect(desWeakKey(field(vector, 'key'))).toBe(vector.weakness);
    expect(desWeakKey(field(vector, 'key2'))).toBe(vector.weakness);
  });

  it('knows exactly these sixteen, whatever their parity bits', () => {
    const halves = [0x00000000, 0xffffffff, 0x55555555, 0xaaaaaaaa];
    const found = halves.flatMap((c) => halves.map((d) => desWeakKey(keyOf(c, d))));
    expect(found.filter((weakness) => weakness === 'weak').length).toBe(4);
    expect(found.filter((weakness) => weakness === 'semi-weak').length).toBe(12);
    expect(desWeakKey(new Uint8Array(8))).toBe('weak');
    expect(desWeakKey(fromHex('0123456789abcdef'))).toBeUndefined();
    expect(desWeakKey(fromHex('1f1f01010e0e0101'))).toBeUndefined();
  });
});

/** FIPS 46-3 read aloud: bits in arrays, every permutation looked up. */
function literalDes(key: Uint8Array, block: Uint8Array): Uint8Array {
  const choose = (bits: number[], table: readonly number[]) => table.map((bit) => bits[bit - 1]!);
  const rotate = (bits: number[], by: number) => [...bits.slice(by), ...bits.slice(0, by)];
  const sum = (a: number[], b: number[]) => a.map((bit, i) => bit ^ b[i]!);
  const chosen = choose(bitsOf(key), PC1);
  let [c, d] = [chosen.slice(0, 28), chosen.slice(28)];
  const permuted = choose(bitsOf(block), IP);
  let [l, r] = [permuted.slice(0, 32), permuted.slice(32)];
  for (const shift of KEY_SHIFTS) {
    c = rotate(c, shift);
    d = rotate(d, shift);
    const mixed = sum(choose(r, E), choose([...c, ...d], PC2));
    const substituted = S_BOXES.flatMap((box, i) => {
      const group = mixed.slice(6 * i, 6 * i + 6);
      const row = group[0]! * 2 + group[5]!;
      const column = group[1]! * 8 + group[2]! * 4 + group[3]! * 2 + group[4]!;
      const value = box[16 * row + column]!;
      return [3, 2, 1, 0].map((bit) => (value >> bit) & 1);
    });
    [l, r] = [r, sum(l, choose(substituted, P))];
  }
  const preoutput = [...r, ...l];
  const result = new Uint8Array(8);
  IP.forEach((bit, i) => {
    result[(bit - 1) >> 3]! |= preoutput[i]! << (7 - ((bit - 1) & 7));
  });
  return result;
}

function bitsOf(input: Uint8Array): number[] {
  return [...input].flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (byte >> bit) & 1));
}

/** The key whose PC-1 gives these halves (their first 28 bits). */
function keyOf(c: number, d: number): Uint8Array {
  const key = new Uint8Array(8);
  PC1.forEach((bit, i) => {
    const half = i < 28 ? c : d;
    key[(bit - 1) >> 3]! |= ((half >>> (31 - (i % 28))) & 1) << (7 - ((bit - 1) & 7));
  });
  return key;
}
