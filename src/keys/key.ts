/**
 * Keys of every kind, tagged by their algorithm. Whoever uses a key asks for the kind it needs; a kind that nobody here
 * knows keeps its bytes, and fails with that reason where it is used.
 */
import { CryptoError, kindOf } from '../errors.ts';
import type { HashId } from '../hash/index.ts';
import type { RsaPrivateKey, RsaPublicKey } from '../rsa/key.ts';

/** What an RSASSA-PSS key may be used with (RFC 4055, 3.3). */
export interface PssRestriction {
  readonly hash: HashId;
  /** The hash of the mask generation function MGF1. */
  readonly mgfHash: HashId;
  /** The least, in bytes. */
  readonly saltLength: number;
}

/** RSA for any use (OID 1.2.840.113549.1.1.1). */
export interface RsaKey<Numbers> {
  readonly algorithm: 'rsa';
  readonly rsa: Numbers;
}

/** RSA for PSS signatures only (OID 1.2.840.113549.1.1.10), perhaps with one hash only. */
export interface RsassaPssKey<Numbers> {
  readonly algorithm: 'rsassa-pss';
  readonly rsa: Numbers;
  readonly restriction?: PssRestriction;
}

export interface UnknownKey {
  readonly algorithm: 'unknown';
  /** Of the algorithm, as dotted text. */
  readonly oid: string;
  /** What people call it: `Ed25519`, or the `oid` itself. */
  readonly name: string;
  /** The whole SubjectPublicKeyInfo or PrivateKeyInfo, as DER. */
  readonly raw: Uint8Array;
}

export type PublicKey = RsaKey<RsaPublicKey> | RsassaPssKey<RsaPublicKey> | UnknownKey;
export type PrivateKey = RsaKey<RsaPrivateKey> | RsassaPssKey<RsaPrivateKey> | UnknownKey;

/** Throws `bad-argument` unless `key` looks like a key as `parsePublicKey` and `parsePrivateKey` give it. */
export function expectKey(name: string, key: PublicKey | PrivateKey): void {
  const algorithm: unknown = key?.algorithm;
  if (algorithm === 'rsa' || algorithm === 'rsassa-pss' || algorithm === 'unknown') return;
  throw new CryptoError(
    'bad-argument',
    `${name}: expected a key such as { algorithm: 'rsa', rsa: { n, e } }, got ${kindOf(key)}`,
  );
}

/** As `expectKey`, and `unsupported` for a key of a kind that is not known here. */
export function expectRsa<K extends PublicKey | PrivateKey>(
  name: string,
  key: K,
): asserts key is Exclude<K, UnknownKey> {
  expectKey(name, key);
  if (key.algorithm !== 'unknown') return;
  throw new CryptoError('unsupported', `${name}: expected an RSA key, got ${key.name} (${key.oid})`);
}

/** What may be published of `privateKey`. `unsupported` for a kind that is not known here. */
export function publicKeyOfPrivate(privateKey: PrivateKey): PublicKey {
  expectRsa('privateKey', privateKey);
  const { n, e } = privateKey.rsa;
  return { ...privateKey, rsa: { n, e } };
}
