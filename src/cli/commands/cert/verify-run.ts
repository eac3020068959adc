/** The work of `crypto cert verify`: the verdict, the chain as a tree, and what was not checked. */
import { toHex } from '../../../bytes/index.ts';
import { explainCertificateChain } from '../../../explain/index.ts';
import { sha256 } from '../../../hash/index.ts';
import type { Trace } from '../../../trace/index.ts';
import {
  type Certificate,
  type CertificateList,
  type ChainFinding,
  type ChainRefusal,
  type ChainSuccess,
  type ChainVerdict,
  formatName,
  type Purpose,
  type RevocationCheck,
  verifyChain,
} from '../../../x509/index.ts';
import { readCertificates, readCrls } from '../../certificate-file.ts';
import { toALabels } from '../../certificate-names.ts';
import { CheckFailed } from '../../check-failed.ts';
import { expectOneStdin } from '../../io/input.ts';
import { listed } from '../../lists.ts';
import { withOptionNames } from '../../option-names.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { secondText, visibleText } from '../../visible.ts';
import { prose } from '../../wrap.ts';
import { plain } from './certificate-json.ts';
import { tellBriefly } from './show-explain.ts';
import { certificateLine } from './tree-run.ts';
import { findingText, hintText, named } from './verdict-text.ts';

export interface VerifyOptions {
  readonly ca: readonly string[];
  readonly untrusted?: readonly string[] | undefined;
  readonly host?: string | undefined;
  readonly email?: string | undefined;
  readonly at?: Date | undefined;
  readonly crl?: readonly string[] | undefined;
  readonly crlCheck?: Exclude<RevocationCheck, 'none'> | undefined;
  readonly purpose?: Purpose | undefined;
  readonly allowWeak?: true | undefined;
  readonly maxDepth?: number | undefined;
  readonly strict?: true | undefined;
  readonly explain?: true | undefined;
}

export async function runVerify(
  session: Session,
  path: string | undefined,
  options: VerifyOptions,
): Promise<void> {
  const { ca, untrusted = [], crl = [], host, email, at = new Date(), crlCheck } = options;
  expectOneStdin(session, path ?? '-', ...ca, ...untrusted, ...crl);
  const [leaf, ...sent] = await readCertificates(session, path);
  const anchors = await readAllOf(ca, (file) => readCertificates(session, file));
  const intermediates = [...sent, ...(await readAllOf(untrusted, (file) => readCertificates(session, file)))];
  const crls: CertificateList[] = await readAllOf(crl, (file) => readCrls(session, file));
  const verdict = withOptionNames({ host: '--host' }, () =>
    verifyChain(leaf!, {
      anchors,
      intermediates,
      crls,
      ...(crlCheck && { revocation: crlCheck }),
      host: host === undefined ? undefined : toALabels(host),
      email,
      purpose: options.purpose,
      at,
      allowWeak: options.allowWeak,
      strict: options.strict,
      maxDepth: options.maxDepth,
    }),
  );
  const trace = options.explain && traceOf(verdict);
  if (trace && !session.json) tellBriefly(session, trace, 'stderr');
  if (!verdict.valid) throw refuse(session, verdict, trace);
  for (const { remark, certificate, value } of verdict.remarks) {
    session.note(`cert.verify.remark.${remark}`, { who: named(session, certificate.subject), value });
  }
  if (session.json) {
    session.printJson({
      valid: true,
      chain: verdict.chain.map(summary),
      remarks: verdict.remarks.map(({ remark, depth, value }) => ({ remark, depth, value })),
      revocationUnknown: verdict.revocationUnknown.map(({ subject }) => formatName(subject)),
      ...(trace && { trace }),
    });
    return;
  }
  session.print(colorsOf(session).green(session.say('cert.verify.valid')));
  session.print(chainLines(session, verdict).join('\n'));
  session.print(checkedLines(session, options, verdict, at).join('\n'));
}

async function readAllOf<T>(paths: readonly string[], read: (path: string) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (const path of paths) for (const each of await read(path)) all.push(each);
  return all;
}

/** The signatures of the chain that was found, with the key that did not fit one, where that is the fault. */
function traceOf(verdict: ChainVerdict): Trace {
  const issuer = !verdict.valid && 'issuer' in verdict.finding ? verdict.finding.issuer : undefined;
  const above = issuer && 'der' in issuer && !verdict.chain.includes(issuer) ? [issuer] : [];
  return explainCertificateChain([...verdict.chain, ...above]);
}

