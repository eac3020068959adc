/**
 * The Merkle–Damgård construction, which MD5, SHA-1 and SHA-2 share: the message is padded to whole blocks,
 * and a compression function takes one after the other into the chaining value (FIPS 180-4, 5.1 and 6).
 *
 * Whoever knows the digest and the length of a message can extend it: a digest of key and message
 * is no MAC. HMAC is.
 */
import type { Hash, HashState } from './hash.ts';

/** What tells one such hash function from another. */
export interface Construction {
  readonly name: string;
  /** In bytes. */
  readonly blockSize: 64 | 128;
  /** In bytes; a truncated variant gives out the first words of its chaining value only. */
  readonly digestLength: number;
  /** Size of the field that ends the padding and holds the message's length in bits; in bytes. */
  readonly lengthSize: 8 | 16;
  /** MD5 alone writes its words and its length with the least significant byte first. */
  readonly littleEndian: boolean;
  /** H(0), as 32-bit words. */
  readonly initial: Int32Array;
  /** Takes the block at `offset` of `bytes` into the chaining value. */
  compress(chaining: Int32Array, bytes: DataView, offset: number): void;
}

/** The hash function over this construction. */
export function merkleDamgard(construction: Construction): Hash {
  const { name, blockSize, digestLength, initial } = construction;
  const hash = (msg: Uint8Array) => {
    const chaining = initial.slice();
    const whole = msg.length - (msg.length % blockSize);
    compressBlocks(construction, chaining, msg, 0, whole);
    return finish(construction, chaining, msg.subarray(whole), msg.length);
  };
  const create = () => new MerkleDamgardState(construction, initial.slice(), new Uint8Array(blockSize), 0);
  Object.defineProperty(hash, 'name', { value: name });
  return Object.assign(hash, { create, blockSize, digestLength });
}

class MerkleDamgardState implements HashState {
  readonly #construction: Construction;
  readonly #chaining: Int32Array;
  /** The start of a block that is not yet whole. */
  readonly #pending: Uint8Array;
  /** Bytes seen so far: exact up to 2^53. */
  #length: number;

  constructor(construction: Construction, chaining: Int32Array, pending: Uint8Array, length: number) {
    this.#construction = construction;
    this.#chaining = chaining;
    this.#pending = pending;
    this.#length = length;
  }

  update(chunk: Uint8Array): this {
    const { blockSize } = this.#construction;
    const filled = this.#length % blockSize;
    this.#length += chunk.length;
    let at = 0;
    if (filled > 0) {
      at = Math.min(blockSize - filled, chunk.length);
      this.#pending.set(chunk.subarray(0, at), filled);
      if (filled + at < blockSize) return this;
      compressBlocks(this.#construction, this.#chaining, this.#pending, 0, blockSize);
    }
    const whole = chunk.length - ((chunk.length - at) % blockSize);
    compressBlocks(this.#construction, this.#chaining, chunk, at, whole);
    this.#pending.set(chunk.subarray(whole));
    return this;
  }

  digest(): Uint8Array {
    const tail = this.#pending.subarray(0, this.#length % this.#construction.blockSize);
    return finish(this.#construction, this.#chaining.slice(), tail, this.#length);
  }

  clone(): HashState {
    return new MerkleDamgardState(
      this.#construction,
      this.#chaining.slice(),
      this.#pending.slice(),
      this.#length,
    );
  }
}

/** Takes the whole blocks of `bytes` from `start` up to `end` into the chaining value. */
function compressBlocks(
  { blockSize, compress }: Construction,
  chaining: Int32Array,
  bytes: Uint8Array,
  start: number,
  end: number,
): void {
  if (start >= end) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = start; at < end; at += blockSize) compress(chaining, view, at);
}

/** The last one or two blocks: what is left, a set bit, zeros, the length in bits (FIPS 180-4, 5.1). */
function finish(
  construction: Construction,
  chaining: Int32Array,
  tail: Uint8Array,
  length: number,
): Uint8Array {
  const { blockSize, lengthSize, digestLength, littleEndian } = construction;
  const padded = new Uint8Array(tail.length + 1 + lengthSize <= blockSize ? blockSize : 2 * blockSize);
  padded.set(tail);
  padded[tail.length] = 0x80;
  // A length in bytes below 2^53 fills at most the lower 64 bits of the field, even if it has 128.
  const low = (length % 2 ** 29) * 8;
  const high = Math.floor(length / 2 ** 29);
  const view = new DataView(padded.buffer);
  view.setUint32(littleEndian ? padded.length - lengthSize : padded.length - 4, low, littleEndian);
  view.setUint32(littleEndian ? padded.length - lengthSize + 4 : padded.length - 8, high, littleEndian);
  compressBlocks(construction, chaining, padded, 0, padded.length);

  const digest = new Uint8Array(chaining.byteLength);
  const words = new DataView(digest.buffer);
  for (let i = 0; i < chaining.length; i++) words.setInt32(4 * i, chaining[i]!, littleEndian);
  return digest.length === digestLength ? digest : digest.slice(0, digestLength);
}
