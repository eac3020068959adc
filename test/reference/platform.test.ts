import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex } from '../../src/bytes/index.ts';
import { openPlatform, type ReferenceMode } from '../../src/reference/index.ts';
import { modeCases } from '../modes/cases.ts';
import { type VectorCase, vectors } from '../vectors.ts';

const { platformAesGcm, platformDes, platformTripleDes } = await openPlatform();

/** The references are not taken on trust either: here they meet the published values. */
describe.each([
  ['des', platformDes],
  ['tdes', platformTripleDes],
] as const)('the platform: %s', (file, modes) => {
  const cases = vectors(file).filter(({ mode, result }) => mode && result === 'valid');
  const bytes = (vector: VectorCase, field: string) => fromHex(String(vector[field] ?? ''));

  it.each(cases)('$id $mode', (vector) => {
    const reference: ReferenceMode = modes[String(vector.mode).toLowerCase() as keyof typeof modes];
    const [key, iv] = [bytes(vector, 'key'), bytes(vector, 'iv')];
    expect(toHex(reference.encrypt(key, iv, bytes(vector, 'msg')))).toBe(vector.ct);
    expect(toHex(reference.decrypt(key, iv, bytes(vector, 'ct')))).toBe(vector.msg);
  });
});

describe('the platform: aes-gcm', () => {
  it.each(modeCases('aes-gcm', 'valid'))('$id $comment', ({ key, iv, aad, msg, ct, tag }) => {
    const aead = platformAesGcm(tag.length);
    expect(aead.seal(key, iv, msg, aad)).toEqual(concat(ct, tag));
    expect(aead.open(key, iv, concat(ct, tag), aad)).toEqual(msg);
    const changed = concat(ct, tag);
    changed[0]! ^= 1;
    expect(() => aead.open(key, iv, changed, aad)).toThrow();
  });
});
