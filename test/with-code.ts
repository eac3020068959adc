/** `expect(attempt).toThrow(withCode('bad-length'))`: a CryptoError of that code, and perhaps those words. */
import { expect } from 'vitest';
import type { ErrorCode } from '../src/errors.ts';

export function withCode(code: ErrorCode, message?: RegExp): unknown {
  return expect.objectContaining({
    name: 'CryptoError',
    code,
    ...(message && { message: expect.stringMatching(message) }),
  });
}
