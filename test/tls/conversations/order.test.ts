/** Messages left out, sent twice, sent too early, or of kinds that do not exist. */
import { concat } from '../../../src/bytes/index.ts';
import { EXT, type RawClient } from '../raw-client.ts';
import { ALERT, CCS, DATA, HANDSHAKE, messageBytes } from '../raw-peer.ts';
import { type Conversation, converse, finishOff, goOn } from './converse.ts';

const UNEXPECTED = 'fatal unexpected_message';
const HEARTBEAT = 24;
const hello = (c: RawClient) => c.hello();
const keyExchange = (c: RawClient) => hello(c).keyExchange();
const changed = (c: RawClient) => keyExchange(c).changeCipherSpec();
const connected = (c: RawClient) => changed(c).finished();
const text = new TextEncoder().encode('hello server!\n');

converse('test-message-skipping', [
  {
    what: 'ClientKeyExchange first',
    sends: (c) => c.handshake(messageBytes(16, concat(Uint8Array.of(1, 0), new Uint8Array(256).fill(255)))),
    earns: UNEXPECTED,
  },
  {
    what: 'no ClientKeyExchange',
    sends: (c) => hello(c).changeCipherSpec(),
    earns: UNEXPECTED,
  },
  {
    what: 'no ChangeCipherSpec: Finished in the clear',
    sends: (c) => keyExchange(c).finished(),
    earns: UNEXPECTED,
  },
  {
    what: 'no Finished: application data under the new keys',
    sends: (c) => changed(c).get(),
    earns: UNEXPECTED,
  },
  ...[0x0300, 0x0301, 0x0302, 0x0303].map(
    (version): Conversation => ({
      what: `Finished first, in a record of version ${version.toString(16)}`,
      sends: (c) => {
        c.version = version;
        c.handshake(messageBytes(20, new Uint8Array(version === 0x0300 ? 36 : 12)));
      },
      earns: UNEXPECTED,
    }),
  ),
]);

converse('test-message-duplication', [
  { what: 'ClientHello again before ClientKeyExchange', sends: (c) => hello(c).hello(), earns: UNEXPECTED },
  {
    what: 'ClientHello again before ChangeCipherSpec',
    sends: (c) => keyExchange(c).hello(),
    earns: UNEXPECTED,
  },
  { what: 'ClientHello again before Finished', sends: (c) => changed(c).hello(), earns: UNEXPECTED },
  { what: 'ClientKeyExchange twice', sends: (c) => keyExchange(c).keyExchange(), earns: UNEXPECTED },
  { what: 'ClientKeyExchange before Finished', sends: (c) => changed(c).keyExchange(), earns: UNEXPECTED },
  { what: 'ClientKeyExchange after Finished', sends: (c) => connected(c).keyExchange(), earns: UNEXPECTED },
  {
    what: 'ChangeCipherSpec twice in the clear',
    sends: (c) => keyExchange(c).bare(CCS, Uint8Array.of(1)).bare(CCS, Uint8Array.of(1)),
    earns: 'fatal bad_record_mac',
  },
  {
    what: 'ChangeCipherSpec twice, the second under the new keys',
    sends: (c) => changed(c).record(CCS, Uint8Array.of(1)),
    earns: UNEXPECTED,
  },
  {
    what: 'ChangeCipherSpec after Finished',
    sends: (c) => connected(c).record(CCS, Uint8Array.of(1)),
    earns: UNEXPECTED,
  },
  { what: 'Finished twice', sends: (c) => connected(c).finished(), earns: UNEXPECTED },
]);

converse('test-ccs', [
  { what: 'two bytes', sends: (c) => keyExchange(c).bare(CCS, Uint8Array.of(1, 1)), earns: UNEXPECTED },
  { what: 'another value', sends: (c) => keyExchange(c).bare(CCS, Uint8Array.of(0)), earns: UNEXPECTED },
  { what: 'empty', sends: (c) => keyExchange(c).bare(CCS, new Uint8Array(0)), earns: UNEXPECTED },
  { what: 'first of all', sends: (c) => c.bare(CCS, Uint8Array.of(1)), earns: UNEXPECTED },
  {
    what: 'after ServerHelloDone (CVE-2014-0224)',
    sends: (c) => hello(c).bare(CCS, Uint8Array.of(1)),
    earns: UNEXPECTED,
  },
]);

converse('test-early-application-data', [
  { what: 'first of all', sends: (c) => c.bare(DATA, text), earns: UNEXPECTED },
  { what: 'before ClientKeyExchange', sends: (c) => hello(c).data(text), earns: UNEXPECTED },
  { what: 'before ChangeCipherSpec', sends: (c) => keyExchange(c).data(text), earns: UNEXPECTED },
  { what: 'before Finished', sends: (c) => changed(c).data(text), earns: UNEXPECTED },
  {
    what: 'before Finished, in the clear',
    sends: (c) => changed(c).bare(DATA, text),
    earns: 'fatal bad_record_mac',
  },
  {
    what: 'after the handshake, in the clear',
    sends: (c) => connected(c).bare(DATA, text),
    earns: 'fatal bad_record_mac',
  },
]);

