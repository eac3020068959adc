/**
 * Opening a digital envelope (RFC 5652, 6; RFC 5083).
 *
 * Whoever may ask a program what went wrong inside can decrypt with its answers (Bleichenbacher, 1998; Vaudenay, 2002). So a
 * session key that is none is replaced by one made from the private key and the ciphertext, the work goes on (RFC 3218, 2.3.2),
 * and one error stands for every fault. Without a signature a wrong key may then open to noise, once in 256 times under CBC.
 */
import { utf8 } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { sha256 } from '../hash/index.ts';
import { createDecrypter, encodePkcs8, type PrivateKey } from '../keys/index.ts';
import { expectRsa } from '../keys/key.ts';
import { hkdf } from '../mac/index.ts';
import { modulusLength } from '../rsa/index.ts';
import type { Certificate } from '../x509/index.ts';
import { cipherRow, decryptContent } from './content-cipher.ts';
import type { EnvelopedData } from './enveloped-data.ts';
import { isMeant } from './identifier.ts';
import type { KeyTransRecipient } from './recipient-info.ts';

export interface DecryptOptions {
  readonly privateKey: PrivateKey;
  /** That of the private key: finds the session key among those of several receivers. */
  readonly certificate?: Certificate | undefined;
}

/** What was inside, which nobody has vouched for. */
export interface Opened {
  readonly content: Uint8Array;
  readonly recipient: KeyTransRecipient;
  readonly sessionKey: Uint8Array;
}

/**
 * The content. `check-failed` where the message is for others, and with one sentence for everything that is wrong inside;
 * `unsupported` where its session key is encrypted in a way that is not known here.
 */
export function decryptMessage(enveloped: EnvelopedData, options: DecryptOptions): Uint8Array {
  const { privateKey } = options;
  return openEnvelope(enveloped, { privateKey, recipients: findRecipients(enveloped, options) }).content;
}

/** With the key of one of `recipients`, which `findRecipients` found. */
export function openEnvelope(
  { cipher, ciphertext, tag, aad }: EnvelopedData,
  { privateKey, recipients }: { readonly privateKey: PrivateKey; readonly recipients: MeantRecipients },
): Opened {
  const { keyLength } = cipherRow(cipher.name);
  const { recipient, sessionKey } = findSessionKey(recipients, privateKey, keyLength);
  try {
    return { recipient, sessionKey, content: decryptContent(cipher, sessionKey, { ciphertext, tag, aad }) };
  } catch (error) {
    throw error instanceof CryptoError ? cannotOpen() : error;
  }
}

/** The one sentence for every fault inside an envelope. */
function cannotOpen(): CryptoError {
  return new CryptoError(
    'check-failed',
    'message: expected one that opens with this key, got one for another key, or one that was changed',
  );
}

function isKeyTransport(recipient: EnvelopedData['recipients'][number]): recipient is KeyTransRecipient {
  return recipient.kind === 'ktri';
}

/** Session keys that are tried: each costs a private operation. */
const MAX_TRIED = 32;

export type MeantRecipients = readonly [KeyTransRecipient, ...KeyTransRecipient[]];

/**
 * Those that the key may open, by what everybody can see: without the certificate nobody knows by which name it is called.
 * Errors as for `decryptMessage`.
 */
export function findRecipients(
  { recipients }: EnvelopedData,
  { privateKey, certificate }: DecryptOptions,
): MeantRecipients {
  expectRsa('privateKey', privateKey);
  createDecrypter(privateKey);
  const all = recipients.filter(isKeyTransport);
  const named = certificate ? all.filter(({ identifier }) => isMeant(identifier, certificate)) : all;
  const length = modulusLength(privateKey.rsa);
  const fitting = named.filter(({ encryptedKey }) => encryptedKey.length === length);
  const [first, ...others] = fitting.filter(({ scheme }) => scheme);
  if (others.length >= MAX_TRIED) {
    throw new CryptoError(
      'bad-argument',
      `certificate: expected that of the private key, since any of ${others.length + 1} receivers may be its owner, got none`,
    );
  }
  if (first) return [first, ...others];
  const unknown = fitting[0]?.algorithm;
  if (unknown !== undefined) {
    throw new CryptoError(
      'unsupported',
      `CMS keyEncryptionAlgorithm: expected rsaEncryption or rsaesOaep, got ${unknown}`,
    );
  }
  throw new CryptoError(
    'check-failed',
    'message: expected one for the owner of this key, got one for somebody else',
  );
}

/** The first that decrypts to a key of the right length; else one that nobody can foresee, of the first. */
function findSessionKey(
  recipients: MeantRecipients,
  privateKey: PrivateKey,
  keyLength: number,
): { readonly recipient: KeyTransRecipient; readonly sessionKey: Uint8Array } {
  const decrypter = createDecrypter(privateKey);
  const secret = sha256(encodePkcs8(privateKey));
  const keys = recipients.map((recipient) => {
    const substitute = hkdf(sha256, secret, recipient.encryptedKey, utf8('cms'), keyLength);
    try {
      const found = decrypter.decrypt(recipient.scheme!, recipient.encryptedKey);
      return {
        recipient,
        sessionKey: found.length === keyLength ? found : substitute,
        found: found.length === keyLength,
      };
    } catch (error) {
      if (!(error instanceof CryptoError) || error.code === 'unsupported') throw error;
      return { recipient, sessionKey: substitute, found: false };
    }
  });
  return keys.find(({ found }) => found) ?? keys[0]!;
}
