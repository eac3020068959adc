/**
 * A TLS 1.2 conversation whose keys come from Diffie–Hellman (RFC 5246, 7.4.3 and 8.1.2; the groups of RFC 7919), written out
 * message by message: both sides draw a fresh value, and the server signs its own together with both randoms.
 *
 * For comparing recordings. Nobody here checks a peer for more than its signature; the machines of `tls` do not do this yet.
 */
import { concatAll, equalConstantTime, Writer } from '../../bytes/index.ts';
import { type DhGroup, type DhKeyPair, dhGroup, dhKeyPair, dhShared } from '../../dh/index.ts';
import { createSigner, createVerifier, type PrivateKey } from '../../keys/index.ts';
import { byteLength, i2osp } from '../../math/index.ts';
import type { RandomSource } from '../../random/index.ts';
import {
  asPremasterSecret,
  type CipherSuite,
  type ContentType,
  createProtection,
  deriveKeyBlock,
  deriveMaster,
  deriveVerifyData,
  encodeHandshake,
  encodeRecord,
  type FinishedLabel,
  type HandshakeMessage,
  type KeyBlock,
  type PremasterSecret,
  type Randoms,
  type Recording,
  type RecordProtection,
  SIGNATURE_SCHEMES,
  suiteNamed,
  TLS_1_2,
} from '../../tls/index.ts';
import type { Certificate } from '../../x509/index.ts';
import type { WireSide } from './conversation.ts';

/** TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 (RFC 5288, 3). */
const DHE_SUITE_ID = 0x009e;
/** Of which all but the key exchange is the same. */
export const EPHEMERAL_CIPHERS: CipherSuite = suiteNamed('TLS_RSA_WITH_AES_128_GCM_SHA256');

/** HandshakeType: ServerKeyExchange and ClientKeyExchange, whose body here is the client's public value. */
const SERVER_KEY_EXCHANGE = 12;
const CLIENT_KEY_EXCHANGE = 16;

export interface EphemeralPlan {
  /** The server's own first. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
  readonly privateKey: PrivateKey;
  readonly request: Uint8Array;
  readonly answer: Uint8Array;
  readonly random: RandomSource;
}

export interface EphemeralRecord {
  readonly from: WireSide;
  readonly bytes: Uint8Array;
}

export interface EphemeralConversation extends Randoms {
  /** What passed on the wire, in order; and the same, each direction by itself. */
  readonly records: readonly EphemeralRecord[];
  readonly recording: Recording;
  readonly group: DhGroup;
  /** The two numbers that were sent: all that the wire has of the secret. */
  readonly publicValues: Readonly<Record<WireSide, bigint>>;
  /** What both had and threw away. */
  readonly premasterSecret: PremasterSecret;
  /** Whether the certificate's key verifies the server's signature, and both came to the same secret. */
  readonly agreed: boolean;
}

export function converseEphemerally(plan: EphemeralPlan): EphemeralConversation {
  const { certificates, privateKey, random } = plan;
  const randoms = {
    clientRandom: random.substream('client').bytes(32),
    serverRandom: random.substream('server').bytes(32),
  };
  const group = dhGroup('ffdhe2048');
  const pairs = {
    client: dhKeyPair(group, random.substream('client.dh')),
    server: dhKeyPair(group, random.substream('server.dh')),
  };
  const wire = new EphemeralWire();

  wire.say('client', {
    type: 'client_hello',
    clientVersion: TLS_1_2,
    random: randoms.clientRandom,
    sessionId: NOTHING,
    cipherSuites: [DHE_SUITE_ID],
    compressionMethods: [0],
    extensions: [{ name: 'signature_algorithms', schemes: [SIGNATURE_SCHEMES.rsa_pkcs1_sha256] }],
  });
  wire.say('server', {
    type: 'server_hello',
    serverVersion: TLS_1_2,
    random: randoms.serverRandom,
    sessionId: NOTHING,
    cipherSuite: DHE_SUITE_ID,
    compressionMethod: 0,
    extensions: [],
  });
  wire.say('server', { type: 'certificate', certificateList: certificates.map(({ der }) => der) });
  const exchange = signedExchange(group, pairs.server, randoms, privateKey);
  wire.say('server', { type: 'unknown', number: SERVER_KEY_EXCHANGE, body: exchange.body });
  wire.say('server', { type: 'server_hello_done' });
  const Yc = i2osp(pairs.client.publicValue, byteLength(group.p));
  const body = new Writer().prefixed(2, (value) => value.bytes(Yc)).finish();
  wire.say('client', { type: 'unknown', number: CLIENT_KEY_EXCHANGE, body });

  const secrets = {
    client: premasterOf(group, pairs.client, pairs.server.publicValue),
    server: premasterOf(group, pairs.server, pairs.client.publicValue),
  };
  const { masterSecret } = deriveMaster(EPHEMERAL_CIPHERS, secrets.client, randoms);
  wire.protect(deriveKeyBlock(EPHEMERAL_CIPHERS, masterSecret, randoms), random);
  for (const side of ['client', 'server'] as const) {
    const label: FinishedLabel = `${side} finished`;
    const hash = EPHEMERAL_CIPHERS.prf(wire.transcript);
    const verifyData = deriveVerifyData(EPHEMERAL_CIPHERS, masterSecret, label, hash);
    wire.changeCipherSpec(side);
    wire.say(side, { type: 'finished', verifyData });
  }
  wire.send('client', 'application_data', plan.request);
  wire.send('server', 'application_data', plan.answer);

  const verdict = createVerifier(certificates[0].publicKey).verify(
    SCHEME,
    exchange.signed,
    exchange.signature,
  );
  return {
    ...randoms,
    records: wire.records,
    recording: { client: wire.bytesOf('client'), server: wire.bytesOf('server') },
    group,
    publicValues: { client: pairs.client.publicValue, server: pairs.server.publicValue },
    premasterSecret: secrets.client,
    agreed: verdict.valid && equalConstantTime(secrets.client, secrets.server),
  };
}

