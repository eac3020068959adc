/** Keys as the bytes of a file: the format, PEM or DER, and a passphrase for private ones. */
import { utf8 } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import {
  encodeEncryptedPkcs8,
  encodePkcs1Private,
  encodePkcs1Public,
  encodePkcs8,
  encodeSpki,
  type PrivateKey,
  type PublicKey,
  toJwk,
  toPem,
} from '../keys/index.ts';
import type { RandomSource } from '../random/index.ts';
import type { Session } from './session.ts';

/** Of a file with a private key: its owner alone reads it. */
export const PRIVATE_PERMISSIONS = 0o600;

export type PrivateFormat = 'pkcs8' | 'pkcs1' | 'jwk';
export type PublicFormat = 'spki' | 'pkcs1' | 'jwk';

export interface KeyLook {
  /** Binary, where the format has that; PEM otherwise. */
  readonly der?: boolean | undefined;
}

interface PrivateLook {
  readonly passphrase: Uint8Array | undefined;
  readonly random: RandomSource;
}

/** `bad-argument` for what a format cannot be: a JWK in DER, or encrypted where only PKCS#8 is. */
export function expectKeyLook(
  session: Session,
  {
    format,
    der,
    ...passphrase
  }: KeyLook & { readonly format: string } & Readonly<
      Partial<Record<'--passphrase' | '--new-passphrase', string | undefined>>
    >,
): void {
  if (format === 'jwk' && der) throw new CryptoError('bad-argument', session.say('rsa.error.derOfJwk'));
  const given = Object.entries(passphrase).find(([, value]) => value !== undefined);
  if (format !== 'pkcs8' && given) {
    throw new CryptoError('bad-argument', session.say('rsa.error.passphraseFormat', { name: given[0] }));
  }
}

/** `passphrase` encrypts, which only `pkcs8` can; salt and IV come from `random`. */
export function privateKeyFile(
  key: PrivateKey,
  format: PrivateFormat,
  { der = false, passphrase, random }: KeyLook & PrivateLook,
): Uint8Array {
  if (format === 'jwk') return jwkFile(key);
  if (format === 'pkcs1') return file('pkcs1-private', encodePkcs1Private(key), der);
  if (passphrase === undefined) return file('pkcs8', encodePkcs8(key), der);
  return file('encrypted-pkcs8', encodeEncryptedPkcs8(key, passphrase, { random }), der);
}

export function publicKeyFile(key: PublicKey, format: PublicFormat, { der = false }: KeyLook): Uint8Array {
  if (format === 'jwk') return jwkFile(key);
  if (format === 'pkcs1') return file('pkcs1-public', encodePkcs1Public(key), der);
  return file('spki', encodeSpki(key), der);
}

function jwkFile(key: PublicKey | PrivateKey): Uint8Array {
  return utf8(`${JSON.stringify(toJwk(key), undefined, 2)}\n`);
}

function file(form: Parameters<typeof toPem>[0], bytes: Uint8Array, der: boolean): Uint8Array {
  return der ? bytes : utf8(toPem(form, bytes));
}
