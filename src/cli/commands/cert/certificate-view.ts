/** Certificates, requests and revocation lists for people: every field, long numbers by their ends. */

import { oidName } from '../../../asn1/index.ts';
import { toHex } from '../../../bytes/index.ts';
import { HASHES, sha1, sha256 } from '../../../hash/index.ts';
import type { PublicKey } from '../../../keys/index.ts';
import { bitLength } from '../../../math/index.ts';
import {
  type Certificate,
  type CertificateList,
  type CertificationRequest,
  type Extension,
  findExtension,
  type Name,
  type Signed,
  sameName,
  verifySignature,
  weakHashOf,
} from '../../../x509/index.ts';
import { derText } from '../../der-view.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { colonHex, serialText, shortened, timeText } from '../../visible.ts';
import { extensionField } from './extension-view.ts';
import { type Field, fieldLines } from './field-lines.ts';
import { nameOf } from './name-view.ts';

/** Hex digits of a long number that are shown from each end, and on a line where all are. */
const END_DIGITS = 16;
const LINE_DIGITS = 64;
/** Entries of a revocation list. */
const SHOWN_REVOKED = 20;
const DAY = 86_400_000;

export interface ViewOptions {
  /** Set to show long numbers and lists in full. */
  readonly all: boolean;
  readonly now: Date;
}

