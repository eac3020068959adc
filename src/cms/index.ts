/**
 * Messages (CMS: RFC 5652; RFC 5083): signed, and in digital envelopes.
 *
 * `signMessage` and `encryptMessage` make them, `parseMessageFile` reads them, `verifyMessage` and `decryptMessage` open them.
 */
export { CONTENT_CIPHERS, type ContentCipher, type ContentCipherName } from './content-cipher.ts';
export { MAX_MESSAGE, type Message, parseMessage } from './content-info.ts';
export { type DecryptOptions, decryptMessage, type Opened } from './decrypt.ts';
export { type EncryptOptions, type Envelope, encryptMessage, MAX_CONTENT, sealEnvelope } from './encrypt.ts';
export type { EnvelopedData } from './enveloped-data.ts';
export {
  encodeMessageFile,
  MAX_MESSAGE_FILE,
  MESSAGE_FORMS,
  type MessageForm,
  messageDer,
  parseMessageFile,
} from './file.ts';
export type { CertificateIdentifier } from './identifier.ts';
export { ATTRIBUTE, CONTENT_TYPE } from './object-identifiers.ts';
export { type Layer, type OpenOptions, type OpenVerdict, openMessage } from './open.ts';
export type { KeyTransRecipient, Recipient } from './recipient-info.ts';
export { type MadeSignature, type MessageSigner, makeSigned, type SignOptions, signMessage } from './sign.ts';
export type { SignedData } from './signed-data.ts';
export type { SignerInfo } from './signer-info.ts';
export {
  type SignedVerdict,
  type SignerFinding,
  type SignerRefusal,
  type SignerSuccess,
  type SignerVerdict,
  type VerifyOptions,
  verifyMessage,
} from './verify.ts';
