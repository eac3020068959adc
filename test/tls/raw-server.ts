/** A TLS 1.2 server with RSA key exchange, driven by hand against a client of ours. */
import { concat, concatAll, Writer } from '../../src/bytes/index.ts';
import { pkcs1Decrypt, type RsaPrivateKey } from '../../src/rsa/index.ts';
import type { TlsMachine } from '../../src/tls/machine.ts';
import type { ClientHello } from '../../src/tls/messages/client-hello.ts';
import { readHandshake } from '../../src/tls/messages/handshake.ts';
import { suiteOfId } from '../../src/tls/suites.ts';
import type { MasterSecret } from '../../src/tls/tls12/key-schedule.ts';
import { AES_128_CBC_SHA, EXT, type RawExtension, type RawSession } from './raw-client.ts';
import { messageBytes, RawPeer, random } from './raw-peer.ts';

export interface ServerHelloChanges {
  readonly serverVersion?: number;
  readonly sessionId?: Uint8Array;
  readonly suite?: number;
  readonly compression?: number;
  readonly extensions?: readonly RawExtension[] | undefined;
}

export class RawServer extends RawPeer {
  protected readonly us = 'server';
  clientHello: ClientHello | undefined;
  readonly #certificates: readonly Uint8Array[];
  readonly #key: RsaPrivateKey;

  /** The machine has been started, and its hello is here. */
  constructor(
    machine: TlsMachine,
    identity: { readonly certificates: readonly Uint8Array[]; readonly key: RsaPrivateKey },
  ) {
    super(machine);
    this.#certificates = identity.certificates;
    this.#key = identity.key;
  }

  begin(): this {
    this.take(this.machine.start());
    return this;
  }

  /** By default AES_128_CBC_SHA, an empty renegotiation_info, and nothing else. */
  hello({
    serverVersion = 0x0303,
    sessionId = new Uint8Array(0),
    suite = AES_128_CBC_SHA,
    compression = 0,
    extensions = [EXT.renegotiationInfo],
  }: ServerHelloChanges = {}): this {
    this.serverRandom = random.bytes(32);
    this.suite = suiteOfId(suite) ?? suiteOfId(AES_128_CBC_SHA)!;
    this.extendedMasterSecret = extensions.some(([type]) => type === EXT.ems[0]);
    this.encryptThenMac = extensions.some(([type]) => type === EXT.etm[0]);
    const body = new Writer().u16(serverVersion).bytes(this.serverRandom);
    body
      .prefixed(1, (inner) => inner.bytes(sessionId))
      .u16(suite)
      .u8(compression);
    const block = concatAll(
      extensions.map(([type, data]) => new Writer().u16(type).u16(data.length).bytes(data).finish()),
    );
    if (extensions.length > 0) body.u16(block.length).bytes(block);
    return this.handshake(messageBytes(2, body.finish()));
  }

  certificate(list: readonly Uint8Array[] = this.#certificates): this {
    const entries = list.map((der) => new Writer().u24(der.length).bytes(der).finish());
    const all = concatAll(entries);
    return this.handshake(messageBytes(11, new Writer().u24(all.length).bytes(all).finish()));
  }

  certificateRequest(): this {
    return this.handshake(
      messageBytes(13, concat(Uint8Array.of(1, 1), Uint8Array.of(0, 2, 4, 1), Uint8Array.of(0, 0))),
    );
  }

  helloDone(): this {
    return this.handshake(messageBytes(14, new Uint8Array(0)));
  }

  firstFlight(changes: ServerHelloChanges = {}): this {
    return this.hello(changes).certificate().helloDone();
  }

  /** A whole handshake, a new one. */
  connect(changes: ServerHelloChanges = {}): this {
    return this.begin().firstFlight(changes).changeCipherSpec().finished();
  }

  get session(): RawSession {
    return { id: this.clientHello!.sessionId, masterSecret: this.masterSecret };
  }

  /** Keys from a master secret of before. */
  goOnWith(masterSecret: MasterSecret): this {
    this.masterSecret = masterSecret;
    this.deriveKeys();
    return this;
  }

  protected message(type: number, body: Uint8Array, bytes: Uint8Array): void {
    if (type === 1) {
      const hello = readHandshake(bytes);
      if (hello.type === 'client_hello') {
        this.clientHello = hello;
        this.clientRandom = hello.random;
      }
    }
    if (type === 16) this.derive(pkcs1Decrypt(this.#key, body.subarray(2)));
  }
}
