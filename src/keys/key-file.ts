/**
 * Reads a key from a file of any form, which it recognises: PEM by its label, DER by its shape, JWK by its brace.
 *
 * What a stranger wrote is bounded before it is believed, and its numbers are held together before anybody uses them.
 * The bytes in errors count from the start of the DER; in PEM, that is what the base64 decodes to.
 */
import type { RsaPrivateKey, RsaPublicKey } from '../rsa/key.ts';
import { expectPrivateNumbers, expectPublicNumbers, expectSize } from './consistency.ts';
import type { DerForm } from './form.ts';
import { readJwk } from './jwk.ts';
import type { PrivateKey, PublicKey } from './key.ts';
import { expectKind, type KeyKind, openContainer } from './key-container.ts';
import { type FoundKey, readContainer } from './read-container.ts';

export interface ReadOptions {
  /** For encrypted keys; others do not look at it. */
  readonly passphrase?: Uint8Array | undefined;
  /** Set to read a key whose numbers do not fit each other, to look at it; it must not be used. */
  readonly lenient?: boolean;
  /** Of several keys in one PEM file, the first of this kind, where there is one; else, and without it, the first of all. */
  readonly prefer?: KeyKind;
}

/** A key, and how it was written. */
export type KeyFile = PrivateKeyFile | PublicKeyFile;

interface Written {
  readonly form: DerForm | 'jwk';
  readonly encoding: 'pem' | 'der' | 'json';
}

export type PrivateKeyFile = Extract<FoundKey, { kind: 'private' }> & Written;
export type PublicKeyFile = Extract<FoundKey, { kind: 'public' }> & Written;

/**
 * The private key in a file: PKCS#8 (perhaps encrypted) or PKCS#1, as PEM or DER, or a JWK. `bad-format`, with what was
 * expected and the byte, for a damaged file, and for numbers that do not fit each other; `bad-argument` for a missing
 * passphrase, `check-failed` for a wrong one; `unsupported` for an encryption that is not known here.
 */
export function parsePrivateKey(
  keyFile: Uint8Array | string,
  passphrase?: Uint8Array,
  options: Pick<ReadOptions, 'lenient'> = {},
): PrivateKey {
  return parse(keyFile, { ...options, passphrase }, 'private').key as PrivateKey;
}

/** The public key in a file: SPKI or PKCS#1, as PEM or DER, or a JWK. Errors as for `parsePrivateKey`. */
export function parsePublicKey(
  keyFile: Uint8Array | string,
  options: Pick<ReadOptions, 'lenient'> = {},
): PublicKey {
  return parse(keyFile, options, 'public').key;
}

/** The key in a file of any form, and which form it is. Of several keys in one PEM file, the first, or as `prefer` says. */
export function parseKeyFile(keyFile: Uint8Array | string, options: ReadOptions = {}): KeyFile {
  return parse(keyFile, options);
}

function parse(input: Uint8Array | string, options: ReadOptions, wanted?: KeyKind): KeyFile {
  const container = openContainer(input, { wanted, prefer: options.prefer });
  if (container.encoding === 'json') {
    const found = fromNumbers(readJwk(container.text));
    expectKind('JWK', found.kind, wanted);
    return checked({ ...found, form: 'jwk', encoding: 'json' }, options);
  }
  const { encoding, form } = container;
  return checked({ ...readContainer(container, options.passphrase), form, encoding }, options);
}

function fromNumbers(rsa: RsaPublicKey | RsaPrivateKey): FoundKey {
  return isPrivate(rsa)
    ? { kind: 'private', key: { algorithm: 'rsa', rsa } }
    : { kind: 'public', key: { algorithm: 'rsa', rsa } };
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
