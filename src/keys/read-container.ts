/**
 * The key inside a PEM block or a DER file, decrypted where it must be. Its numbers are not yet held together.
 */
import { type DerReader, openDer } from '../asn1/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { KEY_LIMITS } from './der-form.ts';
import type { PrivateKey, PublicKey } from './key.ts';
import type { KeyContainer } from './key-container.ts';
import { decryptPem, encryptedWith } from './openssl-pem.ts';
import { decryptKey, readEncryptedPkcs8 } from './pbes2.ts';
import type { Pbes2Scheme } from './pbes2-scheme.ts';
import { readPkcs1Private, readPkcs1Public } from './pkcs1.ts';
import { readPkcs8 } from './pkcs8.ts';
import { readSpki } from './spki.ts';

/** How a key was encrypted: PBES2, or OpenSSL's own way in PEM headers, which is weak. */
export type KeyEncryption =
  | ({ readonly scheme: 'pbes2' } & Pbes2Scheme)
  | { readonly scheme: 'openssl-pem'; readonly cipher: string };

export type FoundKey =
  | { readonly kind: 'private'; readonly key: PrivateKey; readonly encryption?: KeyEncryption }
  | { readonly kind: 'public'; readonly key: PublicKey };

export function readContainer(
  container: Exclude<KeyContainer, { encoding: 'json' }>,
  passphrase: Uint8Array | undefined,
): FoundKey {
  const { form, der } = container;
  const cipher = container.encoding === 'pem' ? encryptedWith(container.headers) : undefined;
  if (container.encoding === 'pem' && cipher !== undefined && form === 'pkcs1-private') {
    const plain = decryptPem(container.headers, der, expectPassphrase(passphrase, cipher));
    const rsa = decrypted(() => readWhole(plain, readPkcs1Private));
    return {
      kind: 'private',
      key: { algorithm: 'rsa', rsa },
      encryption: { scheme: 'openssl-pem', cipher },
    };
  }
  switch (form) {
    case 'pkcs1-private':
      return { kind: 'private', key: { algorithm: 'rsa', rsa: readWhole(der, readPkcs1Private) } };
    case 'pkcs1-public':
      return { kind: 'public', key: { algorithm: 'rsa', rsa: readWhole(der, readPkcs1Public) } };
    case 'pkcs8':
      return { kind: 'private', key: readWhole(der, readPkcs8) };
    case 'spki':
      return { kind: 'public', key: readWhole(der, readSpki) };
    case 'encrypted-pkcs8': {
      const encrypted = readWhole(der, readEncryptedPkcs8);
      const { scheme } = encrypted;
      const plain = decryptKey(encrypted, expectPassphrase(passphrase, scheme.cipher));
      return {
        kind: 'private',
        key: decrypted(() => readWhole(plain, readPkcs8)),
        encryption: { scheme: 'pbes2', ...scheme },
      };
    }
  }
}

function readWhole<T>(der: Uint8Array, read: (reader: DerReader) => T): T {
  const reader = openDer(der, KEY_LIMITS);
  const value = read(reader);
  reader.end('key file');
  return value;
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

function expectPassphrase(passphrase: Uint8Array | undefined, cipher: string): Uint8Array {
  if (passphrase === undefined) {
    throw new CryptoError(
      'bad-argument',
      `passphrase: expected the one that encrypted this key (${cipher}), got none`,
    );
  }
  expectBytes('passphrase', passphrase);
  return passphrase;
}
