/**
 * Why two segments are not enough (RFC 9293, 3.5): a SYN that was held up until Alice had given up, before a server
 * that is established after its SYN-ACK, and before TCP's.
 */
import { ACK, encodeTcpPacket, parsePacket, SYN } from '../../net/index.ts';
import type { RandomSource } from '../../random/index.ts';
import { type NetLesson, resetsIn } from './lesson.ts';
import { ALICE, BOB, type Line, openLine } from './line.ts';
import { asDelays } from './noted.ts';

const PORT = 443;
const GIVES_UP = 500_000;
const ARRIVES = 2_000_000;

/** Of each server: connections that it holds when all is over, though Alice wants none, and the resets sent. */
export type TwoWayFacts = Readonly<
  Record<'twoWay' | 'threeWay', { readonly open: number; readonly resets: number }>
>;

export function runTwoWay(random: RandomSource): NetLesson<TwoWayFacts> {
  const two = staleSyn(random, true);
  const three = staleSyn(random.substream('three'), false);
  return {
    name: 'handshake-two-way',
    scenes: [
      { ...two.line, noted: asDelays(two.line.noted), title: 'tcp.handshake.twoWay' },
      { ...three.line, noted: asDelays(three.line.noted), title: 'tcp.handshake.threeWay' },
    ],
    facts: {
      twoWay: { open: two.open, resets: two.resets },
      threeWay: { open: three.open, resets: three.resets },
    },
    learned: 'tcp.handshake.learned.twoWay',
    values: { two: String(two.open), three: String(three.open) },
  };
}

function staleSyn(random: RandomSource, isTwoWay: boolean): { line: Line; open: number; resets: number } {
  const line = openLine({ random });
  const held: Uint8Array[] = [];
  const remove = line.link.addTap({
    see: (frame) => {
      held.push(frame);
      return 'drop';
    },
  });
  const server = isTwoWay ? twoWayServer(line) : undefined;
  if (!server) line.bob.listen(PORT, { onConnection: () => ({}) });
  const socket = line.alice.connect(BOB.address, PORT);
  line.clock.at(GIVES_UP, () => {
    socket.close();
    remove();
    // Where two segments are the whole protocol, there is no answer to a SYN-ACK.
    if (server) line.link.detach(ALICE.end);
  });
  line.clock.at(ARRIVES, () => {
    for (const frame of held) line.link.inject(BOB.end, frame);
  });
  line.clock.run({ until: ARRIVES + 1_000_000 });
  const tally = line.bob.stack.tally();
  return {
    line,
    open: server?.size ?? tally['SYN-RECEIVED'] + tally.ESTABLISHED,
    resets: resetsIn(line.frames),
  };
}

/** Answers each SYN, and counts its sender as connected. */
function twoWayServer(line: Line): ReadonlySet<number> {
  const connected = new Set<number>();
  line.link.detach(BOB.end);
  line.link.attach(BOB.end, (frame) => {
    const { tcp, ipv4 } = parsePacket(frame);
    if (!tcp || !ipv4 || tcp.flags !== SYN) return;
    connected.add(tcp.sourcePort);
    line.note({
      kind: 'state',
      time: line.clock.now,
      who: 'bob',
      port: PORT,
      from: 'LISTEN',
      to: 'ESTABLISHED',
    });
    const segment = {
      ...tcp,
      sourcePort: tcp.destinationPort,
      destinationPort: tcp.sourcePort,
      seq: 1000,
      ack: (tcp.seq + 1) >>> 0,
      flags: SYN | ACK,
    };
    const envelope = { sourceMac: BOB.mac, destinationMac: ALICE.mac, identification: 1 };
    line.link.send(
      BOB.end,
      encodeTcpPacket(segment, { ...envelope, source: ipv4.destination, destination: ipv4.source }),
    );
  });
  return connected;
}
