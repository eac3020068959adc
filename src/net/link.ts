/**
 * A link between two ends, with the hazards of a network: delay, loss, duplicates, reordering, a narrow line.
 *
 * Every draw comes from a sub-stream of its own (`link.loss`, `link.jitter`, …), one draw for each frame, so that
 * switching one hazard on does not change what the others do. Taps stand where a frame is sent, before the hazards.
 */
import { CryptoError, expectBytes } from '../errors.ts';
import type { RandomSource } from '../random/index.ts';
import type { VirtualClock } from './clock.ts';
import type { Tap } from './tap.ts';

export interface Hazards {
  /** One way, in microseconds. */
  readonly delay: number;
  /** Up to this many microseconds more, drawn evenly. Frames keep their order in spite of it; `reorder` breaks it. */
  readonly jitter?: number;
  /** Probability that a frame is lost. */
  readonly loss?: number;
  /** Probability that a frame comes twice. */
  readonly duplicate?: number;
  /** Probability that a frame is held back by `reorderDelay`, so that later ones overtake it. */
  readonly reorder?: number;
  /** In microseconds; four delays unless given. */
  readonly reorderDelay?: number;
  /** Frames that are neither lost nor doubled nor held back: nothing is drawn for them. */
  readonly spare?: (frame: Uint8Array, from: End) => boolean;
  /** How fast frames leave, each way; as fast as they come unless given. */
  readonly bitsPerSecond?: number;
}

export type End = 'a' | 'b';

export type Fate = 'delivered' | 'lost' | 'dropped' | 'altered' | 'injected' | 'duplicated';

/** A frame where it is sent, before the hazards: a list of these holds each transmission once, lost ones too. */
export interface SeenFrame {
  readonly time: number;
  readonly from: End;
  /**
   * As it goes on from there: what a tap put in its place is `altered`, with a line for each piece. Of `lost` frames
   * nothing arrives, nor of those a tap `dropped`; `duplicated` ones arrive twice.
   */
  readonly frame: Uint8Array;
  readonly fate: Fate;
  /** Counts the frames of this link, from 1. */
  readonly number: number;
}

/** The longest frame a link takes: an IPv4 packet of 65,535 bytes and its Ethernet header. */
const MAX_FRAME = 65_549;

export class Link {
  readonly #clock: VirtualClock;
  readonly #hazards: Hazards;
  readonly #receivers = new Map<End, ((frame: Uint8Array) => void)[]>();
  readonly #taps: Tap[] = [];
  readonly #listeners: ((seen: SeenFrame) => void)[] = [];
  readonly #draws: Record<'loss' | 'jitter' | 'duplicate' | 'reorder', () => number>;
  /** When the line from each end is free again, and when what is in order on it arrives last. */
  readonly #lines = { a: { freeAt: 0, lastArrival: 0 }, b: { freeAt: 0, lastArrival: 0 } };
  #number = 0;

