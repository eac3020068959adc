/** Hash functions: a message of any length becomes a digest of fixed length. */
import type { Hash } from './hash.ts';
import { md5 } from './md5.ts';
import { sha1 } from './sha1.ts';
import { sha224, sha256 } from './sha256.ts';
import { sha384, sha512, sha512_224, sha512_256 } from './sha512.ts';

export { expectHash, type Hash, type HashState } from './hash.ts';
export { md5, sha1, sha224, sha256, sha384, sha512, sha512_224, sha512_256 };

/** All of them under the names that options and files give them. */
export const HASHES = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  'sha512-224': sha512_224,
  'sha512-256': sha512_256,
} as const satisfies Readonly<Record<string, Hash>>;

export type HashId = keyof typeof HASHES;
