/**
 * What a TLS connection looks like from outside: a machine without input and output of its own.
 *
 * Give it what came from the transport; it says what to send, and what happened. The same machine runs in memory, over a
 * simulated network and on real sockets. It has no clock: whoever owns the transport decides how long to wait.
 */
import type { PrivateKey } from '../keys/index.ts';
import type { RandomSource } from '../random/index.ts';
import type { Certificate, CertificateList, ChainVerdict } from '../x509/index.ts';
import type { AlertDescription, AlertLevel, TlsFault } from './alert.ts';
import type { HandshakeMessage } from './messages/handshake.ts';
import type { ContentType } from './record/content-type.ts';
import type { Session, SessionCache } from './session.ts';
import type { CipherSuite } from './suites.ts';
import type { KeyBlock } from './tls12/key-schedule.ts';

export interface TlsMachine {
  /** The first words: a client's ClientHello; a server has none. Once. */
  start(): TlsOutput;
  /** What came from the transport, cut into pieces anyhow. Nothing about the peer is thrown. */
  receive(bytes: Uint8Array): TlsOutput;
  /** Application data, of any length. `bad-argument` unless `status` is `connected`. */
  write(data: Uint8Array): TlsOutput;
  /** No more will be written: close_notify. What the peer still sends is given out. */
  close(): TlsOutput;
  /** The transport will bring nothing more. */
  end(): TlsOutput;
  readonly status: TlsStatus;
  /** Once it is established, and also when it is over. */
  readonly connection: Connection | undefined;
}

/** `closing`: we have said close_notify, and the peer has not. */
export type TlsStatus = 'handshake' | 'connected' | 'closing' | 'closed' | 'failed';

export interface TlsOutput {
  /** For the transport; often empty. */
  readonly send: Uint8Array;
  readonly events: readonly TlsEvent[];
}

export type TlsEvent =
  | { readonly type: 'connected'; readonly connection: Connection }
  | { readonly type: 'data'; readonly data: Uint8Array }
  /** A warning from the peer; nothing has to be done. */
  | { readonly type: 'warning'; readonly alert: AlertDescription | undefined }
  /** The peer's close_notify came, and was answered. */
  | { readonly type: 'closed' }
  /** The transport ended without a close_notify: somebody may have cut off what was still to come. */
  | { readonly type: 'truncated' }
  | {
      readonly type: 'failed';
      readonly by: 'us' | 'peer';
      /** Undefined for one that the peer made up. */
      readonly alert: AlertDescription | undefined;
      /** A sentence, as errors have it. */
      readonly reason: string;
      /** What was wrong with the peer's certificates, where it was that. */
      readonly verdict?: ChainVerdict;
    };

export interface Connection {
  readonly suite: CipherSuite;
  readonly clientRandom: Uint8Array;
  readonly serverRandom: Uint8Array;
  /** Whether it goes on with an earlier session: no certificate, no key exchange. */
  readonly resumed: boolean;
  readonly extendedMasterSecret: boolean;
  readonly encryptThenMac: boolean;
  /** The host that the client asked for, where it said so. */
  readonly serverName: string | undefined;
  /** The protocol agreed on with ALPN. */
  readonly alpn: string | undefined;
  /** The server's, its own first; on the server's side empty. */
  readonly peerCertificates: readonly Certificate[];
  /** What `verifyChain` said about them; undefined where nobody asked. */
  readonly verdict: ChainVerdict | undefined;
  /** To go on with later; its `id` is empty where the server keeps none. */
  readonly session: Session;
}

interface CommonConfig {
  /** What may be agreed on, best first; `DEFAULT_SUITES` where not given. */
  readonly suites?: readonly CipherSuite[] | undefined;
  /** Protocols spoken inside, best first. */
  readonly alpn?: readonly string[] | undefined;
  /** True where not given (RFC 7627). */
  readonly extendedMasterSecret?: boolean | undefined;
  /** True where not given; for CBC suites only (RFC 7366). */
  readonly encryptThenMac?: boolean | undefined;
  readonly random?: RandomSource | undefined;
  /** Called for everything that happens, with all secrets. */
  readonly observe?: ((happening: TlsHappening) => void) | undefined;
}

export interface ClientConfig extends CommonConfig {
  /** Whom the client trusts already. */
  readonly anchors?: readonly Certificate[] | undefined;
  readonly crls?: readonly CertificateList[] | undefined;
  /** The host that is meant: sent as server_name (unless it is an address), and looked for in the certificate. */
  readonly host?: string | undefined;
  /** Sent as server_name instead of `host`; `false` sends none. */
  readonly serverName?: string | false | undefined;
  /** The time for which certificates are judged; now where not given. */
  readonly at?: Date | undefined;
  /** False lets every certificate pass: then nobody knows who the peer is. */
  readonly verify?: boolean | undefined;
  /** MD5, SHA-1 and short keys in certificates pass. */
  readonly allowWeak?: boolean | undefined;
  /** An earlier session of the same server, to go on with. */
  readonly session?: Session | undefined;
}

export interface ServerConfig extends CommonConfig {
  /** The server's own first, then those above it. */
  readonly certificates: readonly Certificate[];
  readonly privateKey: PrivateKey;
  /** Where sessions are kept that clients may go on with; none where not given. */
  readonly sessions?: SessionCache | undefined;
  /** Asks for a client's certificate. None is taken: only an empty answer is understood. */
  readonly requestCertificate?: boolean | undefined;
}

export type Direction = 'sent' | 'received';

/** What views, key logs and tests want to know, in the order in which it happens. */
export type TlsHappening =
  | {
      readonly what: 'record';
      readonly direction: Direction;
      readonly type: ContentType;
      /** As on the wire, header and all. */
      readonly record: Uint8Array;
      /** Before protection, or after it was taken off. */
      readonly plaintext: Uint8Array;
      /** Where the record is protected. */
      readonly sequenceNumber: number | undefined;
    }
  | {
      readonly what: 'message';
      readonly direction: Direction;
      /** With its header of four bytes. */
      readonly bytes: Uint8Array;
      readonly message: HandshakeMessage;
    }
  | { readonly what: 'change-cipher-spec'; readonly direction: Direction }
  | {
      readonly what: 'alert';
      readonly direction: Direction;
      readonly level: AlertLevel;
      readonly alert: AlertDescription | undefined;
    }
  | {
      readonly what: 'premaster';
      readonly premasterSecret: Uint8Array;
      readonly encryptedPremasterSecret: Uint8Array;
    }
  /** The seed is both randoms, or the session hash with extended_master_secret. Not where a session goes on. */
  | {
      readonly what: 'master';
      readonly masterSecret: Uint8Array;
      readonly label: string;
      readonly seed: Uint8Array;
    }
  | {
      readonly what: 'keys';
      readonly suite: CipherSuite;
      readonly masterSecret: Uint8Array;
      readonly clientRandom: Uint8Array;
      readonly serverRandom: Uint8Array;
      readonly keyBlock: KeyBlock;
      readonly encryptThenMac: boolean;
      readonly resumed: boolean;
    }
  | {
      readonly what: 'finished';
      readonly direction: Direction;
      readonly label: string;
      readonly handshakeHash: Uint8Array;
      readonly verifyData: Uint8Array;
    }
  | { readonly what: 'fault'; readonly fault: TlsFault };