  constructor(clock: VirtualClock, random: RandomSource, hazards: Hazards) {
    expectHazards(hazards);
    this.#clock = clock;
    this.#hazards = hazards;
    const draws = (name: string) => fractions(random.substream(`link.${name}`));
    this.#draws = {
      loss: draws('loss'),
      jitter: draws('jitter'),
      duplicate: draws('duplicate'),
      reorder: draws('reorder'),
    };
  }

  /** Calls `receive` with every frame that arrives at `end`; where several stand there, each gets it. */
  attach(end: End, receive: (frame: Uint8Array) => void): void {
    this.#receivers.set(end, [...(this.#receivers.get(end) ?? []), receive]);
  }

  /** Takes away all that stands at `end`: frames still arrive there, and nobody hears them. */
  detach(end: End): void {
    this.#receivers.delete(end);
  }

  /** Sends `frame` from one end to the other: past the taps in their order, then through the hazards. */
  send(from: End, frame: Uint8Array): void {
    expectFrame(frame);
    this.#pass(from, frame, 0, 'delivered');
  }

  /** Takes part in every frame from now on, behind the taps there are; the function returned takes it out again. */
  addTap(tap: Tap): () => void {
    this.#taps.push(tap);
    return () => {
      const at = this.#taps.indexOf(tap);
      if (at >= 0) this.#taps.splice(at, 1);
    };
  }

  /** Puts a frame of a tap's own on the line towards `end`, past no tap. */
  inject(towards: End, frame: Uint8Array): void {
    expectFrame(frame);
    this.#transmit(other(towards), frame, 'injected');
  }

  onFrame(listener: (seen: SeenFrame) => void): void {
    this.#listeners.push(listener);
  }

  #pass(from: End, frame: Uint8Array, tapIndex: number, fate: Fate): void {
    const tap = this.#taps[tapIndex];
    const verdict = tap?.see(frame.slice(), other(from), this.#clock.now);
    if (verdict === undefined) {
      this.#transmit(from, frame, fate);
      return;
    }
    if (verdict === 'pass') {
      this.#pass(from, frame, tapIndex + 1, fate);
      return;
    }
    if (verdict === 'drop' || verdict.replace.length === 0) {
      this.#tell(from, frame, 'dropped');
      return;
    }
    for (const piece of verdict.replace) {
      expectFrame(piece);
      this.#pass(from, piece, tapIndex + 1, 'altered');
    }
  }

  #transmit(from: End, frame: Uint8Array, fate: Fate): void {
    const { delay, jitter = 0, loss = 0, duplicate = 0, reorder = 0, bitsPerSecond } = this.#hazards;
    const { reorderDelay = 4 * delay, spare } = this.#hazards;
    const draws = spare?.(frame, from) ? SPARED : this.#draws;
    const lost = draws.loss() < loss;
    const twice = draws.duplicate() < duplicate;
    const late = draws.reorder() < reorder;
    const extra = Math.floor(this.#draws.jitter() * (jitter + 1));

    const line = this.#lines[from];
    const start = Math.max(this.#clock.now, line.freeAt);
    const duration = bitsPerSecond === undefined ? 0 : Math.ceil((frame.length * 8 * 1e6) / bitsPerSecond);
    line.freeAt = start + duration;
    const inOrder = Math.max(line.freeAt + delay + extra, line.lastArrival);
    if (!late && !lost) line.lastArrival = inOrder;
    const arrival = late ? inOrder + reorderDelay : inOrder;

    this.#tell(from, frame, lost ? 'lost' : fate === 'delivered' && twice ? 'duplicated' : fate);
    if (lost) return;
    const copies = twice ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      const arriving = frame.slice();
      this.#clock.at(arrival, () => {
        for (const receive of this.#receivers.get(other(from)) ?? []) receive(arriving);
      });
    }
  }

  #tell(from: End, frame: Uint8Array, fate: Fate): void {
    const seen: SeenFrame = {
      time: this.#clock.now,
      from,
      frame: frame.slice(),
      fate,
      number: ++this.#number,
    };
    for (const listener of this.#listeners) listener(seen);
  }
}

function other(end: End): End {
  return end === 'a' ? 'b' : 'a';
}

/** What no probability is above. */
const SPARED = { loss: () => 1, duplicate: () => 1, reorder: () => 1 };

/** Numbers from 0 to below 1, drawn in blocks, since a call of the generator costs the same for many. */
function fractions(random: RandomSource): () => number {
  let block: Uint8Array = new Uint8Array(0);
  let at = 0;
  return () => {
    if (at + 4 > block.length) [block, at] = [random.bytes(1024), 0];
    const value = block[at]! * 2 ** 24 + (block[at + 1]! << 16) + (block[at + 2]! << 8) + block[at + 3]!;
    at += 4;
    return value / 2 ** 32;
  };
}

function expectFrame(frame: Uint8Array): void {
  expectBytes('frame', frame);
  if (frame.length > MAX_FRAME) {
    throw new CryptoError('too-large', `frame: expected at most ${MAX_FRAME} bytes, got ${frame.length}`);
  }
}

function expectHazards(hazards: Hazards): void {
  for (const name of ['delay', 'jitter', 'reorderDelay'] as const) {
    const value = hazards[name] ?? 0;
    if (!Number.isSafeInteger(value) || value < 0 || value > 1e12) {
      throw new CryptoError(
        'bad-argument',
        `${name}: expected whole microseconds from 0 to 10^12, got ${value}`,
      );
    }
  }
  for (const name of ['loss', 'duplicate', 'reorder'] as const) {
    const value = hazards[name] ?? 0;
    if (!(value >= 0 && value <= 1)) {
      throw new CryptoError('bad-argument', `${name}: expected a probability from 0 to 1, got ${value}`);
    }
  }
  const rate = hazards.bitsPerSecond;
  if (rate !== undefined && !(rate >= 1 && Number.isFinite(rate))) {
    throw new CryptoError('bad-argument', `bitsPerSecond: expected a number from 1 up, got ${rate}`);
  }
}
