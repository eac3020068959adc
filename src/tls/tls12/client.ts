/**
 * The client's side of a TLS 1.2 handshake with RSA key exchange (RFC 5246, 7.3).
 *
 *     ClientHello                    -->
 *                                    <--  ServerHello, Certificate, [CertificateRequest,] ServerHelloDone
 *     [Certificate,]
 *     ClientKeyExchange
 *     ChangeCipherSpec, Finished     -->
 *                                    <--  ChangeCipherSpec, Finished
 *
 * Where a session goes on, the server's ChangeCipherSpec and Finished follow its hello at once, and ours come last.
 */
import { type RandomSource, systemRandom } from '../../random/index.ts';
import { type Accepted, acceptServerHello } from '../hello/accept.ts';
import { makeClientHello, offeredServerName, sessionToOffer } from '../hello/client-offer.ts';
import type { ClientConfig } from '../machine.ts';
import type { ClientHello } from '../messages/client-hello.ts';
import { type HandshakeMessage, type HandshakeType, messageName } from '../messages/handshake.ts';
import type { ServerHello } from '../messages/server-hello.ts';
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
import { encryptPremaster, makePremaster } from './rsa-key-exchange.ts';
import { type JudgedCertificates, judgeCertificates } from './server-certificates.ts';

/** What ServerHello settled. */
interface Settled extends Accepted, Randoms {
  readonly sessionId: Uint8Array;
}

/** What is needed to finish. */
interface Finishing {
  readonly settled: Settled;
  readonly agreed: Agreed;
  readonly protections: Protections;
  readonly peer: Pick<JudgedCertificates, 'verdict'> & {
    readonly certificates: JudgedCertificates['certificates'] | readonly [];
  };
}

type State =
  | { readonly at: 'start' }
  | { readonly at: 'expect-server-hello'; readonly offer: ClientHello }
  | { readonly at: 'expect-certificate'; readonly settled: Settled }
  /** Or CertificateRequest, once, before. */
  | {
      readonly at: 'expect-server-hello-done';
      readonly settled: Settled;
      readonly peer: JudgedCertificates;
      readonly wantsCertificate: boolean;
    }
  | ({ readonly at: 'expect-change-cipher-spec' } & Finishing)
  | ({ readonly at: 'expect-finished' } & Finishing)
  | { readonly at: 'established' };

const AWAITED = {
  start: 'nothing',
  'expect-server-hello': 'server_hello',
  'expect-certificate': 'certificate',
  'expect-server-hello-done': 'server_hello_done',
  'expect-change-cipher-spec': 'change_cipher_spec',
  'expect-finished': 'finished',
  established: 'application_data',
} as const;

export class ClientHandshake implements Handshaker {
  readonly #config: ClientConfig;
  readonly #wire: Wire;
  readonly #random: RandomSource;
  readonly #ivs: RandomSource;
  readonly #transcript = new Transcript();
  #state: State = { at: 'start' };

  constructor(config: ClientConfig, wire: Wire) {
    this.#config = config;
    this.#wire = wire;
    this.#random = (config.random ?? systemRandom).substream('tls.client');
    this.#ivs = this.#random.substream('iv');
  }

  get isEstablished(): boolean {
    return this.#state.at === 'established';
  }

