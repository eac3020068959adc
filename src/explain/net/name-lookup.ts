/**
 * A resolver at the far end of the line, and the question that a browser asks it over UDP (RFC 1035).
 *
 * Nothing protects question or answer: everybody on the way reads the name, and could answer otherwise.
 */

import { CryptoError } from '../../errors.ts';
import type { VirtualClock } from '../../net/clock.ts';
import { type DnsMessage, type DnsRecord, encodeDns, parseDns } from '../../net/dns/message.ts';
import { addressIn, addressQuery, answerFrom, answers, ResolverCaches } from '../../net/dns/resolve.ts';
import type { Link } from '../../net/link.ts';
import { type Envelope, encodeUdpPacket, type Packet, parsePacket } from '../../net/wire/packet.ts';
import { ALICE, BOB } from './line.ts';

export const RESOLVER = { address: '198.51.100.53', mac: '02:00:00:00:00:35' } as const;
const DNS_PORT = 53;
/** Nothing repeats a datagram but who sent it: after a second, so often. */
const PATIENCE = 1_000_000;
const MOST_TRIES = 6;
const TTL = 3600;

/** Somebody else asked the resolver just before: it has the address in its cache, Alice's browser and system have not. */
export function cachesBefore(name: string, now: number): ResolverCaches {
  const caches = new ResolverCaches();
  caches.learn(answerFrom(zoneOf(name), addressQuery(0, name)), now);
  caches.clear('browser');
  caches.clear('system');
  return caches;
}

function zoneOf(name: string): readonly DnsRecord[] {
  return [{ name, type: 'A', ttl: TTL, data: BOB.address }];
}

/** Lets a resolver that knows `name` answer at end b. */
export function openResolver(link: Link, name: string): void {
  let identification = 0;
  link.attach('b', (frame) => {
    const packet = readable(frame);
    const { ipv4, udp } = packet ?? {};
    if (!ipv4 || !udp || ipv4.destination !== RESOLVER.address || udp.destinationPort !== DNS_PORT) return;
    // Not to what is itself an answer: two such servers would answer each other for ever.
    const query = readableDns(udp.payload);
    if (!query || query.response) return;
    const answer = answerFrom(zoneOf(name), query);
    const datagram = {
      sourcePort: DNS_PORT,
      destinationPort: udp.sourcePort,
      payload: encodeDns({ ...answer, authoritative: false, recursionAvailable: true }),
    };
    const envelope: Envelope = {
      sourceMac: RESOLVER.mac,
      destinationMac: ALICE.mac,
      source: RESOLVER.address,
      destination: ipv4.source,
      identification: identification++,
    };
    link.send('b', encodeUdpPacket(datagram, envelope));
  });
}

export interface Lookup {
  readonly name: string;
  readonly id: number;
  readonly port: number;
  /** Once, with the address of the answer; undefined where no answer came. */
  readonly onAnswer: (address: string | undefined) => void;
}

/** Asks until an answer comes; gives what takes Alice's datagrams. */
export function lookUp(clock: VirtualClock, link: Link, lookup: Lookup): (packet: Packet) => void {
  const { name, id, port, onAnswer } = lookup;
  const query = addressQuery(id, name);
  let done = false;
  const ask = (tries: number): void => {
    if (done) return;
    if (tries === MOST_TRIES) {
      done = true;
      onAnswer(undefined);
      return;
    }
    const datagram = { sourcePort: port, destinationPort: DNS_PORT, payload: encodeDns(query) };
    const envelope: Envelope = {
      sourceMac: ALICE.mac,
      destinationMac: RESOLVER.mac,
      source: ALICE.address,
      destination: RESOLVER.address,
      identification: 0x4000 + tries,
    };
    link.send('a', encodeUdpPacket(datagram, envelope));
    clock.after(PATIENCE, () => ask(tries + 1));
  };
  clock.after(0, () => ask(0));
  return ({ ipv4, udp }) => {
    if (done || udp?.destinationPort !== port || udp.sourcePort !== DNS_PORT) return;
    if (ipv4?.source !== RESOLVER.address) return;
    const answer = readableDns(udp.payload);
    if (!answer || !answers(query, answer)) return;
    done = true;
    onAnswer(addressIn(answer)?.address);
  };
}

/** What is no packet, or no DNS, is passed over. */
function readable(frame: Uint8Array): Packet | undefined {
  return attempt(() => parsePacket(frame));
}

export function readableDns(bytes: Uint8Array): DnsMessage | undefined {
  return attempt(() => parseDns(bytes));
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}
