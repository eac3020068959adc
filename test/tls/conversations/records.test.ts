/** Records under keys: changed, padded oddly, too long, empty. */
import { expect, it } from 'vitest';
import { concat } from '../../../src/bytes/index.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { SUITES } from '../../../src/tls/suites.ts';
import { AES_128_CBC_SHA, EXT, type HelloChanges, type RawClient, SCSV } from '../raw-client.ts';
import { DATA, HANDSHAKE, messageBytes, recordBytes } from '../raw-peer.ts';
import { rawClient } from '../raw-setup.ts';
import { type Conversation, converse, converseAll, finishOff } from './converse.ts';

const REQUEST = new TextEncoder().encode('GET / HTTP/1.0\r\n\r\n');
const BAD_MAC = 'fatal bad_record_mac';
const GCM = { suites: [0x9c, SCSV] } as const satisfies HelloChanges;
const CBC_SHA256 = { suites: [0x3c, SCSV] } as const satisfies HelloChanges;
const ETM = { extensions: [EXT.etm] } as const satisfies HelloChanges;

/** A record with one byte changed, counted from its end. */
function flipped(client: RawClient, fromEnd: number, mask: number, content = REQUEST): void {
  const fragment = client.writing!.seal('application_data', content);
  fragment[fragment.length - fromEnd]! ^= mask;
  client.raw(recordBytes(DATA, fragment));
}

const flips = (what: string, hello: HelloChanges, bytes: number, masks: readonly number[]): Conversation[] =>
  Array.from({ length: bytes }, (_, i) =>
    masks.map((mask) => ({
      what: `${what}: byte -${i + 1} xor ${mask}`,
      sends: (c: RawClient) => flipped(c.connect(hello), i + 1, mask),
      earns: BAD_MAC,
    })),
  ).flat();

converseAll(
  'test-fuzzed-ciphertext',
  'one bit of a GCM record: nonce, text, tag',
  flips('GCM', GCM, 8 + 18 + 16, [1]),
);
converseAll('test-fuzzed-ciphertext', 'one bit of a CBC record', flips('CBC', {}, 16 + 48, [1, 128]));
converseAll(
  'test-fuzzed-ciphertext',
  'one bit of a record whose MAC is outside',
  flips('EtM', ETM, 16 + 32 + 20, [1]),
);
converseAll(
  'test-fuzzed-ciphertext',
  'one bit of records under RC4 and NULL',
  [0x05, 0x04, 0x3b]
    .flatMap((suite) => flips(`suite ${suite}`, { suites: [suite] }, 18 + 16, [1]))
    .map((row) => ({ ...row, server: { suites: SUITES } })),
);

/** The text of a CBC record, changed before it is encrypted. */
const withText = (
  what: string,
  change: (text: Uint8Array, macLength: number) => Uint8Array,
  {
    hello = {},
    content = REQUEST,
    padding,
  }: { readonly hello?: HelloChanges; readonly content?: Uint8Array; readonly padding?: number } = {},
  earns = BAD_MAC,
): Conversation => ({
  what,
  sends: (c) => {
    c.connect(hello);
    c.cbcText(DATA, change(c.cbcTextOf(DATA, content, padding), c.suite.mac!.digestLength));
    if (earns === 'works') c.closeNotify();
  },
  earns,
});
const xor = (fromEnd: number, mask: number) => (text: Uint8Array) => {
  text[text.length - fromEnd]! ^= mask;
  return text;
};
const same = (text: Uint8Array) => text;

converseAll(
  'test-fuzzed-MAC',
  'one byte of the MAC, in the text',
  Array.from({ length: 20 }, (_, i) =>
    [0x01, 0xff].map((mask) => withText(`byte ${i} xor ${mask}`, xor(10 + i + 1, mask))),
  ).flat(),
);

const TWENTY = new TextEncoder().encode('GET / HTTP/1.0\n\n');
converseAll(
  'test-fuzzed-padding',
  'one byte of a padding of 28 bytes, its length too',
  Array.from({ length: 28 }, (_, i) =>
    [0x01, 0x02, 0x08, 0x10, 0x80, 0xff].map((mask) =>
      withText(`byte -${i + 1} xor ${mask}`, xor(i + 1, mask), { content: TWENTY, padding: 27 }),
    ),
  ).flat(),
);

