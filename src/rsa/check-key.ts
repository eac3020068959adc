/**
 * Whether the numbers of a private key are what they should be (RFC 8017, 3.2; FIPS 186-5, A.1.1 and A.1.3).
 *
 * A key with a wrong number may decrypt most of the time and give its primes away the rest. Passing says that the key is
 * well formed, not that it was drawn at random.
 */
import { CryptoError } from '../errors.ts';
import { bitLength, isProbablePrime, isqrt, MAX_MODULUS_BITS, modPow } from '../math/index.ts';
import { expectNumbers } from './expect-key.ts';
import type { RsaOtherPrime, RsaPrivateKey } from './key.ts';
import { areTooNear, isLargeEnough } from './key-search.ts';

export interface KeyFinding {
  /** In the order given here; `r-prime`, `r-d` and `r-t` once for each prime after the second. */
  readonly name: /** n is the product of the primes. */
    | 'modulus'
    | 'p-prime'
    | 'q-prime'
    | 'r-prime'
    /** p and q differ. */
    | 'primes-differ'
    /** e is odd, from 3 to n - 1. */
    | 'exponent'
    /** d undoes e: e * d = 1 modulo each prime less 1. Where no prime is known: 2^(e * d) = 2 mod n. */
    | 'private-exponent'
    | 'dP'
    | 'dQ'
    | 'qInv'
    | 'r-d'
    | 'r-t'
    /** p and q are of one size, at least 2^((nlen - 1) / 2) each (A.1.1, 2(b) and (c)). */
    | 'prime-sizes'
    /** |p - q| > 2^(nlen / 2 - 100) (A.1.1, 2(d)). */
    | 'distance'
    /** d > 2^(nlen / 2) (A.1.1, 3). */
    | 'private-exponent-size';
  readonly ok: boolean;
  /** A key that is not `consistent` computes wrongly; one that is not `sound` is easier to break than its size says. */
  readonly about: 'consistent' | 'sound';
  /** The numbers that were compared, by what they are. */
  readonly evidence: Readonly<Record<string, bigint>>;
}

/** More primes make no sense under 16384 bits; RFC 8017 sets no bound. */
const MAX_OTHER_PRIMES = 16;

/**
 * All that can be told of the key, good or bad; nothing about the numbers is thrown but `bad-argument` where they are none,
 * or not positive, and `too-large` above 16384 bits or 18 primes. Primality takes 64 rounds of Miller–Rabin for each
 * prime: a fraction of a second for 2048 bits, ten for 8192.
 */
export function checkKey(privateKey: RsaPrivateKey): KeyFinding[] {
  expectWorkable(privateKey);
  const { n, e, d, crt, otherPrimes = [] } = privateKey;
  const exponent = finding('exponent', e >= 3n && e < n && e % 2n === 1n, { e });
  if (!crt) return [exponent, undoes(n, e, d), privateExponentSize(n, d)];
  const { p, q, dP, dQ, qInv } = crt;
  const primes = [p, q, ...otherPrimes.map(({ r }) => r)];
  const product = primes.reduce((all, prime) => all * prime, 1n);
  const findings = [
    finding('modulus', product === n, { n, product }),
    finding('p-prime', isProbablePrime(p), { p }),
    finding('q-prime', isProbablePrime(q), { q }),
    ...otherPrimes.map(({ r }) => finding('r-prime', isProbablePrime(r), { r })),
    finding('primes-differ', new Set(primes).size === primes.length, { p, q }),
    exponent,
    finding('private-exponent', d < n && primes.every((prime) => isOne(e * d, prime - 1n)), { e, d }),
    finding('dP', dP < p && isOne(e * dP, p - 1n), { dP, 'd mod (p - 1)': mod(d, p - 1n) }),
    finding('dQ', dQ < q && isOne(e * dQ, q - 1n), { dQ, 'd mod (q - 1)': mod(d, q - 1n) }),
    finding('qInv', qInv < p && isOne(q * qInv, p), { qInv, 'q * qInv mod p': mod(q * qInv, p) }),
    ...otherFindings(p * q, e, otherPrimes),
  ];
  // FIPS 186-5 knows keys of two primes only.
  if (otherPrimes.length === 0) findings.push(...soundness(n, p, q));
  return [...findings, privateExponentSize(n, d)];
}

