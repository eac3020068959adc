/** Options are an object, or left out: a length or a hash in their place would be ignored without a word. */
import { CryptoError, kindOf } from '../errors.ts';

/** Throws `bad-argument` unless `options` is a plain object. */
export function expectOptions(options: unknown): void {
  if (Object.prototype.toString.call(options) === '[object Object]') return;
  throw new CryptoError(
    'bad-argument',
    `options: expected an object such as { saltLength: 32 } or { label }, got ${kindOf(options)}`,
  );
}
