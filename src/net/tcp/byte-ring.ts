/**
 * Bytes in a ring that grows up to a bound: taken at the front, written behind it at any offset.
 *
 * Every operation costs what it copies, whatever has gone through before.
 */

const EMPTY = new Uint8Array(0);

export class ByteRing {
  #bytes: Uint8Array = EMPTY;
  #start = 0;

  /** Writes at `offset` from the front. The bound is the caller's. */
  write(offset: number, bytes: Uint8Array): void {
    this.#reserve(offset + bytes.length);
    const at = (this.#start + offset) & (this.#bytes.length - 1);
    const first = Math.min(bytes.length, this.#bytes.length - at);
    this.#bytes.set(bytes.subarray(0, first), at);
    this.#bytes.set(bytes.subarray(first), 0);
  }

  /** A copy of what was written there. */
  copy(offset: number, length: number): Uint8Array {
    const copy = new Uint8Array(length);
    if (length === 0) return copy;
    const at = (this.#start + offset) & (this.#bytes.length - 1);
    const first = Math.min(length, this.#bytes.length - at);
    copy.set(this.#bytes.subarray(at, at + first));
    copy.set(this.#bytes.subarray(0, length - first), first);
    return copy;
  }

  /** Moves the front. */
  drop(count: number): void {
    if (this.#bytes.length > 0) this.#start = (this.#start + count) & (this.#bytes.length - 1);
  }

  clear(): void {
    this.#bytes = EMPTY;
    this.#start = 0;
  }

  /** Sizes are powers of two, so that the mask wraps. */
  #reserve(size: number): void {
    const old = this.#bytes;
    if (size <= old.length) return;
    let capacity = Math.max(old.length, 1024);
    while (capacity < size) capacity *= 2;
    this.#bytes = new Uint8Array(capacity);
    this.#bytes.set(old.subarray(this.#start));
    this.#bytes.set(old.subarray(0, this.#start), old.length - this.#start);
    this.#start = 0;
  }
}
