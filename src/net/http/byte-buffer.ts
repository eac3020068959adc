/** Bytes that come in pieces, up to a bound. The buffer doubles: a thousand tiny pieces cost no more than one large. */
import { flood } from './message.ts';

export class ByteBuffer {
  readonly #what: string;
  readonly #most: number;
  #bytes = new Uint8Array(0);
  #filled = 0;

  constructor(what: string, most: number) {
    this.#what = what;
    this.#most = most;
  }

  get length(): number {
    return this.#filled;
  }

  append(part: Uint8Array): void {
    const needed = this.#filled + part.length;
    if (needed > this.#most) throw flood(this.#what, this.#most, 'bytes');
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, Math.min(2 * this.#bytes.length, this.#most)));
      larger.set(this.#bytes.subarray(0, this.#filled));
      this.#bytes = larger;
    }
    this.#bytes.set(part, this.#filled);
    this.#filled = needed;
  }

  /** What is there; it is empty afterwards. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#filled);
    this.clear();
    return taken;
  }

  clear(): void {
    this.#bytes = new Uint8Array(0);
    this.#filled = 0;
  }
}
