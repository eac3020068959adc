/**
 * A digital envelope (RFC 5652, 6.1; RFC 5083): the content under a fresh session key, that key under the RSA key of each
 * receiver.
 *
 * It hides the content and answers nothing else: sign it first.
 */
import { CryptoError, expectBytes } from '../errors.ts';
import { createEncrypter, type EncryptionScheme } from '../keys/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import type { Certificate } from '../x509/index.ts';
import { type ContentCipherName, cipherRow, encryptContent } from './content-cipher.ts';
import { encodeContentInfo } from './content-info.ts';
import { encodeEnvelopedData } from './enveloped-data.ts';
import { type CertificateIdentifier, identifierOf } from './identifier.ts';
import { CONTENT_TYPE } from './object-identifiers.ts';
import { encodeRecipient } from './recipient-info.ts';

/** Of one message, in bytes. */
export const MAX_CONTENT = 2 ** 24;

export interface EncryptOptions {
  /** At least one: each can open the message with the private key of his certificate. */
  readonly recipients: readonly Certificate[];
  /** `aes-256-cbc` where not given; a GCM cipher makes AuthEnvelopedData. */
  readonly cipher?: Exclude<ContentCipherName, 'des-ede3-cbc'> | undefined;
  /** PKCS#1 v1.5 where not given, as OpenSSL does. */
  readonly scheme?: EncryptionScheme | undefined;
  /** How receivers are named; `issuerAndSerialNumber` where not given. */
  readonly identifier?: CertificateIdentifier['kind'] | undefined;
  /** Sub-streams `cms.key`, `cms.iv` and `cms.recipient[0]`, … */
  readonly random?: RandomSource | undefined;
}

/** What an envelope is made of, for those who explain it; `message` is the whole, as DER. */
export interface Envelope {
  readonly message: Uint8Array;
  readonly sessionKey: Uint8Array;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
  readonly encryptedKeys: readonly Uint8Array[];
}

/** The message, as DER. `unsupported` for a receiver whose key cannot encrypt; `too-large` above `MAX_CONTENT`. */
export function encryptMessage(content: Uint8Array, options: EncryptOptions): Uint8Array {
  return sealEnvelope(content, options).message;
}

/** As `encryptMessage`, with everything that was drawn and computed. */
export function sealEnvelope(content: Uint8Array, options: EncryptOptions): Envelope {
  const { recipients, cipher = 'aes-256-cbc', random = systemRandom } = options;
  const { scheme = { scheme: 'rsa-pkcs1' }, identifier = 'issuerAndSerialNumber' } = options;
  expectContent(content);
  if (recipients.length === 0) {
    throw new CryptoError('bad-argument', 'recipients: expected at least one certificate, got none');
  }
  const { keyLength, ivLength, mode } = cipherRow(cipher);
  const sessionKey = random.substream('cms.key').bytes(keyLength);
  const iv = random.substream('cms.iv').bytes(ivLength);
  const contentCipher = { name: cipher, iv, tagLength: mode === 'gcm' ? 16 : 0 };
  const { ciphertext, tag } = encryptContent(contentCipher, sessionKey, content);
  const encryptedKeys = recipients.map(({ publicKey }, i) =>
    createEncrypter(publicKey, random.substream(`cms.recipient[${i}]`)).encrypt(scheme, sessionKey),
  );
  const infos = recipients.map((certificate, i) =>
    encodeRecipient(identifierOf(certificate, identifier), scheme, encryptedKeys[i]!),
  );
  const type = mode === 'gcm' ? CONTENT_TYPE.authEnvelopedData : CONTENT_TYPE.envelopedData;
  const inside = { cipher: contentCipher, contentType: CONTENT_TYPE.data, ciphertext, tag };
  const data = encodeEnvelopedData(inside, infos, identifier === 'subjectKeyIdentifier');
  return { message: encodeContentInfo(type, data), sessionKey, iv, ciphertext, tag, encryptedKeys };
}

/** `too-large` above `MAX_CONTENT`, with room for a signature and its certificates. */
export function expectContent(content: Uint8Array): void {
  expectBytes('content', content);
  if (content.length <= MAX_CONTENT + MAX_OVERHEAD) return;
  throw new CryptoError('too-large', `content: expected at most ${MAX_CONTENT} bytes, got ${content.length}`);
}

const MAX_OVERHEAD = 2 ** 20;
