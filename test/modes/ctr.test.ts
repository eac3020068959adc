import { ctr } from '@noble/ciphers/aes.js';
import { describe, expect, it } from 'vitest';
import { aes, tripleDes } from '../../src/block/index.ts';
import { fromHex } from '../../src/bytes/index.ts';
import { ctrXor, ecbEncrypt } from '../../src/modes/index.ts';
import { testAnyLength } from './any-length.ts';
import { pattern, platform } from './cases.ts';

describe('ctr', () => {
  testAnyLength({
    name: 'ctr',
    vectors: 'aes-ctr',
    ivName: 'counter',
    encrypt: ctrXor,
    decrypt: ctrXor,
    noble: ctr,
  });

  it('counts through the whole block: every carry, and back to zero', () => {
    for (let low = 0; low <= 16; low++) {
      // The last `low` bytes are full, so the first increment carries into the byte before them.
      const counter = pattern(16).fill(0xff, 16 - low);
      const msg = new Uint8Array(64);
      const ct = ctrXor(aes(pattern(16)), counter, msg);
      expect(ct).toEqual(platform('aes-128-ctr', pattern(16), counter, msg));
    }
  });

  it('is the encryption of the counters, over blocks of 8 bytes as well', () => {
    const cipher = tripleDes(pattern(24));
    const keystream = ctrXor(cipher, fromHex('fffffffffffffffe'), new Uint8Array(29));
    const counters = 'fffffffffffffffeffffffffffffffff00000000000000000000000000000001';
    expect(keystream).toEqual(ecbEncrypt(cipher, fromHex(counters)).subarray(0, 29));
  });
});
