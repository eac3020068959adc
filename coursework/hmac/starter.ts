/**
 * HMAC with SHA-256 and SHA-512 (FIPS 198-1). Write what says NotWritten.
 *
 *     crypto grade assignment.yaml --exec "node starter.ts"
 *
 * The hash functions may come from node:crypto; its createHmac may not.
 */
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';

type HashName = 'sha256' | 'sha512';

/** In bytes. */
const BLOCK_SIZE: Record<HashName, number> = { sha256: 64, sha512: 128 };

function hash(name: HashName, msg: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash(name).update(msg).digest());
}

/** K0 (Table 1, steps 1 to 3): the key at the length of a block, hashed first if it is longer. */
function blockSizedKey(name: HashName, key: Uint8Array): Uint8Array {
  throw new NotWritten('blockSizedKey');
}

/**
 * Table 1, steps 4 to 9. Report values, and the first wrong one is named: step('K0', k0), and so with
 * K0^ipad, inner.input, inner.hash, K0^opad, outer.input, outer.hash.
 */
function hmac(name: HashName, key: Uint8Array, msg: Uint8Array): Uint8Array {
  throw new NotWritten('hmac');
}

/** The first tagSize bits of the HMAC, all of it where the question has no tagSize. */
function tag(name: HashName, r: Request): Uint8Array {
  const whole = hmac(name, data(r, 'key'), data(r, 'msg'));
  return whole.slice(0, ((r.tagSize as number | undefined) ?? 8 * whole.length) / 8);
}

const OPERATIONS: Record<string, (r: Request) => Uint8Array> = {
  'hmac-sha256': (r) => tag('sha256', r),
  'hmac-sha512': (r) => tag('sha512', r),
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
