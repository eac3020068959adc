/**
 * Textbook RSA on numbers that fit on paper (Rivest, Shamir, Adleman 1978; RFC 8017, 3 and 5.1), and why
 * m^(e d) = m modulo n.
 *
 * Without padding nothing of this is safe: equal messages encrypt alike, and products carry over.
 */
import { CryptoError, expectInteger } from '../errors.ts';
import { gcd, lcm } from '../math/index.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { squareAndMultiply } from './rsa-mod-pow.ts';
import { type RsaKey, type RsaValues, rsaStep, written } from './rsa-step.ts';

/** Two different odd primes, an exponent prime to p - 1 and q - 1, and a message below p q. */
export interface TextbookNumbers {
  readonly p: bigint;
  readonly q: bigint;
  readonly e: bigint;
  readonly m: bigint;
}

/**
 * From p, q, e to the keys, m to c and back, and the proof in numbers. The steps: `n`, `phi`, `lambda`, `euclid[i]`,
 * `d`, `d.phi`, `c.bit[i].…`, `c`, `m.bit[i].…`, `m`, `m.phi`, `k`, `fermat.p`, `fermat.q`, `why`. The output is c
 * in decimal. `bad-argument` for an e that has no inverse or an m that is not below n.
 */
export function explainTextbook({ p, q, e, m }: TextbookNumbers): Trace {
  for (const [name, value] of Object.entries({ p, q, e, m })) expectInteger(name, value);
  expectAtLeast('p', p, 2n);
  expectAtLeast('q', q, 2n);
  expectAtLeast('e', e, 2n);
  expectAtLeast('m', m, 0n);
  if (p === q) throw new CryptoError('bad-argument', `q: expected another prime than p, got ${q} for both`);
  const n = p * q;
  const phi = (p - 1n) * (q - 1n);
  const lambda = lcm(p - 1n, q - 1n);
  if (gcd(e, lambda) !== 1n) {
    throw new CryptoError(
      'bad-argument',
      `e: expected an integer that shares no factor with (p - 1)(q - 1), got ${e}; try another`,
    );
  }
  if (m >= n) throw new CryptoError('bad-argument', `m: expected an integer below n = ${n}, got ${m}`);

  const steps: TraceStep[] = [];
  const tell: Tell = (...step) => void steps.push(rsaStep(...step));
  tell('n', 'RFC 8017, 3.1', 'explain.rsa.textbook.n', { value: n, p, q });
  tell('phi', 'RSA 1978, V', 'explain.rsa.textbook.phi', { value: phi });
  tell('lambda', 'RFC 8017, 3.1', 'explain.rsa.textbook.lambda', { value: lambda });
  const d = invert(e, lambda, (step) => steps.push(step));
  tell('d', 'RFC 8017, 3.2', 'explain.rsa.textbook.d', { value: d, e });
  const dOfPhi = invert(e, phi);
  tell('d.phi', 'RSA 1978, V', 'explain.rsa.textbook.dPhi', {
    value: dOfPhi,
    e,
    times: (dOfPhi - d) / lambda,
  });

  const record = (step: TraceStep) => void steps.push(step);
  const c = squareAndMultiply(m, e, n, record, 'c.');
  tell('c', 'RFC 8017, 5.1.1', 'explain.rsa.textbook.c', { value: c, m, e, n });
  const back = squareAndMultiply(c, d, n, record, 'm.');
  tell('m', 'RFC 8017, 5.1.2', 'explain.rsa.textbook.m', { value: back, c, d, n });
  tell('m.phi', 'RSA 1978, V', 'explain.rsa.textbook.mPhi', {
    value: squareAndMultiply(c, dOfPhi, n),
    d: dOfPhi,
  });

  const k = (e * d - 1n) / lambda;
  tell('k', 'RSA 1978, VI', 'explain.rsa.textbook.k', { value: k, e, d, product: e * d, lambda });
  for (const [name, prime] of [
    ['p', p],
    ['q', q],
  ] as const) {
    tellFermat(tell, name, prime, { m, e, d, lambda });
  }
  tell('why', 'RSA 1978, VI', 'explain.rsa.textbook.why', { value: m, n });
  return { version: 1, subject: 'rsa-textbook', inputs: written({ p, q, e, m }), steps, output: String(c) };
}

type Tell = <K extends RsaKey>(id: string, clause: string, say: K, values: RsaValues<K>) => void;

/** m^(e d) = m modulo one prime: by Fermat where the prime does not divide m, and 0 = 0 where it does. */
function tellFermat(
  tell: Tell,
  name: 'p' | 'q',
  prime: bigint,
  {
    m,
    e,
    d,
    lambda,
  }: { readonly m: bigint; readonly e: bigint; readonly d: bigint; readonly lambda: bigint },
): void {
  const residue = m % prime;
  const recovered = squareAndMultiply(m, e * d, prime);
  if (residue === 0n) {
    tell(`fermat.${name}`, 'RSA 1978, VI', 'explain.rsa.textbook.zero', { value: recovered, name, prime });
    return;
  }
  tell(`fermat.${name}`, 'RSA 1978, VI', 'explain.rsa.textbook.fermat', {
    name,
    prime,
    order: prime - 1n,
    power: squareAndMultiply(m, prime - 1n, prime),
    times: lambda / (prime - 1n),
    residue,
    value: recovered,
  });
}

/** The inverse of e modulo `modulus` by Euclid's algorithm, extended: a = x e modulo `modulus` for every remainder a. */
function invert(e: bigint, modulus: bigint, record?: (step: TraceStep) => void): bigint {
  let [a, x] = [modulus, 0n];
  let [b, y] = [e % modulus, 1n];
  for (let index = 0; b > 0n; index++) {
    const quotient = a / b;
    const remainder = a % b;
    if (remainder > 0n) {
      record?.(
        rsaStep(`euclid[${index}]`, 'HAC, 2.107', 'explain.rsa.textbook.euclid', {
          value: remainder,
          a,
          quotient,
          b,
          factor: (((x - quotient * y) % modulus) + modulus) % modulus,
          e,
        }),
      );
    }
    [a, b] = [b, remainder];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % modulus) + modulus) % modulus;
}

function expectAtLeast(name: string, value: bigint, least: bigint): void {
  if (value >= least) return;
  throw new CryptoError('bad-argument', `${name}: expected an integer from ${least} up, got ${value}`);
}
