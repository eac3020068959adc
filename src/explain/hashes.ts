/** The explanations of the hash functions, by name. */
import type { HashId } from '../hash/index.ts';
import type { Trace } from '../trace/index.ts';
import { explainMd5 } from './md5.ts';
import { explainSha1 } from './sha1.ts';
import {
  explainSha224,
  explainSha256,
  explainSha384,
  explainSha512,
  explainSha512_224,
  explainSha512_256,
} from './sha2.ts';

/** Each throws `too-large` for a message of more than `EXPLAIN_LIMIT` bytes. */
export const EXPLAINED_HASHES: Readonly<Record<HashId, (msg: Uint8Array) => Trace>> = {
  md5: explainMd5,
  sha1: explainSha1,
  sha224: explainSha224,
  sha256: explainSha256,
  sha384: explainSha384,
  sha512: explainSha512,
  'sha512-224': explainSha512_224,
  'sha512-256': explainSha512_256,
};
