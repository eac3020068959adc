/**
 * The steps of RSA (RFC 8017): the textbook's, and encryption and signatures with PKCS#1 v1.5 padding. Powers are squares
 * and products, bit by bit from the highest (HAC, 14.79); numbers are decimal.
 */
import { concatAll, fromHex } from '../../bytes/index.ts';
import { explainPkcs1Encrypt, explainPkcs1Sign } from '../../explain/index.ts';
import { squareAndMultiply } from '../../explain/rsa-mod-pow.ts';
import { byteLength, i2osp, modPow, os2ip } from '../../math/index.ts';
import type { RandomSource } from '../../random/index.ts';
import { digestInfoPrefix, emePkcs1Decode, emsaPkcs1Encode, type RsaPrivateKey } from '../../rsa/index.ts';
import type { TraceStep } from '../../trace/index.ts';
import { bytes, type Fields, hashId, hashOf, privateKeyIn, publicKeyIn } from '../operations/index.ts';
import { hashInside } from './hashes.ts';
import {
  bytesStep,
  explainedSteps,
  type Inside,
  MORE,
  numberStep,
  type Part,
  type Reported,
  type StepBuilder,
} from './step.ts';

const BYTES_TO_NUMBER = 'RFC 8017, 4.2';

export const textbookEncryptSteps: StepBuilder = function* (fields): Generator<Part> {
  const { n, e } = publicKeyIn(fields);
  const m = os2ip(bytes(fields, 'msg'));
  yield numberStep('m', BYTES_TO_NUMBER, m);
  if (m >= n) return yield MORE;
  yield power('c.', m, e, n);
  yield numberStep('c', 'RFC 8017, 5.1.1', modPow(m, e, n), ['m']);
};

export const textbookDecryptSteps: StepBuilder = function* (fields): Generator<Part> {
  const key = privateKeyIn(fields);
  const c = os2ip(bytes(fields, 'ct'));
  yield numberStep('c', BYTES_TO_NUMBER, c);
  if (c >= key.n) return yield MORE;
  yield* privatePower(key, 'c', 'm', c);
};

/** Draws nothing: PS is what the program says that it drew, or stands in its EM. */
export const pkcs1EncryptSteps: StepBuilder = function* (fields, reported): Generator<Part> {
  const publicKey = publicKeyIn(fields);
  const msg = bytes(fields, 'msg');
  const k = byteLength(publicKey.n);
  const PS =
    drawn('PS', k - msg.length - 3, reported) ?? drawn('EM', k, reported)?.slice(2, k - msg.length - 1);
  if (!PS || PS.includes(0)) return yield MORE;
  const { steps } = explainPkcs1Encrypt(publicKey, msg, only(PS));
  yield* explainedSteps(steps, ({ id }) => ENCRYPTION_SOURCES[id] ?? [], /^[mc]$/);
};

const ENCRYPTION_SOURCES: Readonly<Record<string, readonly string[]>> = {
  EM: ['PS'],
  m: ['EM'],
  c: ['m'],
  C: ['c'],
};

export const pkcs1DecryptSteps: StepBuilder = function* (fields): Generator<Part> {
  const clause = 'RFC 8017, 7.2.2';
  const EM = yield* decryptedBlock(fields, clause);
  if (!EM) return yield MORE;
  const M = emePkcs1Decode(EM);
  yield bytesStep('PS', clause, EM.slice(2, EM.length - M.length - 1), ['EM']);
  yield bytesStep('M', clause, M, ['EM']);
};

/** From C to EM: the block as a number, its power, and that as bytes (7.1.2 and 7.2.2, step 2). */
export function* decryptedBlock(fields: Fields, clause: string): Generator<Part, Uint8Array | undefined> {
  const key = privateKeyIn(fields);
  const ct = bytes(fields, 'ct');
  const k = byteLength(key.n);
  const c = os2ip(ct);
  if (ct.length !== k || c >= key.n) return undefined;
  yield numberStep('c', BYTES_TO_NUMBER, c);
  const EM = i2osp(yield* privatePower(key, 'c', 'm', c), k);
  yield bytesStep('EM', clause, EM, ['m']);
  return EM;
}

