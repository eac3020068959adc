/**
 * The receive buffer: text in order for the reader, and text behind a gap until the gap is filled (RFC 9293, 3.10.7.4:
 * "Segments with higher beginning sequence numbers SHOULD be held for later processing").
 *
 * Offsets count from the next byte expected (RCV.NXT). The caller trims to the window, which bounds the memory; the
 * number of runs has a bound of its own, and what comes beyond it is dropped: the peer sends it again.
 */
import { ByteRing } from './byte-ring.ts';

export class ReceiveBuffer {
  readonly #ring = new ByteRing();
  readonly #maxRuns: number;
  /** Sorted, apart from each other; positions count from the first byte ever received. */
  readonly #runs: { left: number; right: number }[] = [];
  #unread = 0;
  #next = 0;

  constructor(maxRuns: number) {
    this.#maxRuns = maxRuns;
  }

  /** Bytes in order that nobody has read. */
  get unread(): number {
    return this.#unread;
  }

  get hasGap(): boolean {
    return this.#runs.length > 0;
  }

  /** What is kept behind gaps: positions count from the first byte ever received. */
  get held(): readonly { readonly left: number; readonly right: number }[] {
    return this.#runs.map((run) => ({ ...run }));
  }

  /** Stores text and gives by how much RCV.NXT moves on. */
  put(offset: number, bytes: Uint8Array): number {
    if (bytes.length === 0) return 0;
    const left = this.#next + offset;
    if (offset > 0 && !this.#hold(left, left + bytes.length)) return 0;
    this.#ring.write(this.#unread + offset, bytes);
    if (offset > 0) return 0;
    let right = left + bytes.length;
    let swallowed = 0;
    for (const run of this.#runs) {
      if (run.left > right) break;
      right = Math.max(right, run.right);
      swallowed++;
    }
    this.#runs.splice(0, swallowed);
    const advance = right - this.#next;
    this.#next = right;
    this.#unread += advance;
    return advance;
  }

  read(most: number): Uint8Array {
    const count = Math.min(most, this.#unread);
    const bytes = this.#ring.copy(0, count);
    this.#ring.drop(count);
    this.#unread -= count;
    return bytes;
  }

  clear(): void {
    this.#ring.clear();
    this.#runs.length = 0;
    this.#unread = 0;
  }

  /** Joins a run to those it touches. */
  #hold(left: number, right: number): boolean {
    let at = this.#runs.length;
    while (at > 0 && this.#runs[at - 1]!.right >= left) at--;
    let end = at;
    const joined = { left, right };
    while (end < this.#runs.length && this.#runs[end]!.left <= right) {
      joined.left = Math.min(joined.left, this.#runs[end]!.left);
      joined.right = Math.max(joined.right, this.#runs[end]!.right);
      end++;
    }
    if (end === at && this.#runs.length >= this.#maxRuns) return false;
    this.#runs.splice(at, end - at, joined);
    return true;
  }
}
