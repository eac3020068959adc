/**
 * Reads a key from a file of any form, which it recognises: PEM by its label, DER by its shape, JWK by its brace.
 *
 * What a stranger wrote is bounded before it is believed, and its numbers are held together before anybody uses them.
 * The bytes in errors count from the start of the DER; in PEM, that is what the base64 decodes to.
 */
import { openDer } from '../asn1/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import type { RsaPrivateKey, RsaPublicKey } from '../rsa/key.ts';
import { expectPrivateNumbers, expectPublicNumbers, expectSize } from './consistency.ts';
import { KEY_LIMITS } from './der-form.ts';
import type { DerForm } from './form.ts';
import { readJwk } from './jwk.ts';
import type { PrivateKey, PublicKey } from './key.ts';
import { expectKind, type KeyKind, openContainer } from './key-container.ts';
import { decryptKey, readEncryptedPkcs8 } from './pbes2.ts';
import type { Pbes2Scheme } from './pbes2-scheme.ts';
import { readPkcs1Private, readPkcs1Public } from './pkcs1.ts';
import { readPkcs8 } from './pkcs8.ts';
import { readSpki } from './spki.ts';

export interface ReadOptions {
  /** For encrypted keys; others do not look at it. */
  readonly passphrase?: Uint8Array | undefined;
  /** Set to read a key whose numbers do not fit each other, to look at it; it must not be used. */
  readonly lenient?: boolean;
}

/** A key, and how it was written. */
export type KeyFile = PrivateKeyFile | PublicKeyFile;

interface Written {
  readonly form: DerForm | 'jwk';
  readonly encoding: 'pem' | 'der' | 'json';
}

export interface PrivateKeyFile extends Written {
  readonly kind: 'private';
  readonly key: PrivateKey;
  /** How it was encrypted, if it was. */
  readonly encryption?: Pbes2Scheme;
}

export interface PublicKeyFile extends Written {
  readonly kind: 'public';
  readonly key: PublicKey;
}

/**
 * The private key in a file: PKCS#8 (perhaps encrypted) or PKCS#1, as PEM or DER, or a JWK. `bad-format`, with what was
 * expected and the byte, for a damaged file, and for numbers that do not fit each other; `bad-argument` for a missing
 * passphrase, `check-failed` for a wrong one; `unsupported` for an encryption that is not known here.
 */
export function parsePrivateKey(
  key: Uint8Array | string,
  passphrase?: Uint8Array,
  options: Omit<ReadOptions, 'passphrase'> = {},
): PrivateKey {
  const file = parse(key, { ...options, passphrase }, 'private');
  return file.key as PrivateKey;
}

/** The public key in a file: SPKI or PKCS#1, as PEM or DER, or a JWK. Errors as for `parsePrivateKey`. */
export function parsePublicKey(
  key: Uint8Array | string,
  options: Omit<ReadOptions, 'passphrase'> = {},
): PublicKey {
  return parse(key, options, 'public').key;
}

/** The key in a file of any form, and which form it is. Of several keys in one PEM file, the first. */
export function parseKeyFile(key: Uint8Array | string, options: ReadOptions = {}): KeyFile {
  return parse(key, options);
}

function parse(input: Uint8Array | string, options: ReadOptions, wanted?: KeyKind): KeyFile {
  const container = openContainer(input, wanted);
  if (container.encoding === 'json') {
    const numbers = readJwk(container.text);
    const kind = 'd' in numbers ? 'private' : 'public';
    expectKind('JWK', kind, wanted);
    return checked(
      { kind, key: { algorithm: 'rsa', rsa: numbers }, form: 'jwk', encoding: 'json' } as KeyFile,
      options,
    );
  }
  const { encoding, form } = container;
  return checked({ ...fromDer(form, container.der, options), form, encoding } as KeyFile, options);
}

type Inside = Pick<PrivateKeyFile, 'kind' | 'key' | 'encryption'> | Pick<PublicKeyFile, 'kind' | 'key'>;

function fromDer(form: DerForm, der: Uint8Array, options: ReadOptions): Inside {
  const reader = openDer(der, KEY_LIMITS);
  const whole = <T>(value: T): T => {
    reader.end('key');
    return value;
  };
  switch (form) {
    case 'pkcs1-private':
      return { kind: 'private', key: { algorithm: 'rsa', rsa: whole(readPkcs1Private(reader)) } };
    case 'pkcs1-public':
      return { kind: 'public', key: { algorithm: 'rsa', rsa: whole(readPkcs1Public(reader)) } };
    case 'pkcs8':
      return { kind: 'private', key: whole(readPkcs8(reader)) };
    case 'spki':
      return { kind: 'public', key: whole(readSpki(reader)) };
    case 'encrypted-pkcs8': {
      const encrypted = whole(readEncryptedPkcs8(reader));
      const { scheme } = encrypted;
      const plain = decryptKey(encrypted, expectPassphrase(options, scheme.cipher));
      return { ...decrypted(() => fromDer('pkcs8', plain, options)), encryption: scheme } as Inside;
    }
  }
}

/** The bytes in the errors of what was decrypted do not count from the start of the file: say so. */
function decrypted<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    const name = 'decrypted key';
    throw new CryptoError(error.code, `${name}: ${error.message}`);
  }
}

function expectPassphrase({ passphrase }: ReadOptions, cipher: string): Uint8Array {
  if (passphrase === undefined) {
    throw new CryptoError(
      'bad-argument',
      `passphrase: expected the one that encrypted this key (${cipher}), got none`,
    );
  }
  expectBytes('passphrase', passphrase);
  return passphrase;
}

function checked(file: KeyFile, { lenient = false }: ReadOptions): KeyFile {
  if (file.key.algorithm === 'unknown') return file;
  const { rsa } = file.key;
  expectSize(rsa);
  if (lenient) return file;
  if (isPrivate(rsa)) expectPrivateNumbers(rsa);
  else expectPublicNumbers(rsa);
  return file;
}

function isPrivate(rsa: RsaPublicKey | RsaPrivateKey): rsa is RsaPrivateKey {
  return 'd' in rsa;
}
