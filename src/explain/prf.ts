/**
 * The PRF of TLS 1.2 as RFC 5246 writes it down (clause 5): P_hash over label and seed; HMAC is taken as given.
 *
 * It derives keys from a secret, and encrypts nothing.
 */
import { concat, concatAll, toHex, utf8 } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { expectHash, type Hash } from '../hash/index.ts';
import { hmac } from '../mac/index.ts';
import { expectPrfArguments } from '../mac/p-hash.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { expectExplainable, step } from './step.ts';

const CLAUSE = 'RFC 5246, 5';

/** Most that is derived here, in bytes. */
const LONGEST = 1024;

/** The trace of `length` bytes, 1 to 1024; the label is ASCII, of which no zero byte is counted. */
export function explainTls12Prf(
  hash: Hash,
  secret: Uint8Array,
  label: string,
  seed: Uint8Array,
  length: number,
): Trace {
  expectHash(hash);
  if (!Number.isInteger(length) || length < 1 || length > LONGEST) {
    throw new CryptoError(
      'bad-argument',
      `length: expected a whole number from 1 to ${LONGEST}, got ${length}`,
    );
  }
  expectPrfArguments(secret, label, seed, length);
  expectExplainable('secret', secret);
  const labelBytes = utf8(label);
  expectExplainable('label', labelBytes);
  expectExplainable('seed', seed);

  const labelAndSeed = concat(labelBytes, seed);
  const steps: TraceStep[] = [
    step('seed', CLAUSE, 'explain.prf.seed', {
      value: toHex(labelAndSeed),
      label: toHex(labelBytes),
      given: toHex(seed),
    }),
    step('A(0)', CLAUSE, 'explain.prf.a0', { value: toHex(labelAndSeed) }),
  ];
  const pieces: Uint8Array[] = [];
  let A = labelAndSeed;
  for (let i = 1; pieces.length * hash.digestLength < length; i++) {
    A = hmac(hash, secret, A);
    const piece = hmac(hash, secret, concat(A, labelAndSeed));
    const places = { i, previous: i - 1, size: hash.digestLength };
    steps.push(step(`A(${i})`, CLAUSE, 'explain.prf.a', { value: toHex(A), ...places }));
    steps.push(step(`P(${i})`, CLAUSE, 'explain.prf.piece', { value: toHex(piece), ...places }));
    pieces.push(piece);
  }
  const P_hash = concatAll(pieces);
  const output = toHex(P_hash.slice(0, length));
  steps.push(
    step('P_hash', CLAUSE, 'explain.prf.joined', { value: toHex(P_hash), count: pieces.length }),
    step('PRF', CLAUSE, 'explain.prf.output', { value: output, length }),
  );
  return {
    version: 1,
    subject: `PRF-${hash.name}`,
    inputs: {
      secret: toHex(secret),
      label: toHex(labelBytes),
      seed: toHex(seed),
      length: String(length),
    },
    steps,
    output,
  };
}
