/**
 * Three paddings: PKCS #7, ANSI X9.23, ISO/IEC 7816-4. Write what says NotWritten.
 *
 *     crypto grade assignment.yaml --exec "node starter.ts"
 */
import { createInterface } from 'node:readline';

/** Adds n bytes of value n, 1 <= n <= blockSize, so that whole blocks come out (RFC 5652, 6.3). */
function pkcs7Pad(msg: Uint8Array, blockSize: number): Uint8Array {
  throw new NotWritten('pkcs7Pad');
}

/** Takes the padding off; throws Refused where msg is not what pkcs7Pad makes. */
function pkcs7Unpad(msg: Uint8Array, blockSize: number): Uint8Array {
  throw new NotWritten('pkcs7Unpad');
}

/** Adds zeros, and as the last byte how many bytes were added (ANSI X9.23). */
function ansiX923Pad(msg: Uint8Array, blockSize: number): Uint8Array {
  throw new NotWritten('ansiX923Pad');
}

function ansiX923Unpad(msg: Uint8Array, blockSize: number): Uint8Array {
  throw new NotWritten('ansiX923Unpad');
}

/** Adds one byte 80, and then zeros (ISO/IEC 7816-4). */
function iso7816Pad(msg: Uint8Array, blockSize: number): Uint8Array {
  throw new NotWritten('iso7816Pad');
}

function iso7816Unpad(msg: Uint8Array, blockSize: number): Uint8Array {
  throw new NotWritten('iso7816Unpad');
}

const blockSize = (r: Request) => r.blockSize as number;

const OPERATIONS: Record<string, (r: Request) => Uint8Array> = {
  'pkcs7-pad': (r) => pkcs7Pad(data(r, 'msg'), blockSize(r)),
  'pkcs7-unpad': (r) => pkcs7Unpad(data(r, 'msg'), blockSize(r)),
  'ansi-x923-pad': (r) => ansiX923Pad(data(r, 'msg'), blockSize(r)),
  'ansi-x923-unpad': (r) => ansiX923Unpad(data(r, 'msg'), blockSize(r)),
  'iso-7816-4-pad': (r) => iso7816Pad(data(r, 'msg'), blockSize(r)),
  'iso-7816-4-unpad': (r) => iso7816Unpad(data(r, 'msg'), blockSize(r)),
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
