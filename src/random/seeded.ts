/**
 * A random source that a word determines: the same bytes on every machine, for repeatable runs.
 *
 * Whoever knows or guesses the word has every key drawn from it. To recompute a stream:
 *
 * 1. seed = SHA-256 of the UTF-8 bytes of `crypto-primer/seed/1`, one zero byte, the UTF-8 bytes of the word;
 * 2. instantiate HMAC_DRBG with SHA-256 (SP 800-90A Rev. 1, 10.1.2.3): entropy_input is the seed, the nonce is
 *    empty, the personalization_string is the UTF-8 name of the sub-stream (`rsa.p`), empty for the source itself;
 * 3. each call of `bytes` is one Generate request, without additional input, for each 65536 bytes begun.
 *
 * So sub-streams neither depend on each other nor on the order in which they are used. A lone surrogate, which
 * UTF-8 has not, counts as U+FFFD in words and names.
 */
import { concat, utf8 } from '../bytes/index.ts';
import { expectText } from '../errors.ts';
import { sha256 } from '../hash/sha256.ts';
import { HmacDrbg } from './hmac-drbg.ts';
import { expectStreamName, type RandomSource } from './random-source.ts';

/** A sub-stream `p` of a sub-stream `rsa` is the sub-stream `rsa.p`. A name may not be empty (`bad-argument`). */
export function seededRandom(word: string): RandomSource {
  expectText('word', word);
  return openStream(sha256(concat(utf8('crypto-primer/seed/1'), Uint8Array.of(0), utf8(word))), '');
}

function openStream(seed: Uint8Array, path: string): RandomSource {
  let drbg: HmacDrbg | undefined;
  return {
    bytes(length) {
      drbg ??= new HmacDrbg(seed, new Uint8Array(0), utf8(path));
      return drbg.generate(length);
    },
    substream(name) {
      expectStreamName(name);
      return openStream(seed, path === '' ? name : `${path}.${name}`);
    },
    secret: false,
  };
}
