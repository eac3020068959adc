/**
 * Galois/Counter mode piece by piece (NIST SP 800-38D), over the same core as `gcmSeal` and `gcmOpen`.
 *
 * Opening gives out text before its tag is known: the caller holds it back until `final` returns.
 */
import type { BlockCipher } from '../block/block.ts';
import { concat } from '../bytes/bytes.ts';
import type { Incremental } from '../bytes/index.ts';
import { expectBytes } from '../errors.ts';
import { Blockwise } from './blockwise.ts';
import { GcmMessage, gcmKey, tooShortForTag } from './gcm.ts';
import { runPartialBlock } from './transform.ts';

/** Gives out the ciphertext and, with `final`, the tag. */
export class GcmSealing implements Incremental {
  readonly #gcm: GcmMessage;
  readonly #body: Blockwise;

  constructor(cipher: BlockCipher, nonce: Uint8Array, aad: Uint8Array, tagLength: number) {
    const gcm = new GcmMessage(gcmKey(cipher), nonce, aad, tagLength);
    this.#gcm = gcm;
    this.#body = new Blockwise({
      blockSize: 16,
      holdLastBlock: false,
      transform: gcm.keystream,
      finish: (tail) => runPartialBlock(gcm.keystream, tail, 16),
    });
  }

  update(chunk: Uint8Array): Uint8Array {
    const ciphertext = this.#body.update(chunk);
    this.#gcm.authenticate(ciphertext);
    return ciphertext;
  }

  final(): Uint8Array {
    const ciphertext = this.#body.final();
    this.#gcm.authenticate(ciphertext);
    return concat(ciphertext, this.#gcm.tag());
  }
}

/** Gives out unauthenticated text; `final` throws `bad-tag` if all of it must be thrown away. */
export class GcmOpening implements Incremental {
  readonly unverified = true;
  readonly #gcm: GcmMessage;
  readonly #body: Blockwise;
  readonly #tagLength: number;
  /** The last bytes so far, which may be the tag. */
  #last: Uint8Array = new Uint8Array(0);

  constructor(cipher: BlockCipher, nonce: Uint8Array, aad: Uint8Array, tagLength: number) {
    const gcm = new GcmMessage(gcmKey(cipher), nonce, aad, tagLength);
    this.#gcm = gcm;
    this.#tagLength = tagLength;
    this.#body = new Blockwise({
      blockSize: 16,
      holdLastBlock: false,
      transform: (input, output) => {
        gcm.authenticate(input);
        gcm.keystream(input, output);
      },
      finish: (tail) => {
        gcm.authenticate(tail);
        return runPartialBlock(gcm.keystream, tail, 16);
      },
    });
  }

  update(chunk: Uint8Array): Uint8Array {
    expectBytes('chunk', chunk);
    // The tag is the last bytes of all: of what is here, only what stands before them is surely ciphertext.
    const surplus = this.#last.length + chunk.length - this.#tagLength;
    const fromLast = Math.max(0, Math.min(this.#last.length, surplus));
    const fromChunk = Math.max(0, Math.min(chunk.length, surplus - fromLast));
    const released = this.#body.update(this.#last.subarray(0, fromLast));
    const body = this.#body.update(chunk.subarray(0, fromChunk));
    this.#last = concat(this.#last.subarray(fromLast), chunk.subarray(fromChunk));
    return released.length === 0 ? body : concat(released, body);
  }

  final(): Uint8Array {
    const text = this.#body.final();
    if (this.#last.length < this.#tagLength) throw tooShortForTag(this.#last.length, this.#tagLength);
    this.#gcm.expectTag(this.#last);
    return text;
  }
}
