/** Reads the fields of a capture file, in the byte order its first block tells. */
import { CryptoError } from '../../errors.ts';

export class Fields {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #base: number;
  readonly #little: boolean;
  #at = 0;

  constructor(bytes: Uint8Array, little: boolean, base = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#little = little;
    this.#base = base;
  }

  get offset(): number {
    return this.#base + this.#at;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  u16(name: string): number {
    return this.#view.getUint16(this.#take(2, name), this.#little);
  }

  u32(name: string): number {
    return this.#view.getUint32(this.#take(4, name), this.#little);
  }

  /** The next `length` bytes, as a view. */
  bytes(length: number, name: string): Uint8Array {
    const at = this.#take(length, name);
    return this.#bytes.subarray(at, at + length);
  }

  nested(length: number, name: string): Fields {
    const base = this.offset;
    return new Fields(this.bytes(length, name), this.#little, base);
  }

  #take(length: number, name: string): number {
    if (length > this.remaining) {
      throw new CryptoError(
        'bad-format',
        `${name}: expected ${length} bytes at byte ${this.offset}, got ${this.remaining} before the end`,
      );
    }
    const at = this.#at;
    this.#at += length;
    return at;
  }
}
