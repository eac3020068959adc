/**
 * Ethernet frames as captures hold them (RFC 894): two addresses and a type, without preamble and check sequence.
 *
 * A real line pads frames to 60 bytes; what is behind the IPv4 packet is that padding, and IPv4's own length tells.
 */
import { Reader, type Recorder, Writer } from '../../bytes/index.ts';
import { CryptoError, expectBytes } from '../../errors.ts';
import { macBytes, macText } from './address.ts';

export interface EthernetFrame {
  readonly destination: string;
  readonly source: string;
  /** What the payload is; 0x0800 for IPv4. */
  readonly etherType: number;
  readonly payload: Uint8Array;
}

export const ETHER_TYPE_IPV4 = 0x0800;

/** Without padding. Throws `bad-argument` for what is no address. */
export function encodeEthernet(frame: EthernetFrame): Uint8Array {
  expectBytes('payload', frame.payload);
  return new Writer()
    .bytes(macBytes(frame.destination))
    .bytes(macBytes(frame.source))
    .u16(frame.etherType)
    .bytes(frame.payload)
    .finish();
}

/** The payload is a view of the input. Throws `bad-format`, also for frames with a length in place of the type. */
export function parseEthernet(bytes: Uint8Array, record?: Recorder): EthernetFrame {
  const reader = new Reader(bytes, record);
  const destination = macText(reader.bytes(6, 'destination', 'IEEE 802.3, 3.2.4'));
  const source = macText(reader.bytes(6, 'source', 'IEEE 802.3, 3.2.5'));
  const etherType = reader.u16('type', 'IEEE 802.3, 3.2.6');
  if (etherType < 0x600) {
    throw new CryptoError(
      'bad-format',
      `etherType: expected an EtherType from 1536 up at byte 12, got ${etherType} (a length: IEEE 802.2 frames are not read)`,
    );
  }
  return { destination, source, etherType, payload: bytes.subarray(reader.offset) };
}