converse('test-invalid-content-type, test-no-heartbeat', [
  { what: 'first of all', sends: (c) => c.bare(HEARTBEAT, text), earns: UNEXPECTED },
  { what: 'before ClientKeyExchange', sends: (c) => hello(c).bare(HEARTBEAT, text), earns: UNEXPECTED },
  { what: 'before ChangeCipherSpec', sends: (c) => keyExchange(c).bare(HEARTBEAT, text), earns: UNEXPECTED },
  { what: 'before Finished', sends: (c) => changed(c).bare(HEARTBEAT, text), earns: UNEXPECTED },
  {
    what: 'a heartbeat after the handshake',
    sends: (c) => connected(c).record(HEARTBEAT, text),
    earns: UNEXPECTED,
  },
  {
    what: 'a heartbeat together with ClientHello',
    sends: (c) => c.buffered(() => c.hello({ extensions: [[15, Uint8Array.of(1)]] }).bare(HEARTBEAT, text)),
    earns: UNEXPECTED,
  },
  ...[0, 1, 19, 25, 99, 128, 255].map(
    (type): Conversation => ({
      what: `type ${type} first of all`,
      sends: (c) => c.bare(type, text),
      earns: UNEXPECTED,
    }),
  ),
]);

converse('test-hello-request-by-client', [
  {
    what: 'first of all',
    sends: (c) => c.bare(HANDSHAKE, messageBytes(0, new Uint8Array(0))),
    earns: UNEXPECTED,
  },
  {
    what: 'before ClientKeyExchange',
    sends: (c) => hello(c).bare(HANDSHAKE, messageBytes(0, new Uint8Array(0))),
    earns: UNEXPECTED,
  },
  {
    what: 'after the handshake',
    sends: (c) => connected(c).handshake(messageBytes(0, new Uint8Array(0))),
    earns: UNEXPECTED,
  },
]);

const inPieces = (c: RawClient, message: Uint8Array, between: () => unknown) => {
  for (let at = 0; at < message.length && c.machine.status === 'handshake'; at += 2) {
    c.bare(HANDSHAKE, message.subarray(at, at + 2));
    between();
  }
};

converse('test-cve-2004-0079, test-interleaved-CKE-with-CCS', [
  {
    what: 'ChangeCipherSpec after two bytes of ClientHello',
    sends: (c) => c.bare(HANDSHAKE, c.helloBytes().subarray(0, 2)).bare(CCS, Uint8Array.of(1)),
    earns: UNEXPECTED,
  },
  {
    what: 'ChangeCipherSpec between all pieces of ClientHello',
    sends: (c) => inPieces(c, c.helloBytes(), () => c.bare(CCS, Uint8Array.of(1))),
    earns: UNEXPECTED,
  },
  {
    what: 'ChangeCipherSpec after two bytes of ClientKeyExchange',
    sends: (c) => hello(c).bare(HANDSHAKE, Uint8Array.of(16, 0)).bare(CCS, Uint8Array.of(1)),
    earns: UNEXPECTED,
  },
  {
    what: 'a warning within ClientHello',
    sends: (c) => c.bare(HANDSHAKE, c.helloBytes().subarray(0, 20)).bare(ALERT, Uint8Array.of(1, 90)),
    earns: UNEXPECTED,
  },
  {
    what: 'Finished begun before ChangeCipherSpec',
    sends: (c) => keyExchange(c).bare(HANDSHAKE, Uint8Array.of(20)).bare(CCS, Uint8Array.of(1)),
    earns: UNEXPECTED,
  },
]);

const again = (c: RawClient, secure: boolean) =>
  c.handshake(
    c.helloBytes(secure ? { suites: [0x2f], extensions: [EXT.renegotiationInfo] } : { suites: [0x2f] }),
  );

converse('test-renegotiation-disabled', [
  ...[true, false].flatMap((secure): Conversation[] => [
    {
      what: `a second hello is warned of, and the page comes (${secure ? 'secure' : 'legacy'})`,
      sends: (c) => {
        again(connected(c), secure);
        if (c.lastAlert === 'no_renegotiation') finishOff(c);
      },
      earns: 'works',
    },
    {
      what: `within a request (${secure ? 'secure' : 'legacy'})`,
      sends: (c) => {
        again(connected(c).data('GET /?a HTTP/1.0\r\n'), secure);
        if (c.lastAlert === 'no_renegotiation') c.data('\r\n').closeNotify();
      },
      earns: 'works',
    },
  ]),
  {
    what: 'whoever keeps asking',
    sends: (c) => {
      connected(c);
      for (let i = 0; i < 10 && c.machine.status === 'connected'; i++) again(c, true);
    },
    earns: UNEXPECTED,
  },
  {
    what: 'data within the second hello (test-interleaved-application-data-…)',
    sends: (c) => connected(c).record(HANDSHAKE, c.helloBytes().subarray(0, 10)).get(),
    earns: UNEXPECTED,
  },
]);

const warnings = (c: RawClient, count: number) => {
  for (let i = 0; i < count; i++) c.alert(1, 'unsupported_certificate');
};

converse('test-ssl-death-alert', [
  {
    what: 'four warnings in the handshake',
    sends: (c) => {
      warnings(hello(c), 4);
      goOn(c);
    },
    earns: 'works',
  },
  { what: 'five warnings in the handshake', sends: (c) => warnings(hello(c), 5), earns: UNEXPECTED },
  {
    what: 'five warnings at once with ClientHello: our flight comes first',
    sends: (c) => c.buffered(() => warnings(hello(c), 5)),
    earns: UNEXPECTED,
  },
  { what: 'five warnings after the handshake', sends: (c) => warnings(connected(c), 5), earns: UNEXPECTED },
  {
    what: 'four warnings between each two words',
    sends: (c) => {
      connected(c);
      for (let i = 0; i < 20; i++) {
        warnings(c, 4);
        c.data('a');
      }
      finishOff(c);
    },
    earns: 'works',
  },
]);
