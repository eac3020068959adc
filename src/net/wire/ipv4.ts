/**
 * IPv4 packets (RFC 791, 3.1). Options are skipped; fragments are refused, for nobody here puts them together.
 *
 * The header checksum covers the header alone, and anybody can compute it: it protects nothing from a hacker.
 */
import { Reader, type Recorder, Writer } from '../../bytes/index.ts';
import { CryptoError, expectBytes } from '../../errors.ts';
import { ipv4Bytes, ipv4Text } from './address.ts';
import { internetChecksum } from './checksum.ts';

export interface Ipv4Packet {
  readonly source: string;
  readonly destination: string;
  /** 6 for TCP, 17 for UDP. */
  readonly protocol: number;
  readonly identification: number;
  readonly ttl: number;
  readonly dontFragment: boolean;
  readonly payload: Uint8Array;
}

export type ParsedIpv4 = Ipv4Packet & { readonly checksum: 'good' | 'bad' };

export const PROTOCOL_TCP = 6;
export const PROTOCOL_UDP = 17;

const DONT_FRAGMENT = 0x4000;
const MORE_FRAGMENTS = 0x2000;

/** Throws `too-large` for more than the 65,515 bytes that fit behind a header of 20. */
export function encodeIpv4(packet: Ipv4Packet): Uint8Array {
  expectBytes('payload', packet.payload);
  const length = 20 + packet.payload.length;
  if (length > 65_535) {
    throw new CryptoError(
      'too-large',
      `payload: expected at most 65515 bytes in an IPv4 packet, got ${packet.payload.length}`,
    );
  }
  const bytes = new Writer()
    .u8(0x45)
    .u8(0)
    .u16(length)
    .u16(packet.identification)
    .u16(packet.dontFragment ? DONT_FRAGMENT : 0)
    .u8(packet.ttl)
    .u8(packet.protocol)
    .u16(0)
    .bytes(ipv4Bytes(packet.source))
    .bytes(ipv4Bytes(packet.destination))
    .bytes(packet.payload)
    .finish();
  const checksum = internetChecksum(bytes.subarray(0, 20));
  bytes[10] = checksum >> 8;
  bytes[11] = checksum & 255;
  return bytes;
}

/** Bytes behind the packet's own length (Ethernet's padding) are ignored. Throws `bad-format`; `unsupported` for fragments. */
export function parseIpv4(bytes: Uint8Array, record?: Recorder, base = 0): ParsedIpv4 {
  const reader = new Reader(bytes, record, base);
  const first = reader.u8('version and header length', 'RFC 791, 3.1');
  const headerLength = (first & 15) * 4;
  if (first >> 4 !== 4) {
    throw new CryptoError('bad-format', `IP version: expected 4 at byte ${base}, got ${first >> 4}`);
  }
  if (headerLength < 20 || headerLength > bytes.length) {
    throw new CryptoError(
      'bad-format',
      `header length: expected from 20 to the ${bytes.length} bytes there are at byte ${base}, got ${headerLength}`,
    );
  }
  reader.u8('type of service', 'RFC 791, 3.1');
  const total = reader.u16('total length', 'RFC 791, 3.1');
  if (total < headerLength || total > bytes.length) {
    throw new CryptoError(
      'bad-format',
      `total length: expected from ${headerLength} to the ${bytes.length} bytes there are at byte ${base + 2}, got ${total}`,
    );
  }
  const identification = reader.u16('identification', 'RFC 791, 3.1');
  const fragment = reader.u16('flags and fragment offset', 'RFC 791, 3.1');
  if ((fragment & MORE_FRAGMENTS) !== 0 || (fragment & 0x1fff) !== 0) {
    throw new CryptoError(
      'unsupported',
      `fragment: expected a whole packet, got a piece of one at offset ${(fragment & 0x1fff) * 8}`,
    );
  }
  const ttl = reader.u8('time to live', 'RFC 791, 3.1');
  const protocol = reader.u8('protocol', 'RFC 791, 3.1');
  reader.u16('header checksum', 'RFC 791, 3.1; RFC 1071');
  const source = ipv4Text(reader.bytes(4, 'source address', 'RFC 791, 3.1'));
  const destination = ipv4Text(reader.bytes(4, 'destination address', 'RFC 791, 3.1'));
  if (headerLength > 20) reader.bytes(headerLength - 20, 'options', 'RFC 791, 3.1');
  return {
    source,
    destination,
    protocol,
    identification,
    ttl,
    dontFragment: (fragment & DONT_FRAGMENT) !== 0,
    payload: bytes.subarray(headerLength, total),
    checksum: internetChecksum(bytes.subarray(0, headerLength)) === 0 ? 'good' : 'bad',
  };
}
