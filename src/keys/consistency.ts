/**
 * Whether the numbers of a key belong together (RFC 8017, 3.1 and 3.2): what can be told without looking for primes.
 *
 * A key with one wrong number still decrypts, wrongly, and a signature made with it may give the primes away.
 */
import { CryptoError } from '../errors.ts';
import { MAX_MODULUS_BITS, modPow } from '../math/index.ts';
import type { RsaPrivateKey, RsaPublicKey } from '../rsa/key.ts';

/** More make no sense under 16384 bits; RFC 8017 sets no bound. */
const MAX_PRIMES = 18;

/** `too-large` for a number of more than 16384 bits, and for more than 18 primes. */
export function expectSize(key: RsaPublicKey | RsaPrivateKey): void {
  const primes = 'd' in key ? 2 + (key.otherPrimes?.length ?? 0) : 0;
  if (primes > MAX_PRIMES) {
    throw new CryptoError('too-large', `RSA key: expected at most ${MAX_PRIMES} primes, got ${primes}`);
  }
  for (const [name, value] of numbersOf(key)) {
    if (value >> BigInt(MAX_MODULUS_BITS) === 0n) continue;
    throw new CryptoError('too-large', `RSA ${name}: expected at most ${MAX_MODULUS_BITS} bits, got more`);
  }
}

/** `bad-format`, naming the number, unless n and e can be a public key. */
export function expectPublicNumbers({ n, e }: RsaPublicKey): void {
  if (n % 2n === 0n || n < 15n) throw damaged('n', 'the product of odd primes');
  if (e % 2n === 0n || e < 3n || e >= n) throw damaged('e', 'an odd number from 3 to n - 1');
}

/** `bad-format`, naming the first number that does not fit the others. */
export function expectPrivateNumbers(key: RsaPrivateKey): void {
  expectPublicNumbers(key);
  const { n, e, d, crt } = key;
  if (d >= n) throw damaged('d', 'a number below n');
  if (!crt) {
    // Without the primes: what is raised to e and to d comes back.
    if (modPow(modPow(2n, e, n), d, n) !== 2n) throw damaged('d', 'one that undoes e');
    return;
  }
  const { p, q, dP, dQ, qInv } = crt;
  const others = key.otherPrimes ?? [];
  const primes = [p, q, ...others.map(({ r }) => r)];
  if (primes.some((prime) => prime < 3n || prime % 2n === 0n)) throw damaged('p', 'odd primes');
  if (primes.reduce((product, prime) => product * prime, 1n) !== n)
    throw damaged('n', 'the product of the primes');
  for (const prime of primes) {
    if ((e * d) % (prime - 1n) !== 1n) throw damaged('d', 'e * d = 1 modulo each prime less 1');
  }
  if (dP >= p || (e * dP) % (p - 1n) !== 1n) throw damaged('dP', 'e * dP = 1 modulo p - 1');
  if (dQ >= q || (e * dQ) % (q - 1n) !== 1n) throw damaged('dQ', 'e * dQ = 1 modulo q - 1');
  if (qInv >= p || (q * qInv) % p !== 1n) throw damaged('qInv', 'q * qInv = 1 modulo p');
  let product = p * q;
  for (const [i, other] of others.entries()) {
    const at = i + 3;
    if (other.d >= other.r || (e * other.d) % (other.r - 1n) !== 1n) {
      throw damaged(`d_${at}`, `e * d_${at} = 1 modulo r_${at} - 1`);
    }
    if (other.t >= other.r || (product * other.t) % other.r !== 1n) {
      throw damaged(`t_${at}`, `t_${at} times the primes before r_${at} to be 1 modulo r_${at}`);
    }
    product *= other.r;
  }
}

function damaged(name: string, expected: string): CryptoError {
  return new CryptoError(
    'bad-format',
    `RSA ${name}: expected ${expected}, got another number; the key is damaged`,
  );
}

function numbersOf(key: RsaPublicKey | RsaPrivateKey): [string, bigint][] {
  const { n, e } = key;
  const numbers: [string, bigint][] = [
    ['n', n],
    ['e', e],
  ];
  if (!('d' in key)) return numbers;
  numbers.push(['d', key.d], ...Object.entries(key.crt ?? {}));
  for (const { r, d, t } of key.otherPrimes ?? []) numbers.push(['r', r], ['d', d], ['t', t]);
  return numbers;
}
