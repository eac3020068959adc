/** The server's side of a TLS 1.2 handshake with RSA key exchange (RFC 5246, 7.3); the flights as in `client.ts`. */
import { type RandomSource, systemRandom } from '../../random/index.ts';
import { TlsFault } from '../alert.ts';
import { SIGNATURE_SCHEMES } from '../extensions/signature-algorithms.ts';
import { NULL_COMPRESSION } from '../hello/client-offer.ts';
import { type Negotiated, negotiate } from '../hello/negotiate.ts';
import type { ServerConfig } from '../machine.ts';
import type { ClientHello } from '../messages/client-hello.ts';
import { type HandshakeMessage, type HandshakeType, messageName } from '../messages/handshake.ts';
import type { RecordProtection } from '../record/protection.ts';
import { Transcript } from '../transcript.ts';
import { TLS_1_2 } from '../version.ts';
import {
  type Agreed,
  agreeOnMaster,
  checkFinished,
  deriveProtections,
  establishedConnection,
  type Protections,
  sendFinished,
} from './finish.ts';
import { type Handshaker, unexpected, type Wire } from './handshaker.ts';
import type { Randoms } from './key-schedule.ts';
import { decryptPremaster } from './rsa-key-exchange.ts';

/** What both hellos settled. */
interface Settled extends Negotiated, Randoms {
  readonly sessionId: Uint8Array;
  /** What the premaster secret begins with, if it is an honest one. */
  readonly clientVersion: number;
}

interface Finishing {
  readonly settled: Settled;
  readonly agreed: Agreed;
  readonly protections: Protections;
}

type State =
  | { readonly at: 'expect-client-hello' }
  /** An empty one, where a certificate was asked for. */
  | { readonly at: 'expect-certificate'; readonly settled: Settled }
  | { readonly at: 'expect-client-key-exchange'; readonly settled: Settled }
  | ({ readonly at: 'expect-change-cipher-spec' } & Finishing)
  | ({ readonly at: 'expect-finished' } & Finishing)
  | { readonly at: 'established'; readonly sessionId: Uint8Array };

const AWAITED = {
  'expect-client-hello': 'client_hello',
  'expect-certificate': 'certificate',
  'expect-client-key-exchange': 'client_key_exchange',
  'expect-change-cipher-spec': 'change_cipher_spec',
  'expect-finished': 'finished',
  established: 'application_data',
} as const;

const NOTHING = new Uint8Array(0);

export class ServerHandshake implements Handshaker {
  readonly #config: ServerConfig;
  readonly #wire: Wire;
  readonly #random: RandomSource;
  readonly #ivs: RandomSource;
  readonly #transcript = new Transcript();
  #state: State = { at: 'expect-client-hello' };

  constructor(config: ServerConfig, wire: Wire) {
    this.#config = config;
    this.#wire = wire;
    this.#random = (config.random ?? systemRandom).substream('tls.server');
    this.#ivs = this.#random.substream('iv');
  }

  get isEstablished(): boolean {
    return this.#state.at === 'established';
  }

