/**
 * When which connection wants its `tick`: a heap whose entries may be early but never late.
 *
 * A connection moves its timer with almost every segment. It gets a new entry only when it moves forward; an entry that
 * comes up too early is put back. So the heap stays in proportion to the connections.
 */
import { TimeHeap } from '../time-heap.ts';
import type { TcpConnection } from './connection.ts';

export class WakeQueue {
  readonly #heap = new TimeHeap<TcpConnection>();
  readonly #queued = new Map<TcpConnection, number>();

  /** After each call of a connection. */
  note(connection: TcpConnection): void {
    const { wakeAt } = connection;
    const queued = this.#queued.get(connection);
    if (wakeAt === undefined || (queued !== undefined && queued <= wakeAt)) return;
    this.#queued.set(connection, wakeAt);
    this.#heap.push(wakeAt, connection);
  }

  /** When the first is due. */
  get wakeAt(): number | undefined {
    this.#settle();
    return this.#heap.first?.time;
  }

  /** Takes out the first that is due by `now`. */
  take(now: number): TcpConnection | undefined {
    this.#settle();
    const first = this.#heap.first;
    if (first === undefined || first.time > now) return undefined;
    this.#heap.pop();
    this.#queued.delete(first.value);
    return first.value;
  }

  /** Until the entry on top is true. */
  #settle(): void {
    for (;;) {
      const first = this.#heap.first;
      if (first === undefined) return;
      const { time, value: connection } = first;
      const isCurrent = this.#queued.get(connection) === time;
      if (isCurrent && connection.wakeAt === time) return;
      this.#heap.pop();
      if (!isCurrent) continue;
      this.#queued.delete(connection);
      this.note(connection);
    }
  }
}
