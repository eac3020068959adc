import { describe, expect, it } from 'vitest';
import { CryptoError, expectLength, orList } from '../src/errors.ts';
import { withCode } from './with-code.ts';

describe('CryptoError', () => {
  it('is an Error with a code', () => {
    const error = new CryptoError('bad-length', 'key: too short');
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code, error.message]).toEqual(['CryptoError', 'bad-length', 'key: too short']);
  });
});

describe('expectLength', () => {
  it('takes any of the lengths, and names them otherwise', () => {
    expectLength('key', new Uint8Array(24), 16, 24, 32);
    expect(() => expectLength('key', new Uint8Array(7), 16, 24, 32)).toThrow(
      withCode('bad-length', /^key: expected 16, 24 or 32 bytes, got 7$/),
    );
    expect([orList([8]), orList(['a', 'b'])]).toEqual(['8', 'a or b']);
  });
});