  get awaits(): string {
    return AWAITED[this.#state.at];
  }

  start(): void {}

  admits(type: HandshakeType): boolean {
    const { at } = this.#state;
    return type === (at === 'established' ? 'client_hello' : AWAITED[at]);
  }

  abandon(): void {
    const { sessions } = this.#config;
    if (this.#state.at === 'established') sessions?.forget(this.#state.sessionId);
    if ('settled' in this.#state && this.#state.settled.resumed) {
      sessions?.forget(this.#state.settled.resumed.id);
    }
  }

  receive(message: HandshakeMessage, bytes: Uint8Array): void {
    const state = this.#state;
    if (state.at === 'expect-client-hello' && message.type === 'client_hello') {
      this.#onClientHello(message, bytes);
    } else if (state.at === 'expect-certificate' && message.type === 'certificate') {
      if (message.certificateList.length > 0) {
        throw new TlsFault(
          'unsupported_certificate',
          `certificate_list: expected none from a client, got ${message.certificateList.length}`,
        );
      }
      this.#transcript.add(bytes);
      this.#state = { at: 'expect-client-key-exchange', settled: state.settled };
    } else if (state.at === 'expect-client-key-exchange' && message.type === 'client_key_exchange') {
      this.#transcript.add(bytes);
      this.#onKeyExchange(state.settled, message.encryptedPremasterSecret);
    } else if (state.at === 'expect-finished' && message.type === 'finished') {
      const { verifyData } = message;
      const { agreed } = state;
      checkFinished(this.#wire, agreed, this.#transcript, { label: 'client finished', verifyData, bytes });
      if (!agreed.resumed) this.#finish(state);
      this.#establish(state);
    } else throw unexpected(this.awaits, messageName(message));
  }

  changeCipherSpec(): RecordProtection {
    const state = this.#state;
    if (state.at !== 'expect-change-cipher-spec') throw unexpected(this.awaits, 'change_cipher_spec');
    this.#state = { ...state, at: 'expect-finished' };
    return state.protections.client;
  }

  #onClientHello(hello: ClientHello, bytes: Uint8Array): void {
    const negotiated = negotiate(hello, this.#config);
    const { suite, resumed, extensions } = negotiated;
    this.#wire.agreeOnVersion(TLS_1_2);
    this.#transcript.add(bytes);
    this.#transcript.useHash(suite.prf);
    const settled: Settled = {
      ...negotiated,
      clientRandom: hello.random.slice(),
      serverRandom: this.#random.bytes(32),
      sessionId: resumed?.id ?? (this.#config.sessions ? this.#random.bytes(32) : NOTHING),
      clientVersion: hello.clientVersion,
    };
    this.#say({
      type: 'server_hello',
      serverVersion: TLS_1_2,
      random: settled.serverRandom,
      sessionId: settled.sessionId,
      cipherSuite: suite.id,
      compressionMethod: NULL_COMPRESSION,
      extensions,
    });
    if (resumed) {
      const agreed = { ...settled, masterSecret: resumed.masterSecret, resumed: true };
      const protections = deriveProtections(this.#wire, agreed, this.#ivs);
      const finishing = { settled, agreed, protections };
      this.#finish(finishing);
      this.#state = { at: 'expect-change-cipher-spec', ...finishing };
      return;
    }
    const { certificates, requestCertificate = false } = this.#config;
    this.#say({ type: 'certificate', certificateList: certificates.map(({ der }) => der) });
    if (requestCertificate) {
      this.#say({
        type: 'certificate_request',
        certificateTypes: [RSA_SIGN],
        supportedSignatureAlgorithms: Object.values(SIGNATURE_SCHEMES),
        certificateAuthorities: [],
      });
    }
    this.#say({ type: 'server_hello_done' });
    this.#state = { at: requestCertificate ? 'expect-certificate' : 'expect-client-key-exchange', settled };
  }

  #onKeyExchange(settled: Settled, encryptedPremasterSecret: Uint8Array): void {
    const { clientVersion } = settled;
    const premasterSecret = decryptPremaster(
      this.#config.privateKey,
      encryptedPremasterSecret,
      clientVersion,
      this.#random,
    );
    this.#wire.observe({ what: 'premaster', premasterSecret, encryptedPremasterSecret });
    const agreed = agreeOnMaster(this.#wire, settled, premasterSecret, this.#transcript);
    const protections = deriveProtections(this.#wire, agreed, this.#ivs);
    this.#state = { at: 'expect-change-cipher-spec', settled, agreed, protections };
  }

  #say(message: HandshakeMessage): void {
    this.#transcript.add(this.#wire.send(message));
  }

  #finish({ agreed, protections }: Finishing): void {
    const protection = protections.server;
    sendFinished(this.#wire, agreed, this.#transcript, { label: 'server finished', protection });
  }

  #establish({ settled, agreed }: Finishing): void {
    const connection = establishedConnection(settled, agreed, { certificates: [] });
    const { session, resumed } = connection;
    if (session.id.length > 0 && !resumed) this.#config.sessions?.store(session);
    this.#state = { at: 'established', sessionId: session.id };
    this.#wire.established(connection);
  }
}

/** ClientCertificateType (7.4.4). */
const RSA_SIGN = 1;
