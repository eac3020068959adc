/**
 * RSA: textbook, PKCS #1 v1.5 encryption and signatures (RFC 8017). Write what says NotWritten.
 *
 *     crypto grade assignment.yaml --exec "node starter.ts"
 *
 * bigint is as long as it has to be. Of node:crypto only hashes and random bytes may be used.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';

/** base ** exponent % modulus, by squaring and multiplying; no number on the way longer than two moduli. */
function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  throw new NotWritten('modPow');
}

/** RFC 8017, 4.1: an integer as that many bytes, the highest first. */
function i2osp(x: bigint, length: number): Uint8Array {
  throw new NotWritten('i2osp');
}

/** RFC 8017, 4.2. */
function os2ip(octets: Uint8Array): bigint {
  throw new NotWritten('os2ip');
}

/** RSAEP (5.1.1), numbers in and out; throws Refused where m is not below n. */
function textbookEncrypt(n: bigint, e: bigint, m: bigint): bigint {
  throw new NotWritten('textbookEncrypt');
}

/** RSADP (5.1.2). */
function textbookDecrypt(n: bigint, d: bigint, c: bigint): bigint {
  throw new NotWritten('textbookDecrypt');
}

/** RSAES-PKCS1-v1_5 (7.2.1): EM = 00 02 PS 00 M, PS being random bytes, none zero, eight at least. */
function pkcs1Encrypt(n: bigint, e: bigint, msg: Uint8Array): Uint8Array {
  throw new NotWritten('pkcs1Encrypt');
}

/** RSAES-PKCS1-v1_5 (7.2.2); throws Refused for whatever pkcs1Encrypt does not make. */
function pkcs1Decrypt(n: bigint, d: bigint, ct: Uint8Array): Uint8Array {
  throw new NotWritten('pkcs1Decrypt');
}

/**
 * EMSA-PKCS1-v1_5 (9.2): EM = 00 01 PS 00 T, T being DigestInfo in DER.
 * sha is 'SHA-1', 'SHA-224', 'SHA-256' or 'SHA-384'.
 */
function emsaPkcs1Encode(sha: string, msg: Uint8Array, length: number): Uint8Array {
  throw new NotWritten('emsaPkcs1Encode');
}

/** RSASSA-PKCS1-v1_5 (8.2.1). */
function pkcs1Sign(n: bigint, d: bigint, sha: string, msg: Uint8Array): Uint8Array {
  throw new NotWritten('pkcs1Sign');
}

/** RSASSA-PKCS1-v1_5 (8.2.2). Encode anew and compare: parsing invites forgery. */
function pkcs1Verify(n: bigint, e: bigint, sha: string, msg: Uint8Array, sig: Uint8Array): boolean {
  throw new NotWritten('pkcs1Verify');
}

function number(r: Request, name: string): bigint {
  return BigInt(`0x${(r[name] as string) || '0'}`);
}

/** As the answers of the textbook operations are written. */
function numberBytes(x: bigint): Uint8Array {
  const digits = x.toString(16);
  return Uint8Array.from(Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex'));
}

const OPERATIONS: Record<string, (r: Request) => Uint8Array | boolean> = {
  'rsa-textbook-encrypt': (r) =>
    numberBytes(textbookEncrypt(number(r, 'modulus'), number(r, 'publicExponent'), number(r, 'msg'))),
  'rsa-textbook-decrypt': (r) =>
    numberBytes(textbookDecrypt(number(r, 'modulus'), number(r, 'privateExponent'), number(r, 'ct'))),
  'rsa-pkcs1-encrypt': (r) => pkcs1Encrypt(number(r, 'modulus'), number(r, 'publicExponent'), data(r, 'msg')),
  'rsa-pkcs1-decrypt': (r) => pkcs1Decrypt(number(r, 'modulus'), number(r, 'privateExponent'), data(r, 'ct')),
  'rsa-pkcs1-sign': (r) =>
    pkcs1Sign(number(r, 'modulus'), number(r, 'privateExponent'), r.sha as string, data(r, 'msg')),
  'rsa-pkcs1-verify': (r) =>
    pkcs1Verify(
      number(r, 'modulus'),
      number(r, 'publicExponent'),
      r.sha as string,
      data(r, 'msg'),
      data(r, 'sig'),
    ),
};

// The protocol: works as it is. See docs/programs.md of the toolkit.

/** Something is still to be written: the question is skipped, and scores nothing. */
class NotWritten extends Error {}

/** The input is not valid. Say so with: throw new Refused('why'). */
class Refused extends Error {}

type Request = Record<string, unknown>;
type Answer = { output: string | boolean; steps?: Step[] } | { error: string } | { skip: string };
type Step = { id: string; value: string };

const steps: Step[] = [];

/** Reports a value on the way, if you like: the grader can then name the first wrong one. */
function step(id: string, value: Uint8Array): void {
  if (steps.length < 2000) steps.push({ id, value: hex(value) });
}

function hex(value: Uint8Array): string {
  return Buffer.from(value).toString('hex');
}

function data(request: Request, name: string): Uint8Array {
  return Uint8Array.from(Buffer.from(request[name] as string, 'hex'));
}

function answerTo(request: Request): Answer {
  const operation = OPERATIONS[request.op as string];
  if (!operation) return { skip: `does not do ${request.op}` };
  steps.length = 0;
  try {
    const output = operation(request);
    const answer = { output: typeof output === 'boolean' ? output : hex(output) };
    return steps.length > 0 ? { ...answer, steps } : answer;
  } catch (problem) {
    if (problem instanceof NotWritten) return { skip: `${problem.message} is not written yet` };
    if (problem instanceof Refused) return { error: problem.message };
    throw problem;
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const request = JSON.parse(line) as Request;
  process.stdout.write(`${JSON.stringify({ id: request.id, ...answerTo(request) })}\n`);
});
