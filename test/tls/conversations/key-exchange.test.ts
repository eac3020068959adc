/**
 * ClientKeyExchange and Finished that are wrong. Whatever is wrong within the encryption, the server goes on as if nothing
 * were, and says bad_record_mac at Finished, as it would for any wrong key (RFC 5246, 7.4.7.1).
 */
import { concat, Writer } from '../../../src/bytes/index.ts';
import { i2osp } from '../../../src/math/index.ts';
import { SUITES } from '../../../src/tls/suites.ts';
import { EXT, type KeyExchangeChanges, type RawClient, SCSV } from '../raw-client.ts';
import { messageBytes } from '../raw-peer.ts';
import { type Conversation, converse, converseAll, goOn } from './converse.ts';

const at = (place: number, value: number) => (em: Uint8Array) => {
  em[place < 0 ? em.length + place : place] = value;
  return em;
};
const all =
  (...changes: readonly ((em: Uint8Array) => Uint8Array)[]) =>
  (em: Uint8Array) =>
    changes.reduce((changed, change) => change(changed), em);
/** The zero byte before a premaster secret of that length. */
const separator = (premasterLength: number) => -premasterLength - 1;
const ones = (length: number) => new Uint8Array(length).fill(1);

/** tlsfuzzer's list: test-bleichenbacher-workaround and test-invalid-rsa-key-exchange-messages. */
const WRONG: readonly (readonly [what: string, changes: KeyExchangeChanges])[] = [
  ['block type 3', { block: at(1, 3) }],
  ['block type 1, that of signatures', { block: at(1, 1) }],
  ['block type 0', { block: at(1, 0) }],
  ['first byte 1', { block: at(0, 1) }],
  ['a zero byte in the padding, at its start', { block: at(2, 0) }],
  ['a zero byte in the padding', { block: at(4, 0) }],
  ['a zero byte in the eighth byte of padding', { block: at(9, 0) }],
  ['a zero byte at the end of the padding', { block: (em) => at(em.length - 50, 0)(em) }],
  ['no zero byte at all', { block: at(separator(48), 1), premaster: ones(48) }],
  ['a premaster secret of 0 bytes', { premaster: new Uint8Array(0) }],
  ['a premaster secret of 1 byte', { premaster: ones(1) }],
  ['a premaster secret of 2 bytes, the version', { premaster: Uint8Array.of(3, 3) }],
  ['a premaster secret of 3 bytes', { premaster: Uint8Array.of(3, 3, 1) }],
  ['a premaster secret of 4 bytes', { premaster: ones(4) }],
  ['a premaster secret of 47 bytes', { premaster: concat(Uint8Array.of(3, 3), ones(45)) }],
  ['a premaster secret of 49 bytes', { premaster: concat(Uint8Array.of(3, 3), ones(47)) }],
  ['a premaster secret of 96 bytes', { premaster: concat(Uint8Array.of(3, 3), ones(94)) }],
  ['version 2.2 in it', { version: 0x0202 }],
  ['version 0.0 in it', { version: 0x0000 }],
  ['version 3.2 in it', { version: 0x0302 }],
  ['version 3.4 in it', { version: 0x0304 }],
  ['padding too short: 00 00 02', { block: all(at(1, 0), at(2, 2)) }],
  ['padding too long: 02 first', { block: at(0, 2) }],
  ['a block of zeros', { block: (em) => em.fill(0) }],
  ...[0, 1, 64, 127, 129, 256, 384, 512, 2048].map(
    (length) => [`ciphertext of ${length} zero bytes`, { ciphertext: () => new Uint8Array(length) }] as const,
  ),
  ['ciphertext of zeros, of the right length', { ciphertext: (right) => new Uint8Array(right.length) }],
  ['the modulus as ciphertext', { ciphertext: (right, { n }) => i2osp(n, right.length) }],
  ['the modulus + 1 as ciphertext', { ciphertext: (right, { n }) => i2osp(n + 1n, right.length) }],
  ['the greatest number there is as ciphertext', { ciphertext: (right) => right.fill(255) }],
  ['a right ciphertext behind a zero byte', { ciphertext: (right) => concat(Uint8Array.of(0), right) }],
  ['a right ciphertext without its last byte', { ciphertext: (right) => right.slice(0, -1) }],
];

/** Nothing may be said before Finished. */
function silentUntilFinished(client: RawClient, changes: KeyExchangeChanges): void {
  client.hello();
  const { length } = client.records;
  client.keyExchange(changes).changeCipherSpec();
  if (client.records.length > length) throw new Error('the server answered before Finished');
  client.finished();
}

converseAll(
  'test-bleichenbacher-workaround, test-invalid-rsa-key-exchange-messages',
  'message by message: silence until Finished, then bad_record_mac',
  WRONG.map(
    ([what, changes]): Conversation => ({
      what,
      sends: (c) => silentUntilFinished(c, changes),
      earns: 'fatal bad_record_mac',
    }),
  ),
);

