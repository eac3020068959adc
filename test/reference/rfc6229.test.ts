import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { rfc6229 } from '../../src/reference/index.ts';
import { vectors } from '../vectors.ts';

describe('rfc6229', () => {
  it('is an excerpt of vectors/rc4.json, four values for each key', () => {
    const published = new Map(vectors('rc4').map(({ key, offset, ct }) => [`${key} ${offset}`, ct]));
    for (const { key, offset, keystream } of rfc6229) {
      expect(published.get(`${toHex(key)} ${offset}`)).toBe(toHex(keystream));
    }
    expect(new Set(rfc6229.map(({ key, offset }) => `${toHex(key)} ${offset}`)).size).toBe(14 * 4);
  });
});
