/**
 * When which connection wants its `tick`: a binary heap, whose entries may be early but never late.
 *
 * A connection moves its timer with almost every segment. It gets a new entry only when it moves forward; an entry that
 * comes up too early is put back. So the heap stays in proportion to the connections.
 */
import type { TcpConnection } from './connection.ts';

interface Entry {
  readonly time: number;
  readonly order: number;
  readonly connection: TcpConnection;
}

export class WakeQueue {
  readonly #heap: Entry[] = [];
  readonly #queued = new Map<TcpConnection, number>();
  #order = 0;

  /** After each call of a connection. */
  note(connection: TcpConnection): void {
    const { wakeAt } = connection;
    const queued = this.#queued.get(connection);
    if (wakeAt === undefined || (queued !== undefined && queued <= wakeAt)) return;
    this.#queued.set(connection, wakeAt);
    this.#push({ time: wakeAt, order: this.#order++, connection });
  }

  /** When the first is due. */
  get wakeAt(): number | undefined {
    this.#settle();
    return this.#heap[0]?.time;
  }

  /** Takes out the first that is due by `now`. */
  take(now: number): TcpConnection | undefined {
    this.#settle();
    const first = this.#heap[0];
    if (first === undefined || first.time > now) return undefined;
    this.#pop();
    this.#queued.delete(first.connection);
    return first.connection;
  }

  /** Until the entry on top is true. */
  #settle(): void {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined) return;
      const isCurrent = this.#queued.get(first.connection) === first.time;
      const { wakeAt } = first.connection;
      if (isCurrent && wakeAt === first.time) return;
      this.#pop();
      if (!isCurrent) continue;
      this.#queued.delete(first.connection);
      this.note(first.connection);
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!precedes(entry, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && precedes(heap[child + 1]!, heap[child]!)) child++;
      if (!precedes(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
  }
}

function precedes(one: Entry, other: Entry): boolean {
  return one.time < other.time || (one.time === other.time && one.order < other.order);
}
