/**
 * UDP datagrams (RFC 768): two ports, a length, a checksum. No order, no repeats, no promise of arrival.
 */
import { Reader, type Recorder, Writer } from '../../bytes/index.ts';
import { CryptoError, expectBytes } from '../../errors.ts';
import { type AddressPair, pseudoHeader } from './address.ts';
import { internetChecksum } from './checksum.ts';
import { PROTOCOL_UDP } from './ipv4.ts';

export interface UdpDatagram {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly payload: Uint8Array;
}

export type ParsedUdp = UdpDatagram & { readonly checksum: 'good' | 'bad' | 'absent' };

/** Throws `too-large` for more than the 65,507 bytes that fit into an IPv4 packet. */
export function encodeUdp(datagram: UdpDatagram, addresses: AddressPair): Uint8Array {
  expectBytes('payload', datagram.payload);
  const length = 8 + datagram.payload.length;
  if (length > 65_515) {
    throw new CryptoError(
      'too-large',
      `payload: expected at most 65507 bytes in a UDP datagram, got ${datagram.payload.length}`,
    );
  }
  const bytes = new Writer()
    .u16(datagram.sourcePort)
    .u16(datagram.destinationPort)
    .u16(length)
    .u16(0)
    .bytes(datagram.payload)
    .finish();
  // Zero says "no checksum", so a sum of zero is sent as its other form (RFC 768).
  const checksum = internetChecksum(pseudoHeader(addresses, PROTOCOL_UDP, length), bytes) || 0xffff;
  bytes[6] = checksum >> 8;
  bytes[7] = checksum & 255;
  return bytes;
}

/** The payload is a view of the input. Throws `bad-format`. */
export function parseUdp(bytes: Uint8Array, addresses: AddressPair, record?: Recorder, base = 0): ParsedUdp {
  const reader = new Reader(bytes, record, base);
  const sourcePort = reader.u16('source port', 'RFC 768');
  const destinationPort = reader.u16('destination port', 'RFC 768');
  const length = reader.u16('length', 'RFC 768');
  const checksum = reader.u16('checksum', 'RFC 768; RFC 1071');
  if (length < 8 || length > bytes.length) {
    throw new CryptoError(
      'bad-format',
      `length: expected from 8 to the ${bytes.length} bytes there are at byte ${base + 4}, got ${length}`,
    );
  }
  const datagram = bytes.subarray(0, length);
  const sum = internetChecksum(pseudoHeader(addresses, PROTOCOL_UDP, length), datagram);
  return {
    sourcePort,
    destinationPort,
    payload: datagram.subarray(8),
    checksum: checksum === 0 ? 'absent' : sum === 0 ? 'good' : 'bad',
  };
}