const blocks = (length: number, padding: number) => (length + padding + 1) % 16 === 0;
const fits = (content: Uint8Array, mac: number, most: number) => {
  for (let padding = most; ; padding--) if (blocks(content.length + mac, padding)) return padding;
};
const REQUEST_OF_2_14 = concat(
  REQUEST.subarray(0, 16),
  new Uint8Array(2 ** 14 - 20).fill(65),
  new TextEncoder().encode('\r\n\r\n'),
);

converse('test-atypical-padding', [
  withText('the longest padding there is', same, { padding: fits(REQUEST, 20, 255) }, 'works'),
  withText('with SHA-256', same, { hello: CBC_SHA256, padding: fits(REQUEST, 32, 255) }, 'works'),
  withText(
    '2^14 bytes of data and the longest padding',
    same,
    { content: REQUEST_OF_2_14, padding: fits(REQUEST_OF_2_14, 20, 255) },
    'works',
  ),
  withText(
    'the same with SHA-256',
    same,
    { hello: CBC_SHA256, content: REQUEST_OF_2_14, padding: fits(REQUEST_OF_2_14, 32, 255) },
    'works',
  ),
  withText(
    'a padding of nothing but its length',
    same,
    { content: concat(REQUEST.slice(0, -4), new TextEncoder().encode('+++++++++\r\n\r\n')), padding: 0 },
    'works',
  ),
  withText('zeros as padding, as SSL 3.0 had it', (text) => xor(2, text.at(-1)!)(text), {
    content: TWENTY,
    padding: 27,
  }),
]);

converseAll(
  'test-lucky13',
  'wrong padding, wrong MAC, or a MAC outside the record: the same alert',
  [20, 32].flatMap((mac) =>
    Array.from({ length: 255 }, (_, i) => i + 1).flatMap((padding): Conversation[] => {
      const hello = mac === 20 ? {} : CBC_SHA256;
      const content = new Uint8Array(496 - mac - padding - 1 > 0 ? 496 - mac - padding - 1 : 0);
      return padding % 17 === 0 || padding < 20
        ? [
            withText(`padding ${padding}, its first byte wrong`, xor(padding + 1, padding), {
              hello,
              content,
              padding,
            }),
            withText(
              `padding ${padding}, MAC inverted`,
              (text) => {
                for (let at = content.length; at < content.length + mac; at++) text[at]! ^= 0xff;
                return text;
              },
              { hello, content, padding },
            ),
            withText(
              `a text of 112 bytes that says padding ${padding}`,
              (text) => xor(1, text.at(-1)! ^ padding)(text).fill(0, 1 + mac, 1 + mac + 1),
              { hello, content: Uint8Array.of(1), padding: 112 - mac - 2 },
            ),
          ]
        : [];
    }),
  ),
);

const random = seededRandom('plaintexts');
const uniform = [16, 32, 48, 64, 128, 256].flatMap((length) =>
  [0, 1, 15, 16, 63, 127, 255].map((value) => new Uint8Array(length).fill(value)),
);
const arbitrary = [16, 64, 1024, 2 ** 14].flatMap((length) => [random.bytes(length), random.bytes(length)]);

converseAll(
  'test-fuzzed-plaintext, test-cve-2016-2107',
  'texts without a MAC, under right keys: as application data and as Finished',
  [...uniform, ...arbitrary].flatMap((text, i): Conversation[] => [
    { what: `text ${i} as data`, sends: (c) => c.connect().cbcText(DATA, text), earns: BAD_MAC },
    {
      what: `text ${i} as data, SHA-256`,
      sends: (c) => c.connect(CBC_SHA256).cbcText(DATA, text),
      earns: BAD_MAC,
    },
    {
      what: `text ${i} as Finished`,
      sends: (c) => c.hello().keyExchange().changeCipherSpec().cbcText(HANDSHAKE, text),
      earns: BAD_MAC,
    },
  ]),
);

const bare = (what: string, hello: HelloChanges, length: number, earns = BAD_MAC): Conversation => ({
  what,
  sends: (c) => c.connect(hello).bare(DATA, new Uint8Array(length)),
  earns,
});

