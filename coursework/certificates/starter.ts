/**
 * Certificate chains (RFC 5280, 6): is the leaf to be believed? Write what says NotWritten.
 *
 *     crypto grade assignment.yaml --exec "node starter.ts"
 *
 * Node's X509Certificate may read certificates and check one signature (its method verify); checkHost and
 * checkIssued may not be used. What it does not tell, such as pathLenConstraint, keyUsage or which extensions are
 * critical, stands in its raw: read that yourself, or with a package that parses but does not verify.
 */
import { X509Certificate } from 'node:crypto';
import { createInterface } from 'node:readline';

function load(pem: string): X509Certificate {
  return new X509Certificate(pem);
}

/** 6.1.3 (a) (1) and (4): it names this issuer, and the signature fits the issuer's key. */
function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  throw new NotWritten('isSignedBy');
}

/** 6.1.3 (a) (2). */
function isInDate(certificate: X509Certificate, at: Date): boolean {
  throw new NotWritten('isInDate');
}

/** Neither signed with MD5 or SHA-1, nor with an RSA key below 1024 bits. */
function isStrong(certificate: X509Certificate): boolean {
  throw new NotWritten('isStrong');
}

/** 6.1.4 (o) and 6.1.5 (f): none is critical that this program does not handle. */
function hasKnownExtensions(certificate: X509Certificate): boolean {
  throw new NotWritten('hasKnownExtensions');
}

/** 6.1.4 (k) to (n): a CA (basicConstraints), pathLenConstraint, keyUsage with keyCertSign. */
function mayIssue(certificate: X509Certificate, casBelow: number): boolean {
  throw new NotWritten('mayIssue');
}

/** 6.1.3 (b) and (c): the name constraints of a CA, for the certificates below it. */
function permitsNames(certificate: X509Certificate, below: X509Certificate[]): boolean {
  throw new NotWritten('permitsNames');
}

/** keyUsage and extKeyUsage (4.2.1.3, 4.2.1.12) allow what it is used for: 'server' or 'client'. */
function fitsPurpose(certificate: X509Certificate, purpose: string): boolean {
  throw new NotWritten('fitsPurpose');
}

/** RFC 9525, 6: subjectAltName only; a wildcard stands for the whole first label. */
function isForHost(certificate: X509Certificate, host: string): boolean {
  throw new NotWritten('isForHost');
}

/** Every chain from the leaf over intermediates to an anchor, by the names of issuers. */
function findChains(
  leaf: X509Certificate,
  intermediates: X509Certificate[],
  anchors: X509Certificate[],
): X509Certificate[][] {
  throw new NotWritten('findChains');
}

/** True if some chain passes every check. A certificate that cannot be read is not believed. */
function verify(
  leaf: string,
  intermediates: string[],
  anchors: string[],
  at: Date,
  host: string | undefined,
  purpose: string,
): boolean {
  throw new NotWritten('verify');
}

const OPERATIONS: Record<string, (r: Request) => boolean> = {
  'certificate-verify': (r) =>
    verify(
      r.leaf as string,
      r.intermediates as string[],
      r.anchors as string[],
      new Date(r.at as string),
      r.host as string | undefined,
      (r.purpose as string | undefined) ?? 'server',
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
