/**
 * Reads big-endian fields from bytes, one after the other, and can record each as it goes.
 *
 * Every parser of the toolkit reads through this, so that none computes offsets of its own. A recorder
 * sees what the parser saw: the annotated bytes shown to people come from the code that runs.
 */
import { CryptoError, expectBytes } from '../errors.ts';
import { toHex } from './encoding.ts';

/** One named field at its place in the input; `value` is lower hex, or decimal for an integer. */
export interface AnnotatedBytes {
  readonly offset: number;
  readonly length: number;
  readonly name: string;
  readonly value: string;
  /** Where the standard defines the field, e.g. `RFC 5246, 7.4.1.2`. */
  readonly clause: string;
}

export type Recorder = (field: AnnotatedBytes) => void;

export class Reader {
  readonly #bytes: Uint8Array;
  readonly #base: number;
  readonly #record: Recorder | undefined;
  #at = 0;

  /** `base` is the offset of `bytes` in the whole input: messages and records count from there. */
  constructor(bytes: Uint8Array, record?: Recorder, base = 0) {
    expectBytes('bytes', bytes);
    this.#bytes = bytes;
    this.#record = record;
    this.#base = base;
  }

  /** Offset of the next byte in the whole input. */
  get offset(): number {
    return this.#base + this.#at;
  }

  /** Bytes not yet read. */
  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  /** The next byte, which stays unread; undefined at the end. */
  peek(): number | undefined {
    return this.#bytes[this.#at];
  }

  /** What was read since `offset`, as a view: bytes that are signed or kept as they stand. */
  since(offset: number): Uint8Array {
    return this.#bytes.subarray(offset - this.#base, this.#at);
  }

  u8(name: string, clause = ''): number {
    return this.#integer(1, name, clause);
  }

  u16(name: string, clause = ''): number {
    return this.#integer(2, name, clause);
  }

  u24(name: string, clause = ''): number {
    return this.#integer(3, name, clause);
  }

  u32(name: string, clause = ''): number {
    return this.#integer(4, name, clause);
  }

  /** The next `length` bytes, as a view of the input. */
  bytes(length: number, name: string, clause = ''): Uint8Array {
    const offset = this.offset;
    const taken = this.#take(length, name);
    this.#record?.({ offset, length, name, value: toHex(taken), clause });
    return taken;
  }

  /** A reader over the next `length` bytes, which the caller must read to their end. */
  nested(length: number, name: string): Reader {
    const base = this.offset;
    return new Reader(this.#take(length, name), this.#record, base);
  }

  /** Throws `bad-format` if anything is left. */
  end(name: string): void {
    if (this.remaining === 0) return;
    throw new CryptoError(
      'bad-format',
      `${name}: expected its end at byte ${this.offset}, got ${this.remaining} more bytes`,
    );
  }

  #integer(length: number, name: string, clause: string): number {
    const offset = this.offset;
    let value = 0;
    for (const byte of this.#take(length, name)) value = value * 256 + byte;
    this.#record?.({ offset, length, name, value: String(value), clause });
    return value;
  }

  #take(length: number, name: string): Uint8Array {
    if (!Number.isInteger(length) || length < 0 || length > this.remaining) {
      throw new CryptoError(
        'bad-format',
        `${name}: expected ${length} bytes at byte ${this.offset}, got ${this.remaining} before the end`,
      );
    }
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }
}
