/** A TLS 1.2 client with RSA key exchange, driven by hand against a server of ours. */
import { concat, concatAll, Writer } from '../../src/bytes/index.ts';
import { i2osp, os2ip } from '../../src/math/index.ts';
import { encryptBlock, modulusLength, type RsaPublicKey } from '../../src/rsa/index.ts';
import { readHandshake } from '../../src/tls/messages/handshake.ts';
import type { ServerHello } from '../../src/tls/messages/server-hello.ts';
import { suiteOfId } from '../../src/tls/suites.ts';
import type { MasterSecret } from '../../src/tls/tls12/key-schedule.ts';
import { parseCertificate } from '../../src/x509/index.ts';
import { messageBytes, RawPeer, random } from './raw-peer.ts';

export const AES_128_CBC_SHA = 0x002f;
export const SCSV = 0x00ff;

export type RawExtension = readonly [type: number, data: Uint8Array];

/** Extensions by what the scripts call them. */
export const EXT = {
  renegotiationInfo: [0xff01, Uint8Array.of(0)],
  ems: [23, new Uint8Array(0)],
  etm: [22, new Uint8Array(0)],
} as const satisfies Record<string, RawExtension>;

export interface HelloChanges {
  readonly clientVersion?: number;
  readonly sessionId?: Uint8Array;
  readonly suites?: readonly number[];
  readonly compression?: readonly number[];
  /** `undefined`: no block of extensions at all. */
  readonly extensions?: readonly RawExtension[] | undefined;
}

export interface KeyExchangeChanges {
  readonly premaster?: Uint8Array;
  /** Instead of the hello's. */
  readonly version?: number;
  /** The encryption block, 00 02 … 00 premaster, before it is encrypted. */
  readonly block?: (em: Uint8Array) => Uint8Array;
  /** The whole ciphertext. */
  readonly ciphertext?: (right: Uint8Array, key: RsaPublicKey) => Uint8Array;
  /** The whole message. */
  readonly message?: (right: Uint8Array) => Uint8Array;
  /** Which derivation, whatever was agreed on. */
  readonly extended?: boolean;
}

export interface Sslv2Changes {
  readonly clientVersion?: number;
  readonly specs?: readonly number[];
  readonly challenge?: Uint8Array;
  readonly sessionId?: Uint8Array;
  /** Those of specs, session id and challenge, where they lie. */
  readonly lengths?: readonly [number, number, number];
  /** After the end. */
  readonly more?: Uint8Array;
}

/** A session as the client remembers it. */
export interface RawSession {
  readonly id: Uint8Array;
  readonly masterSecret: MasterSecret;
}

export class RawClient extends RawPeer {
  protected readonly us = 'client';
  clientVersion = 0x0303;
  serverHello: ServerHello | undefined;
  serverKey: RsaPublicKey | undefined;
  helloDone = false;
  resumes: RawSession | undefined;

  hello(changes: HelloChanges = {}): this {
    return this.handshake(this.helloBytes(changes));
  }

  /** By default: TLS 1.2, AES_128_CBC_SHA and the SCSV, no extensions, as most of tlsfuzzer's scripts have it. */
  helloBytes({
    clientVersion = 0x0303,
    sessionId = new Uint8Array(0),
    suites = [AES_128_CBC_SHA, SCSV],
    compression = [0],
    extensions,
  }: HelloChanges = {}): Uint8Array {
    this.clientVersion = clientVersion;
    this.clientRandom = random.bytes(32);
    const body = new Writer().u16(clientVersion).bytes(this.clientRandom);
    body.prefixed(1, (inner) => inner.bytes(sessionId));
    body.prefixed(2, (inner) => {
      for (const suite of suites) inner.u16(suite);
    });
    body.prefixed(1, (inner) => inner.bytes(Uint8Array.from(compression)));
    if (extensions) body.u16(blockOf(extensions).length).bytes(blockOf(extensions));
    return messageBytes(1, body.finish());
  }