converseAll(
  'test-bleichenbacher-workaround',
  'all at once, with application data behind it, in every suite',
  SUITES.flatMap(({ id, name, cipher }) =>
    WRONG.map(
      ([what, changes]): Conversation => ({
        what: `${name}: ${what}`,
        sends: (c) => {
          c.hello({ suites: [id, SCSV], extensions: [EXT.ems, EXT.etm] });
          c.buffered(() => c.keyExchange(changes).changeCipherSpec().finished().get());
        },
        earns: 'fatal bad_record_mac',
        server: { suites: SUITES },
      }),
    ).filter((_, i) => cipher.kind !== 'cbc' || cipher.cipher === 'aes' || i < 5),
  ),
);

converse('test-bleichenbacher-workaround, what is right', [
  {
    what: 'a 01 at the start of the padding',
    sends: (c) => {
      c.hello()
        .keyExchange({ block: at(2, 1) })
        .changeCipherSpec()
        .finished();
      c.get().closeNotify();
    },
    earns: 'works',
  },
  {
    what: 'the version of the hello, whatever was agreed on (test-version-numbers)',
    sends: (c) => goOn(c.hello({ clientVersion: 0x0304 })),
    earns: 'works',
  },
  {
    what: 'the version agreed on instead of that of the hello',
    sends: (c) =>
      c.hello({ clientVersion: 0x0304 }).keyExchange({ version: 0x0303 }).changeCipherSpec().finished(),
    earns: 'fatal bad_record_mac',
  },
]);

const resized = (change: number) => (message: Uint8Array) =>
  messageBytes(16, change < 0 ? message.slice(4, change) : concat(message.slice(4), new Uint8Array(change)));

converse('test-truncating-of-kRSA-client-key-exchange', [
  {
    what: 'a byte too many',
    sends: (c) => c.hello().keyExchange({ message: resized(1) }),
    earns: 'fatal decode_error',
  },
  {
    what: 'a byte too few',
    sends: (c) => c.hello().keyExchange({ message: resized(-1) }),
    earns: 'fatal decode_error',
  },
  {
    what: 'no length before the ciphertext, as SSL 3.0 had it',
    sends: (c) => c.hello().keyExchange({ message: (right) => messageBytes(16, right.slice(6)) }),
    earns: 'fatal decode_error',
  },
  {
    what: 'an empty message',
    sends: (c) => c.hello().keyExchange({ message: () => messageBytes(16, new Uint8Array(0)) }),
    earns: 'fatal decode_error',
  },
  {
    what: 'an empty ciphertext: nothing until Finished',
    sends: (c) => c.hello().keyExchange({ message: () => messageBytes(16, new Writer().u16(0).finish()) }),
    earns: 'handshake',
  },
]);

const toFinished = (c: RawClient) => c.hello().keyExchange().changeCipherSpec();

converse('test-fuzzed-finished', [
  ...[1, 2, 6, 12].flatMap((fromEnd) =>
    [0x01, 0xff].map(
      (mask): Conversation => ({
        what: `byte -${fromEnd} of verify_data xor ${mask}`,
        sends: (c) =>
          toFinished(c).finished((body) => {
            body[body.length - fromEnd]! ^= mask;
            return body;
          }),
        earns: 'fatal decrypt_error',
      }),
    ),
  ),
  {
    what: "the server's verify_data",
    sends: (c) => toFinished(c).finished(() => c.verifyData('server')),
    earns: 'fatal decrypt_error',
  },
]);

converse('test-truncating-of-finished', [
  {
    what: 'a byte too many',
    sends: (c) => toFinished(c).finished((body) => concat(body, Uint8Array.of(0xfa))),
    earns: 'fatal decode_error',
  },
  {
    what: 'a byte too few',
    sends: (c) => toFinished(c).finished((body) => body.slice(0, -1)),
    earns: 'fatal decode_error',
  },
  {
    what: 'empty',
    sends: (c) => toFinished(c).finished(() => new Uint8Array(0)),
    earns: 'fatal decode_error',
  },
  {
    what: 'Finished of other keys: derived without extended_master_secret, which was agreed on',
    sends: (c) =>
      c
        .hello({ extensions: [EXT.ems] })
        .keyExchange({ extended: false })
        .changeCipherSpec()
        .finished(),
    earns: 'fatal bad_record_mac',
  },
  {
    what: 'Finished of other keys: derived with it, which was not agreed on (test-extended-master-secret-extension)',
    sends: (c) => c.hello().keyExchange({ extended: true }).changeCipherSpec().finished(),
    earns: 'fatal bad_record_mac',
  },
]);
