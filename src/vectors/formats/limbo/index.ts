/**
 * x509-limbo's test cases, each a chain of certificates to be believed or not.
 *
 * A case whose chain needs a signature that is not done here is skipped whatever is expected: a refusal for another reason
 * would prove nothing. So are features that limbo itself calls optional, where they are not done here.
 */
import { CryptoError } from '../../../errors.ts';
import type { Field, Saying } from '../../request.ts';
import { saying } from '../../saying.ts';
import type { SingleCheck, VectorCase, VectorFile } from '../../vector-file.ts';
import { isObject, JsonObject } from '../json.ts';
import { hasShortKey, unknownAlgorithm } from './chain.ts';

const MAX_CASES = 200_000;
const MAX_CERTIFICATES = 1000;

/** What it is for each feature that is done here; any other is skipped, as limbo asks of those who do not know it. */
const FEATURES: Readonly<Record<string, { readonly strict?: true }>> = {
  // For implementations without policies, as ours.
  'no-cert-policies': {},
  'name-constraint-dn': {},
  'max-chain-depth': {},
  'denial-of-service': {},
  'pedantic-serial-number': {},
  'pedantic-rfc5280': { strict: true },
};

/** Limbo's names of extended key usages, and for what a certificate is then asked. */
const PURPOSES: Readonly<Record<string, string>> = {
  serverAuth: 'server',
  clientAuth: 'client',
  emailProtection: 'email-sign',
  codeSigning: 'code',
};

/** RFC 5280's second name of contentCommitment is the one that is known here. */
const USAGES: Readonly<Record<string, string>> = {
  contentCommitment: 'nonRepudiation',
  encipher_only: 'encipherOnly',
  decipher_only: 'decipherOnly',
};

/** Whether a JSON value has the shape. */
export function looksLikeLimbo(value: unknown): value is Record<string, unknown> {
  return isObject(value) && Array.isArray(value.testcases);
}

export function readLimbo(name: string, value: unknown): VectorFile {
  const file = new JsonObject(name, '', value);
  if (file.value('version') !== 1)
    throw file.fault('version 1 of x509-limbo', file.value('version'), 'version');
  const testcases = file.objects('testcases');
  if (testcases.length > MAX_CASES) {
    throw new CryptoError(
      'too-large',
      `${name}: expected at most ${MAX_CASES} cases, got ${testcases.length}`,
    );
  }
  return { name, format: 'x509-limbo', algorithm: 'X.509', cases: testcases.map(caseOf) };
}

function caseOf(testcase: JsonObject): VectorCase {
  const features = testcase.texts('features');
  const importance = testcase.textOr('importance', undefined);
  const flags = importance === undefined ? features : [...features, `importance-${importance}`];
  const base = { id: testcase.text('id'), comment: firstLine(testcase.textOr('description', '')), flags };
  const certificates = certificatesOf(testcase);
  const isBelieved = expectedOf(testcase);
  const purpose = purposeOf(testcase);
  const skip =
    skippedFeature(features) ??
    unknownSignature(certificates) ??
    ('say' in purpose ? purpose : undefined) ??
    keyRule(base.id, isBelieved, certificates) ??
    notWired(testcase, isBelieved);
  if (skip) return { ...base, checks: [], skip };
  // Tests of the profile, whose rules are for who asks for strictness.
  const isStrict = base.id.startsWith('rfc5280::') || features.some((feature) => FEATURES[feature]?.strict);
  const fields: Record<string, Field> = {
    ...certificates,
    at: testcase.textOr('validation_time', '') || new Date().toISOString(),
    ...('purpose' in purpose && { purpose: purpose.purpose }),
    ...(testcase.has('max_chain_depth') && { maxDepth: testcase.integer('max_chain_depth') }),
    ...(testcase.texts('crls').length > 0 && { crls: testcase.texts('crls') }),
    ...(testcase.texts('key_usage').length > 0 && { keyUsage: usagesOf(testcase) }),
    ...(isStrict && { strict: true }),
  };
  const names = peerNames(testcase);
  const requests = names.length === 0 ? [fields] : names.map((peer) => ({ ...fields, ...peer }));
  const checks = requests.map(
    (each): SingleCheck => ({
      request: { op: 'certificate-verify', fields: each },
      want: { kind: 'output', output: isBelieved },
    }),
  );
  return { ...base, checks };
}

