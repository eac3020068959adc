/** Arguments of clocks, packets and captures. */
import * as net from '../../src/net/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { conversation, FORTH } from '../net/capture/conversation.ts';
import { exported, type Row } from './row.ts';

const packets = conversation();
const bytes = net.writePcapng({ packets, interfaceName: 'link' });
const capture = net.readCapture(bytes);
const frame = packets[1]!.frame;
const ethernet = net.parseEthernet(frame);
const ipv4 = net.parseIpv4(ethernet.payload);
const segment = net.parseTcp(ipv4.payload, ipv4);
const datagram = { sourcePort: 1, destinationPort: 53, payload: frame };

const query = net.addressQuery(1, 'bank.example');
const answer = net.answerFrom([], query);
const [version, host, body] = ['HTTP/1.1', { name: 'Host', value: 'bank.example' }, frame];
const clock = new net.VirtualClock();
const random = seededRandom('arguments');
const hostOptions = {
  name: 'alice',
  address: '192.0.2.10',
  mac: '02:00:00:00:00:0a',
  gatewayMac: '02:00:00:00:00:0b',
  clock,
  link: new net.Link(clock, random, { delay: 1 }),
  end: 'a',
  random,
};

export const netRows: readonly Row[] = exported(net, {
  internetChecksum: { pieces: frame },
  macBytes: { address: '02:00:00:00:00:0a' },
  macText: { bytes: frame.subarray(0, 6) },
  ipv4Bytes: { address: '192.0.2.10' },
  ipv4Text: { bytes: frame.subarray(0, 4) },
  encodeEthernet: { frame: ethernet },
  parseEthernet: { bytes: frame },
  encodeIpv4: { packet: ipv4 },
  parseIpv4: { bytes: ethernet.payload },
  encodeTcp: { segment, addresses: FORTH },
  parseTcp: { bytes: ipv4.payload, addresses: FORTH },
  encodeUdp: { datagram, addresses: FORTH },
  parseUdp: { bytes: net.encodeUdp(datagram, FORTH), addresses: FORTH },
  flagNames: { flags: 2 },
  encodeTcpPacket: { segment, envelope: FORTH },
  encodeUdpPacket: { datagram, envelope: FORTH },
  parsePacket: { bytes: frame },
  writePcapng: { content: { packets, interfaceName: 'link' } },
  readCapture: { bytes },
  summarize: { capture },
  endpointText: { endpoint: { address: '192.0.2.10', port: 53 } },
  packetLines: { capture },
  flagLetters: { flags: 2 },
  encodeDns: { message: query },
  parseDns: { bytes: net.encodeDns(query) },
  addressQuery: { id: 1, name: 'bank.example' },
  answerFrom: { zone: [], query },
  answers: { query, answer },
  addressIn: { answer },
  encodeRequest: { request: { method: 'GET', target: '/', version, headers: [host], body } },
  encodeResponse: { response: { version, status: 200, reason: 'OK', headers: [], body } },
  createHost: { options: hostOptions },
  hashedIsn: { secret: frame },
  predictableIsn: { start: 1 },
});
