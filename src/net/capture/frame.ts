/**
 * What is in a captured frame, by the type of the link it came over: the IPv4 packet in it, or why none is told.
 *
 * The types are those of https://www.tcpdump.org/linktypes.html. Tags of a VLAN (IEEE 802.1Q) are passed over.
 */
import { CryptoError } from '../../errors.ts';
import { type Packet, parseIpPacket } from '../wire/packet.ts';
import type { Capture, CapturedPacket } from './capture.ts';

export type ReadPacket = Omit<Packet, 'ethernet'> & Required<Pick<Packet, 'ipv4'>>;

export type SkipReason = 'cut' | 'fragment' | 'protocol' | 'link';

/** A kind of packets that is not read. */
export interface Skipped {
  /** `cut` by the capture, a `fragment`, another `protocol`, an unknown `link` type, `malformed`. */
  readonly why: SkipReason | 'malformed';
  /** Of the protocol or link type; empty for the others. */
  readonly name: string;
}

export const isSkipped = (one: ReadPacket | Skipped): one is Skipped => 'why' in one;

const [IPV4, IPV6, VLAN] = [0x0800, 0x86dd, [0x8100, 0x88a8, 0x9100]] as const;
const MOST_TAGS = 4;

const ETHER_TYPES: Readonly<Record<number, string>> = {
  2054: 'ARP',
  [IPV6]: 'IPv6',
  34887: 'MPLS',
  34915: 'PPPoE',
  34916: 'PPPoE',
  34958: 'EAPOL',
  35020: 'LLDP',
};

const PROTOCOLS: Readonly<Record<number, string>> = {
  1: 'ICMP',
  2: 'IGMP',
  4: 'IP in IP',
  41: 'IPv6 in IPv4',
  47: 'GRE',
  50: 'ESP',
  51: 'AH',
  89: 'OSPF',
  132: 'SCTP',
};

const LINKS: Readonly<Record<number, string>> = { 105: '802.11', 127: '802.11 radiotap', 147: 'user 0' };

export function readFrame(capture: Pick<Capture, 'linkType'>, packet: CapturedPacket): ReadPacket | Skipped {
  const { frame, originalLength, linkType = capture.linkType } = packet;
  const link = openLink(linkType, frame);
  if (link === undefined) {
    const name = LINKS[linkType];
    return { why: 'link', name: name === undefined ? String(linkType) : `${linkType}, ${name}` };
  }
  const { type, at } = link;
  if (type !== IPV4) {
    if (type === undefined) return { why: frame.length < originalLength ? 'cut' : 'malformed', name: '' };
    return { why: 'protocol', name: typeof type === 'string' ? type : etherTypeName(type) };
  }
  if (frame.length < originalLength) return { why: 'cut', name: '' };
  try {
    const read = parseIpPacket(frame.subarray(at), undefined, at);
    if (read.tcp || read.udp) return read;
    return { why: 'protocol', name: PROTOCOLS[read.ipv4.protocol] ?? `IP ${read.ipv4.protocol}` };
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return { why: error.code === 'unsupported' ? 'fragment' : 'malformed', name: '' };
  }
}

interface OpenedLink {
  /** An EtherType, or a name where there is none; undefined where the frame ends before it. */
  readonly type: number | string | undefined;
  /** Where the packet begins. */
  readonly at: number;
}

/** Undefined: a type of link that is not known here. */
function openLink(linkType: number, frame: Uint8Array): OpenedLink | undefined {
  switch (linkType) {
    case 1:
      return typed(frame, 12, 14);
    // Of BSD's loopback, a family of addresses in the byte order of its host (0), or the network's (108).
    case 0:
    case 108:
      return { type: frame.length < 4 ? undefined : familyType(frame), at: 4 };
    // The packet alone.
    case 12:
    case 14:
    case 101:
    case 228:
    case 229:
      return { type: versionType(frame[0]), at: 0 };
    // "any" of Linux: LINUX_SLL and LINUX_SLL2.
    case 113:
      return typed(frame, 14, 16);
    case 276:
      return typed(frame, 0, 20);
    default:
      return undefined;
  }
}

/** With an EtherType at `typeAt`, and behind it perhaps tags, of four bytes each. */
function typed(frame: Uint8Array, typeAt: number, dataAt: number): OpenedLink {
  const u16 = (at: number) => (at + 2 > frame.length ? undefined : frame[at]! * 256 + frame[at + 1]!);
  let [type, at] = [u16(typeAt), dataAt];
  for (let tags = 0; type !== undefined && isTag(type) && tags < MOST_TAGS; tags++) {
    type = u16(at + 2);
    at += 4;
  }
  if (type === undefined || frame.length < at) return { type: undefined, at };
  return { type: type < 0x600 ? 'IEEE 802.2' : type, at };
}

function isTag(type: number): boolean {
  return (VLAN as readonly number[]).includes(type);
}

function familyType(frame: Uint8Array): number | string {
  const family = frame[0]! === 0 ? frame[3]! : frame[0]!;
  if (family === 2) return IPV4;
  // 24 of NetBSD and OpenBSD, 28 of FreeBSD, 30 of macOS.
  return [10, 24, 28, 30].includes(family) ? IPV6 : `family ${family}`;
}

function versionType(first: number | undefined): number | string | undefined {
  if (first === undefined) return undefined;
  const version = first >> 4;
  return version === 4 ? IPV4 : version === 6 ? IPV6 : `IP version ${version}`;
}

function etherTypeName(type: number): string {
  return ETHER_TYPES[type] ?? `EtherType 0x${type.toString(16).padStart(4, '0')}`;
}
