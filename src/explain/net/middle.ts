/**
 * The hacker in the middle: towards Alice he answers under the bank's address, towards the bank he is a client of his own.
 *
 * To the line he is a tap, as always: he takes frames off it and puts others on it. Both TCP connections end with him.
 */
import { createHost, type Host } from '../../net/host.ts';
import type { Link } from '../../net/link.ts';
import { parsePacket } from '../../net/wire/packet.ts';
import type { RandomSource } from '../../random/index.ts';
import { ALICE, BOB, type Line } from './line.ts';

/** An address set aside for documentation (RFC 5737). */
export const HACKER = { name: 'hacker', address: '203.0.113.66' } as const;

/** A host at an address of the hacker's own, from which he speaks to the bank. */
export function openHackersHost(line: Line, random: RandomSource): Host {
  const { link, receive } = besideTheLine(line, 'b');
  const host = createHost({
    ...HACKER,
    // The line has two ends: what Bob sends anybody else leaves towards Alice's.
    mac: ALICE.mac,
    gatewayMac: BOB.mac,
    end: 'a',
    clock: line.clock,
    link,
    random: random.substream('hackers.own'),
  });
  line.link.addTap({
    see(frame, towards) {
      if (towards !== 'a' || parsePacket(frame).ipv4?.destination !== HACKER.address) return 'pass';
      receive(frame);
      return 'drop';
    },
  });
  return host;
}

/** A site of the hacker's own that Alice may visit, at his address. */
export function openHackersSite(line: Line, random: RandomSource): Host {
  const { link, receive } = besideTheLine(line, 'a');
  const host = createHost({
    ...HACKER,
    mac: BOB.mac,
    gatewayMac: ALICE.mac,
    end: 'b',
    clock: line.clock,
    link,
    random: random.substream('hackers.site'),
  });
  line.link.addTap({
    see(frame, towards) {
      if (towards !== 'b' || parsePacket(frame).ipv4?.destination !== HACKER.address) return 'pass';
      receive(frame);
      return 'drop';
    },
  });
  return host;
}

/** A host that takes what Alice sends to these ports of the bank, and answers in the bank's name. */
export function answerForTheBank(line: Line, random: RandomSource, ports: readonly number[]): Host {
  const { link, receive } = besideTheLine(line, 'a');
  const host = createHost({
    ...BOB,
    name: HACKER.name,
    gatewayMac: ALICE.mac,
    end: 'b',
    clock: line.clock,
    link,
    random: random.substream('hackers.false'),
  });
  line.link.addTap({
    see(frame, towards) {
      const { ipv4, tcp } = parsePacket(frame);
      const wanted =
        towards === 'b' &&
        ipv4?.source === ALICE.address &&
        ipv4.destination === BOB.address &&
        ports.includes(tcp?.destinationPort ?? 0);
      if (!wanted) return 'pass';
      receive(frame);
      return 'drop';
    },
  });
  return host;
}

/** Frames go onto the line towards `towards`; those he takes off it are heard once they are noted. */
function besideTheLine({ link, clock }: Line, towards: 'a' | 'b') {
  let hear: (frame: Uint8Array) => void = () => {};
  const own: Pick<Link, 'attach' | 'send'> = {
    attach: (_end, receive) => {
      hear = receive;
    },
    send: (_end, frame) => link.inject(towards, frame),
  };
  return { link: own, receive: (frame: Uint8Array) => void clock.after(0, () => hear(frame)) };
}