  get awaits(): string {
    return AWAITED[this.#state.at];
  }

  abandon(): void {}

  start(): void {
    const offer = makeClientHello(this.#config, this.#random);
    this.#transcript.add(this.#wire.send(offer));
    this.#state = { at: 'expect-server-hello', offer };
  }

  admits(type: HandshakeType): boolean {
    const state = this.#state;
    if (type === 'hello_request') return true;
    if (type === 'certificate_request')
      return state.at === 'expect-server-hello-done' && !state.wantsCertificate;
    return type === AWAITED[state.at];
  }

  receive(message: HandshakeMessage, bytes: Uint8Array): void {
    const state = this.#state;
    // A server may ask for a handshake at any time; one is under way (7.4.1.1).
    if (message.type === 'hello_request') return;
    if (state.at === 'expect-server-hello' && message.type === 'server_hello') {
      this.#onServerHello(message, bytes, state.offer);
    } else if (state.at === 'expect-certificate' && message.type === 'certificate') {
      const peer = judgeCertificates(message.certificateList, this.#config);
      this.#transcript.add(bytes);
      this.#state = {
        at: 'expect-server-hello-done',
        settled: state.settled,
        peer,
        wantsCertificate: false,
      };
    } else if (
      state.at === 'expect-server-hello-done' &&
      message.type === 'certificate_request' &&
      !state.wantsCertificate
    ) {
      this.#transcript.add(bytes);
      this.#state = { ...state, wantsCertificate: true };
    } else if (state.at === 'expect-server-hello-done' && message.type === 'server_hello_done') {
      this.#transcript.add(bytes);
      this.#exchangeKey(state.settled, state.peer, state.wantsCertificate);
    } else if (state.at === 'expect-finished' && message.type === 'finished') {
      const { verifyData } = message;
      const { agreed } = state;
      checkFinished(this.#wire, agreed, this.#transcript, { label: 'server finished', verifyData, bytes });
      if (agreed.resumed) this.#finish(state);
      this.#establish(state);
    } else throw unexpected(this.awaits, messageName(message));
  }

  changeCipherSpec(): RecordProtection {
    const state = this.#state;
    if (state.at !== 'expect-change-cipher-spec') throw unexpected(this.awaits, 'change_cipher_spec');
    this.#state = { ...state, at: 'expect-finished' };
    return state.protections.server;
  }

  #onServerHello(hello: ServerHello, bytes: Uint8Array, offer: ClientHello): void {
    const accepted = acceptServerHello(hello, offer, sessionToOffer(this.#config));
    this.#wire.agreeOnVersion(TLS_1_2);
    this.#transcript.add(bytes);
    this.#transcript.useHash(accepted.suite.prf);
    const settled: Settled = {
      ...accepted,
      clientRandom: offer.random,
      serverRandom: hello.random.slice(),
      sessionId: hello.sessionId.slice(),
    };
    const { resumed } = accepted;
    if (!resumed) {
      this.#state = { at: 'expect-certificate', settled };
      return;
    }
    const agreed = { ...settled, masterSecret: resumed.masterSecret, resumed: true };
    const protections = deriveProtections(this.#wire, agreed, this.#ivs);
    // No certificate comes: those of the session are judged again, by what is asked for today.
    const peer = judgeCertificates(
      resumed.peerCertificates.map(({ der }) => der),
      this.#config,
    );
    this.#state = { at: 'expect-change-cipher-spec', settled, agreed, protections, peer };
  }

  /** 7.4.6 to 7.4.9: what the client answers to ServerHelloDone. */
  #exchangeKey(settled: Settled, peer: JudgedCertificates, wantsCertificate: boolean): void {
    if (wantsCertificate) {
      this.#transcript.add(this.#wire.send({ type: 'certificate', certificateList: [] }));
    }
    const premasterSecret = makePremaster(this.#random);
    const { publicKey } = peer.certificates[0];
    const encryptedPremasterSecret = encryptPremaster(publicKey, premasterSecret, this.#random);
    this.#wire.observe({ what: 'premaster', premasterSecret, encryptedPremasterSecret });
    this.#transcript.add(this.#wire.send({ type: 'client_key_exchange', encryptedPremasterSecret }));
    const agreed = agreeOnMaster(this.#wire, settled, premasterSecret, this.#transcript);
    const protections = deriveProtections(this.#wire, agreed, this.#ivs);
    const finishing = { settled, agreed, protections, peer };
    this.#finish(finishing);
    this.#state = { at: 'expect-change-cipher-spec', ...finishing };
  }

  #finish({ agreed, protections }: Finishing): void {
    const protection = protections.client;
    sendFinished(this.#wire, agreed, this.#transcript, { label: 'client finished', protection });
  }

  #establish({ settled, agreed, peer }: Finishing): void {
    this.#state = { at: 'established' };
    const serverName = offeredServerName(this.#config);
    this.#wire.established(establishedConnection({ ...settled, serverName }, agreed, peer));
  }
}
