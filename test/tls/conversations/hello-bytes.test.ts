/** ClientHellos whose bytes are wrong: types, lengths, ends. */
import { concat } from '../../../src/bytes/index.ts';
import { AES_128_CBC_SHA, EXT, type HelloChanges, type RawClient } from '../raw-client.ts';
import { HANDSHAKE, messageBytes } from '../raw-peer.ts';
import { type Conversation, converse, converseAll, goOn } from './converse.ts';

const PLAIN: HelloChanges = {};
const WITH_EXTENSION: HelloChanges = { suites: [AES_128_CBC_SHA], extensions: [EXT.renegotiationInfo] };

/** Places in the message, its header of four bytes counted. */
const SESSION_ID_LENGTH = 38;
const SUITES_LENGTH = 39;
/** With one suite or two. */
const METHODS_LENGTH = { one: 43, two: 45 } as const;
const EXTENSIONS_LENGTH = 45;

const bytes = Array.from({ length: 256 }, (_, i) => i);

function changed(hello: HelloChanges, places: Readonly<Record<number, number>>) {
  return (client: RawClient) => {
    const message = client.helloBytes(hello);
    for (const [place, byte] of Object.entries(places)) message[Number(place)] = byte;
    client.handshake(message);
  };
}

converseAll(
  'test-invalid-client-hello',
  'another type than client_hello is refused for its type, whatever is inside',
  bytes
    .filter((type) => type !== 1)
    .map(
      (type): Conversation => ({
        what: `type ${type}`,
        sends: changed(PLAIN, { 0: type }),
        earns: 'fatal unexpected_message',
      }),
    ),
);

function lengths(
  hello: HelloChanges,
  places: readonly number[],
  values: Iterable<readonly number[]>,
): Conversation[] {
  return Array.from(values, (value) => ({
    what: `bytes ${places} set to ${value}`,
    sends: changed(hello, Object.fromEntries(places.map((place, i) => [place, value[i]!]))),
    earns: 'fatal decode_error',
  }));
}

const singles = (except: number) => bytes.filter((byte) => byte !== except).map((byte) => [byte]);
const pairs = (highs: readonly number[]) => highs.flatMap((high) => bytes.map((low) => [high, low]));
const HIGHS = [1, 2, 4, 8, 16, 128, 254, 255];

converseAll('test-invalid-client-hello', 'session_id length', [
  ...lengths(PLAIN, [SESSION_ID_LENGTH], singles(0)),
  ...lengths(WITH_EXTENSION, [SESSION_ID_LENGTH], singles(0)),
]);
converseAll('test-invalid-client-hello', 'cipher_suites length', [
  ...lengths(PLAIN, [SUITES_LENGTH + 1], singles(4)),
  ...lengths(WITH_EXTENSION, [SUITES_LENGTH + 1], singles(2)),
  ...lengths(PLAIN, [SUITES_LENGTH, SUITES_LENGTH + 1], pairs(HIGHS)),
  ...lengths(WITH_EXTENSION, [SUITES_LENGTH, SUITES_LENGTH + 1], pairs(HIGHS)),
]);
converseAll('test-invalid-client-hello', 'compression_methods length', [
  ...lengths(PLAIN, [METHODS_LENGTH.two], singles(1)),
  // 8 makes a hello without extensions, and a good one.
  ...lengths(
    WITH_EXTENSION,
    [METHODS_LENGTH.one],
    singles(1).filter(([byte]) => byte !== 8),
  ),
]);
converseAll('test-invalid-client-hello', 'extensions length', [
  ...lengths(WITH_EXTENSION, [EXTENSIONS_LENGTH + 1], singles(5)),
  ...lengths(
    WITH_EXTENSION,
    [EXTENSIONS_LENGTH, EXTENSIONS_LENGTH + 1],
    pairs(HIGHS.filter((high) => high !== 128)),
  ),
]);

converseAll(
  'test-extensions',
  'the length of one extension among ten',
  bytes.slice(1).map((mask): Conversation => {
    const unknown = Array.from({ length: 9 }, (_, i) => [90 + i, new Uint8Array(0)] as const);
    return {
      what: `mask ${mask}`,
      sends: (c) => {
        const message = c.helloBytes({ ...WITH_EXTENSION, extensions: [...unknown, EXT.renegotiationInfo] });
        message[message.length - 42]! ^= mask;
        c.handshake(message);
      },
      earns: 'fatal decode_error',
    };
  }),
);

/** The whole hello with bytes after its end, or without its last ones; the header says so. */
function resized(change: number, fill = 0) {
  return (client: RawClient) => {
    const body = client.helloBytes(WITH_EXTENSION).slice(4);
    const resizedBody = change < 0 ? body.slice(0, change) : concat(body, new Uint8Array(change).fill(fill));
    client.handshake(messageBytes(1, resizedBody));
  };
}

converse('test-truncating-of-client-hello', [
  ...(
    [
      [1, 0],
      [2, 0],
      [3, 0],
      [1, 0xff],
      [2, 0xff],
      [3, 0xff],
      [256, 0],
      [4096, 0],
    ] as const
  ).map(
    ([more, fill]): Conversation => ({
      what: `${more} bytes of ${fill} after it`,
      sends: resized(more, fill),
      earns: 'fatal decode_error',
    }),
  ),
  ...[1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 32, 39, 47, 48].map(
    (less): Conversation => ({
      what: `${less} bytes short`,
      sends: resized(-less),
      earns: 'fatal decode_error',
    }),
  ),
  {
    what: '7 bytes short, which is a hello without extensions',
    sends: (c) => {
      resized(-7)(c);
      goOn(c);
    },
    earns: 'works',
  },
  {
    what: 'an extension after the block of extensions',
    sends: (c) => {
      const body = c.helloBytes({ suites: [AES_128_CBC_SHA], extensions: [] }).slice(4);
      c.handshake(messageBytes(1, concat(body, Uint8Array.of(0xff, 1, 0, 1, 0))));
    },
    earns: 'fatal decode_error',
  },
]);

converseAll('test-truncating-of-client-hello', 'far too long', [
  ...[2 ** 16, 2 ** 17 + 512].map(
    (more): Conversation => ({
      what: `${more} bytes after it`,
      sends: resized(more),
      earns: 'fatal decode_error',
    }),
  ),
  {
    what: 'a header that announces 16 MiB: refused at once',
    sends: (c) => c.record(HANDSHAKE, messageBytes(1, new Uint8Array(16380), 2 ** 24 - 1)),
    earns: 'fatal decode_error',
  },
]);

converse('test-cve-2016-6309', [
  {
    what: 'a header that announces 21,845 bytes, and then nothing: we wait',
    sends: (c) => {
      const message = c.helloBytes();
      message[2] = 0x55;
      message[3] = 0x55;
      c.handshake(message);
    },
    earns: 'handshake',
  },
]);