/** Prints what there is to see; the sentence itself goes to stderr, as every failure. */
function refuse(session: Session, refusal: ChainRefusal, trace: Trace | undefined): CheckFailed {
  const { finding, reason, depth, certificate, chain, anchored, opensslError } = refusal;
  const who = named(session, certificate.subject);
  const sentence = findingText(session, finding);
  const hint = hintText(session, refusal);
  if (!session.json) {
    const { red } = colorsOf(session);
    session.print(red(session.say('cert.verify.invalid', { reason })));
    session.print(chainLines(session, refusal).join('\n'));
    session.print(
      opensslError === undefined
        ? session.say('cert.verify.opensslNone')
        : session.say('cert.verify.openssl', { number: opensslError, depth }),
    );
    if (hint !== undefined) session.print(prose(session.stdout, hint));
  }
  return new CheckFailed(session.say('cert.verify.message', { who, sentence }), {
    valid: false,
    reason,
    depth,
    certificate: summary(certificate),
    evidence: evidence(finding),
    chain: chain.map(summary),
    anchored,
    ...(opensslError !== undefined && { opensslError }),
    ...(trace && { trace }),
  });
}

export function summary({
  subject,
  issuer,
  serialNumber,
  validity,
  der,
}: Certificate): Record<string, unknown> {
  return {
    subject: formatName(subject),
    issuer: formatName(issuer),
    serialNumber: serialNumber.toString(),
    validity: plain(validity),
    sha256: toHex(sha256(der)),
  };
}

/** What was found, as data; names as text, certificates in short, errors as what they say. */
export function evidence({ reason: _, ...found }: ChainFinding): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(found).map(([name, value]: [string, unknown]) => {
      if (name === 'root' || (name === 'issuer' && Array.isArray(value))) {
        return [name, formatName(value as Certificate['subject'])];
      }
      if (name === 'issuer' || name === 'by') return [name, summary(value as Certificate)];
      if (name === 'verdict') return [name, verdictJson(value as Record<string, unknown>)];
      return [name, plain(value)];
    }),
  );
}

function verdictJson(verdict: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(verdict).map(([name, value]) => [
      name,
      value instanceof Error ? value.message : plain(value),
    ]),
  );
}

/** From the top down, each below the one that signed it. */
function chainLines(session: Session, verdict: ChainVerdict): string[] {
  const { chain } = verdict;
  const { red, green } = colorsOf(session);
  const anchored = verdict.valid || verdict.anchored;
  const top = verdict.valid ? undefined : unknownIssuer(session, verdict.finding);
  const lines = chain.toReversed().map((certificate, i) => {
    const depth = chain.length - 1 - i;
    const marks = [
      ...(anchored && i === 0 ? [green(session.say('cert.verify.anchor'))] : []),
      ...(!verdict.valid && verdict.depth === depth ? [red(session.say('cert.verify.here'))] : []),
    ];
    return [certificateLine(session, certificate), ...marks].join('  ');
  });
  return [...(top === undefined ? [] : [top]), ...lines].map(
    (line, i) => `${i === 0 ? '' : `${'   '.repeat(i - 1)}└─ `}${line}`,
  );
}

/** What would stand at the top, and is not there; or stands there, and did not sign what is below. */
function unknownIssuer(session: Session, finding: ChainFinding): string | undefined {
  if (finding.reason === 'missing-issuer') {
    return session.say('cert.verify.unknownIssuer', { issuer: named(session, finding.issuer) });
  }
  if (finding.reason === 'bad-signature' || finding.reason === 'unsupported-key') {
    return certificateLine(session, finding.issuer);
  }
  return undefined;
}

function checkedLines(
  session: Session,
  options: VerifyOptions,
  { chain, revocationUnknown }: ChainSuccess,
  at: Date,
): string[] {
  const { host, email } = options;
  const purpose = options.purpose ?? (host === undefined ? undefined : 'server');
  const asked = chain.slice(0, -1).filter((certificate) => !revocationUnknown.includes(certificate));
  const checked = [
    // Of a certificate that is trusted itself, nobody's signature counts.
    ...(chain.length > 1 ? [session.say('cert.verify.signatures')] : []),
    session.say('cert.verify.dates', { at: secondText(at) }),
    ...(purpose === undefined || purpose === 'any' ? [] : [session.say('cert.verify.purpose', { purpose })]),
    ...(host === undefined ? [] : [session.say('cert.verify.host', { host })]),
    ...(email === undefined ? [] : [session.say('cert.verify.email', { email: visibleText(email) })]),
    ...revocationTexts(session, asked, chain.length - 1),
  ];
  const unchecked = [
    ...(host === undefined && email === undefined ? [session.say('cert.verify.noHost')] : []),
    ...revocationTexts(session, revocationUnknown, chain.length - 1).map((what) =>
      session.say('cert.verify.noRevocation', { what }),
    ),
  ];
  const lines = [session.say('cert.verify.checked', { checked: listed(session, checked) })];
  if (unchecked.length > 0) {
    lines.push(session.say('cert.verify.unchecked', { unchecked: listed(session, unchecked) }));
  }
  return lines.map((line) => prose(session.stdout, line));
}

/** Of all that could be revoked, or of some of them by name. */
function revocationTexts(session: Session, certificates: readonly Certificate[], all: number): string[] {
  if (certificates.length === 0) return [];
  if (certificates.length === all) return [session.say('cert.verify.revocation')];
  const names = listed(
    session,
    certificates.map(({ subject }) => named(session, subject)),
  );
  return [session.say('cert.verify.revocationOf', { names })];
}
