/** TCP's handshake (RFC 9293, 3.5), run: whole, or with one segment lost. What is told is read off the run. */
import { ACK, SYN } from '../../net/index.ts';
import type { RandomSource } from '../../random/index.ts';
import { type NetLesson, type Repeat, repeatsIn, timeOfState } from './lesson.ts';
import { BOB, type LinePlan, openLine } from './line.ts';
import { loseFirst } from './lose.ts';

export const HANDSHAKE_LOSSES = ['syn', 'syn-ack', 'ack'] as const;
export type HandshakeLoss = (typeof HANDSHAKE_LOSSES)[number];

const FLAGS: Record<HandshakeLoss, number> = { syn: SYN, 'syn-ack': SYN | ACK, ack: ACK };
const PORT = 443;

export interface HandshakePlan {
  readonly random: RandomSource;
  /** The first of these is lost. */
  readonly lose?: HandshakeLoss | undefined;
  /** Alice's initial sequence number, and Bob's. */
  readonly isn?: readonly [number, number] | undefined;
}

export interface HandshakeFacts {
  readonly segments: number;
  readonly isn: { readonly alice: number; readonly bob: number };
  /** Microseconds since the start; null: never. */
  readonly established: { readonly alice: number | null; readonly bob: number | null };
  readonly repeats: readonly Repeat[];
}

export function runHandshake({ random, lose, isn }: HandshakePlan): NetLesson<HandshakeFacts> {
  const numbers: Partial<LinePlan> = isn ? { alice: { isn: () => isn[0] }, bob: { isn: () => isn[1] } } : {};
  const line = openLine({ random, ...numbers });
  if (lose !== undefined) loseFirst(line.link, (segment) => segment.flags === FLAGS[lose]);
  line.bob.listen(PORT, { onConnection: () => ({}) });
  const socket = line.alice.connect(BOB.address, PORT);
  line.clock.run();
  const repeats = repeatsIn(line.noted);
  const alice = timeOfState(line.noted, 'alice', 'ESTABLISHED');
  const bob = timeOfState(line.noted, 'bob', 'ESTABLISHED');
  return {
    name: lose === undefined ? 'handshake' : `handshake-lose-${lose}`,
    scenes: [line],
    facts: {
      segments: line.frames.length,
      isn: { alice: socket.connection.numbers.iss, bob: socket.connection.numbers.irs },
      established: { alice: alice ?? null, bob: bob ?? null },
      repeats,
    },
    learned: lose === undefined ? 'tcp.handshake.learned' : `tcp.handshake.learned.${lose}`,
    values: {
      count: String(repeats.length),
      at: seconds(repeats[0]?.time ?? 0),
      alice: seconds(alice ?? 0),
      bob: seconds(bob ?? 0),
    },
  };
}

export function seconds(micros: number): string {
  return String(micros / 1e6);
}
