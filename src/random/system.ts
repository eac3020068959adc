/**
 * The random source of the operating system, through the Web Cryptography API (10.1.1, getRandomValues).
 */
import { expectByteCount, expectStreamName, type RandomSource } from './random-source.ts';

/** The API refuses to give more at once. */
const BYTES_PER_CALL = 65536;

/** The default of everything that draws randomness. Its bytes are independent anyway: it is its own sub-stream. */
export const systemRandom: RandomSource = {
  bytes(length) {
    expectByteCount(length);
    const drawn = new Uint8Array(length);
    for (let at = 0; at < length; at += BYTES_PER_CALL) {
      crypto.getRandomValues(drawn.subarray(at, at + BYTES_PER_CALL));
    }
    return drawn;
  },
  substream(name) {
    expectStreamName(name);
    return systemRandom;
  },
  secret: true,
};
