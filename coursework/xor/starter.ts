/**
 * XOR with a repeating key. Write what says NotWritten.
 *
 *     crypto grade assignment.yaml --exec "node starter.ts"
 */
import { createInterface } from 'node:readline';

/** Byte i of msg, XORed with byte i of the key; the key begins again when it ends. */
function xor(key: Uint8Array, msg: Uint8Array): Uint8Array {
  throw new NotWritten('xor');
}

const OPERATIONS: Record<string, (r: Request) => Uint8Array> = {
  xor: (r) => xor(data(r, 'key'), data(r, 'msg')),
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