function soundness(n: bigint, p: bigint, q: bigint): KeyFinding[] {
  const bits = bitLength(n);
  const [longer, shorter] = [Math.ceil(bits / 2), Math.floor(bits / 2)];
  const [large, small] = p > q ? [p, q] : [q, p];
  const sized = bitLength(large) === longer && bitLength(small) === shorter;
  const distance = large - small;
  return [
    finding(
      'prime-sizes',
      sized && large > leastPrime(longer) && small > leastPrime(shorter),
      { p, q },
      'sound',
    ),
    finding('distance', !areTooNear(p, q, bits), { distance }, 'sound'),
  ];
}

/** 3.2: for the i-th prime r_i, e * d_i = 1 mod (r_i - 1), and t_i times the primes before it is 1 mod r_i. */
function otherFindings(product: bigint, e: bigint, otherPrimes: readonly RsaOtherPrime[]): KeyFinding[] {
  return otherPrimes.flatMap(({ r, d, t }) => {
    const before = product;
    product *= r;
    return [
      finding('r-d', d < r && isOne(e * d, r - 1n), { d, r }),
      finding('r-t', t < r && isOne(before * t, r), { t, r }),
    ];
  });
}

function undoes(n: bigint, e: bigint, d: bigint): KeyFinding {
  const power = modPow(modPow(2n, e, n), d, n);
  return finding('private-exponent', d < n && power === 2n % n, { e, d, '2^(e * d) mod n': power });
}

function privateExponentSize(n: bigint, d: bigint): KeyFinding {
  return finding('private-exponent-size', isLargeEnough(d, bitLength(n)), { d }, 'sound');
}

/** sqrt(2) * 2^(bits - 1), less a fraction. */
function leastPrime(bits: number): bigint {
  return isqrt(1n << BigInt(2 * bits - 1));
}

function finding(
  name: KeyFinding['name'],
  ok: boolean,
  evidence: KeyFinding['evidence'],
  about: KeyFinding['about'] = 'consistent',
): KeyFinding {
  return { name, ok, about, evidence };
}

function isOne(value: bigint, modulus: bigint): boolean {
  return modulus > 0n && value % modulus === 1n % modulus;
}

/** 0 where the modulus is none, as that of a "prime" 1. */
function mod(value: bigint, modulus: bigint): bigint {
  return modulus > 0n ? value % modulus : 0n;
}

/** The numbers of the key by name, each positive and not too long to work with. */
function expectWorkable(key: RsaPrivateKey): void {
  expectNumbers('privateKey', 'an RSA private key { n, e, d }', key, ['n', 'e', 'd']);
  const { n, e, d, crt, otherPrimes = [] } = key;
  if (crt)
    expectNumbers('privateKey', 'CRT numbers { p, q, dP, dQ, qInv }', crt, ['p', 'q', 'dP', 'dQ', 'qInv']);
  if (otherPrimes.length > MAX_OTHER_PRIMES) {
    throw new CryptoError(
      'too-large',
      `privateKey: expected at most ${MAX_OTHER_PRIMES + 2} primes, got ${otherPrimes.length + 2}`,
    );
  }
  for (const other of otherPrimes) {
    expectNumbers('privateKey', 'more primes { r, d, t }', other, ['r', 'd', 't']);
  }
  const numbers = [{ n, e, d }, crt ?? {}, ...otherPrimes].flatMap((part) => Object.entries(part));
  for (const [name, value] of numbers as [string, bigint][]) {
    if (value < 1n) {
      throw new CryptoError('bad-argument', `privateKey: expected positive numbers, got another as ${name}`);
    }
    if (value >> BigInt(MAX_MODULUS_BITS) > 0n) {
      throw new CryptoError(
        'too-large',
        `privateKey: expected numbers of at most ${MAX_MODULUS_BITS} bits, got a longer one as ${name}`,
      );
    }
  }
}
