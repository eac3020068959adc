/**
 * What somebody makes of a recorded TLS 1.2 connection with the private key of the server's certificate (RFC 5246, F.1.1.2):
 * under RSA key exchange, everything. Nothing is asked of either side, and neither can notice.
 */
import { concatAll, equalConstantTime, fromHex, toHex } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { createDecrypter, type Decrypter, type PrivateKey } from '../keys/index.ts';
import type { RandomSource } from '../random/index.ts';
import { findExtension } from './extensions/extension.ts';
import type { ClientHello } from './messages/client-hello.ts';
import type { ClientKeyExchange } from './messages/client-key-exchange.ts';
import { type HandshakeMessage, readHandshake } from './messages/handshake.ts';
import { MessageJoiner } from './messages/joiner.ts';
import type { ServerHello } from './messages/server-hello.ts';
import type { ContentType } from './record/content-type.ts';
import { createProtection, type RecordProtection } from './record/protection.ts';
import { type RawRecord, RecordReader } from './record/record-reader.ts';
import { type CipherSuite, suiteOfId } from './suites.ts';
import {
  asPremasterSecret,
  deriveExtendedMaster,
  deriveKeyBlock,
  deriveMaster,
  type KeyBlock,
  type MasterSecret,
  type PremasterSecret,
  SECRET_LENGTH,
} from './tls12/key-schedule.ts';

/** All bytes of a connection from its beginning, as they passed on the wire: each direction by itself. */
export interface Recording {
  readonly client: Uint8Array;
  readonly server: Uint8Array;
}

/** A protected record without its protection. */
export interface OpenedRecord {
  readonly type: ContentType;
  readonly plaintext: Uint8Array;
}

export type RecordingVerdict =
  | {
      readonly opened: true;
      readonly suite: CipherSuite;
      readonly clientRandom: Uint8Array;
      readonly serverRandom: Uint8Array;
      readonly premasterSecret: PremasterSecret;
      readonly masterSecret: MasterSecret;
      readonly keyBlock: KeyBlock;
      /** Everything after ChangeCipherSpec, in order: Finished, application data, alerts. */
      readonly records: Readonly<Record<keyof Recording, readonly OpenedRecord[]>>;
      /** The application data alone, joined. */
      readonly data: Recording;
    }
  | { readonly opened: false; readonly reason: RecordingReason };

/**
 * `incomplete`: no whole handshake is in it. `other-key-exchange`: no premaster secret was sent, or the suite is none of ours.
 * `resumed`: it goes on with an earlier session, whose handshake is elsewhere. `other-key`: the private key opens no premaster
 * secret. `altered`: the records do not open under the keys that follow from it.
 */
export type RecordingReason = 'incomplete' | 'other-key-exchange' | 'resumed' | 'other-key' | 'altered';

/**
 * Reads a recording with the stolen private key. What is cut off at the end of a direction is left out. Throws `TlsFault` for
 * bytes that are no TLS.
 */
export function decryptRecording({ client, server }: Recording, privateKey: PrivateKey): RecordingVerdict {
  expectBytes('client', client);
  expectBytes('server', server);
  const decrypter = createDecrypter(privateKey);
  const sides = { client: partsOf(client), server: partsOf(server) };
  const clientHello = messageOf(sides.client, 'client_hello');
  const serverHello = messageOf(sides.server, 'server_hello');
  if (!clientHello || !serverHello) return { opened: false, reason: 'incomplete' };
  const suite = suiteOfId(serverHello.cipherSuite);
  if (suite?.keyExchange !== 'rsa') return { opened: false, reason: 'other-key-exchange' };
  const keyExchange = messageOf(sides.client, 'client_key_exchange');
  if (!keyExchange) {
    const goesOn =
      serverHello.sessionId.length > 0 && equalConstantTime(serverHello.sessionId, clientHello.sessionId);
    return { opened: false, reason: goesOn ? 'resumed' : 'incomplete' };
  }

  // The one thing that was secret, and the way from it to the keys, as both sides went it.
  const premasterSecret = openPremaster(keyExchange, decrypter);
  if (!premasterSecret) return { opened: false, reason: 'other-key' };
  const randoms = { clientRandom: clientHello.random, serverRandom: serverHello.random };
  const { masterSecret } = findExtension(serverHello.extensions, 'extended_master_secret')
    ? deriveExtendedMaster(suite, premasterSecret, sessionHash(suite, sides))
    : deriveMaster(suite, premasterSecret, randoms);
  const keyBlock = deriveKeyBlock(suite, masterSecret, randoms);
  const records = openBoth(suite, sides, keyBlock, serverHello);
  if (!records) return { opened: false, reason: 'altered' };
  return {
    opened: true,
    suite,
    ...randoms,
    premasterSecret,
    masterSecret,
    keyBlock,
    records,
    data: { client: dataOf(records.client), server: dataOf(records.server) },
  };
}

