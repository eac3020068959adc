/** Seeds of students, against OpenSSL's HMAC. */
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { practiceSeed, studentId, studentSeed } from '../../../src/vectors/assignment/seed.ts';
import { withCode } from '../../with-code.ts';

const KEY = fromHex('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f');

describe('the seed of a student', () => {
  it.each([
    // printf 'aes\0s1234567' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f
    [KEY, 'aes', 's1234567', '52b1ce72acdd25c7a2e21395497aab5ba4c6a7c43380370d09711e31c165c8c8'],
    // printf 'tls-keys\0Zo\xc3\xab' | openssl dgst -sha256 -mac HMAC -macopt hexkey:ffffffffffffffffffffffffffffffff
    [
      new Uint8Array(16).fill(255),
      'tls-keys',
      'Zoë',
      '58fa48033f1f11865645d682b1ecaa94e7253ad2911de32f2469eb293f0c7a3d',
    ],
  ])('is what openssl computes', (key, name, id, seed) => {
    expect(studentSeed(key, name, id)).toBe(seed);
    expect(studentSeed(key, name, `  ${id.normalize('NFD')}\t`)).toBe(seed);
  });

  it('differs for each student, assignment and course', () => {
    const seeds = [
      studentSeed(KEY, 'aes', 'a'),
      studentSeed(KEY, 'aes', 'A'),
      studentSeed(KEY, 'des', 'a'),
      studentSeed(KEY.toReversed(), 'aes', 'a'),
      practiceSeed('aes'),
      practiceSeed('des'),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it('wants a key that cannot be guessed', () => {
    expect(() => studentSeed(new Uint8Array(15), 'aes', 'a')).toThrow(
      withCode('bad-length', 'course key: expected at least 16 bytes, better 32, got 15'),
    );
  });

  it.each([
    ['student: expected an id, got none', ' \t'],
    ['student: expected an id without control characters, got "a\\u0000b"', 'a\0b'],
    ['student: expected at most 200 characters, got 201', 'x'.repeat(201)],
  ])('%s', (message, id) => {
    expect(() => studentId(id)).toThrow(withCode('bad-argument', message));
  });
});
