/**
 * HMAC_DRBG with SHA-256 (NIST SP 800-90A Rev. 1, 10.1.2), a deterministic random bit generator.
 *
 * Its output is as secret as its entropy input, and no more. Reseeding and additional input are left out:
 * here it repeats a stream from a seed, and 2^48 requests (10.1, Table 2) do not happen.
 */
import { concat } from '../bytes/index.ts';
import { expectBytes } from '../errors.ts';
import { sha256 } from '../hash/sha256.ts';
import { hmac } from '../mac/hmac.ts';
import { expectByteCount } from './random-source.ts';

/** max_number_of_bits_per_request is 2^19 (10.1, Table 2). */
const BYTES_PER_REQUEST = 65536;

const EMPTY = new Uint8Array(0);

export class HmacDrbg {
  #key: Uint8Array = new Uint8Array(32);
  #v: Uint8Array = new Uint8Array(32).fill(1);

  /** HMAC_DRBG_Instantiate_algorithm (10.1.2.3): the seed is the three inputs, one after the other. */
  constructor(entropyInput: Uint8Array, nonce: Uint8Array, personalization: Uint8Array) {
    for (const [name, input] of Object.entries({ entropyInput, nonce, personalization })) {
      expectBytes(name, input);
    }
    this.#update(concat(entropyInput, nonce, personalization));
  }

  /**
   * HMAC_DRBG_Generate_algorithm (10.1.2.5). More than 65536 bytes are drawn in several requests of that size and a
   * rest. The state changes after each request, so two of 16 bytes are not one of 32.
   */
  generate(length: number): Uint8Array {
    expectByteCount(length);
    const drawn = new Uint8Array(length);
    for (let at = 0; at < length; at += BYTES_PER_REQUEST) {
      this.#request(drawn.subarray(at, at + BYTES_PER_REQUEST));
    }
    return drawn;
  }

  #request(output: Uint8Array): void {
    const keyed = hmac.create(sha256, this.#key);
    for (let at = 0; at < output.length; at += 32) {
      this.#v = keyed.clone().update(this.#v).digest();
      output.set(this.#v.subarray(0, output.length - at), at);
    }
    this.#update(EMPTY);
  }

  /** HMAC_DRBG_Update (10.1.2.2). */
  #update(providedData: Uint8Array): void {
    for (const round of providedData.length > 0 ? [0, 1] : [0]) {
      this.#key = hmac(sha256, this.#key, concat(this.#v, Uint8Array.of(round), providedData));
      this.#v = hmac(sha256, this.#key, this.#v);
    }
  }
}