export function certificateLines(session: Session, certificate: Certificate, options: ViewOptions): string[] {
  const { subject, issuer, serialNumber, version, extensions } = certificate;
  const { issuerUniqueId, subjectUniqueId } = certificate;
  const { all } = options;
  const label = (name: Label) => session.say(`cert.label.${name}`);
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

export function requestLines(
  session: Session,
  request: CertificationRequest,
  { all }: ViewOptions,
): string[] {
  const label = (name: Label) => session.say(`cert.label.${name}`);
  const fields: Field[] = [
    { label: label('subject'), lines: [subjectText(session, request.subject, all)] },
    { label: label('key'), lines: keyLines(session, request.publicKey, all) },
    {
      label: label('signature'),
      lines: [...signatureLines(session, request, all), possessionText(session, request)],
    },
    ...request.attributes
      .filter(({ type }) => !EXTENSION_REQUESTS.has(type))
      .map(({ type, values }) => ({
        label: oidName(type) ?? type,
        lines: values.map((value) => derText(session, value)),
      })),
  ];
  return [...fieldLines(session, fields), ...extensionLines(session, request.extensions, all)];
}

/** A request is signed with its own key, which shows that whoever asks has it. */
function possessionText(session: Session, request: CertificationRequest): string {
  const { red } = colorsOf(session);
  const verdict = verifySignature(request, request.publicKey);
  if (verdict.valid) return session.say('cert.value.possession');
  const isUnknown = verdict.reason === 'unsupported-key' || verdict.reason === 'unsupported-signature';
  return isUnknown
    ? session.say('cert.value.possessionUnknown')
    : red(session.say('cert.value.noPossession'));
}

export function crlLines(session: Session, crl: CertificateList, options: ViewOptions): string[] {
  const { all, now } = options;
  const label = (name: Label) => session.say(`cert.label.${name}`);
  const overdue = crl.nextUpdate !== undefined && crl.nextUpdate < now;
  const next = crl.nextUpdate ? timeText(crl.nextUpdate) : session.say('cert.value.none');
  const fields: Field[] = [
    { label: label('issuer'), lines: [nameOf(crl.issuer, all)] },
    { label: label('thisUpdate'), lines: [timeText(crl.thisUpdate)] },
    {
      label: label('nextUpdate'),
      lines: [overdue ? session.say('cert.value.overdue', { time: next }) : next],
    },
    { label: label('signature'), lines: signatureLines(session, crl, all) },
    { label: label('version'), lines: [`v${crl.version}`] },
  ];
  return [
    ...fieldLines(session, fields),
    ...extensionLines(session, crl.extensions, all),
    ...revokedLines(session, crl, all),
  ];
}

type Label = 'subject' | 'issuer' | 'serial' | 'key' | 'signature' | 'version' | 'thisUpdate' | 'nextUpdate';

const EXTENSION_REQUESTS: ReadonlySet<string> = new Set(['1.2.840.113549.1.9.14', '1.3.6.1.4.1.311.2.1.14']);

function revokedLines(session: Session, { revoked }: CertificateList, all: boolean): string[] {
  const { bold } = colorsOf(session);
  if (revoked.length === 0) return [bold(session.say('cert.value.noneRevoked'))];
  const shown = all ? revoked : revoked.slice(0, SHOWN_REVOKED);
  const fields = shown.map(({ serialNumber, revocationDate, extensions }) => {
    const reason = findExtension(extensions, 'reasonCode')?.reason;
    const others = extensions.filter(({ value }) => value.kind !== 'reasonCode');
    return {
      label: shortened(serialText(serialNumber)),
      lines: [
        [timeText(revocationDate), ...(reason === undefined ? [] : [reason])].join('  '),
        ...others.map((extension) => {
          const { label, lines } = extensionField(session, extension, all);
          return `${label.trim()}: ${lines.join(' ')}`;
        }),
      ],
    };
  });
  const more = revoked.length - shown.length;
  return [
    bold(session.say('cert.value.revoked', { count: revoked.length })),
    ...fieldLines(session, fields, 2),
    ...(more > 0 ? [`  ${session.say('cert.value.moreRevoked', { count: more })}`] : []),
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

function extensionLines(session: Session, extensions: readonly Extension[], all: boolean): string[] {
  if (extensions.length === 0) return [];
  const { bold } = colorsOf(session);
  const fields = extensions.map((extension) => extensionField(session, extension, all));
  return [bold(session.say('cert.label.extensions')), ...fieldLines(session, fields)];
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

function subjectText(session: Session, subject: Name, all: boolean): string {
  return subject.length === 0 ? session.say('cert.value.emptyName') : nameOf(subject, all);
}

function keyLines(session: Session, key: PublicKey, all: boolean): string[] {
  if (key.algorithm === 'unknown') {
    const known = key.name === key.oid ? key.name : `${key.name} (${key.oid})`;
    return [session.say('cert.value.unknownKey', { name: known })];
  }
  const { n, e } = key.rsa;
  const digits = n.toString(16);
  const [first = '', ...rest] = longHex(
    session,
    digits.padStart(digits.length + (digits.length % 2), '0'),
    all,
  );
  const kind = key.algorithm === 'rsa' ? 'RSA' : 'RSASSA-PSS';
  const exponent = e < 2n ** 64n ? e.toString() : `0x${shortened(e.toString(16), 32)}`;
  return [
    session.say('cert.value.rsaKey', { kind, bits: bitLength(n), e: exponent }),
    `n = ${first}`,
    ...rest.map((line) => `    ${line}`),
  ];
}

function signatureLines(session: Session, signed: Signed, all: boolean): string[] {
  const { signatureAlgorithm, signature } = signed;
  const { scheme, oid } = signatureAlgorithm;
  const known = signatureAlgorithm.name === oid ? (oidName(oid) ?? oid) : signatureAlgorithm.name;
  const name =
    scheme?.scheme === 'rsa-pss'
      ? session.say('cert.value.pss', {
          name: known,
          hash: scheme.hash,
          mgfHash: scheme.mgfHash ?? scheme.hash,
          salt: scheme.saltLength ?? HASHES[scheme.hash].digestLength,
        })
      : known;
  const weak = weakHashOf(signatureAlgorithm);
  const { red } = colorsOf(session);
  return [
    weak ? `${name} ${red(session.say('cert.value.weakHash', { hash: weak }))}` : name,
    ...longHex(session, signature, all),
  ];
}

/** Hex on lines; without `all` its ends and how many bytes there are. */
function longHex(session: Session, value: Uint8Array | string, all: boolean): string[] {
  const digits = typeof value === 'string' ? value : toHex(value);
  if (all) return digits.match(new RegExp(`.{1,${LINE_DIGITS}}`, 'g')) ?? [''];
  if (digits.length <= LINE_DIGITS) return [digits];
  const bytes = `${digits.slice(0, END_DIGITS)}…${digits.slice(-END_DIGITS)}`;
  return [session.say('cert.asn1.cut', { bytes, count: digits.length / 2 })];
}
