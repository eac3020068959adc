/** Large hellos, many extensions, and hellos over many records. */
import { concatAll } from '../../../src/bytes/index.ts';
import { AES_128_CBC_SHA, EXT, type RawExtension, SCSV } from '../raw-client.ts';
import { type Conversation, converse, converseAll, goOn } from './converse.ts';

const empty = (from: number, count: number): RawExtension[] =>
  Array.from({ length: count }, (_, i) => [from + i, new Uint8Array(0)] as const);
const padding = (length: number): RawExtension => [21, new Uint8Array(length)];

/** Around every border that a record or a vector has. */
const SIZES = [
  0, 1, 2, 9, 0x1ff0, 0x200f, 0x3f00, 0x3fc9, 0x3fca, 0x3fcb, 0x3ffb, 0x3fff, 0x4000, 0x4001, 0x9000, 0xfff9,
  0xfffa, 0xfffb,
];

converseAll(
  'test-large-hello',
  'one extension of many sizes, padding or unknown',
  SIZES.flatMap((size): Conversation[] => [
    { what: `padding ${size}`, sends: (c) => goOn(c.hello({ extensions: [padding(size)] })), earns: 'works' },
    {
      what: `extension 80 of ${size}`,
      sends: (c) => goOn(c.hello({ extensions: [[80, new Uint8Array(size)]] })),
      earns: 'works',
    },
    {
      what: `two extensions, ${size} and 4096`,
      sends: (c) =>
        goOn(c.hello({ extensions: [[80, new Uint8Array(Math.min(size, 0xeff7))], padding(4096)] })),
      earns: 'works',
    },
  ]),
);

/** Numbers that no suite of ours has. */
const suites = (count: number) => Array.from({ length: count }, (_, i) => (i < 0x5500 ? 0x0100 : 0x0101) + i);

converseAll('test-large-hello', 'many suites', [
  ...[1, 4, 0x1f80, 0x1fe2, 0x1fe3, 0x4800, 0x7ffd].map(
    (count): Conversation => ({
      what: `${count} suites`,
      sends: (c) => goOn(c.hello({ suites: [...suites(count), SCSV, AES_128_CBC_SHA] })),
      earns: 'works',
    }),
  ),
  {
    what: 'suites and extensions filled to the brim (test-client-hello-max-size too)',
    sends: (c) =>
      goOn(
        c.hello({
          sessionId: new Uint8Array(32),
          suites: [...suites(0x7ffd), SCSV, AES_128_CBC_SHA],
          compression: Array.from({ length: 255 }, (_, i) => i),
          extensions: [[80, new Uint8Array(0xfffb)]],
        }),
      ),
    earns: 'works',
  },
]);

const names = concatAll([
  ...Array.from({ length: 255 }, () => concatAll([Uint8Array.of(255), new Uint8Array(255).fill(65)])),
  Uint8Array.of(239),
  new Uint8Array(239).fill(66),
  Uint8Array.of(8),
  new TextEncoder().encode('http/1.1'),
]);

converse('test-client-hello-max-size', [
  {
    what: 'a list of protocols as long as can be, ours last',
    sends: (c) => {
      const list = concatAll([Uint8Array.of(names.length >> 8, names.length & 255), names]);
      goOn(c.hello({ extensions: [[16, list]] }));
    },
    earns: 'works',
    server: { alpn: ['http/1.1'] },
  },
]);

converseAll(
  'test-large-number-of-extensions, test-extensions',
  'any number of unknown ones, and renegotiation_info at the end or before it',
  [1, 5, 31, 32, 33, 63, 64, 65, 127, 128, 129, 256, 1024, 4094, 4095, 4096, 8191, 8192, 16381].flatMap(
    (count): Conversation[] => [
      {
        what: `${count} and renegotiation_info`,
        sends: (c) =>
          goOn(
            c.hello({ suites: [AES_128_CBC_SHA], extensions: [...empty(90, count), EXT.renegotiationInfo] }),
          ),
        earns: 'works',
      },
      {
        what: `${count}, the last one empty`,
        sends: (c) =>
          goOn(
            c.hello({
              suites: [AES_128_CBC_SHA],
              extensions: [...empty(91, count), EXT.renegotiationInfo, [90, new Uint8Array(0)]],
            }),
          ),
        earns: 'works',
      },
    ],
  ),
);

const FRAGMENTED: readonly (readonly [extension: number, record: number])[] = [
  [20, 2 ** 14],
  [1024, 127],
  [1024, 128],
  [1024, 255],
  [1024, 256],
  [1024, 257],
  [2 ** 12, 2 ** 14],
  [2 ** 14 - 53, 2 ** 14],
  [2 ** 14 - 49, 2 ** 14],
  [2 ** 14 - 48, 2 ** 14],
  [2 ** 15, 2 ** 14],
  [2 ** 16 - 5, 2 ** 14],
  [20, 1024],
  [1024, 1024],
  [2 ** 12, 1024],
  [20, 20],
  [1024, 20],
  [2 ** 12, 20],
  [20, 1],
  [1024, 1],
];

converse('test-record-layer-fragmentation', [
  ...FRAGMENTED.map(
    ([extension, record]): Conversation => ({
      what: `an extension of ${extension} bytes, all records of ${record} at most`,
      sends: (c) => {
        c.maxFragment = record;
        c.hello({ extensions: [padding(extension)] })
          .secondFlight()
          .get();
        c.maxFragment = 2;
        c.closeNotify();
      },
      earns: 'works',
    }),
  ),
  {
    what: 'a hello of more than 2^14 bytes in one record',
    sends: (c) => {
      c.maxFragment = 2 ** 16 - 1;
      c.hello({ extensions: [padding(2 ** 14 - 52)] });
    },
    earns: 'fatal record_overflow',
  },
  {
    what: 'the first record has two bytes (test-large-hello, fragmented)',
    sends: (c) => {
      const hello = c.helloBytes();
      c.transcript.push(hello);
      c.record(22, hello.subarray(0, 2)).record(22, hello.subarray(2));
      goOn(c);
    },
    earns: 'works',
  },
]);
