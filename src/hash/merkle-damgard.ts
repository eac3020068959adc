/**
 * The Merkle–Damgård construction, which MD5, SHA-1 and SHA-2 share: the message is padded to whole blocks,
 * and a compression function takes one after the other into the chaining value (FIPS 180-4, 5.1 and 6).
 *
 * Whoever knows the digest and the length of a message can extend it: a digest of key and message
 * is no MAC. HMAC is.
 */
import { expectBytes } from '../errors.ts';
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
  const scratch = new Uint8Array(2 * blockSize);
  const scratchView = new DataView(scratch.buffer);
  const engine = { ...construction, scratch, scratchView, ending: new Int32Array(initial.length) };
  const hash = (msg: Uint8Array) => {
    expectBytes('msg', msg);
    const chaining = new Int32Array(initial);
    const whole = msg.length - (msg.length % blockSize);
    compressBlocks(engine, chaining, msg, 0, whole);
    copy(msg, whole, msg.length, scratch, 0);
    return finish(engine, chaining, msg.length);
  };
  const create = () => new MerkleDamgardState(engine, new Int32Array(initial), undefined, 0);
  Object.defineProperty(hash, 'name', { value: name });
  return Object.assign(hash, { create, blockSize, digestLength });
}

/** Buffers that serve all calls, since nothing else runs during one. */
interface Engine extends Construction {
  /** Two blocks. A view of a short array costs as much as a compression: short pieces are copied to where there is one. */
  readonly scratch: Uint8Array;
  readonly scratchView: DataView;
  /** The chaining value of a state that is to go on, while the end of its message so far is taken in. */
  readonly ending: Int32Array;
}

class MerkleDamgardState implements HashState {
  readonly #engine: Engine;
  readonly #chaining: Int32Array;
  /** The start of a block that is not yet whole; absent as long as there never was one. */
  #pending: Uint8Array | undefined;
  /** Bytes seen so far: exact up to 2^53. */
  #length: number;

  constructor(engine: Engine, chaining: Int32Array, pending: Uint8Array | undefined, length: number) {
    this.#engine = engine;
    this.#chaining = chaining;
    this.#pending = pending;
    this.#length = length;
  }

  update(chunk: Uint8Array): this {
    expectBytes('chunk', chunk);
    const { blockSize } = this.#engine;
    const filled = this.#length % blockSize;
    this.#length += chunk.length;
    let at = 0;
    if (this.#pending && filled > 0) {
      at = Math.min(blockSize - filled, chunk.length);
      copy(chunk, 0, at, this.#pending, filled);
      if (filled + at < blockSize) return this;
      compressBlocks(this.#engine, this.#chaining, this.#pending, 0, blockSize);
    }
    const whole = chunk.length - ((chunk.length - at) % blockSize);
    compressBlocks(this.#engine, this.#chaining, chunk, at, whole);
    if (whole < chunk.length) {
      this.#pending ??= new Uint8Array(blockSize);
      copy(chunk, whole, chunk.length, this.#pending, 0);
    }
    return this;
  }

  digest(): Uint8Array {
    return this.#digestAfter(0);
  }

  digestWith(last: Uint8Array): Uint8Array {
    expectBytes('last', last);
    const { blockSize, scratch } = this.#engine;
    const filled = this.#length % blockSize;
    if (filled + last.length >= blockSize) return this.clone().update(last).digest();
    copy(last, 0, last.length, scratch, filled);
    return this.#digestAfter(last.length);
  }

  clone(): HashState {
    const pending = this.#pending && new Uint8Array(this.#pending);
    return new MerkleDamgardState(this.#engine, new Int32Array(this.#chaining), pending, this.#length);
  }

  /** Of the pieces so far, and `more` bytes that stand in the scratch block where they belong. */
  #digestAfter(more: number): Uint8Array {
    const { blockSize, scratch, ending } = this.#engine;
    if (this.#pending) copy(this.#pending, 0, this.#length % blockSize, scratch, 0);
    for (let i = 0; i < ending.length; i++) ending[i] = this.#chaining[i]!;
    return finish(this.#engine, ending, this.#length + more);
  }
}

/** Takes the whole blocks of `bytes` from `start` up to `end` into the chaining value. */
function compressBlocks(engine: Engine, chaining: Int32Array, bytes: Uint8Array, start: number, end: number) {
  const { blockSize, scratch, scratchView } = engine;
  if (end - start <= scratch.length) {
    copy(bytes, start, end, scratch, 0);
    for (let at = 0; at < end - start; at += blockSize) engine.compress(chaining, scratchView, at);
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = start; at < end; at += blockSize) engine.compress(chaining, view, at);
  }
}

/**
 * The last one or two blocks: what is left of the message, which stands in the scratch block, a set bit, zeros, the
 * message's `length` in bits (FIPS 180-4, 5.1). Then the digest.
 */
function finish(engine: Engine, chaining: Int32Array, length: number): Uint8Array {
  const { blockSize, lengthSize, digestLength, littleEndian, scratch, scratchView } = engine;
  const tailLength = length % blockSize;
  const end = tailLength + 1 + lengthSize <= blockSize ? blockSize : 2 * blockSize;
  scratch[tailLength] = 0x80;
  scratch.fill(0, tailLength + 1, end);
  // A length in bytes below 2^53 fits the lower 64 bits of the field, even where it has 128.
  const low = (length % 2 ** 29) * 8;
  const high = Math.floor(length / 2 ** 29);
  scratchView.setUint32(littleEndian ? end - lengthSize : end - 4, low, littleEndian);
  scratchView.setUint32(littleEndian ? end - lengthSize + 4 : end - 8, high, littleEndian);
  for (let at = 0; at < end; at += blockSize) engine.compress(chaining, scratchView, at);

  const digest = new Uint8Array(digestLength);
  for (let i = 0; i < digestLength; i++) {
    const byteOfWord = littleEndian ? i & 3 : 3 - (i & 3);
    digest[i] = chaining[i >> 2]! >>> (8 * byteOfWord);
  }
  return digest;
}

/** For at most two blocks: `set` with a `subarray` would make the buffer that short arrays do without. */
function copy(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): void {
  for (let i = start; i < end; i++) to[at + i - start] = from[i]!;
}
