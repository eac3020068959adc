import { describe, expect, it } from 'vitest';
import { hashBehind, hashNamed } from '../../../src/vectors/formats/wycheproof/hash-names.ts';

describe('hash functions by the names that files have for them', () => {
  it.each([
    ['SHA-1', 'sha1'],
    ['sha1', 'sha1'],
    ['SHA224', 'sha224'],
    ['SHA-512/256', 'sha512-256'],
    ['SHA512/256', 'sha512-256'],
    ['sha512-224', 'sha512-224'],
    ['MD5', 'md5'],
    ['SHA3-256', undefined],
    ['SHA-512256', undefined],
    ['SHAKE128', undefined],
    ['', undefined],
  ])('%s', (name, id) => expect(hashNamed(name)?.id).toBe(id));

  it.each([
    ['HMACSHA512/224', 'sha512-224'],
    ['HMAC-SHA-1', 'sha1'],
    ['HMACSHA3-224', undefined],
    ['KMAC128', undefined],
  ])('behind HMAC in %s', (algorithm, id) => expect(hashBehind('HMAC', algorithm)?.id).toBe(id));
});
