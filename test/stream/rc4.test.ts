import { spawnSync } from 'node:child_process';
import CryptoJS from 'crypto-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex } from '../../src/bytes/index.ts';
import { createRc4, rc4 } from '../../src/stream/index.ts';
import { samples } from '../samples.ts';
import { vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';

const all = vectors('rc4').map((vector) => ({
  ...vector,
  key: fromHex(String(vector.key)),
  msg: fromHex(String(vector.msg)),
  ct: String(vector.ct),
  offset: Number(vector.offset),
}));
const anyKey = fc.uint8Array({ minLength: 1, maxLength: 256 });
const anyMessage = fc.uint8Array({ maxLength: 600 });

describe('rc4', () => {
  it.each(all.filter(({ result }) => result === 'valid'))('$id $comment', ({ key, msg, offset, ct }) => {
    const cipher = createRc4(key);
    cipher.update(new Uint8Array(offset));
    expect(toHex(cipher.update(msg))).toBe(ct);
  });

  it.each(all.filter(({ result }) => result === 'invalid'))('$id refuses $comment', ({ key, msg, error }) => {
    expect(() => rc4(key, msg)).toThrow(withCode(error!, /^key: expected 1 to 256 bytes, got \d+$/));
  });

  it('is its own inverse, and modifies neither key nor message', () => {
    fc.assert(
      fc.property(anyKey, anyMessage, (key, msg) => {
        const before = [key.slice(), msg.slice()];
        expect(rc4(key, rc4(key, msg))).toEqual(msg);
        expect([key, msg]).toEqual(before);
      }),
    );
  });

  it('agrees with crypto-js', () => {
    fc.assert(
      fc.property(anyKey, anyMessage, (key, msg) => {
        const words = (bytes: Uint8Array) => CryptoJS.lib.WordArray.create(bytes);
        const reference = CryptoJS.RC4.encrypt(words(msg), words(key)).ciphertext;
        expect(toHex(rc4(key, msg))).toBe(reference.toString());
      }),
    );
  });

  it('gives the same in pieces of any size', () => {
    fc.assert(
      fc.property(anyKey, fc.array(fc.uint8Array({ maxLength: 70 })), (key, pieces) => {
        const cipher = createRc4(key);
        const streamed = concat(...pieces.map((piece) => cipher.update(piece)), cipher.final());
        expect(streamed).toEqual(rc4(key, concat(...pieces)));
      }),
    );
  });

  it('takes nothing more once it is finished', () => {
    const cipher = createRc4(Uint8Array.of(1));
    expect(cipher.final()).toEqual(new Uint8Array(0));
    const already = withCode('bad-argument', /^final: already called/);
    expect(() => cipher.update(Uint8Array.of(1))).toThrow(already);
    expect(() => cipher.final()).toThrow(already);
  });

  it.skipIf(!samples('cavp/arc4.txt'))('passes the file of RFC 6229 style', () => {
    const records = [
      ...samples('cavp/arc4.txt')!.matchAll(
        /KEY = (\w+)\s+OFFSET = (\d+)\s+PLAINTEXT = (\w+)\s+CIPHERTEXT = (\w+)/g,
      ),
    ];
    expect(records.length).toBeGreaterThan(18);
    for (const [, key, offset, plaintext, ciphertext] of records) {
      const cipher = createRc4(fromHex(key!));
      cipher.update(new Uint8Array(Number(offset)));
      expect(toHex(cipher.update(fromHex(plaintext!)))).toBe(ciphertext);
    }
  });

  const openssl = spawnSync('openssl', ['list', '-providers', '-provider', 'legacy']);
  const missing = openssl.status === 0 ? '' : ' (skipped: no openssl with the legacy provider)';
  it.skipIf(missing && !process.env.CI)(`agrees with openssl -rc4${missing}`, () => {
    const key = fromHex('00112233445566778899aabbccddeeff');
    const msg = Uint8Array.from({ length: 10_000 }, (_, i) => (i * 31) & 255);
    const flags = ['-provider', 'legacy', '-provider', 'default', '-K', toHex(key)];
    const { stdout } = spawnSync('openssl', ['enc', '-rc4', ...flags], { input: msg });
    expect(toHex(rc4(key, msg))).toBe(stdout.toString('hex'));
  });
});
