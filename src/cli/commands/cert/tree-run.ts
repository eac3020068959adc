/** The work of `crypto cert tree`: the certificates of some files, each below the one that signed it. */
import { CryptoError } from '../../../errors.ts';
import { type Certificate, findExtension, formatName, sameName } from '../../../x509/index.ts';
import { readCertificates } from '../../certificate-file.ts';
import { expectOneStdin } from '../../io/input.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { type Branch, forestOf } from './forest.ts';
import { nameOf } from './name-view.ts';

/** Signatures are verified among all of them. */
const MOST = 1000;

export async function runTree(session: Session, files: readonly string[]): Promise<void> {
  const paths = files.length > 0 ? files : ['-'];
  expectOneStdin(session, ...paths);
  const certificates: Certificate[] = [];
  for (const path of paths) {
    certificates.push(...(await readCertificates(session, path)));
    if (certificates.length > MOST) {
      throw new CryptoError('too-large', session.say('cert.error.treeSize', { most: MOST }));
    }
  }
  const forest = forestOf(certificates);
  if (session.json) {
    session.printJson({ trees: forest.map(branchJson) });
    return;
  }
  for (const branch of forest) session.print(branchLines(session, branch).join('\n'));
}

function branchJson({ certificate, link, children }: Branch): Record<string, unknown> {
  return {
    subject: formatName(certificate.subject),
    issuer: formatName(certificate.issuer),
    serialNumber: certificate.serialNumber.toString(),
    link,
    children: children.map(branchJson),
  };
}

/** `stem` stands before what hangs below, `knot` before the certificate itself. */
function branchLines(session: Session, branch: Branch, knot = '', stem = ''): string[] {
  const { certificate, link, children } = branch;
  const last = children.length - 1;
  return [
    `${knot}${certificateLine(session, certificate)}${linkText(session, link, certificate)}`,
    ...children.flatMap((child, i) =>
      branchLines(
        session,
        child,
        `${stem}${i === last ? '└─ ' : '├─ '}`,
        `${stem}${i === last ? '   ' : '│  '}`,
      ),
    ),
  ];
}

/** Name, whether it is a CA, and until when. */
export function certificateLine(session: Session, { subject, extensions, validity }: Certificate): string {
  const { bold, dim } = colorsOf(session);
  const constraints = findExtension(extensions, 'basicConstraints');
  const name = subject.length === 0 ? session.say('cert.value.emptyName') : nameOf(subject);
  const date = validity.notAfter.toISOString().slice(0, 10);
  const facts = constraints?.cA
    ? session.say('cert.tree.ca', { date })
    : session.say('cert.tree.leaf', { date });
  return `${bold(name)}  ${dim(facts)}`;
}

function linkText(session: Session, link: Branch['link'], { subject, issuer }: Certificate): string {
  const { red } = colorsOf(session);
  switch (link) {
    case 'root':
      return `  ${session.say('cert.tree.root')}`;
    case 'verified':
      return '';
    case 'unverified':
      return `  ${session.say('cert.tree.unverified')}`;
    case 'no-issuer':
      return `  ${session.say('cert.tree.noIssuer', { issuer: nameOf(issuer) })}`;
    case 'not-signed': {
      const key = sameName(subject, issuer) ? 'cert.tree.notSelfSigned' : 'cert.tree.notSigned';
      return `  ${red(session.say(key, { issuer: nameOf(issuer) }))}`;
    }
  }
}
