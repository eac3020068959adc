/**
 * TCP segments: the header and its flags (RFC 9293, 3.1). The state machine is in src/net/tcp.
 */
import { Reader, type Recorder, Writer } from '../../bytes/index.ts';
import { CryptoError, expectBytes } from '../../errors.ts';
import { type AddressPair, pseudoHeader } from './address.ts';
import { internetChecksum } from './checksum.ts';
import { PROTOCOL_TCP } from './ipv4.ts';
import { encodeTcpOptions, parseTcpOptions, type TcpOptions } from './tcp-options.ts';

export type { TcpOptions } from './tcp-options.ts';

export interface TcpSegment {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly seq: number;
  readonly ack: number;
  /** FIN to CWR, added up. */
  readonly flags: number;
  /** The 16 bits as sent, before any scaling. */
  readonly window: number;
  readonly urgentPointer: number;
  readonly options: TcpOptions;
  readonly payload: Uint8Array;
}

export type ParsedTcp = TcpSegment & { readonly checksum: 'good' | 'bad' };

export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const PSH = 8;
export const ACK = 16;
export const URG = 32;
export const ECE = 64;
export const CWR = 128;

const NAMES = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'];

/** `['SYN', 'ACK']` for 18: the names of the flags that are set, from the lowest bit up. */
export function flagNames(flags: number): string[] {
  return NAMES.filter((_, bit) => (flags & (1 << bit)) !== 0);
}

/** Throws `too-large` for more than fits into an IPv4 packet. */
export function encodeTcp(segment: TcpSegment, addresses: AddressPair): Uint8Array {
  expectBytes('payload', segment.payload);
  const options = encodeTcpOptions(segment.options);
  const headerLength = 20 + options.length;
  const length = headerLength + segment.payload.length;
  if (length > 65_515) {
    throw new CryptoError(
      'too-large',
      `payload: expected at most ${65_515 - headerLength} bytes in a TCP segment, got ${segment.payload.length}`,
    );
  }
  const bytes = new Writer()
    .u16(segment.sourcePort)
    .u16(segment.destinationPort)
    .u32(segment.seq)
    .u32(segment.ack)
    .u8((headerLength / 4) << 4)
    .u8(segment.flags)
    .u16(segment.window)
    .u16(0)
    .u16(segment.urgentPointer)
    .bytes(options)
    .bytes(segment.payload)
    .finish();
  const checksum = internetChecksum(pseudoHeader(addresses, PROTOCOL_TCP, length), bytes);
  bytes[16] = checksum >> 8;
  bytes[17] = checksum & 255;
  return bytes;
}

/** The payload is a view of the input. Throws `bad-format`. */
export function parseTcp(bytes: Uint8Array, addresses: AddressPair, record?: Recorder, base = 0): ParsedTcp {
  const clause = 'RFC 9293, 3.1';
  const reader = new Reader(bytes, record, base);
  const sourcePort = reader.u16('source port', clause);
  const destinationPort = reader.u16('destination port', clause);
  const seq = reader.u32('sequence number', clause);
  const ack = reader.u32('acknowledgment number', clause);
  const headerLength = (reader.u8('data offset', clause) >> 4) * 4;
  if (headerLength < 20 || headerLength > bytes.length) {
    throw new CryptoError(
      'bad-format',
      `data offset: expected from 20 to the ${bytes.length} bytes there are at byte ${base + 12}, got ${headerLength}`,
    );
  }
  const flags = reader.u8('flags', clause);
  const window = reader.u16('window', clause);
  reader.u16('checksum', `${clause}; RFC 1071`);
  const urgentPointer = reader.u16('urgent pointer', clause);
  const options = parseTcpOptions(reader.nested(headerLength - 20, 'options'));
  const sum = internetChecksum(pseudoHeader(addresses, PROTOCOL_TCP, bytes.length), bytes);
  return {
    sourcePort,
    destinationPort,
    seq,
    ack,
    flags,
    window,
    urgentPointer,
    options,
    payload: bytes.subarray(headerLength),
    checksum: sum === 0 ? 'good' : 'bad',
  };
}
