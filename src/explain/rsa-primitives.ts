/**
 * The number side of RSA written out (RFC 8017, 4, 5.1.1, 5.2.1 and B.2.1), for the explanations.
 *
 * Nothing here is hurried or guarded: `crypto-primer/rsa` is what runs.
 */
import { concat, concatAll } from '../bytes/index.ts';
import type { Hash } from '../hash/index.ts';
import { i2osp, os2ip } from '../math/index.ts';
import type { RsaPrivateKey, RsaPublicKey } from '../rsa/index.ts';
import type { TraceStep } from '../trace/index.ts';
import { squareAndMultiply } from './rsa-mod-pow.ts';
import { rsaStep } from './rsa-step.ts';

/** From EM to C: the block as a number, its power, and that as bytes. Adds `m`, `c` and `C`; returns C. */
export function encryptSteps(
  steps: TraceStep[],
  { n, e }: RsaPublicKey,
  EM: Uint8Array,
  k: number,
): Uint8Array {
  const m = os2ip(EM);
  const c = squareAndMultiply(m, e, n);
  const C = i2osp(c, k);
  steps.push(
    rsaStep('m', 'RFC 8017, 4.2', 'explain.rsa.encrypt.m', { value: m }),
    rsaStep('c', 'RFC 8017, 5.1.1', 'explain.rsa.encrypt.c', { value: c, e }),
    rsaStep('C', 'RFC 8017, 4.1', 'explain.rsa.encrypt.C', { value: C, k }),
  );
  return C;
}

/** From EM to S: adds `m`, with a CRT `s_1`, `s_2` and `h`, then `s`, `check` and `S`; returns S. */
export function signSteps(steps: TraceStep[], key: RsaPrivateKey, EM: Uint8Array, k: number): Uint8Array {
  const { n, e } = key;
  const m = os2ip(EM);
  steps.push(rsaStep('m', 'RFC 8017, 4.2', 'explain.rsa.sign.m', { value: m }));
  const s = privatePower(steps, key, m);
  const S = i2osp(s, k);
  steps.push(
    rsaStep('check', 'RFC 8017, 5.2.2', 'explain.rsa.sign.check', { value: squareAndMultiply(s, e, n), e }),
    rsaStep('S', 'RFC 8017, 4.1', 'explain.rsa.sign.S', { value: S, k }),
  );
  return S;
}

/** RSASP1 (5.2.1): step 2.b for two primes, 2.a for a key that is n and d alone, or has more primes. */
function privatePower(steps: TraceStep[], { n, d, crt, otherPrimes }: RsaPrivateKey, m: bigint): bigint {
  const clause = 'RFC 8017, 5.2.1';
  if (!crt || (otherPrimes?.length ?? 0) > 0) {
    const s = squareAndMultiply(m, d, n);
    steps.push(rsaStep('s', clause, 'explain.rsa.sign.s', { value: s }));
    return s;
  }
  const { p, q, dP, dQ, qInv } = crt;
  const s1 = squareAndMultiply(m, dP, p);
  const s2 = squareAndMultiply(m, dQ, q);
  const h = ((((s1 - s2) * qInv) % p) + p) % p;
  const s = s2 + q * h;
  steps.push(
    rsaStep('s_1', clause, 'explain.rsa.sign.s1', { value: s1 }),
    rsaStep('s_2', clause, 'explain.rsa.sign.s2', { value: s2 }),
    rsaStep('h', clause, 'explain.rsa.sign.h', { value: h }),
    rsaStep('s', clause, 'explain.rsa.sign.sCrt', { value: s }),
  );
  return s;
}

/** MGF1 (B.2.1): T = Hash(seed || 0) || Hash(seed || 1) || …, cut to `maskLen` bytes. */
export function mgf1Literal(hash: Hash, mgfSeed: Uint8Array, maskLen: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let counter = 0; counter * hash.digestLength < maskLen; counter++) {
    pieces.push(hash(concat(mgfSeed, i2osp(BigInt(counter), 4))));
  }
  return concatAll(pieces).slice(0, maskLen);
}
