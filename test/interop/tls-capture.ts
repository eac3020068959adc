/** What crossed the wire as a capture file, and our secrets as a key log: what Wireshark needs to read along. */
import { concatAll, toHex, Writer } from '../../src/bytes/index.ts';
import type { TlsHappening } from '../../src/tls/index.ts';
import type { Segment } from './tls-socket.ts';

/** Lines of the NSS key log (RFC 9850): of the master secret, or of the premaster under the start of its ciphertext. */
export function keyLog(happenings: readonly TlsHappening[], label: 'CLIENT_RANDOM' | 'RSA'): string {
  const lines = happenings.flatMap((happening) => {
    if (label === 'CLIENT_RANDOM' && happening.what === 'keys') {
      return [`CLIENT_RANDOM ${toHex(happening.clientRandom)} ${toHex(happening.masterSecret)}\n`];
    }
    if (label === 'RSA' && happening.what === 'premaster') {
      const start = happening.encryptedPremasterSecret.subarray(0, 8);
      return [`RSA ${toHex(start)} ${toHex(happening.premasterSecret)}\n`];
    }
    return [];
  });
  return lines.join('');
}

const SERVER_PORT = 443;
const SYN = 0x02;
const ACK = 0x10;
const PUSH_ACK = 0x18;
/** Bytes of data in one packet. */
const MOST = 1400;

/**
 * TCP connections one after the other in the format of libpcap, their packets raw IPv4 (link type 101).
 * Checksums are left at 0: Wireshark does not look at them unless asked to.
 */
export function captureFile(connections: readonly (readonly Segment[])[]): Uint8Array {
  const header = numbers([0xa1b2c3d4, 4], [2, 2], [4, 2], [0, 4], [0, 4], [65_535, 4], [101, 4]);
  return concatAll([header, ...connections.flatMap((wire, i) => packets(wire, 50_000 + i))]);
}

function packets(wire: readonly Segment[], clientPort: number): Uint8Array[] {
  const ports = { client: clientPort, server: SERVER_PORT };
  const next = { client: 1000, server: 5000 };
  const sent: Uint8Array[] = [];
  const send = (from: Segment['from'], flags: number, data: Uint8Array = new Uint8Array(0)) => {
    const to = from === 'client' ? 'server' : 'client';
    const acknowledged = flags === SYN ? 0 : next[to];
    const length = 40 + data.length;
    sent.push(
      numbers([0, 4], [0, 4], [length, 4], [length, 4]),
      // IPv4: version and header length, length, time to live and TCP, from 127.0.0.1 to itself
      numbers([0x4500, 2], [length, 2], [0, 4], [0x4006, 2], [0, 2], [0x7f000001, 4], [0x7f000001, 4]),
      numbers([ports[from], 2], [ports[to], 2], [next[from], 4], [acknowledged, 4]),
      numbers([0x5000 | flags, 2], [65_535, 2], [0, 4]),
      data,
    );
    next[from] += data.length + (flags & SYN ? 1 : 0);
  };
  send('client', SYN);
  send('server', SYN | ACK);
  send('client', ACK);
  for (const { from, bytes } of wire) {
    for (let i = 0; i < bytes.length; i += MOST) send(from, PUSH_ACK, bytes.subarray(i, i + MOST));
  }
  return sent;
}

/** Each a number and how many bytes it takes, big-endian. */
function numbers(...list: readonly (readonly [value: number, size: 2 | 4])[]): Uint8Array {
  const writer = new Writer();
  for (const [value, size] of list) {
    if (size === 2) writer.u16(value);
    else writer.u32(value);
  }
  return writer.finish();
}
