import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { fromTwosComplement, isProbablePrime } from '../../src/math/index.ts';
import { type RandomSource, seededRandom, systemRandom } from '../../src/random/index.ts';
import { samples } from '../samples.ts';
import { vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';

const noRandom: RandomSource = {
  bytes: () => {
    throw new Error('bases were drawn');
  },
  substream: () => noRandom,
  secret: false,
};

describe('isProbablePrime', () => {
  it.each(vectors('primality'))('$id: $comment', ({ value, result }) => {
    expect(isProbablePrime(fromTwosComplement(fromHex(value as string)))).toBe(result === 'valid');
  });

  const wycheproof = samples('wycheproof/primality_test.json');
  it.skipIf(wycheproof === undefined)('accepts nothing invalid of Wycheproof, refuses nothing valid', () => {
    const { testGroups } = JSON.parse(wycheproof!) as {
      testGroups: { tests: { tcId: number; value: string; result: string }[] }[];
    };
    for (const { tcId, value, result } of testGroups.flatMap(({ tests }) => tests)) {
      expect(isProbablePrime(fromTwosComplement(fromHex(value))), `tcId ${tcId}`).toBe(result === 'valid');
    }
  });

  it('agrees with the sieve of Eratosthenes up to 70000, where its ways change', () => {
    const composite = new Uint8Array(70_000).fill(1, 0, 2);
    const wrong: number[] = [];
    for (let n = 2; n < composite.length; n++) {
      if (composite[n] === 0)
        for (let multiple = 2 * n; multiple < 70_000; multiple += n) composite[multiple] = 1;
      if (isProbablePrime(BigInt(n)) !== (composite[n] === 0)) wrong.push(n);
    }
    expect(wrong).toEqual([]);
  });

  it('needs no random bases below 3.3 * 10^24, and draws them above', () => {
    const largest = 3317044064679887385961813n;
    expect(isProbablePrime(largest, { random: noRandom })).toBe(true);
    expect(isProbablePrime(3317044064679887385961981n, { random: seededRandom('') })).toBe(false);
    expect(() => isProbablePrime(2n ** 89n - 1n, { random: noRandom })).toThrow('bases were drawn');
  });

  it('draws as many bases as there are rounds, each from 2 to n - 2', () => {
    const prime = 2n ** 89n - 1n;
    for (const rounds of [1, 5, 64]) {
      let drawn = 0;
      // A first draw of ones is n, and one too large for 2 + (n - 4); then comes a base.
      const random: RandomSource = {
        bytes: (length) => {
          drawn++;
          return drawn === 1 ? new Uint8Array(length).fill(255) : systemRandom.bytes(length).fill(0, 0, 2);
        },
        substream: () => random,
        secret: true,
      };
      expect(isProbablePrime(prime, { rounds, random })).toBe(true);
      expect(drawn).toBe(rounds + 1);
    }
  });

  it('is not misled by a composite number that passes base 2, once bases are drawn', () => {
    // 2^101 - 1 = 7432339208719 * 341117531003194129
    const n = 2n ** 101n - 1n;
    for (let i = 0; i < 20; i++) {
      expect(isProbablePrime(n, { rounds: 1, random: seededRandom(`${i}`) })).toBe(false);
    }
  });

  it('refuses a number without end, and rounds that are none', () => {
    expect(() => isProbablePrime(1n << 1_000_000n)).toThrow(
      withCode('too-large', /^n: expected at most 16384 bits, got 1000001$/),
    );
    for (const rounds of [0, 65, 1.5, Number.NaN]) {
      expect(() => isProbablePrime(7n, { rounds })).toThrow(
        withCode('bad-argument', /^rounds: expected 1 to 64/),
      );
    }
  });
});
