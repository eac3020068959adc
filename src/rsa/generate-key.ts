/**
 * RSA key generation with probable primes (FIPS 186-5, A.1.3).
 *
 * Keys under 2048 bits are for pencil, paper and experiments: 829 bits were factored in 2020. A key from a seeded source is
 * known to everybody who knows the seed.
 */
import { type RandomSource, systemRandom } from '../random/index.ts';
import { expectOptions } from './expect-options.ts';
import type { RsaPrivateKey } from './key.ts';
import { expectKeySize, keySearch, type PrimeName, primeSearch } from './key-search.ts';

export interface KeyGenerationOptions {
  /** e, odd and from 3 up; `defaultExponent(bits)` without. */
  readonly exponent?: bigint;
  readonly random?: RandomSource;
  /** Called before each candidate is tested: for which prime, and how many that makes for it. */
  readonly onProgress?: (prime: PrimeName, tried: number) => void;
}

/**
 * A key whose n has exactly `bits` bits, from 16 to 8192; else, or for an exponent that does not do, `bad-argument`. p and
 * q come from the sub-streams `rsa.p` and `rsa.q` of `random`, so a seed gives the same key here as from two workers that
 * seek them at once.
 */
export function generateKey(bits: number, options: KeyGenerationOptions = {}): RsaPrivateKey {
  expectKeySize(bits);
  expectOptions(options);
  const { exponent = defaultExponent(bits), random = systemRandom, onProgress } = options;
  const searchFor = (name: PrimeName) => {
    const search = primeSearch(bits, exponent, random, name);
    let before = 0;
    return () => {
      let now = 0;
      const prime = search.next((tried) => {
        now = tried;
        onProgress?.(name, before + tried);
      });
      before += now;
      return prime;
    };
  };
  const next = { p: searchFor('p'), q: searchFor('q') };

  const search = keySearch(bits, exponent);
  let step = search.next({});
  while (!step.done) {
    step = search.next(Object.fromEntries(step.value.map((name) => [name, next[name]()])));
  }
  return step.value;
}

/** 65537, which FIPS 186-5, A.1.1 allows and everybody uses; 17 under 32 bits, where 65537 would be near n or above. */
export function defaultExponent(bits: number): bigint {
  expectKeySize(bits);
  return bits < 32 ? 17n : 65537n;
}
