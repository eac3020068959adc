/**
 * Handshakes with one thing wrong: what somebody does to them, and who has to notice, on which message, with which alert
 * (RFC 5246, 7.2.2). A table, in the order in which the messages come.
 */
import type { RandomSource } from '../../random/index.ts';
import { type AlertDescription, createProtection, suiteNamed } from '../../tls/index.ts';
import type { Certificate, FaultName } from '../../x509/index.ts';
import type { Meddler, Notice } from '../tls-wire/conversation.ts';
import {
  cutAfterFirstData,
  onFirstData,
  onMessage,
  recordLike,
  withFlippedBit,
} from '../tls-wire/meddlers.ts';

/** What somebody on the wire may use. */
export interface MeddlerWorld {
  /** The server's certificate with his own public key in it. */
  readonly swapped: () => Certificate;
  readonly random: RandomSource;
}

export interface TlsFaultRule {
  /** Where it is wrong: with the certificates, on the wire between the two, or in the server itself. */
  readonly place: 'certificates' | 'wire' | 'server';
  /** The chain that the server has, from the faults of certificates; `good` where not given. */
  readonly chain?: FaultName;
  readonly meddle?: (world: MeddlerWorld) => Meddler;
  /** Whether both sides would also take a suite that nobody should. */
  readonly takesWeak?: true;
  readonly by: Notice['by'];
  readonly at: Notice['at'];
  readonly alert: AlertDescription | undefined;
  /** With extended_master_secret, where it is another. */
  readonly alertWithEms?: AlertDescription;
  readonly clause: string;
}

/** What the man in the middle would have both sides use. */
export const WEAK_SUITE = suiteNamed('TLS_RSA_WITH_RC4_128_MD5');

export const RULES = {
  'tampered-hello': {
    place: 'wire',
    takesWeak: true,
    meddle: () => onMessage('client_hello', (hello) => ({ ...hello, cipherSuites: [WEAK_SUITE.id] })),
    by: 'server',
    at: 'Finished',
    alert: 'decrypt_error',
    // The session hash already differs, and with it all keys.
    alertWithEms: 'bad_record_mac',
    clause: 'RFC 5246, 7.4.9, F.1.3',
  },
  'swapped-public-key': {
    place: 'wire',
    meddle: ({ swapped }) =>
      onMessage('certificate', ({ certificateList: [, ...rest], ...message }) => ({
        ...message,
        certificateList: [swapped().der, ...rest],
      })),
    by: 'client',
    at: 'Certificate',
    alert: 'bad_certificate',
    clause: 'RFC 5246, 7.4.2; RFC 5280, 6.1.3 (a) (1)',
  },
  'untrusted-ca': {
    place: 'certificates',
    chain: 'untrusted-root',
    by: 'client',
    at: 'Certificate',
    alert: 'unknown_ca',
    clause: 'RFC 5246, 7.4.2; RFC 5280, 6.1.1 (d)',
  },
  'wrong-host': {
    place: 'certificates',
    chain: 'wrong-host',
    by: 'client',
    at: 'Certificate',
    alert: 'bad_certificate',
    clause: 'RFC 9525, 6',
  },
  expired: {
    place: 'certificates',
    chain: 'expired',
    by: 'client',
    at: 'Certificate',
    alert: 'certificate_expired',
    clause: 'RFC 5246, 7.2.2; RFC 5280, 6.1.3 (a) (2)',
  },
  'tampered-premaster': {
    place: 'wire',
    meddle: () =>
      onMessage('client_key_exchange', (message) => ({
        ...message,
        encryptedPremasterSecret: withFlippedBit(message.encryptedPremasterSecret),
      })),
    by: 'server',
    at: 'Finished',
    alert: 'bad_record_mac',
    clause: 'RFC 5246, 7.4.7.1',
  },
  'bad-finished': {
    place: 'server',
    meddle: ({ random }) => wrongFinished(random),
    by: 'client',
    at: 'Finished',
    alert: 'decrypt_error',
    clause: 'RFC 5246, 7.4.9',
  },
  'flipped-record-bit': {
    place: 'wire',
    meddle: () => onFirstData('client', (record) => [withFlippedBit(record)]),
    by: 'server',
    at: 'ApplicationData',
    alert: 'bad_record_mac',
    clause: 'RFC 5246, 7.2.2',
  },
  'replayed-record': {
    place: 'wire',
    meddle: () => onFirstData('client', (record) => [record, record]),
    by: 'server',
    at: 'ApplicationData',
    alert: 'bad_record_mac',
    clause: 'RFC 5246, 6.1, F.2',
  },
  truncated: {
    place: 'wire',
    meddle: () => cutAfterFirstData('server'),
    by: 'client',
    at: 'end',
    alert: undefined,
    clause: 'RFC 5246, 7.2.1, F.2',
  },
} as const satisfies Readonly<Record<string, TlsFaultRule>>;

/**
 * A server that has counted wrong: its Finished is sealed under the right keys, but what it says is not the hash of what was
 * said. Nobody else could do that, who has not the keys.
 */
function wrongFinished(random: RandomSource): Meddler {
  return (passing, happened) => {
    if (passing.from !== 'server' || passing.label !== 'Finished') return [passing.record];
    const keys = happened.find((happening) => happening.what === 'keys');
    if (!keys) return [passing.record];
    const { suite, keyBlock, encryptThenMac } = keys;
    const protection = createProtection(suite, keyBlock.server, encryptThenMac, random);
    return [recordLike(passing, protection.seal('handshake', withFlippedBit(passing.plaintext)))];
  };
}
