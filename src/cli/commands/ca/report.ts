/** What is said of a certificate that was just made: where it lies, for whom it is, until when, and its fingerprint. */
import { toHex } from '../../../bytes/index.ts';
import { sha256 } from '../../../hash/index.ts';
import { type Certificate, findExtension, formatGeneralName, formatName } from '../../../x509/index.ts';
import type { Session } from '../../session.ts';
import { colonHex, timeText, visibleText } from '../../visible.ts';

export function certificateFacts(certificate: Certificate) {
  const { serialNumber, subject, issuer, validity, extensions, der } = certificate;
  return {
    serialNumber: serialNumber.toString(),
    subject: formatName(subject),
    issuer: formatName(issuer),
    names: (findExtension(extensions, 'subjectAltName')?.names ?? []).map(formatGeneralName),
    notBefore: validity.notBefore.toISOString(),
    notAfter: validity.notAfter.toISOString(),
    sha256: toHex(sha256(der)),
  };
}

/** One line of what it is, one of until when, and its fingerprint; `where` is a folder or a file, `files` what lies beside it. */
export function tellCertificate(
  session: Session,
  certificate: Certificate,
  where: string,
  files: readonly string[] = [],
): void {
  const { subject, issuer, names } = certificateFacts(certificate);
  const who = [subject, ...names].filter((text) => text !== '').join(', ');
  session.print(session.say('ca.made', { where, who: visibleText(who) }));
  session.print(
    session.say('ca.signedBy', {
      issuer: visibleText(issuer),
      until: timeText(certificate.validity.notAfter),
    }),
  );
  session.print(`SHA-256 ${colonHex(sha256(certificate.der))}`);
  for (const path of files) {
    if (path.endsWith('-key.pem')) session.print(session.say('ca.file.key', { path }));
    if (path.endsWith('-chain.pem')) session.print(session.say('ca.file.chain', { path }));
  }
}
