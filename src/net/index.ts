/**
 * Networks in miniature: a virtual clock, links with hazards and taps, hosts with TCP, DNS and HTTP messages, packets byte
 * by byte, captures of them. Nothing here opens a real socket, and the same seed gives the same bytes.
 *
 *     import { createHost, Link, summarize, readCapture, VirtualClock, writePcapng } from 'crypto-primer/net';
 *     import { seededRandom } from 'crypto-primer/random';
 *
 *     const random = seededRandom('example');
 *     const clock = new VirtualClock();
 *     const link = new Link(clock, random, { delay: 10_000, loss: 0.1 });
 *     const packets = [];
 *     link.onFrame((seen) => packets.push(seen));
 *     const [macA, macB] = ['02:00:00:00:00:0a', '02:00:00:00:00:0b'];
 *     const common = { clock, link, random };
 *     const alice = createHost({ ...common, name: 'alice', end: 'a', address: '192.0.2.10', mac: macA, gatewayMac: macB });
 *     const bob = createHost({ ...common, name: 'bob', end: 'b', address: '198.51.100.20', mac: macB, gatewayMac: macA });
 *
 *     let received = 0;
 *     bob.listen(80, {
 *       onConnection: () => ({
 *         onData: (bytes) => (received += bytes.length),
 *         onFinished: (socket) => socket.close(),
 *       }),
 *     });
 *     alice.connect('198.51.100.20', 80, {
 *       onConnected: (socket) => {
 *         socket.send(new Uint8Array(10_000));
 *         socket.shutdown();
 *       },
 *     });
 *     clock.run();
 *
 *     const { conversations } = summarize(readCapture(writePcapng({ packets, interfaceName: 'line' })));
 *     console.log(received, conversations[0].handshake, conversations[0].close, clock.pending);
 *     // 10000 complete fin 0
 */
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
export {
  type DnsMessage,
  type DnsRecord,
  encodeDns,
  parseDns,
} from './dns/message.ts';
export { addressIn, addressQuery, answerFrom, answers, ResolverCaches } from './dns/resolve.ts';
export { createHost, type Host, type HostOptions, type SocketCall } from './host.ts';
export { HTTP_BOUNDS, type HttpBounds } from './http/bounds.ts';
export { CookieJar } from './http/cookie-jar.ts';
export { encodeRequest, encodeResponse } from './http/encode.ts';
export type { Header, HttpMessage, HttpRequest, HttpResponse } from './http/message.ts';
export { HttpReader } from './http/reader.ts';
export { SessionStore } from './http/session.ts';
export { type End, type Fate, type Hazards, Link, type SeenFrame } from './link.ts';
export { type ListenHandlers, type ListeningSocket, Socket, type SocketHandlers } from './socket.ts';
export type { Tap, TapVerdict } from './tap.ts';
export { TCP_STATES, type TcpEvent, type TcpState } from './tcp/events.ts';
export { hashedIsn, type IsnSource, predictableIsn } from './tcp/isn.ts';
export { LINUX, type TcpProfile } from './tcp/profile.ts';
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
