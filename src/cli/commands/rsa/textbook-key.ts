/** The key of `crypto rsa textbook`: completes the numbers given, and judges them. */
import { CryptoError } from '../../../errors.ts';
import { bitLength, factor, gcd, isProbablePrime, lcm, modInverse, modPow } from '../../../math/index.ts';
import type { MessageKey, ValuesArgument } from '../../../trace/index.ts';
import { type Base, numberText } from '../../numbers.ts';
import type { Session } from '../../session.ts';

export interface TextbookNumbers {
  readonly p?: bigint | undefined;
  readonly q?: bigint | undefined;
  readonly n?: bigint | undefined;
  readonly e?: bigint | undefined;
  readonly d?: bigint | undefined;
}

/** What only those know who can factor n. */
export interface TextbookPrimes {
  readonly p: bigint;
  readonly q: bigint;
  /** (p - 1)(q - 1) */
  readonly phi: bigint;
  /** The least common multiple of p - 1 and q - 1. */
  readonly lambda: bigint;
  /** Whether p and q were found by factoring n, not given. */
  readonly factored: boolean;
}

export interface TextbookKey {
  readonly n: bigint;
  readonly e: bigint | undefined;
  /** The smallest where the primes are known, else as given. */
  readonly d: bigint | undefined;
  readonly primes: TextbookPrimes | undefined;
}

/** Up to here p and q are found from n, in no time. */
const FACTORED_BITS = 64;

/** Throws `bad-argument`, which names the option, unless the numbers make a key. */
export function textbookKey(session: Session, given: TextbookNumbers, base: Base): TextbookKey {
  const fail = <K extends MessageKey>(key: K, ...values: ValuesArgument<K>): never => {
    throw new CryptoError('bad-argument', session.say(key, ...values));
  };
  const shown = (value: bigint) => numberText(value, base);

  const [p, q] = primePair();
  const n = p * q || given.n!;
  const { e, d } = given;
  if (e !== undefined && (e < 2n || e >= n))
    fail('rsa.error.range', { name: '--e', least: 2, n: shown(n), got: shown(e) });
  if (d !== undefined && (d < 1n || d >= n))
    fail('rsa.error.range', { name: '--d', least: 1, n: shown(n), got: shown(d) });
  if (p === 0n) {
    // Whoever knows neither p nor q can only try whether d undoes e.
    if (e !== undefined && d !== undefined && modPow(2n, e * d, n) !== 2n) fail('rsa.error.dWrong');
    return { n, e, d, primes: undefined };
  }
  const primes = {
    p,
    q,
    phi: (p - 1n) * (q - 1n),
    lambda: lcm(p - 1n, q - 1n),
    factored: given.p === undefined,
  };
  for (const [name, exponent] of [
    ['--e', e],
    ['--d', d],
  ] as const) {
    const shared = exponent === undefined ? 1n : gcd(exponent, primes.lambda);
    if (shared !== 1n)
      fail('rsa.error.notCoprime', {
        name,
        got: shown(exponent!),
        shared: shown(shared),
        lambda: shown(primes.lambda),
      });
  }
  if (e === undefined && d === undefined) return fail('rsa.error.noExponent');
  const inverse = modInverse((e ?? d)!, primes.lambda);
  if (e === undefined) return { n, e: inverse, d: d! % primes.lambda, primes };
  if (d !== undefined && (d - inverse) % primes.lambda !== 0n) {
    fail('rsa.error.dWrongOf', { got: shown(d), expected: shown(inverse), lambda: shown(primes.lambda) });
  }
  return { n, e, d: inverse, primes };

  /** 0n twice where they are not known. */
  function primePair(): [bigint, bigint] {
    const { p, q, n } = given;
    if (p === undefined && q === undefined) {
      if (n === undefined) return fail('rsa.error.noPrimes');
      if (n < 6n) fail('rsa.error.smallModulus', { got: shown(n) });
      return bitLength(n) <= FACTORED_BITS ? factorPair(n) : [0n, 0n];
    }
    if (p === undefined || q === undefined)
      return fail('rsa.error.onePrime', { name: p === undefined ? '--p' : '--q' });
    for (const [name, prime] of [
      ['--p', p],
      ['--q', q],
    ] as const) {
      if (!isProbablePrime(prime)) fail('rsa.error.notPrime', { name, got: shown(prime) });
    }
    if (p === q) fail('rsa.error.equalPrimes');
    if (n !== undefined && n !== p * q)
      fail('rsa.error.notProduct', { product: shown(p * q), got: shown(n) });
    return [p, q];
  }

  function factorPair(n: bigint): [bigint, bigint] {
    const { factors } = factor(n);
    const [p, q] = factors;
    if (factors.length !== 2 || p === q)
      fail('rsa.error.notTwoPrimes', { got: shown(n), factors: factors.map(shown).join(' · ') });
    return [q!, p!];
  }
}
