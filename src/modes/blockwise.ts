/**
 * The incremental form of a mode: cuts pieces of any length into whole blocks for its `Transform`.
 *
 * A 1 MiB piece goes through in one call, where it lies; only the bytes of a cut block are copied.
 */

import type { Incremental } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import type { Transform } from './transform.ts';

export interface BlockwiseOptions {
  readonly transform: Transform;
  readonly blockSize: number;
  /** Whether the last whole block waits for `finish`, as it must where it may hold padding. */
  readonly holdLastBlock: boolean;
  /** Turns what is left into the last output; `total` is the length of all input. */
  readonly finish: (tail: Uint8Array, total: number) => Uint8Array;
}

export class Blockwise implements Incremental {
  readonly #options: BlockwiseOptions;
  /** The first `#held` bytes wait for the rest of their block. */
  readonly #block: Uint8Array;
  #held = 0;
  #total = 0;
  #done = false;

  constructor(options: BlockwiseOptions) {
    this.#options = options;
    this.#block = new Uint8Array(options.blockSize);
  }

  update(chunk: Uint8Array): Uint8Array {
    this.#expectOpen();
    expectBytes('chunk', chunk);
    const { transform, blockSize, holdLastBlock } = this.#options;
    this.#total += chunk.length;
    const available = this.#held + chunk.length;
    const kept = available % blockSize || (holdLastBlock && available > 0 ? blockSize : 0);
    const output = new Uint8Array(Math.max(0, available - kept));
    let taken = 0;
    let given = 0;
    if (this.#held > 0 && output.length > 0) {
      taken = blockSize - this.#held;
      this.#block.set(chunk.subarray(0, taken), this.#held);
      transform(this.#block, output.subarray(0, blockSize));
      given = blockSize;
      this.#held = 0;
    }
    const direct = output.length - given;
    if (direct > 0) transform(chunk.subarray(taken, taken + direct), output.subarray(given));
    this.#block.set(chunk.subarray(taken + direct), this.#held);
    this.#held += chunk.length - taken - direct;
    return output;
  }

  final(): Uint8Array {
    this.#expectOpen();
    this.#done = true;
    return this.#options.finish(this.#block.slice(0, this.#held), this.#total);
  }

  #expectOpen(): void {
    if (this.#done) throw new CryptoError('bad-argument', 'final: already called; one message, one object');
  }
}