const NOTHING = new Uint8Array(0);
const SCHEME = { scheme: 'rsa-pkcs1', hash: 'sha256' } as const;

/** ServerDHParams, signed together with both randoms, so that nobody can use the signature again (7.4.3). */
function signedExchange(
  { p, g }: DhGroup,
  { publicValue }: Pick<DhKeyPair, 'publicValue'>,
  { clientRandom, serverRandom }: Randoms,
  privateKey: PrivateKey,
) {
  const params = new Writer();
  for (const number of [p, g, publicValue]) {
    params.prefixed(2, (value) => value.bytes(i2osp(number, byteLength(number))));
  }
  const written = params.finish();
  const signed = concatAll([clientRandom, serverRandom, written]);
  const signature = createSigner(privateKey).sign(SCHEME, signed);
  const body = new Writer()
    .bytes(written)
    .u16(SIGNATURE_SCHEMES.rsa_pkcs1_sha256)
    .prefixed(2, (value) => value.bytes(signature))
    .finish();
  return { body, signed, signature };
}

/** The shared number without leading zero bytes (8.1.2). */
function premasterOf(group: DhGroup, { privateValue }: DhKeyPair, peerPublic: bigint): PremasterSecret {
  const Z = dhShared(group, privateValue, peerPublic);
  return asPremasterSecret(i2osp(Z, byteLength(Z)));
}

/** Both directions of the wire, and the messages of the handshake so far. */
class EphemeralWire {
  readonly records: EphemeralRecord[] = [];
  readonly #messages: Uint8Array[] = [];
  readonly #protecting = new Set<WireSide>();
  #protections: Readonly<Record<WireSide, RecordProtection>> | undefined;

  bytesOf(side: WireSide): Uint8Array {
    return concatAll(this.records.filter(({ from }) => from === side).map(({ bytes }) => bytes));
  }

  get transcript(): Uint8Array {
    return concatAll(this.#messages);
  }

  protect({ client, server }: KeyBlock, random: RandomSource): void {
    this.#protections = {
      client: createProtection(EPHEMERAL_CIPHERS, client, false, random),
      server: createProtection(EPHEMERAL_CIPHERS, server, false, random),
    };
  }

  say(side: WireSide, message: HandshakeMessage): void {
    const bytes = encodeHandshake(message);
    this.#messages.push(bytes);
    this.send(side, 'handshake', bytes);
  }

  changeCipherSpec(side: WireSide): void {
    this.send(side, 'change_cipher_spec', Uint8Array.of(1));
    this.#protecting.add(side);
  }

  send(side: WireSide, type: ContentType, plaintext: Uint8Array): void {
    const protection = this.#protecting.has(side) ? this.#protections?.[side] : undefined;
    const fragment = protection?.seal(type, plaintext) ?? plaintext;
    this.records.push({ from: side, bytes: encodeRecord(type, fragment) });
  }
}
