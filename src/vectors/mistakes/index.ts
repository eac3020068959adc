/**
 * The well-known mistakes: wrong programs written out, to find the one that gives the same wrong output.
 *
 * Where several give the same, as two of them may on a single block, the one further up in the list is named.
 */
import { CryptoError } from '../../errors.ts';
import type { Mistake } from '../diagnosis.ts';
import { isRight } from '../judge.ts';
import { BadRequest, operationNamed } from '../operations/index.ts';
import type { Answer, Field, Output, Request, Saying } from '../request.ts';
import type { Want } from '../vector-file.ts';
import { aesMistakes } from './aes.ts';
import { outputMistakes } from './any-output.ts';
import { certificateMistakes } from './certificates.ts';
import { hkdfMistakes, pbkdf2Mistakes } from './derivations.ts';
import { desMistakes } from './des.ts';
import { gcmMistakes } from './gcm.ts';
import { hashMistakes } from './hashes.ts';
import { hmacMistakes } from './hmac.ts';
import type { WellKnownMistake } from './mistake.ts';
import { modeMistakes } from './modes.ts';
import { paddingMistakes } from './padding.ts';
import { encryptionMistakes } from './rsa-encryption.ts';
import { numberMistakes } from './rsa-numbers.ts';
import { openingMistakes } from './rsa-opening.ts';
import { signatureMistakes } from './rsa-signature.ts';
import { streamMistakes } from './streams.ts';
import { tlsMistakes } from './tls.ts';

export type { MistakeName, WellKnownMistake } from './mistake.ts';

/** A name may stand more than once, for operations in which the mistake is made differently. */
export const MISTAKES: readonly WellKnownMistake[] = [
  ...paddingMistakes,
  ...modeMistakes,
  ...gcmMistakes,
  ...aesMistakes,
  ...desMistakes,
  ...streamMistakes,
  ...hmacMistakes,
  ...hashMistakes,
  ...hkdfMistakes,
  ...pbkdf2Mistakes,
  ...tlsMistakes,
  ...numberMistakes,
  ...encryptionMistakes,
  ...openingMistakes,
  ...signatureMistakes,
  ...certificateMistakes,
  ...outputMistakes,
];

/**
 * The mistake that gives exactly this output. Undefined for a right answer and for one that is no output: a refusal has too
 * many causes. Inputs that are too long to try everything on are not looked at.
 */
export function findMistake(request: Request, answer: Answer, want: Want): Mistake | undefined {
  const { op } = request;
  if (answer.kind !== 'output' || isRight(op, answer, want) || isTooMuch(request)) return undefined;
  if (!tellsEnough(op, answer.output)) return undefined;
  const found = MISTAKES.find((known) => known.ops.test(op) && explains(known, request, answer.output, want));
  if (!found || isOurs(request, answer)) return undefined;
  const { name, clause, values } = found;
  const text: Saying = { say: `vectors.mistake.${name}`, values: values?.(request.fields) ?? {} };
  return { name, text, clause: typeof clause === 'string' ? clause : clause(op) };
}

/** Where a file wants something else than the standard, a right answer is no mistake that happens to give the same. */
function isOurs({ op, fields }: Request, answer: Answer): boolean {
  try {
    const output = operationNamed(op)?.scratch(fields);
    return output !== undefined && isRight(op, answer, { kind: 'output', output });
  } catch (error) {
    if (error instanceof CryptoError || error instanceof BadRequest) return false;
    throw error;
  }
}

function explains(known: WellKnownMistake, { op, fields }: Request, output: Output, want: Want): boolean {
  try {
    if ('explains' in known) return output instanceof Uint8Array && known.explains(output, fields, op, want);
    const answer: Answer = { kind: 'output', output };
    return known.outputs(fields, op).some((made) => isRight(op, answer, { kind: 'output', output: made }));
  } catch (error) {
    // Of an input that the operation refuses, or that lacks a field, no program makes anything known.
    if (error instanceof CryptoError || error instanceof BadRequest) return false;
    throw error;
  }
}

/** In bytes, for which it takes a second; of numbers of RSA and primes, in bytes; of anything that is counted; of blocks times iterations of PBKDF2. */
const MOST = { bytes: 65_536, bigNumber: 512, count: 10_000, rounds: 10_000 } as const;

function isTooMuch({ fields }: Request): boolean {
  const { iterationCount, dkLen, modulus, value } = fields;
  const isLong = (field: Field | undefined, most: number) =>
    field instanceof Uint8Array && field.length > most;
  if (isLong(modulus, MOST.bigNumber) || isLong(value, MOST.bigNumber)) return true;
  if (Number(iterationCount ?? 1) * Math.ceil(Number(dkLen ?? 1) / 16) > MOST.rounds) return true;
  return Object.values(fields).some((field) => {
    if (typeof field === 'number') return !(Number.isSafeInteger(field) && field >= 0 && field <= MOST.count);
    return isLong(field, MOST.bytes);
  });
}

/** Operations where a few bytes are no accident: nothing in them looks random. */
const PLAIN = /^xor$|pad$|-pkcs7-|^rsa-|^prime-/;

/** Of a keystream or digest, fewer than four bytes could be right by chance. */
function tellsEnough(op: string, output: Output): boolean {
  return !(output instanceof Uint8Array) || output.length >= 4 || PLAIN.test(op);
}
