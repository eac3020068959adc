/**
 * The hacker opens a connection in Alice's name without seeing Bob's answers: he guesses Bob's initial sequence number
 * from one that Bob gave him (RFC 6528, 1). Run against 4.4BSD's numbers, and against RFC 6528's.
 *
 * Alice is silent meanwhile; otherwise her reset would end it.
 */
import { fromUtf8, utf8 } from '../../bytes/index.ts';
import { ACK, encodeTcpPacket, PSH, parsePacket, RST, SYN } from '../../net/index.ts';
import { predictableIsn } from '../../net/tcp/isn.ts';
import type { RandomSource } from '../../random/index.ts';
import type { NetLesson } from './lesson.ts';
import { ALICE, BOB, type Line, openLine } from './line.ts';

/** rlogin: believed the address. */
const PORT = 513;
const HACKER = { address: '203.0.113.66', mac: '02:00:00:00:00:0e' };
const COMMAND = 'echo + + >> .rhosts\n';
/** What 4.4BSD adds for each connection. */
const STEP = 64_000;

export function runIsnAttack(
  random: RandomSource,
): NetLesson<Readonly<Record<'predictable' | 'rfc6528', AttackFacts>>> {
  const old = attack(random, true);
  const hashed = attack(random, false);
  return {
    name: 'handshake-predictable',
    scenes: [
      { ...old.line, title: 'tcp.handshake.attack.old' },
      { ...hashed.line, title: 'tcp.handshake.attack.hashed' },
    ],
    facts: { predictable: old.facts, rfc6528: hashed.facts },
    learned: learnedFrom(old.facts, hashed.facts),
    values: {
      guess: String(old.facts.guess),
      number: String(old.facts.number),
      otherGuess: String(hashed.facts.guess),
      otherNumber: String(hashed.facts.number),
    },
  };
}

export interface AttackFacts {
  readonly sample: number;
  readonly guess: number;
  /** Bob's number for the connection in Alice's name. */
  readonly number: number;
  readonly established: boolean;
  /** What Bob's program was given, as from Alice. */
  readonly received: string;
}

/** The command got through where the number was guessed, and only there; anything else is told in figures. */
function learnedFrom(old: AttackFacts, hashed: AttackFacts): NetLesson['learned'] {
  const isTaken = ({ established, received }: AttackFacts) => established && received === COMMAND;
  const isRefused = ({ established, received }: AttackFacts) => !established && received === '';
  return isTaken(old) && isRefused(hashed)
    ? 'tcp.handshake.learned.attack'
    : 'tcp.handshake.learned.attack.figures';
}

function attack(random: RandomSource, isOld: boolean): { line: Line; facts: AttackFacts } {
  const line = openLine({ random, ...(isOld ? { bob: { isn: predictableIsn() } } : {}) });
  line.link.detach(ALICE.end);
  // Different ports in the two runs, so that one capture can hold both.
  const [ownPort, alicePort] = isOld ? [1022, 1023] : [1020, 1021];
  const received: string[] = [];
  let established = false;
  line.bob.listen(PORT, {
    onConnection: ({ remote }) => {
      if (remote.address === ALICE.address) established = true;
      return { onData: (bytes) => void received.push(fromUtf8(bytes)) };
    },
  });
  let sample: number | undefined;
  let number = 0;
  line.link.addTap({
    see(frame) {
      const { ipv4, tcp } = parsePacket(frame);
      if (!ipv4 || !tcp || tcp.flags !== (SYN | ACK)) return 'pass';
      // The hacker reads what is sent to himself; what goes to Alice is noted for the lesson alone.
      if (ipv4.destination === HACKER.address) sample ??= tcp.seq;
      else number = tcp.seq;
      return 'pass';
    },
  });
  const inject = (source: string, sourcePort: number, seq: number, ack: number, flags: number, text = '') =>
    line.link.inject(
      BOB.end,
      encodeTcpPacket(
        {
          sourcePort,
          destinationPort: PORT,
          seq: seq >>> 0,
          ack: ack >>> 0,
          flags,
          window: 65_535,
          urgentPointer: 0,
          options: {},
          payload: utf8(text),
        },
        {
          sourceMac: HACKER.mac,
          destinationMac: BOB.mac,
          source,
          destination: BOB.address,
          identification: 7,
        },
      ),
    );
  let guess = 0;
  line.clock.at(0, () => inject(HACKER.address, ownPort, 7000, 0, SYN));
  line.clock.at(30_000, () => {
    inject(HACKER.address, ownPort, 7001, 0, RST);
    guess = ((sample ?? 0) + STEP) >>> 0;
    inject(ALICE.address, alicePort, 9000, 0, SYN);
  });
  line.clock.at(60_000, () => {
    inject(ALICE.address, alicePort, 9001, guess + 1, ACK);
    inject(ALICE.address, alicePort, 9001, guess + 1, ACK | PSH, COMMAND);
  });
  line.clock.run({ until: 90_000 });
  return { line, facts: { sample: sample ?? 0, guess, number, established, received: received.join('') } };
}
