/** What a lesson on the network yields: one run or two, the facts computed from them, and a sentence. */
import { parsePacket, RST, type SeenFrame } from '../../net/index.ts';
import type { MessageKey } from '../../trace/index.ts';
import { ALICE, BOB } from './line.ts';
import type { Noted } from './noted.ts';

export interface NetScene {
  /** Said above it. */
  readonly title?: MessageKey;
  readonly noted: readonly Noted[];
  readonly frames: readonly SeenFrame[];
}

/** `Facts` are what was counted and read off in the runs; `--json` prints them. */
export interface NetLesson<Facts extends object = object> {
  readonly name: string;
  readonly scenes: readonly NetScene[];
  readonly facts: Facts;
  /** A sentence, and what it has slots for. */
  readonly learned: MessageKey;
  readonly values: Readonly<Record<string, string>>;
}

export interface Repeat {
  readonly who: 'alice' | 'bob';
  readonly flags: number;
  /** Microseconds since the start. */
  readonly time: number;
  readonly why: string;
}

/** Who sent what again, and when. */
export function repeatsIn(noted: readonly Noted[]): Repeat[] {
  return noted.flatMap((one) =>
    one.kind === 'frame' && one.again !== undefined
      ? [
          {
            who: one.seen.from === ALICE.end ? ALICE.name : BOB.name,
            flags: one.packet.tcp?.flags ?? 0,
            time: one.time,
            why: one.again,
          },
        ]
      : [],
  );
}

/** How many resets were sent. */
export function resetsIn(frames: readonly SeenFrame[]): number {
  return frames.filter(({ frame }) => ((parsePacket(frame).tcp?.flags ?? 0) & RST) !== 0).length;
}

/** When a party first came into a state; undefined: never. */
export function timeOfState(
  noted: readonly Noted[],
  who: 'alice' | 'bob',
  state: string,
): number | undefined {
  return noted.find((one) => one.kind === 'state' && one.who === who && one.to === state)?.time;
}
