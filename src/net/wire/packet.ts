/**
 * A frame and all the layers nested in it: Ethernet, IPv4, then TCP or UDP.
 */
import type { Recorder } from '../../bytes/index.ts';
import { ETHER_TYPE_IPV4, type EthernetFrame, encodeEthernet, parseEthernet } from './ethernet.ts';
import { encodeIpv4, type ParsedIpv4, PROTOCOL_TCP, PROTOCOL_UDP, parseIpv4 } from './ipv4.ts';
import { encodeTcp, type ParsedTcp, parseTcp, type TcpSegment } from './tcp.ts';
import { encodeUdp, type ParsedUdp, parseUdp, type UdpDatagram } from './udp.ts';

/** Whatever layers are there; frames of other protocols have the outer ones only. */
export interface Packet {
  readonly ethernet: EthernetFrame;
  readonly ipv4?: ParsedIpv4;
  readonly tcp?: ParsedTcp;
  readonly udp?: ParsedUdp;
}

/** Throws `bad-format` with the position in the frame, `unsupported` for fragments. */
export function parsePacket(frame: Uint8Array, record?: Recorder): Packet {
  const ethernet = parseEthernet(frame, record);
  if (ethernet.etherType !== ETHER_TYPE_IPV4) return { ethernet };
  return { ethernet, ...parseIpPacket(ethernet.payload, record, 14) };
}

/** IPv4 and what is in it, without a frame around; `base` is where it stands in one. */
export function parseIpPacket(
  bytes: Uint8Array,
  record?: Recorder,
  base = 0,
): Omit<Packet, 'ethernet'> & { readonly ipv4: ParsedIpv4 } {
  const ipv4 = parseIpv4(bytes, record, base);
  const inside = base + ipv4.payload.byteOffset - bytes.byteOffset;
  if (ipv4.protocol === PROTOCOL_TCP) return { ipv4, tcp: parseTcp(ipv4.payload, ipv4, record, inside) };
  if (ipv4.protocol === PROTOCOL_UDP) return { ipv4, udp: parseUdp(ipv4.payload, ipv4, record, inside) };
  return { ipv4 };
}

/** What surrounds a segment or datagram on its way. */
export interface Envelope {
  readonly sourceMac: string;
  readonly destinationMac: string;
  readonly source: string;
  readonly destination: string;
  readonly identification: number;
  /** 64 unless given, as Linux sends. */
  readonly ttl?: number;
}

/** The whole frame around a segment (RFC 9293, RFC 791, RFC 894). Throws `bad-argument` for what is no address, `too-large`. */
export function encodeTcpPacket(segment: TcpSegment, envelope: Envelope): Uint8Array {
  return wrap(encodeTcp(segment, envelope), PROTOCOL_TCP, envelope);
}

/** The whole frame around a datagram (RFC 768, RFC 791, RFC 894). Throws `bad-argument` for what is no address, `too-large`. */
export function encodeUdpPacket(datagram: UdpDatagram, envelope: Envelope): Uint8Array {
  return wrap(encodeUdp(datagram, envelope), PROTOCOL_UDP, envelope);
}

function wrap(payload: Uint8Array, protocol: number, envelope: Envelope): Uint8Array {
  const { sourceMac, destinationMac, source, destination, identification, ttl = 64 } = envelope;
  return encodeEthernet({
    destination: destinationMac,
    source: sourceMac,
    etherType: ETHER_TYPE_IPV4,
    payload: encodeIpv4({ source, destination, protocol, identification, ttl, dontFragment: true, payload }),
  });
}