/**
 * Reads a recording with the key log that a browser has written (`CLIENT_RANDOM` lines, RFC 9850, 2.1.1), as Wireshark does:
 * the application data of each side, or undefined where no line is for this connection or its records do not open.
 */
export function decryptWithKeyLog({ client, server }: Recording, keyLog: string): Recording | undefined {
  const sides = { client: partsOf(client), server: partsOf(server) };
  const clientHello = messageOf(sides.client, 'client_hello');
  const serverHello = messageOf(sides.server, 'server_hello');
  const suite = serverHello && suiteOfId(serverHello.cipherSuite);
  if (!clientHello || !suite) return undefined;
  const start = `CLIENT_RANDOM ${toHex(clientHello.random)} `;
  const line = keyLog.split('\n').find((each) => each.startsWith(start));
  if (!line) return undefined;
  const masterSecret = fromHex(line.slice(start.length).trim()) as MasterSecret;
  const randoms = { clientRandom: clientHello.random, serverRandom: serverHello.random };
  const records = openBoth(suite, sides, deriveKeyBlock(suite, masterSecret, randoms), serverHello);
  return records && { client: dataOf(records.client), server: dataOf(records.server) };
}

type Opened = Readonly<Record<keyof Recording, readonly OpenedRecord[]>>;

function openBoth(
  suite: CipherSuite,
  sides: Readonly<Record<keyof Recording, Parts>>,
  keyBlock: KeyBlock,
  { extensions }: ServerHello,
): Opened | undefined {
  const encryptThenMac = findExtension(extensions, 'encrypt_then_mac') !== undefined;
  const open = (side: keyof Recording) =>
    openAll(sides[side].protected, createProtection(suite, keyBlock[side], encryptThenMac, NO_RANDOM));
  const [client, server] = [open('client'), open('server')];
  return client && server && { client, server };
}

/** Whoever only reads draws nothing. */
const NO_RANDOM: RandomSource = {
  bytes() {
    throw new Error('a reader of recordings seals no records');
  },
  substream: () => NO_RANDOM,
  secret: false,
};

interface Message {
  readonly message: HandshakeMessage;
  readonly bytes: Uint8Array;
}

/** One direction: what was said in clear, and the records after ChangeCipherSpec. A last record that is cut off is left out. */
interface Parts {
  readonly clear: readonly Message[];
  readonly protected: readonly RawRecord[];
}

function partsOf(bytes: Uint8Array): Parts {
  const reader = new RecordReader();
  reader.push(bytes);
  const joiner = new MessageJoiner();
  const clear: Message[] = [];
  const sealed: RawRecord[] = [];
  let isProtected = false;
  for (let record = reader.next(); record; record = reader.next()) {
    if (isProtected) sealed.push(record);
    else if (record.type === 'change_cipher_spec') isProtected = true;
    else if (record.type === 'handshake') {
      joiner.push(record.fragment);
      for (let message = joiner.next(admitAll); message; message = joiner.next(admitAll)) {
        clear.push({ message: readHandshake(message), bytes: message });
      }
    }
  }
  return { clear, protected: sealed };
}

/** Who only listens refuses nothing. */
function admitAll(): void {}

type Wanted = ClientHello | ServerHello | ClientKeyExchange;

function messageOf<T extends Wanted['type']>(
  { clear }: Parts,
  type: T,
): Extract<Wanted, { type: T }> | undefined {
  const found = clear.find(({ message }) => message.type === type);
  return found?.message as Extract<Wanted, { type: T }> | undefined;
}

/** RFC 7627, 3: all messages up to ClientKeyExchange, in the order in which they were sent. */
function sessionHash({ prf }: CipherSuite, { client, server }: Record<keyof Recording, Parts>): Uint8Array {
  const [hello, ...answer] = client.clear;
  const until = answer.findIndex(({ message }) => message.type === 'client_key_exchange') + 1;
  const messages = [hello!, ...server.clear, ...answer.slice(0, until)];
  return prf(concatAll(messages.map(({ bytes }) => bytes)));
}

function openPremaster(
  { encryptedPremasterSecret }: ClientKeyExchange,
  decrypter: Decrypter,
): PremasterSecret | undefined {
  try {
    const opened = decrypter.decrypt({ scheme: 'rsa-pkcs1' }, encryptedPremasterSecret);
    return opened.length === SECRET_LENGTH ? asPremasterSecret(opened) : undefined;
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

/** Undefined as soon as one does not open. */
function openAll(records: readonly RawRecord[], protection: RecordProtection): OpenedRecord[] | undefined {
  try {
    return records.map(({ type, fragment }) => ({ type, plaintext: protection.open(type, fragment) }));
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

function dataOf(records: readonly OpenedRecord[]): Uint8Array {
  return concatAll(
    records.filter(({ type }) => type === 'application_data').map(({ plaintext }) => plaintext),
  );
}
