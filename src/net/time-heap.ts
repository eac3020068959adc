/** A binary heap of what is due: the earliest first, and of one moment what was put in first. */

interface Entry<T> {
  /** In microseconds. */
  readonly time: number;
  readonly order: number;
  readonly value: T;
}

export class TimeHeap<T> {
  #entries: Entry<T>[] = [];
  #order = 0;

  get size(): number {
    return this.#entries.length;
  }

  /** The first, which stays in. */
  get first(): { readonly time: number; readonly value: T } | undefined {
    return this.#entries[0];
  }

  /** Puts `value` in, due at `time`. */
  push(time: number, value: T): void {
    const entries = this.#entries;
    const entry = { time, order: this.#order++, value };
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(entry, entries[parent]!)) break;
      entries[at] = entries[parent]!;
      at = parent;
    }
    entries[at] = entry;
  }

  /** Takes the first out. */
  pop(): void {
    const entries = this.#entries;
    const last = entries.pop();
    if (last === undefined || entries.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= entries.length) break;
      if (child + 1 < entries.length && isBefore(entries[child + 1]!, entries[child]!)) child++;
      if (!isBefore(entries[child]!, last)) break;
      entries[at] = entries[child]!;
      at = child;
    }
    entries[at] = last;
  }

  /** Takes out all but those that `isWanted`. */
  keep(isWanted: (value: T) => boolean): void {
    // A sorted array is a heap.
    this.#entries = this.#entries
      .filter(({ value }) => isWanted(value))
      .sort((one, other) => (isBefore(one, other) ? -1 : 1));
  }
}

function isBefore(one: Entry<unknown>, other: Entry<unknown>): boolean {
  return one.time < other.time || (one.time === other.time && one.order < other.order);
}
