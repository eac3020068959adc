/** Which name was meant. */
import { describe, expect, it } from 'vitest';
import { similarTo } from '../../src/bytes/similar.ts';

const NAMES = ['sign', 'verify', 'encrypt', 'decrypt', 'sha224', 'sha256', 'sha512-256'];

describe('similarTo', () => {
  it.each([
    ['sing', 'sign'],
    ['SIGN', 'sign'],
    ['verfy', 'verify'],
    ['veryfy', 'verify'],
    ['verifyy', 'verify'],
    ['encript', 'encrypt'],
    ['decrpyt', 'decrypt'],
    ['sha265', 'sha256'],
    ['sha512256', 'sha512-256'],
    // Another hash function, not a slip.
    ['sha3-256', undefined],
    ['sha3', undefined],
    ['nope', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('%j: %j', (word, name) => {
    expect(similarTo(word, NAMES)).toBe(name);
  });

  it('takes the nearest, and of equals the first', () => {
    expect(similarTo('abcdefgh', ['abcdefxy', 'abcdefgx', 'abcdefxh'])).toBe('abcdefgx');
  });
});
