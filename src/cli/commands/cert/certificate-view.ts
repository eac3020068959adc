/** A certificate for people: every field, long numbers by their ends. */
import { sha1, sha256 } from '../../../hash/index.ts';
import { type Certificate, sameName } from '../../../x509/index.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { colonHex, serialText, shortened, timeText } from '../../visible.ts';
import { type Field, fieldLines } from './field-lines.ts';
import { nameOf } from './name-view.ts';
import {
  extensionLines,
  keyLines,
  longHex,
  signatureLines,
  subjectText,
  type ViewOptions,
} from './signed-view.ts';

const DAY = 86_400_000;

export function certificateLines(session: Session, certificate: Certificate, options: ViewOptions): string[] {
  const { subject, issuer, serialNumber, version, extensions } = certificate;
  const { issuerUniqueId, subjectUniqueId } = certificate;
  const { all } = options;
  const label = (name: 'subject' | 'issuer' | 'serial' | 'key' | 'signature' | 'version') =>
    session.say(`cert.label.${name}`);
  const isSelfIssued = sameName(subject, issuer);
  const fields: Field[] = [
    { label: label('subject'), lines: [subjectText(session, subject, all)] },
    {
      label: label('issuer'),
      lines: [
        isSelfIssued ? session.say('cert.value.itself', { name: nameOf(issuer, all) }) : nameOf(issuer, all),
      ],
    },
    ...validityFields(session, certificate, options),
    { label: label('serial'), lines: [shortened(serialText(serialNumber))] },
    { label: label('key'), lines: keyLines(session, certificate.publicKey, all) },
    { label: label('signature'), lines: signatureLines(session, certificate, all) },
    { label: label('version'), lines: [`v${version}`] },
    ...(issuerUniqueId ? [{ label: 'issuerUniqueID', lines: longHex(session, issuerUniqueId, all) }] : []),
    ...(subjectUniqueId ? [{ label: 'subjectUniqueID', lines: longHex(session, subjectUniqueId, all) }] : []),
  ];
  return [
    ...fieldLines(session, fields),
    ...extensionLines(session, extensions, all),
    ...fingerprintLines(session, certificate),
  ];
}

function validityFields(session: Session, certificate: Certificate, { now }: ViewOptions): Field[] {
  const { notBefore, notAfter } = certificate.validity;
  const days = Math.round((notAfter.getTime() - notBefore.getTime()) / DAY);
  const { red, green } = colorsOf(session);
  const state = () => {
    if (now < notBefore) return red(session.say('cert.value.notYet'));
    const left = Math.floor((notAfter.getTime() - now.getTime()) / DAY);
    // Valid to the end of its last second.
    if (now.getTime() >= notAfter.getTime() + 1000) return red(session.say('cert.value.expired'));
    return green(session.say('cert.value.left', { count: Math.max(0, left) }));
  };
  return [
    { label: session.say('cert.label.notBefore'), lines: [timeText(notBefore)] },
    {
      label: session.say('cert.label.notAfter'),
      lines: [session.say('cert.value.until', { time: timeText(notAfter), days, state: state() })],
    },
  ];
}

function fingerprintLines(session: Session, { der }: Certificate): string[] {
  const { bold } = colorsOf(session);
  // Each on one line, to be compared at a glance.
  return [
    bold(session.say('cert.label.fingerprints')),
    `  SHA-256  ${colonHex(sha256(der))}`,
    `  SHA-1    ${colonHex(sha1(der))}`,
  ];
}
