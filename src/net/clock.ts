/**
 * The virtual clock of a simulation: integer microseconds since its start, moved by events alone.
 *
 * Nothing waits in earnest: `run` takes the earliest timer, sets the time to it and calls it. Timers of the same
 * moment run in the order in which they were set, so a run is the same every time.
 */
import { CryptoError } from '../errors.ts';
import { TimeHeap } from './time-heap.ts';

export interface Timer {
  /** When it is due, in microseconds. */
  readonly time: number;
  /** Takes it out; nothing happens if it ran already or was cancelled. */
  cancel(): void;
}

interface Entry {
  /** Undefined once it ran or was cancelled. */
  run: (() => void) | undefined;
}

/** How many events `run` allows unless told otherwise. */
const MAX_EVENTS = 5_000_000;

export class VirtualClock {
  #now = 0;
  #pending = 0;
  readonly #heap = new TimeHeap<Entry>();

  /** Microseconds since the start. */
  get now(): number {
    return this.#now;
  }

  /** How many timers are set and neither ran nor were cancelled. */
  get pending(): number {
    return this.#pending;
  }

  /** Runs `run` at `time`; `bad-argument` unless that is an integer and not before now. */
  at(time: number, run: () => void): Timer {
    if (!Number.isSafeInteger(time) || time < this.#now) {
      throw new CryptoError(
        'bad-argument',
        `time: expected whole microseconds from now (${this.#now}) on, got ${time}`,
      );
    }
    const entry: Entry = { run };
    this.#pending++;
    this.#heap.push(time, entry);
    return { time, cancel: () => this.#cancel(entry) };
  }

  /** Runs `run` `delay` microseconds from now. */
  after(delay: number, run: () => void): Timer {
    return this.at(this.#now + delay, run);
  }

  /**
   * Runs what is due, in order of time, until nothing is left or the next timer is later than `until`; then the time is
   * `until`, where one is given. Throws `too-large` when more than `events` timers ran.
   */
  run(bounds: { readonly until?: number; readonly events?: number } = {}): void {
    const { until, events = MAX_EVENTS } = bounds;
    for (let count = 0; ; ) {
      const next = this.#heap.first;
      if (next === undefined || (until !== undefined && next.time > until)) break;
      const { time, value: entry } = next;
      const { run } = entry;
      if (run !== undefined && ++count > events) {
        throw new CryptoError(
          'too-large',
          `events: expected at most ${events} in one run, got more by ${this.#now} microseconds; does something wake itself for ever?`,
        );
      }
      this.#heap.pop();
      if (run === undefined) continue;
      entry.run = undefined;
      this.#pending--;
      this.#now = time;
      run();
    }
    if (until !== undefined && until > this.#now) this.#now = until;
  }

  /** Cancelled entries stay in the heap until they come up, or are most of it. */
  #cancel(entry: Entry): void {
    if (entry.run === undefined) return;
    entry.run = undefined;
    this.#pending--;
    if (this.#heap.size < 64 || this.#pending * 2 > this.#heap.size) return;
    this.#heap.keep(({ run }) => run !== undefined);
  }
}
