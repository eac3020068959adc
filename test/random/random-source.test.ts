import { describe, expect, it } from 'vitest';
import { expectByteCount } from '../../src/random/random-source.ts';
import { withCode } from '../with-code.ts';

describe('expectByteCount', () => {
  it.each([0, 1, 2 ** 30])('takes %d', (length) => {
    expect(() => expectByteCount(length)).not.toThrow();
  });

  it.each([2 ** 30 + 1, 2 ** 40])('refuses %d as more than one call draws', (length) => {
    expect(() => expectByteCount(length)).toThrow(withCode('too-large', /at most 1073741824 bytes/));
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 60])('refuses %d as no number of bytes', (length) => {
    expect(() => expectByteCount(length)).toThrow(withCode('bad-argument', /^length: /));
  });
});
