/**
 * How an RSA key comes about (FIPS 186-5, A.1; RFC 8017, 3.1 and 3.2), told from a finished key.
 *
 * The trace is the private key: it shows p, q and d.
 */
import { CryptoError } from '../errors.ts';
import { bitLength, lcm } from '../math/index.ts';
import { expectPrivateKey, type RsaPrivateKey } from '../rsa/index.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { squareAndMultiply } from './rsa-mod-pow.ts';
import { rsaStep, written } from './rsa-step.ts';

/** How many candidates were tried for each prime, the last of them the prime. */
export interface CandidatesTried {
  readonly p: number;
  readonly q: number;
}

/**
 * The steps `e`, `p`, `q`, `distance`, `n`, `phi`, `lambda`, `d`, `dP`, `dQ`, `qInv`, `check`. The output is n in
 * decimal. `bad-argument` for a key whose primes are not known, or are more than two.
 */
export function explainKeyGeneration(privateKey: RsaPrivateKey, tried?: CandidatesTried): Trace {
  expectPrivateKey('privateKey', privateKey);
  const { n, e, d, crt, otherPrimes = [] } = privateKey;
  if (!crt || otherPrimes.length > 0) {
    throw new CryptoError(
      'bad-argument',
      `privateKey: expected a key with its two primes, got ${crt ? otherPrimes.length + 2 : 'none'}`,
    );
  }
  const { p, q, dP, dQ, qInv } = crt;
  const lambda = lcm(p - 1n, q - 1n);
  const distance = p > q ? p - q : q - p;
  const rsa = 'RFC 8017, 3.2';
  const prime = (name: 'p' | 'q', value: bigint): TraceStep => {
    const bits = bitLength(value);
    return tried
      ? rsaStep(name, 'FIPS 186-5, A.1.3', 'explain.rsa.key.primeFound', {
          value,
          name,
          bits,
          tried: tried[name],
        })
      : rsaStep(name, 'FIPS 186-5, A.1.3', 'explain.rsa.key.prime', { value, name, bits });
  };
  const steps: TraceStep[] = [
    rsaStep('e', 'FIPS 186-5, A.1.1', 'explain.rsa.key.e', { value: e }),
    prime('p', p),
    prime('q', q),
    rsaStep('distance', 'FIPS 186-5, A.1.3', 'explain.rsa.key.distance', {
      value: distance,
      bits: bitLength(distance),
    }),
    rsaStep('n', 'RFC 8017, 3.1', 'explain.rsa.key.n', { value: n, bits: bitLength(n) }),
    rsaStep('phi', 'RSA 1978, V', 'explain.rsa.key.phi', { value: (p - 1n) * (q - 1n) }),
    rsaStep('lambda', 'RFC 8017, 3.1', 'explain.rsa.key.lambda', { value: lambda }),
    rsaStep('d', 'FIPS 186-5, A.1.1', 'explain.rsa.key.d', {
      value: d,
      bits: bitLength(d),
      product: (e * d) % lambda,
    }),
    rsaStep('dP', rsa, 'explain.rsa.key.dP', { value: dP }),
    rsaStep('dQ', rsa, 'explain.rsa.key.dQ', { value: dQ }),
    rsaStep('qInv', rsa, 'explain.rsa.key.qInv', { value: qInv }),
    rsaStep('check', 'RFC 8017, 5.1', 'explain.rsa.key.check', {
      value: squareAndMultiply(squareAndMultiply(2n, e, n), d, n),
    }),
  ];
  return {
    version: 1,
    subject: 'rsa-key',
    inputs: written({ bits: bitLength(n), e }),
    steps,
    output: `${n}`,
  };
}