converse('lengths of protected records', [
  ...[0, 1, 15, 16, 17, 31, 32, 33, 48, 63].map((length) => bare(`CBC, ${length} bytes`, {}, length)),
  ...[0, 1, 19, 20, 36, 51, 52, 53, 68].map((length) => bare(`EtM, ${length} bytes`, ETM, length)),
  ...[0, 7, 8, 23, 24, 25].map((length) => bare(`GCM, ${length} bytes`, GCM, length)),
  ...[{}, ETM, GCM].flatMap((hello, i) => [
    bare(`case ${i}: 2^14 + 2048 bytes`, hello, 2 ** 14 + 2048),
    bare(`case ${i}: 2^14 + 2049 bytes`, hello, 2 ** 14 + 2049, 'fatal record_overflow'),
    bare(`case ${i}: 2^16 - 1 bytes`, hello, 2 ** 16 - 1, 'fatal record_overflow'),
  ]),
]);

const CASES = { CBC: {}, EtM: ETM, GCM, 'SHA-256': CBC_SHA256 } as const;

converse('records of 2^14 and 2^14 + 1 bytes (test-lengths)', [
  ...Object.entries(CASES).flatMap(([name, hello]): Conversation[] => [
    {
      what: `${name}: 2^14 bytes of data`,
      sends: (c) => c.connect(hello).record(DATA, REQUEST_OF_2_14).closeNotify(),
      earns: 'works',
    },
    {
      what: `${name}: 2^14 + 1 bytes of data`,
      sends: (c) => c.connect(hello).record(DATA, new Uint8Array(2 ** 14 + 1)),
      earns: 'fatal record_overflow',
    },
  ]),
  {
    what: 'in the clear, 2^14 + 1 bytes',
    sends: (c) => c.bare(HANDSHAKE, messageBytes(1, new Uint8Array(2 ** 14 - 3))),
    earns: 'fatal record_overflow',
  },
]);

const empty = new Uint8Array(0);

converse('test-zero-length-data', [
  { what: 'before a request', sends: (c) => finishOff(c.connect().data(empty)), earns: 'works' },
  {
    what: '32 in a row, twice',
    sends: (c) => {
      c.connect();
      for (let i = 0; i < 64; i++) {
        if (i === 32) c.data('x');
        c.data(empty);
      }
      finishOff(c);
    },
    earns: 'works',
  },
  {
    what: '33 in a row',
    sends: (c) => {
      c.connect();
      for (let i = 0; i < 33; i++) c.data(empty);
    },
    earns: 'fatal unexpected_message',
  },
  ...[20, 21, 22].flatMap((type): Conversation[] => [
    {
      what: `type ${type}, first of all`,
      sends: (c) => c.bare(type, empty),
      earns: 'fatal unexpected_message',
    },
    {
      what: `type ${type}, after the handshake`,
      sends: (c) => c.connect().record(type, empty),
      earns: 'fatal unexpected_message',
    },
  ]),
  { what: 'data before the handshake', sends: (c) => c.bare(DATA, empty), earns: 'fatal unexpected_message' },
]);

const replayed = (c: RawClient, hello: HelloChanges) => {
  c.connect(hello);
  const record = recordBytes(DATA, c.writing!.seal('application_data', Uint8Array.of(65)));
  c.raw(record).raw(record);
};
converse('records that lost their place', [
  ...Object.entries(CASES).flatMap(([name, hello]): Conversation[] => [
    { what: `${name}: sent again`, sends: (c) => replayed(c, hello), earns: BAD_MAC },
    {
      what: `${name}: one left out`,
      sends: (c) => {
        c.connect(hello).writing!.seal('application_data', REQUEST);
        c.get();
      },
      earns: BAD_MAC,
    },
    {
      what: `${name}: under another type`,
      sends: (c) => {
        c.connect(hello).bare(21, c.writing!.seal('application_data', Uint8Array.of(1, 0)));
      },
      earns: BAD_MAC,
    },
    {
      what: `${name}: under another version`,
      sends: (c) => {
        c.connect(hello).raw(recordBytes(DATA, c.writing!.seal('application_data', REQUEST), 0x0302));
      },
      earns: 'fatal protocol_version',
    },
  ]),
]);

it.each([0x9c, 0x9d])('test-aes-gcm-nonces: suite %i counts them up', (suite) => {
  const client = rawClient()
    .connect({ suites: [suite, SCSV, AES_128_CBC_SHA] })
    .get();
  const nonces = client.records
    .slice(-3)
    .map(({ fragment }) => new DataView(fragment.slice(0, 8).buffer).getBigUint64(0));
  expect(nonces).toEqual([nonces[0]!, nonces[0]! + 1n, nonces[0]! + 2n]);
});