interface Certificates {
  readonly leaf: string;
  readonly intermediates: readonly string[];
  readonly anchors: readonly string[];
}

function certificatesOf(testcase: JsonObject): Certificates & Record<string, Field> {
  const [intermediates, anchors] = [
    testcase.texts('untrusted_intermediates'),
    testcase.texts('trusted_certs'),
  ];
  const count = intermediates.length + anchors.length;
  if (count > MAX_CERTIFICATES) throw testcase.fault(`at most ${MAX_CERTIFICATES} certificates`, count);
  return { leaf: testcase.text('peer_certificate'), intermediates, anchors };
}

function expectedOf(testcase: JsonObject): boolean {
  const expected = testcase.text('expected_result');
  if (expected === 'SUCCESS') return true;
  if (expected === 'FAILURE') return false;
  throw testcase.fault('SUCCESS or FAILURE', expected, 'expected_result');
}

function skippedFeature(features: readonly string[]): Saying | undefined {
  const feature = features.find((each) => !Object.hasOwn(FEATURES, each));
  return feature === undefined ? undefined : saying('vectors.skip.limboFeature', { feature });
}

function unknownSignature(certificates: Certificates): Saying | undefined {
  const name = unknownAlgorithm(certificates.leaf, [...certificates.intermediates, ...certificates.anchors]);
  return name === undefined ? undefined : saying('vectors.skip.algorithm', { name });
}

/** That of the extended key usage that is asked for; else that of the peer. */
function purposeOf(testcase: JsonObject): { readonly purpose: string } | Saying {
  const usages = testcase.texts('extended_key_usage');
  const kind = testcase.text('validation_kind');
  if (usages.length === 0) return { purpose: kind === 'CLIENT' ? 'client' : 'server' };
  const [usage] = usages;
  const purpose = usages.length === 1 && Object.hasOwn(PURPOSES, usage!) ? PURPOSES[usage!] : undefined;
  if (purpose !== undefined) return { purpose };
  return saying('vectors.skip.limboNotWired', { field: 'extended_key_usage', value: usages.join(' ') });
}

/** Limbo's Web PKI cases refuse RSA keys that RFC 5280 has no word about. */
function keyRule(id: string, isBelieved: boolean, certificates: Certificates): Saying | undefined {
  if (isBelieved || !id.startsWith('webpki::')) return undefined;
  const all = [certificates.leaf, ...certificates.intermediates, ...certificates.anchors];
  return hasShortKey(all) ? saying('vectors.skip.limboKeyRule', {}) : undefined;
}

/** What narrows the choice of signatures is not asked; who passes without it passes all the same where it should. */
function notWired(testcase: JsonObject, isBelieved: boolean): Saying | undefined {
  const algorithms = testcase.texts('signature_algorithms');
  if (!isBelieved && algorithms.length > 0) {
    return saying('vectors.skip.limboNotWired', {
      field: 'signature_algorithms',
      value: algorithms.join(' '),
    });
  }
  const names = peerNames(testcase);
  if (!isBelieved && names.length > 1) {
    return saying('vectors.skip.limboNotWired', {
      field: 'expected_peer_names',
      value: String(names.length),
    });
  }
  return undefined;
}

function usagesOf(testcase: JsonObject): string[] {
  return testcase.texts('key_usage').map((usage) => (Object.hasOwn(USAGES, usage) ? USAGES[usage]! : usage));
}

/** Each as a field of the request: a host, an address as one, or a mailbox. */
function peerNames(testcase: JsonObject): Record<string, string>[] {
  const one = testcase.has('expected_peer_name') ? [testcase.object('expected_peer_name')] : [];
  const more = testcase.has('expected_peer_names') ? testcase.objects('expected_peer_names') : [];
  return [...one, ...more].map((peer) => {
    const kind = peer.text('kind');
    if (kind !== 'DNS' && kind !== 'IP' && kind !== 'RFC822')
      throw peer.fault('DNS, IP or RFC822', kind, 'kind');
    return { [kind === 'RFC822' ? 'email' : 'host']: peer.text('value') };
  });
}

/** The description is a page of Markdown. */
function firstLine(description: string): string {
  const [first = ''] = description.split('\n');
  return first.slice(0, 200);
}
