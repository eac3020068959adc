import { describe, expect, it } from 'vitest';
import { aes } from '../../src/block/index.ts';
import { createEncryptor } from '../../src/modes/index.ts';
import { pattern } from './cases.ts';

describe('the last, partial block', () => {
  it.each(['cfb', 'ofb', 'ctr'] as const)('%s: comes out without the keystream that was not used', (mode) => {
    const encryptor = createEncryptor(aes(pattern(16)), { mode, iv: pattern(16) });
    encryptor.update(pattern(21));
    const last = encryptor.final();
    expect(last.length).toBe(5);
    expect(last.buffer.byteLength).toBe(5);
  });
});
