/**
 * The keys of TLS 1.2 (RFC 5246). Write what says NotWritten.
 *
 *     crypto grade assignment.yaml --exec "node starter.ts"
 *
 * HMAC may come from node:crypto. sha is 'SHA-256', 'SHA-384' or 'SHA-512'.
 */
import { createHmac } from 'node:crypto';
import { createInterface } from 'node:readline';

/** For example hmac('SHA-256', secret, seed). */
function hmac(sha: string, key: Uint8Array, msg: Uint8Array): Uint8Array {
  return Uint8Array.from(createHmac(sha.replace('-', ''), key).update(msg).digest());
}

/**
 * P_hash (5): HMAC(secret, A(1) + seed) + HMAC(secret, A(2) + seed) + …, size bytes of it.
 * Report values, and the first wrong one is named: step('A(1)', a), step('P(1)', piece).
 */
function pHash(sha: string, secret: Uint8Array, seed: Uint8Array, size: number): Uint8Array {
  throw new NotWritten('pHash');
}

/** PRF (5). label is text, and ASCII. */
function prf(sha: string, secret: Uint8Array, label: string, seed: Uint8Array, size: number): Uint8Array {
  throw new NotWritten('prf');
}

/** 8.1: 48 bytes. */
function masterSecret(
  sha: string,
  premasterSecret: Uint8Array,
  clientRandom: Uint8Array,
  serverRandom: Uint8Array,
): Uint8Array {
  throw new NotWritten('masterSecret');
}

/** 6.3. Mind which random comes first. */
function keyBlock(
  sha: string,
  masterSecret: Uint8Array,
  clientRandom: Uint8Array,
  serverRandom: Uint8Array,
  size: number,
): Uint8Array {
  throw new NotWritten('keyBlock');
}

/** 7.4.9: 12 bytes; the handshake messages come hashed already. */
function verifyData(
  sha: string,
  masterSecret: Uint8Array,
  finishedLabel: string,
  handshakeHash: Uint8Array,
): Uint8Array {
  throw new NotWritten('verifyData');
}

const sha = (r: Request) => (r.sha as string | undefined) ?? 'SHA-256';
const size = (r: Request) => r.size as number;
const label = (r: Request) => r.label as string;

const OPERATIONS: Record<string, (r: Request) => Uint8Array> = {
  'tls12-prf': (r) => prf(sha(r), data(r, 'secret'), label(r), data(r, 'seed'), size(r)),
  'tls12-master-secret': (r) =>
    masterSecret(sha(r), data(r, 'premasterSecret'), data(r, 'clientRandom'), data(r, 'serverRandom')),
  'tls12-key-block': (r) =>
    keyBlock(sha(r), data(r, 'masterSecret'), data(r, 'clientRandom'), data(r, 'serverRandom'), size(r)),
  'tls12-verify-data': (r) => verifyData(sha(r), data(r, 'masterSecret'), label(r), data(r, 'handshakeHash')),
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
