/**
 * Writes big-endian fields one after the other, and length prefixes round what a callback writes.
 *
 * The counterpart of `Reader`: no format of the toolkit computes offsets or lengths by hand.
 */
import { CryptoError, expectBytes } from '../errors.ts';

export class Writer {
  #bytes = new Uint8Array(64);
  #length = 0;

  u8(value: number): this {
    return this.#integer(1, value);
  }

  u16(value: number): this {
    return this.#integer(2, value);
  }

  u24(value: number): this {
    return this.#integer(3, value);
  }

  u32(value: number): this {
    return this.#integer(4, value);
  }

  bytes(value: Uint8Array): this {
    expectBytes('value', value);
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
    return this;
  }

  /** What `write` writes, behind its length in `lengthBytes` bytes (a TLS vector, RFC 8446, 3.4). */
  prefixed(lengthBytes: 1 | 2 | 3 | 4, write: (inner: Writer) => void): this {
    const inner = new Writer();
    write(inner);
    const body = inner.finish();
    if (body.length >= 256 ** lengthBytes) {
      throw new CryptoError(
        'bad-length',
        `vector: expected at most ${256 ** lengthBytes - 1} bytes behind a length of ${lengthBytes}, got ${body.length}`,
      );
    }
    return this.#integer(lengthBytes, body.length).bytes(body);
  }

  /** A copy of all that was written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #integer(length: number, value: number): this {
    const limit = 256 ** length;
    if (!Number.isInteger(value) || value < 0 || value >= limit) {
      throw new CryptoError(
        'bad-argument',
        `value: expected an integer from 0 to ${limit - 1}, got ${value}`,
      );
    }
    this.#reserve(length);
    for (let shift = length - 1; shift >= 0; shift--) {
      this.#bytes[this.#length++] = Math.floor(value / 256 ** shift) & 255;
    }
    return this;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
