/**
 * ECB and CBC around AES (NIST SP 800-38A, 6.1 and 6.2). Write what says NotWritten.
 *
 *     crypto grade assignment.yaml --exec "node starter.ts"
 *
 * Use aesBlock, one block at a time. Texts are whole blocks.
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

/** Each block by itself. */
function ecbEncrypt(key: Uint8Array, msg: Uint8Array): Uint8Array {
  throw new NotWritten('ecbEncrypt');
}

/** Each block of plaintext is XORed with the ciphertext block before it; the first one with the IV. */
function cbcEncrypt(key: Uint8Array, iv: Uint8Array, msg: Uint8Array): Uint8Array {
  throw new NotWritten('cbcEncrypt');
}

/** The way back. */
function cbcDecrypt(key: Uint8Array, iv: Uint8Array, ct: Uint8Array): Uint8Array {
  throw new NotWritten('cbcDecrypt');
}

const OPERATIONS: Record<string, (r: Request) => Uint8Array> = {
  'aes-ecb-encrypt': (r) => ecbEncrypt(data(r, 'key'), data(r, 'msg')),
  'aes-cbc-encrypt': (r) => cbcEncrypt(data(r, 'key'), data(r, 'iv'), data(r, 'msg')),
  'aes-cbc-decrypt': (r) => cbcDecrypt(data(r, 'key'), data(r, 'iv'), data(r, 'ct')),
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
