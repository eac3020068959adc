/**
 * A certificate chain from the leaf up to its root: at each link what was signed (RFC 5280, 4.1.1), whose key opens the
 * signature (6.1.3), and whether what comes out belongs to what stands there (RFC 8017, 8.1.2 and 8.2.2).
 *
 * Signatures only: whether dates, names and uses are right, and the root one to be trusted, `verifyChain` of `x509` judges.
 */
import { toHex } from '../bytes/index.ts';
import { CryptoError, kindOf } from '../errors.ts';
import { bitLength } from '../math/index.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { attributeValues, type Certificate, formatName, type Name, sameName } from '../x509/index.ts';
import { signatureSteps } from './certificate-signature.ts';
import { step } from './step.ts';

/** Certificates of one chain. */
const MAX_CERTIFICATES = 32;
/** Characters of one name in a sentence. */
const MOST_OF_NAME = 64;

const COMMON_NAME = '2.5.4.3';

/**
 * The trace of a chain, the leaf first; each certificate is opened with the key of the next, the last with its own where it
 * names itself. The output is `verified`, `broken` (a signature does not hold), `unknown` (one is of a kind that is not
 * computed here) or `incomplete` (the last certificate names an issuer that is not there).
 */
export function explainCertificateChain(chain: readonly Certificate[]): Trace {
  if (!Array.isArray(chain) || chain.length === 0) {
    const got = Array.isArray(chain) ? 'none' : kindOf(chain);
    throw new CryptoError('bad-argument', `chain: expected at least one certificate, got ${got}`);
  }
  if (chain.length > MAX_CERTIFICATES) {
    throw new CryptoError(
      'too-large',
      `chain: expected at most ${MAX_CERTIFICATES} certificates, got ${chain.length}`,
    );
  }
  const steps: TraceStep[] = [];
  let output: 'verified' | 'broken' | 'unknown' | 'incomplete' = 'verified';
  let number = 0;
  for (const certificate of chain) {
    const issuer = chain[number + 1] ?? certificate;
    steps.push(signedStep(certificate, number));
    if (issuer === certificate && !sameName(certificate.subject, certificate.issuer)) {
      const value = shortName(certificate.issuer);
      steps.push(
        step(`cert[${number}].issuer`, 'RFC 5280, 6.1.3', 'explain.cert.noIssuer', { value, number }),
      );
      output = 'incomplete';
      break;
    }
    steps.push(...keySteps(certificate, issuer, number));
    const { steps: opened, result } = signatureSteps(`cert[${number}].`, certificate, issuer.publicKey);
    steps.push(...opened);
    if (result !== 'holds') {
      output = result;
      break;
    }
    if (issuer === certificate) {
      const subject = shortName(certificate.subject);
      steps.push(step('root', 'RFC 5280, 6.1', 'explain.cert.root', { value: subject, subject }));
    }
    number++;
  }
  const found = { value: output === 'verified' ? chain.length : number, number, count: chain.length };
  steps.push(
    step('path', 'RFC 5280, 6.1', `explain.cert.path.${output}`, {
      ...found,
      value: String(found.value),
    }),
  );
  const inputs = chain.map(({ der }, i) => [`cert[${i}]`, toHex(der)] as const);
  return { version: 1, subject: 'X.509', inputs: Object.fromEntries(inputs), steps, output };
}

function signedStep({ subject, issuer, validity, tbs }: Certificate, number: number): TraceStep {
  const say = sameName(subject, issuer) ? 'explain.cert.tbsSelf' : 'explain.cert.tbs';
  return step(`cert[${number}].tbsCertificate`, 'RFC 5280, 4.1.1.1', say, {
    value: toHex(tbs),
    number,
    subject: shortName(subject),
    issuer: shortName(issuer),
    until: validity.notAfter.toISOString().slice(0, 10),
    length: tbs.length,
  });
}

/** Where the key comes from that opens the signature; nothing where it is of a kind that is not known here. */
function keySteps(certificate: Certificate, issuer: Certificate, number: number): TraceStep[] {
  const { publicKey } = issuer;
  if (publicKey.algorithm === 'unknown') return [];
  const { n, e } = publicKey.rsa;
  const say = issuer === certificate ? 'explain.cert.keySelf' : 'explain.cert.key';
  const values = { value: n.toString(), number, next: number + 1, bits: bitLength(n), e: e.toString() };
  return [step(`cert[${number}].n`, 'RFC 5280, 6.1.3', say, values)];
}

/** The common name, or the whole where there is none; a very long one is cut. */
function shortName(name: Name): string {
  const [common] = attributeValues(name, COMMON_NAME).slice(-1);
  const rdn = name.findLast((each) => each.some(({ type }) => type === COMMON_NAME));
  const text = formatName(common !== undefined && rdn ? [rdn] : name);
  if (text.length <= MOST_OF_NAME) return text === '' ? '""' : text;
  return `${text.slice(0, MOST_OF_NAME).replace(/[\ud800-\udbff]$/, '')}…`;
}
