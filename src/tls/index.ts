/**
 * TLS 1.2 with RSA key exchange (RFC 5246): client and server as machines without sockets, and their parts for those who look.
 *
 * History, and still the clearest way in: a secret under the server's public key, and everything else derived from it. It has no
 * forward secrecy, and browsers and TLS 1.3 have given it up.
 */
export {
  ALERTS,
  type AlertDescription,
  type AlertLevel,
  alertNamed,
  encodeAlert,
  TlsFault,
} from './alert.ts';
export { createClient, createServer } from './connection.ts';
export {
  EXTENSION_TYPES,
  type ExtensionName,
  extensionNamed,
  extensionType,
  findExtension,
  type HelloExtension,
} from './extensions/extension.ts';
export { SIGNATURE_SCHEMES } from './extensions/signature-algorithms.ts';
export type {
  ClientConfig,
  Connection,
  Direction,
  ServerConfig,
  TlsEvent,
  TlsHappening,
  TlsMachine,
  TlsOutput,
  TlsStatus,
} from './machine.ts';
export type { CertificateMessage } from './messages/certificate.ts';
export type { CertificateRequest } from './messages/certificate-request.ts';
export type { ClientHello } from './messages/client-hello.ts';
export type { ClientKeyExchange } from './messages/client-key-exchange.ts';
export type { Finished } from './messages/finished.ts';
export {
  encodeHandshake,
  HANDSHAKE_TYPES,
  type HandshakeMessage,
  type HandshakeType,
  handshakeTypeNamed,
  MESSAGE_NAMES,
  readHandshake,
} from './messages/handshake.ts';
export type { ServerHello } from './messages/server-hello.ts';
export type { DirectionKeys } from './record/cipher-state.ts';
export { CONTENT_TYPES, type ContentType, contentTypeNamed } from './record/content-type.ts';
export {
  additionalData,
  createProtection,
  type RecordProtection,
} from './record/protection.ts';
export {
  encodeRecord,
  MAX_CIPHERTEXT,
  MAX_PLAINTEXT,
  type RecordHeader,
  readHeader,
} from './record/record.ts';
export {
  decryptRecording,
  type OpenedRecord,
  type Recording,
  type RecordingReason,
  type RecordingVerdict,
} from './recording.ts';
export { memorySessions, type Session, type SessionCache } from './session.ts';
export {
  type CipherSuite,
  DEFAULT_SUITES,
  EMPTY_RENEGOTIATION_INFO_SCSV,
  FALLBACK_SCSV,
  type RecordCipher,
  SUITES,
  suiteNamed,
  suiteOfId,
} from './suites.ts';
export {
  asPremasterSecret,
  type DerivedMaster,
  deriveExtendedMaster,
  deriveKeyBlock,
  deriveMaster,
  deriveVerifyData,
  type FinishedLabel,
  type KeyBlock,
  type KeyPart,
  type MasterSecret,
  type PremasterSecret,
  type Randoms,
} from './tls12/key-schedule.ts';
export { TLS_1_2, versionName } from './version.ts';
