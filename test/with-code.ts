/** `expect(attempt).toThrow(withCode('bad-length'))`: a CryptoError of that code, and perhaps that message, or one that matches. */
import { expect } from 'vitest';
import type { ErrorCode } from '../src/errors.ts';

export function withCode(code: ErrorCode, message?: RegExp | string): unknown {
  return expect.objectContaining({
    name: 'CryptoError',
    code,
    ...(message !== undefined && {
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    }),
  });
}
