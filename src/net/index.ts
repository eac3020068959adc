/** Networks in miniature: a virtual clock, links with hazards and taps, packets byte by byte, captures of them. */
export { type Capture, type CapturedPacket, LINK_TYPE_ETHERNET } from './capture/capture.ts';
export { EPOCH_MICROS } from './capture/epoch.ts';
export { flagLetters, packetLines } from './capture/lines.ts';
export { type PcapngContent, writePcapng } from './capture/pcapng-write.ts';
export { readCapture } from './capture/read.ts';
export {
  type Conversation,
  type Direction,
  type Endpoint,
  endpointText,
  type SkippedKind,
  type Summary,
  summarize,
} from './capture/summary.ts';
export { type Timer, VirtualClock } from './clock.ts';
export { type End, type Fate, type Hazards, Link, type SeenFrame } from './link.ts';
export type { Tap, TapVerdict } from './tap.ts';
export {
  type AddressPair,
  ipv4Bytes,
  ipv4Text,
  macBytes,
  macText,
} from './wire/address.ts';
export { internetChecksum } from './wire/checksum.ts';
export {
  ETHER_TYPE_IPV4,
  type EthernetFrame,
  encodeEthernet,
  parseEthernet,
} from './wire/ethernet.ts';
export {
  encodeIpv4,
  type Ipv4Packet,
  type ParsedIpv4,
  PROTOCOL_TCP,
  PROTOCOL_UDP,
  parseIpv4,
} from './wire/ipv4.ts';
export {
  type Envelope,
  encodeTcpPacket,
  encodeUdpPacket,
  type Packet,
  parsePacket,
} from './wire/packet.ts';
export {
  ACK,
  CWR,
  ECE,
  encodeTcp,
  FIN,
  flagNames,
  type ParsedTcp,
  PSH,
  parseTcp,
  RST,
  SYN,
  type TcpOptions,
  type TcpSegment,
  URG,
} from './wire/tcp.ts';
export { encodeUdp, type ParsedUdp, parseUdp, type UdpDatagram } from './wire/udp.ts';
