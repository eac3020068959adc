/** Hellos in the form of SSL 2.0, from which a server goes on to TLS (RFC 5246, E.2), and those that are none. */
import { expect, it } from 'vitest';
import { concat } from '../../../src/bytes/index.ts';
import { AES_128_CBC_SHA, SCSV } from '../raw-client.ts';
import { rawClient, rawServer } from '../raw-setup.ts';
import { type Conversation, converse, goOn } from './converse.ts';

const AES_128_GCM_SHA256 = 0x9c;
/** SSL 2.0's own RC4. */
const RC4_WITH_MD5 = 0x010080;

const works = (
  what: string,
  changes: Parameters<ReturnType<typeof rawClient>['sslv2Hello']>[0],
): Conversation => ({
  what,
  sends: (c) => goOn(c.sslv2Hello(changes)),
  earns: 'works',
});
const earns = (
  result: string,
  what: string,
  changes: Parameters<ReturnType<typeof rawClient>['sslv2Hello']>[0],
): Conversation => ({
  what,
  sends: (c) => c.sslv2Hello(changes),
  earns: result,
});
const raw = (what: string, bytes: readonly number[], result: string): Conversation => ({
  what,
  sends: (c) => c.raw(Uint8Array.from(bytes)),
  earns: result,
});

converse('test-sslv2hello-protocol', [
  works('TLS 1.2 and a suite of TLS', {}),
  works('among suites of SSL 2.0', { specs: [RC4_WITH_MD5, AES_128_CBC_SHA, SCSV] }),
  works('with GCM', { specs: [AES_128_GCM_SHA256] }),
  works('a version of the future', { clientVersion: 0x0304 }),
  works('a challenge of 16 bytes', { challenge: new Uint8Array(16).fill(9) }),
  works('many suites', {
    specs: [...Array.from({ length: 254 }, (_, i) => 0x0a01 + i), AES_128_CBC_SHA, SCSV],
  }),
  earns('fatal protocol_version', 'SSL 2.0 itself (test-sslv2-connection)', {
    clientVersion: 0x0002,
    specs: [RC4_WITH_MD5],
  }),
  earns('fatal protocol_version', 'SSL 3.0', { clientVersion: 0x0300 }),
  earns('fatal protocol_version', 'TLS 1.0', { clientVersion: 0x0301 }),
  earns('fatal inappropriate_fallback', 'TLS 1.1 of a client that fell back', {
    clientVersion: 0x0302,
    specs: [AES_128_CBC_SHA, 0x5600],
  }),
  earns('fatal handshake_failure', 'only suites of SSL 2.0 (test-sslv2-force-cipher)', {
    specs: [RC4_WITH_MD5, 0x0700c0],
  }),
  earns('fatal decode_error', 'no suites', { specs: [] }),
  earns('fatal decode_error', 'a length that is no multiple of 3', {
    lengths: [5, 0, 32],
    more: new Uint8Array(0),
  }),
  earns('fatal decode_error', 'a session id', { sessionId: new Uint8Array(16) }),
  earns('fatal decode_error', 'no challenge', { challenge: new Uint8Array(0) }),
  earns('fatal decode_error', 'a challenge of 15 bytes', { challenge: new Uint8Array(15) }),
  earns('fatal decode_error', 'a challenge of 33 bytes', { challenge: new Uint8Array(33) }),
  earns('fatal decode_error', 'a challenge that leads outside', { lengths: [6, 0, 31] }),
  earns('fatal decode_error', 'bytes after the end', { more: new Uint8Array(1) }),
  raw('an empty record, then more', [0x80, 0, 0x80, 0x2e, 1], 'fatal unexpected_message'),
  raw('a record of type 0', [0x80, 1, 0, 0x80, 0x2e], 'fatal unexpected_message'),
  raw('a record of one byte', [0x80, 1, 1, 0x80, 0x2e], 'fatal unexpected_message'),
  raw('a record of one byte, then a version', [0x80, 1, 1, 3, 3], 'fatal decode_error'),
  raw('a record of TLS whose first bit was flipped', [0x96, 3, 1, 0, 47], 'fatal unexpected_message'),
  raw('a record of three bytes', [0x80, 3, 1, 3, 3], 'fatal decode_error'),
  raw('a record of nine bytes', [0x80, 9, 1, 3, 3, 0, 0, 0, 0, 0, 0], 'fatal decode_error'),
  raw('a server hello of SSL 2.0', [0x80, 2, 4, 3, 3], 'fatal unexpected_message'),
  {
    what: 'a second one',
    sends: (c) => c.sslv2Hello().sslv2Hello(),
    earns: 'fatal unexpected_message',
  },
  {
    what: 'one after a warning',
    sends: (c) => c.alert(1, 'user_canceled').sslv2Hello(),
    earns: 'fatal unexpected_message',
  },
]);

it('a client takes none', () => {
  const server = rawServer().begin();
  server.raw(Uint8Array.of(0x80, 0x0b, 1, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0));
  expect(server.outcome).toBe('fatal unexpected_message');
});

it('the challenge stands at the end of the random', () => {
  const challenge = new Uint8Array(16).fill(9);
  const client = goOn(rawClient().sslv2Hello({ challenge }));
  expect(client.machine.connection!.clientRandom).toEqual(concat(new Uint8Array(16), challenge));
});
