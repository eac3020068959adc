/** Hash functions by the names that files have for them. */
import type { HashId } from '../../../hash/index.ts';
import { SHA_NAMES } from '../../operations/index.ts';

const IDS = new Map(Object.entries(SHA_NAMES).map(([name, id]) => [plain(name), { id, name }]));

export interface KnownHash {
  /** As operations are called: `sha512-256`. */
  readonly id: HashId;
  /** As Wycheproof writes it: `SHA-512/256`. */
  readonly name: string;
}

/** `SHA-512/256`, `SHA512/256` or `sha512-256`; undefined for one that is not here, as `SHA3-256`. */
export function hashNamed(name: string): KnownHash | undefined {
  return IDS.get(plain(name));
}

/** The hash behind a prefix: that of `HMACSHA512/256` and of `HMAC-SHA-1` behind `HMAC`. */
export function hashBehind(prefix: string, algorithm: string): KnownHash | undefined {
  return algorithm.startsWith(prefix)
    ? hashNamed(algorithm.slice(prefix.length).replace(/^-/, ''))
    : undefined;
}

/** SHA-512/256 and SHA-512256 must not be one, nor SHA3-224 and SHA-3224. */
function plain(name: string): string {
  return name.toLowerCase().replace(/^sha-/, 'sha').replace('/', '-');
}
