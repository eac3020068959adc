/**
 * The ciphers under which the content of a message stands (RFC 3565: AES in CBC mode; RFC 5084: AES in GCM mode;
 * RFC 3370, 5.1: Triple-DES).
 *
 * CBC hides and does not protect: whoever changes the ciphertext changes what comes out, and nobody is told. GCM tells, but
 * only that somebody with the session key made it: every receiver has that.
 */
import {
  type DerReader,
  encodeInteger,
  encodeOctetString,
  encodeSequence,
  oidName,
  readOctetString,
  readSequence,
  readSmall,
  TAG,
} from '../asn1/index.ts';
import { aes, type BlockCipher, pad, tripleDes, unpad } from '../block/index.ts';
import { concat } from '../bytes/index.ts';
import { CryptoError, expectLength, orList } from '../errors.ts';
import { encodeAlgorithm, readAlgorithm } from '../keys/algorithms.ts';
import { cbcDecrypt, cbcEncrypt, gcmOpen, gcmSeal } from '../modes/index.ts';

interface CipherRow {
  readonly oid: string;
  readonly mode: 'cbc' | 'gcm';
  /** In bytes. */
  readonly keyLength: number;
  readonly ivLength: number;
  readonly create: (key: Uint8Array) => BlockCipher;
}

const AES = '2.16.840.1.101.3.4.1';

const CIPHERS = {
  'aes-128-cbc': { oid: `${AES}.2`, mode: 'cbc', keyLength: 16, ivLength: 16, create: aes },
  'aes-192-cbc': { oid: `${AES}.22`, mode: 'cbc', keyLength: 24, ivLength: 16, create: aes },
  'aes-256-cbc': { oid: `${AES}.42`, mode: 'cbc', keyLength: 32, ivLength: 16, create: aes },
  'aes-128-gcm': { oid: `${AES}.6`, mode: 'gcm', keyLength: 16, ivLength: 12, create: aes },
  'aes-192-gcm': { oid: `${AES}.26`, mode: 'gcm', keyLength: 24, ivLength: 12, create: aes },
  'aes-256-gcm': { oid: `${AES}.46`, mode: 'gcm', keyLength: 32, ivLength: 12, create: aes },
  'des-ede3-cbc': { oid: '1.2.840.113549.3.7', mode: 'cbc', keyLength: 24, ivLength: 8, create: tripleDes },
} as const satisfies Readonly<Record<string, CipherRow>>;

export type ContentCipherName = keyof typeof CIPHERS;

/** Those that are written; Triple-DES is read only. */
export const CONTENT_CIPHERS = [
  'aes-256-cbc',
  'aes-192-cbc',
  'aes-128-cbc',
  'aes-256-gcm',
  'aes-192-gcm',
  'aes-128-gcm',
] as const satisfies readonly ContentCipherName[];

/** A cipher with what it needs besides its key. */
export interface ContentCipher {
  readonly name: ContentCipherName;
  /** The nonce of GCM. */
  readonly iv: Uint8Array;
  /** Of GCM, in bytes; 0 of CBC. */
  readonly tagLength: number;
}

export function cipherRow(name: ContentCipherName): CipherRow {
  if (Object.hasOwn(CIPHERS, name)) return CIPHERS[name];
  throw new CryptoError(
    'bad-argument',
    `cipher: expected ${orList(CONTENT_CIPHERS)}, got ${JSON.stringify(name)}`,
  );
}

/** A contentEncryptionAlgorithm. `unsupported`, with its name, for one that is not in the table. */
export function readContentCipher(der: DerReader, mode: CipherRow['mode']): ContentCipher {
  const name = 'CMS contentEncryptionAlgorithm';
  return readAlgorithm(der, name, (oid, inner) => {
    const [found, row] = Object.entries(CIPHERS).find(([, each]) => each.oid === oid) ?? [];
    if (!found || row?.mode !== mode) {
      const known = Object.entries(CIPHERS).flatMap(([id, each]) => (each.mode === mode ? [id] : []));
      throw new CryptoError('unsupported', `${name}: expected ${orList(known)}, got ${oidName(oid) ?? oid}`);
    }
    const parameters = mode === 'cbc' ? readCbcParameters(inner, row.ivLength) : readGcmParameters(inner);
    return { name: found as ContentCipherName, ...parameters };
  });
}

export function encodeContentCipher({ name, iv, tagLength }: ContentCipher): Uint8Array {
  const { oid, mode } = cipherRow(name);
  if (mode === 'cbc') return encodeAlgorithm(oid, encodeOctetString(iv));
  return encodeAlgorithm(oid, encodeSequence(encodeOctetString(iv), encodeInteger(BigInt(tagLength))));
}

/** Ciphertext, and the tag of GCM, which is empty under CBC. */
export function encryptContent(
  { name, iv, tagLength }: ContentCipher,
  key: Uint8Array,
  content: Uint8Array,
): { readonly ciphertext: Uint8Array; readonly tag: Uint8Array } {
  const { mode, ivLength, create } = cipherRow(name);
  if (mode === 'cbc') {
    const ciphertext = cbcEncrypt(create(key), iv, pad('pkcs7', content, ivLength));
    return { ciphertext, tag: new Uint8Array(0) };
  }
  const sealed = gcmSeal(create(key), iv, content, new Uint8Array(0), tagLength);
  const end = sealed.length - tagLength;
  return { ciphertext: sealed.subarray(0, end), tag: sealed.subarray(end) };
}

/** Throws as `unpad` and `gcmOpen` do. `aad` stands under the tag of GCM. */
export function decryptContent(
  { name, iv, tagLength }: ContentCipher,
  key: Uint8Array,
  {
    ciphertext,
    tag,
    aad,
  }: { readonly ciphertext: Uint8Array; readonly tag: Uint8Array; readonly aad: Uint8Array },
): Uint8Array {
  const { mode, ivLength, create } = cipherRow(name);
  if (mode === 'cbc') return unpad('pkcs7', cbcDecrypt(create(key), iv, ciphertext), ivLength);
  return gcmOpen(create(key), iv, concat(ciphertext, tag), aad, tagLength);
}

function readCbcParameters(der: DerReader, ivLength: number): Omit<ContentCipher, 'name'> {
  const iv = readOctetString(der, 'CMS iv', 'RFC 3565, 4.1').slice();
  expectLength('CMS iv', iv, ivLength);
  return { iv, tagLength: 0 };
}

/** GCMParameters (RFC 5084, 3.2): the tag has 12 bytes where nothing is said, and never fewer here. */
function readGcmParameters(der: DerReader): Omit<ContentCipher, 'name'> {
  return readSequence(
    der,
    'CMS GCMParameters',
    (inner) => {
      const iv = readOctetString(inner, 'CMS nonce').slice();
      if (iv.length < 1 || iv.length > MAX_NONCE) {
        throw new CryptoError('bad-length', `CMS nonce: expected 1 to ${MAX_NONCE} bytes, got ${iv.length}`);
      }
      const tagLength = inner.peekTag() === TAG.integer ? readSmall(inner, 'CMS ICVlen', 16) : 12;
      if (tagLength >= 12) return { iv, tagLength };
      throw new CryptoError('bad-format', `CMS ICVlen: expected 12 to 16, got ${tagLength}`);
    },
    'RFC 5084, 3.2',
  );
}

const MAX_NONCE = 128;
