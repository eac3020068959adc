/**
 * What every hash function of the toolkit looks like to those who build on it.
 */
import { CryptoError, kindOf } from '../errors.ts';

/** Call it with a whole message, or `create()` a state and feed that. A message may be empty. */
export interface Hash {
  /** The digest of `msg`. */
  (msg: Uint8Array): Uint8Array;
  create(): HashState;
  /** The standard's own name: `SHA-256`. */
  readonly name: string;
  /** In bytes, as HMAC needs it: 64 for SHA-256. */
  readonly blockSize: number;
  /** In bytes: 32 for SHA-256. */
  readonly digestLength: number;
}

/** A message being fed piece by piece, to a hash function or a MAC. */
export interface HashState {
  /** Takes the next piece, of any length. */
  update(chunk: Uint8Array): this;
  /** The digest of all pieces so far. It ends nothing: more may follow, as a TLS transcript needs. */
  digest(): Uint8Array;
  /** The digest of all pieces so far and `last`, which is not kept: `clone().update(last).digest()` without the clone. */
  digestWith(last: Uint8Array): Uint8Array;
  /** An independent state that has seen the same pieces. */
  clone(): HashState;
}

/** Throws `bad-argument` unless `hash` is a hash function as above. */
export function expectHash(hash: unknown): void {
  if (typeof hash === 'function' && 'create' in hash && 'blockSize' in hash) return;
  throw new CryptoError('bad-argument', `hash: expected a hash function such as sha256, got ${kindOf(hash)}`);
}
