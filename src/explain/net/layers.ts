/** Each packet as layers in each other, with the bytes that each adds; and what TCP/IP and OSI call them. */
import type { WebFrame } from './web.ts';

export interface LayerPart {
  readonly layer: 'Ethernet' | 'IPv4' | 'TCP' | 'UDP' | 'TLS' | 'HTTP' | 'DNS';
  /** Its own, without what is inside it. */
  readonly bytes: number;
}

/** From the outside in; the sum is the whole frame. */
export function layersOf({ seen, packet, holds }: WebFrame): LayerPart[] {
  const { ipv4, tcp, udp } = packet;
  const whole = seen.frame.length;
  const parts: LayerPart[] = [{ layer: 'Ethernet', bytes: whole - packet.ethernet.payload.length }];
  if (!ipv4) return parts;
  parts.push({ layer: 'IPv4', bytes: packet.ethernet.payload.length - ipv4.payload.length });
  if (udp) {
    parts.push({ layer: 'UDP', bytes: ipv4.payload.length - udp.payload.length });
    parts.push({ layer: 'DNS', bytes: udp.payload.length });
  }
  if (!tcp) return parts;
  const { length } = tcp.payload;
  parts.push({ layer: 'TCP', bytes: ipv4.payload.length - length });
  const http = holds.reduce((sum, { inner }) => sum + inner, 0);
  if (length > http) parts.push({ layer: 'TLS', bytes: length - http });
  if (http > 0) parts.push({ layer: 'HTTP', bytes: http });
  return parts;
}

export interface LayerName {
  readonly protocols: string;
  readonly tcpIp: 'application' | 'transport' | 'internet' | 'link';
  /** Numbers of OSI's layers. */
  readonly osi: string;
  readonly fits: boolean;
}

/** RFC 1122, 1.1.3, beside ISO/IEC 7498-1. */
export const LAYER_NAMES: readonly LayerName[] = [
  { protocols: 'HTTP, DNS', tcpIp: 'application', osi: '7', fits: true },
  { protocols: 'TLS', tcpIp: 'application', osi: '5–6', fits: false },
  { protocols: 'TCP, UDP', tcpIp: 'transport', osi: '4', fits: true },
  { protocols: 'IPv4', tcpIp: 'internet', osi: '3', fits: true },
  { protocols: 'Ethernet', tcpIp: 'link', osi: '2', fits: true },
];