/** RSADP (5.1.2): by halves where the primes are known, as a program may do it or not; returns the number. */
function* privatePower(
  { n, d, crt }: RsaPrivateKey,
  from: string,
  to: string,
  base: bigint,
): Generator<Part, bigint> {
  const clause = 'RFC 8017, 5.1.2';
  yield power(`${to}.`, base, d, n);
  if (crt) {
    const { p, q, dP, dQ, qInv } = crt;
    const m1 = modPow(base % p, dP, p);
    const m2 = modPow(base % q, dQ, q);
    yield numberStep('m_1', clause, m1, [from]);
    yield numberStep('m_2', clause, m2, [from]);
    yield numberStep('h', clause, ((((m1 - m2) * qInv) % p) + p) % p, ['m_1', 'm_2']);
  }
  const result = modPow(base, d, n);
  yield numberStep(to, clause, result, [from]);
  return result;
}

export const pkcs1SignSteps: StepBuilder = function* (fields): Generator<Part> {
  const hash = hashOf(fields);
  const msg = bytes(fields, 'msg');
  yield hashInside('H.', hashId(fields), msg);
  const { steps } = explainPkcs1Sign(privateKeyIn(fields), hash, hash(msg));
  yield* explainedSteps(steps, signatureSources, /^(m|s_1|s_2|h|s|check)$/);
};

/** For PSS, too, from EM on. */
export function signatureSources({ id }: TraceStep): readonly string[] {
  return SIGNATURE_SOURCES[id] ?? [];
}

const SIGNATURE_SOURCES: Readonly<Record<string, readonly string[]>> = {
  T: ['H'],
  EM: ['T', 'PS'],
  m: ['EM'],
  s_1: ['m'],
  s_2: ['m'],
  h: ['s_1', 's_2'],
  s: ['h', 's_2', 'm'],
  check: ['s'],
  S: ['s'],
};

export const pkcs1VerifySteps: StepBuilder = function* (fields): Generator<Part> {
  const clause = 'RFC 8017, 9.2';
  const hash = hashOf(fields);
  const msg = bytes(fields, 'msg');
  const EM = yield* openedSignature(fields, byteLength(publicKeyIn(fields).n), 'RFC 8017, 8.2.2');
  yield hashInside('H.', hashId(fields), msg);
  const H = hash(msg);
  yield bytesStep('H', clause, H);
  yield bytesStep('T', clause, concatAll([digestInfoPrefix(hash), H]), ['H']);
  if (!EM) return yield MORE;
  yield bytesStep("EM'", clause, emsaPkcs1Encode(hash, H, EM.length), ['T']);
};

/** From S to EM (8.1.2 and 8.2.2, step 2); nothing where the signature is no number below n. */
export function* openedSignature(
  fields: Fields,
  emLen: number,
  clause: string,
): Generator<Part, Uint8Array | undefined> {
  const { n, e } = publicKeyIn(fields);
  const sig = bytes(fields, 'sig');
  const s = os2ip(sig);
  if (sig.length !== byteLength(n) || s >= n) return undefined;
  yield numberStep('s', BYTES_TO_NUMBER, s);
  yield power('m.', s, e, n);
  const m = modPow(s, e, n);
  yield numberStep('m', 'RFC 8017, 5.2.2', m, ['s']);
  if (byteLength(m) > emLen) return undefined;
  const EM = i2osp(m, emLen);
  yield bytesStep('EM', clause, EM, ['m']);
  return EM;
}

function power(prefix: string, base: bigint, exponent: bigint, modulus: bigint): Inside {
  return {
    prefix,
    names: /(^|\.)bit\[/,
    parts: () => {
      const steps: TraceStep[] = [];
      squareAndMultiply(base, exponent, modulus, (step) => steps.push(step));
      let last: readonly string[] = [];
      return explainedSteps(
        steps,
        ({ id }) => {
          const from = last;
          last = [id];
          return from;
        },
        /./,
      );
    },
  };
}

/** What a program reports that it drew at random, if that has the right length. */
export function drawn(name: string, length: number, reported: Reported): Uint8Array | undefined {
  const value = reported.get(name)?.[0];
  if (value === undefined || value.length !== 2 * length || !/^[\da-f]*$/.test(value)) return undefined;
  return fromHex(value);
}

/** A source that gives these bytes once, to draw as the program did. */
export function only(value: Uint8Array): RandomSource {
  const source: RandomSource = {
    bytes: (length) => value.slice(0, length),
    substream: () => source,
    secret: false,
  };
  return source;
}
