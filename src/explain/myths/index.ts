/** Common sentences that are not quite so, each with a run that contradicts it. */
export type { Consequence, Evidence, Myth, StepTable } from './myth.ts';

import { alteredCiphertextGarbage } from './altered-ciphertext-garbage.ts';
import { caEncryptsKey } from './ca-encrypts-key.ts';
import { certificateIsKeyPair } from './certificate-is-key-pair.ts';
import { certificatesCostMoney } from './certificates-cost-money.ts';
import { checksumProtects } from './checksum-protects.ts';
import { cipherListComesLater } from './cipher-list-comes-later.ts';
import { clientNeedsPrivateKey } from './client-needs-private-key.ts';
import { cookieIsPassword } from './cookie-is-password.ts';
import { encryptedHash } from './encrypted-hash.ts';
import { hashingIsEncryption } from './hashing-is-encryption.ts';
import { httpHandshake } from './http-handshake.ts';
import { httpsIsStateless } from './https-is-stateless.ts';
import { httpsIsTransport } from './https-is-transport.ts';
import { keepAlive } from './keep-alive.ts';
import { masterSecretEncrypted } from './master-secret-encrypted.ts';
import type { Myth } from './myth.ts';
import { ownerSignsCertificate } from './owner-signs-certificate.ts';
import { privateKeyEncrypts } from './private-key-encrypts.ts';
import { recordedIsSafe } from './recorded-is-safe.ts';
import { serverUsesPrivateKey } from './server-uses-private-key.ts';
import { symmetricIsXor } from './symmetric-is-xor.ts';
import { symmetricLessSecure } from './symmetric-less-secure.ts';

/** All of them, in the order of the story. */
export const MYTHS: readonly Myth[] = [
  symmetricIsXor,
  alteredCiphertextGarbage,
  hashingIsEncryption,
  checksumProtects,
  encryptedHash,
  symmetricLessSecure,
  privateKeyEncrypts,
  certificateIsKeyPair,
  ownerSignsCertificate,
  caEncryptsKey,
  certificatesCostMoney,
  cipherListComesLater,
  clientNeedsPrivateKey,
  masterSecretEncrypted,
  serverUsesPrivateKey,
  httpHandshake,
  httpsIsTransport,
  httpsIsStateless,
  keepAlive,
  cookieIsPassword,
  recordedIsSafe,
];
