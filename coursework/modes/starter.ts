/**
 * Five modes of operation around AES (NIST SP 800-38A). Write what says NotWritten.
 *
 *     crypto grade assignment.yaml --exec "node starter.ts"
 *
 * Use aesBlock, one block at a time. Names are those of the standard: CIPH is aesBlock.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { createInterface } from 'node:readline';

/** AES of one block, from Node. You may put your own AES here instead. */
function aesBlock(
  key: Uint8Array,
  block: Uint8Array,
  direction: 'encrypt' | 'decrypt' = 'encrypt',
): Uint8Array {
  const name = `aes-${8 * key.length}-ecb`;
  const cipher =
    direction === 'encrypt' ? createCipheriv(name, key, null) : createDecipheriv(name, key, null);
  return Uint8Array.from(cipher.setAutoPadding(false).update(block));
}

/** 6.1: C[j] = CIPH(P[j]). */
function ecbEncrypt(key: Uint8Array, msg: Uint8Array): Uint8Array {
  throw new NotWritten('ecbEncrypt');
}

function ecbDecrypt(key: Uint8Array, ct: Uint8Array): Uint8Array {
  throw new NotWritten('ecbDecrypt');
}

/** 6.2: C[1] = CIPH(P[1] xor IV), C[j] = CIPH(P[j] xor C[j-1]). */
function cbcEncrypt(key: Uint8Array, iv: Uint8Array, msg: Uint8Array): Uint8Array {
  throw new NotWritten('cbcEncrypt');
}

function cbcDecrypt(key: Uint8Array, iv: Uint8Array, ct: Uint8Array): Uint8Array {
  throw new NotWritten('cbcDecrypt');
}

/** 6.3, with whole blocks (CFB128). The last piece may be shorter than a block. */
function cfbEncrypt(key: Uint8Array, iv: Uint8Array, msg: Uint8Array): Uint8Array {
  throw new NotWritten('cfbEncrypt');
}

function cfbDecrypt(key: Uint8Array, iv: Uint8Array, ct: Uint8Array): Uint8Array {
  throw new NotWritten('cfbDecrypt');
}

/** 6.4: encrypts and decrypts. The last piece may be shorter than a block. */
function ofb(key: Uint8Array, iv: Uint8Array, text: Uint8Array): Uint8Array {
  throw new NotWritten('ofb');
}

/** 6.5: encrypts and decrypts. The counter is all 16 bytes, big-endian, plus 1 for each block. */
function ctr(key: Uint8Array, counter: Uint8Array, text: Uint8Array): Uint8Array {
  throw new NotWritten('ctr');
}

/** CBC with PKCS #7 padding. */
function cbcPkcs7Encrypt(key: Uint8Array, iv: Uint8Array, msg: Uint8Array): Uint8Array {
  throw new NotWritten('cbcPkcs7Encrypt');
}

/** Throws Refused where no whole blocks come, or the padding is not right. */
function cbcPkcs7Decrypt(key: Uint8Array, iv: Uint8Array, ct: Uint8Array): Uint8Array {
  throw new NotWritten('cbcPkcs7Decrypt');
}

const OPERATIONS: Record<string, (r: Request) => Uint8Array> = {
  'aes-ecb-encrypt': (r) => ecbEncrypt(data(r, 'key'), data(r, 'msg')),
  'aes-ecb-decrypt': (r) => ecbDecrypt(data(r, 'key'), data(r, 'ct')),
  'aes-cbc-encrypt': (r) => cbcEncrypt(data(r, 'key'), data(r, 'iv'), data(r, 'msg')),
  'aes-cbc-decrypt': (r) => cbcDecrypt(data(r, 'key'), data(r, 'iv'), data(r, 'ct')),
  'aes-cfb-encrypt': (r) => cfbEncrypt(data(r, 'key'), data(r, 'iv'), data(r, 'msg')),
  'aes-cfb-decrypt': (r) => cfbDecrypt(data(r, 'key'), data(r, 'iv'), data(r, 'ct')),
  'aes-ofb-encrypt': (r) => ofb(data(r, 'key'), data(r, 'iv'), data(r, 'msg')),
  'aes-ofb-decrypt': (r) => ofb(data(r, 'key'), data(r, 'iv'), data(r, 'ct')),
  'aes-ctr-encrypt': (r) => ctr(data(r, 'key'), data(r, 'iv'), data(r, 'msg')),
  'aes-ctr-decrypt': (r) => ctr(data(r, 'key'), data(r, 'iv'), data(r, 'ct')),
  'aes-cbc-pkcs7-encrypt': (r) => cbcPkcs7Encrypt(data(r, 'key'), data(r, 'iv'), data(r, 'msg')),
  'aes-cbc-pkcs7-decrypt': (r) => cbcPkcs7Decrypt(data(r, 'key'), data(r, 'iv'), data(r, 'ct')),
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