  /** A hello in the form of SSL 2.0: suites as three bytes each, and a challenge for the random. */
  sslv2Hello({
    clientVersion = 0x0303,
    specs = [AES_128_CBC_SHA, SCSV],
    challenge = random.bytes(32),
    sessionId = new Uint8Array(0),
    lengths = [specs.length * 3, sessionId.length, challenge.length],
    more = new Uint8Array(0),
  }: Sslv2Changes = {}): this {
    this.clientVersion = clientVersion;
    this.clientRandom = concat(new Uint8Array(Math.max(0, 32 - challenge.length)), challenge);
    const body = new Writer().u8(1).u16(clientVersion);
    for (const length of lengths) body.u16(length);
    for (const spec of specs) body.u24(spec);
    const message = body.bytes(sessionId).bytes(challenge).bytes(more).finish();
    this.transcript.push(message);
    return this.raw(
      new Writer()
        .u16(0x8000 + message.length)
        .bytes(message)
        .finish(),
    );
  }

  keyExchange(changes: KeyExchangeChanges = {}): this {
    const version = changes.version ?? this.clientVersion;
    const premaster =
      changes.premaster ?? concat(Uint8Array.of(version >> 8, version & 255), random.bytes(46));
    const key = this.serverKey!;
    const k = modulusLength(key);
    const padding = random.bytes(k - 3 - premaster.length).map((byte) => byte || 1);
    const em = concat(Uint8Array.of(0, 2), padding, Uint8Array.of(0), premaster);
    const number = os2ip(changes.block?.(em) ?? em) % key.n;
    const right = i2osp(encryptBlock(key, number), k);
    const ciphertext = changes.ciphertext?.(right, key) ?? right;
    const message = messageBytes(16, new Writer().u16(ciphertext.length).bytes(ciphertext).finish());
    this.handshake(changes.message?.(message) ?? message);
    this.derive(premaster, changes.extended);
    return this;
  }

  /** What follows ServerHelloDone. */
  secondFlight(): this {
    return this.keyExchange().changeCipherSpec().finished();
  }

  /** A whole handshake, a new one. */
  connect(changes: HelloChanges = {}): this {
    return this.hello(changes).secondFlight();
  }

  /** A whole handshake that goes on with a session, where the server does. */
  resume(session: RawSession, changes: HelloChanges = {}): this {
    this.resumes = session;
    this.hello({ sessionId: session.id, ...changes });
    return this.finishedCame ? this.changeCipherSpec().finished() : this;
  }

  get(): this {
    return this.data('GET / HTTP/1.0\r\n\r\n');
  }

  get session(): RawSession {
    return { id: this.serverHello!.sessionId, masterSecret: this.masterSecret };
  }

  protected message(type: number, _body: Uint8Array, bytes: Uint8Array): void {
    const message = readHandshake(bytes);
    if (message.type === 'server_hello') this.#hello(message);
    if (message.type === 'certificate') {
      const { publicKey } = parseCertificate(message.certificateList[0]!);
      if (publicKey.algorithm === 'rsa') this.serverKey = publicKey.rsa;
    }
    if (type === 14) this.helloDone = true;
  }

  #hello(hello: ServerHello): void {
    this.serverHello = hello;
    this.serverRandom = hello.random;
    this.suite = suiteOfId(hello.cipherSuite)!;
    const has = (name: string) => hello.extensions.some((extension) => extension.name === name);
    this.extendedMasterSecret = has('extended_master_secret');
    this.encryptThenMac = has('encrypt_then_mac');
    const { resumes } = this;
    if (
      resumes &&
      concat(hello.sessionId).every((byte, i) => byte === resumes.id[i]) &&
      hello.sessionId.length > 0
    ) {
      this.masterSecret = resumes.masterSecret;
      this.deriveKeys();
    }
  }
}

function blockOf(extensions: readonly RawExtension[]): Uint8Array {
  return concatAll(
    extensions.map(([type, data]) => new Writer().u16(type).u16(data.length).bytes(data).finish()),
  );
}
