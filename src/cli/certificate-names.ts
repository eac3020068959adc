/** The names a certificate is for, as they are typed: `--dns`, `--ip`, `--email`, `--subject`. */
import { domainToASCII } from 'node:url';
import { Option } from '@commander-js/extra-typings';
import { TAG } from '../asn1/index.ts';
import { excerpt } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { COMMON_NAME } from '../x509/attribute-types.ts';
import {
  formatGeneralName,
  formatIp,
  type GeneralName,
  type Name,
  parseIp,
  parseName,
} from '../x509/index.ts';
import { errorText } from './chinese/errors.ts';
import type { Session } from './session.ts';

export interface NameOptions {
  readonly dns?: readonly string[] | undefined;
  readonly ip?: readonly string[] | undefined;
  readonly email?: readonly string[] | undefined;
  readonly subject?: string | undefined;
}

/** Names in one certificate. */
export const MOST_NAMES = 100;
/** Characters of a CN (RFC 5280, A.1: ub-common-name). */
const COMMON_NAME_MOST = 64;

/** The options, each of which may be given several times. */
export function nameOptions(session: Session) {
  const several = (flags: string, description: string) =>
    new Option(flags, description).argParser<readonly string[]>((value, previous) => [
      ...(previous ?? []),
      value,
    ]);
  return {
    dns: several('--dns <name>', session.say('ca.opt.dns')) as Option<
      '--dns <name>',
      undefined,
      undefined,
      readonly string[]
    >,
    ip: several('--ip <address>', session.say('ca.opt.ip')) as Option<
      '--ip <address>',
      undefined,
      undefined,
      readonly string[]
    >,
    email: several('--email <mailbox>', session.say('ca.opt.email')) as Option<
      '--email <mailbox>',
      undefined,
      undefined,
      readonly string[]
    >,
  };
}

/** For the subjectAltName, in the order host names, addresses, mailboxes. */
export function alternativeNames(
  session: Session,
  { dns = [], ip = [], email = [] }: NameOptions,
): GeneralName[] {
  if (dns.length + ip.length + email.length > MOST_NAMES) {
    throw new CryptoError('too-large', session.say('ca.error.names', { most: MOST_NAMES }));
  }
  const names = [
    ...dns.map((text): GeneralName => ({ kind: 'dNSName', value: hostName(session, text) })),
    ...ip.map((text): GeneralName => ({ kind: 'iPAddress', bytes: address(session, text) })),
    ...email.map((text): GeneralName => ({ kind: 'rfc822Name', value: mailbox(session, text) })),
  ];
  return [...new Map(names.map((name) => [formatGeneralName(name), name])).values()];
}

/** What `--subject` says; else the first name as CN, where it fits. */
export function subjectName(
  session: Session,
  subject: string | undefined,
  names: readonly GeneralName[],
): Name {
  if (subject !== undefined) {
    try {
      return parseName(subject);
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      throw new CryptoError(error.code, errorText(session, error).replace(/^name(?=[:：])/, '--subject'));
    }
  }
  const text = commonName(names[0]);
  if (text === '' || text.length > COMMON_NAME_MOST) return [];
  return [[{ type: COMMON_NAME, value: { tag: TAG.utf8String, text } }]];
}

function commonName(first: GeneralName | undefined): string {
  switch (first?.kind) {
    case 'dNSName':
    case 'rfc822Name':
      return first.value;
    case 'iPAddress':
      return formatIp(first.bytes);
    default:
      return '';
  }
}

/** In A-labels and small letters; `*` may stand for the first label where two more follow it, as clients demand. */
function hostName(session: Session, text: string): string {
  if (parseIp(text)) throw new CryptoError('bad-argument', session.say('ca.error.dnsIsIp', { got: text }));
  const star = text.startsWith('*.') ? '*.' : '';
  const host = asciiHost(text.slice(star.length).replace(/\.$/, ''));
  if (host === undefined || star.length + host.length > MOST_IN_HOST) {
    throw new CryptoError('bad-argument', session.say('ca.error.dns', { got: excerpt(text) }));
  }
  if (star && !host.includes('.')) {
    throw new CryptoError('bad-argument', session.say('ca.error.wideStar', { got: excerpt(text) }));
  }
  return star + host;
}

const MOST_IN_HOST = 253;

/** A host name as DNS and certificates have it (RFC 5890): letters beyond ASCII as A-labels. What is no name stays as it is. */
export function toALabels(text: string): string {
  // The conversion would pass over control characters.
  const isInternational = /\P{ASCII}/u.test(text) && !/[\p{Cc}\s]/u.test(text);
  return isInternational ? domainToASCII(text) || text : text;
}

/** Undefined for what is none: labels of letters, digits and hyphens (RFC 1123, 2.1), and `_`, which some use. */
function asciiHost(text: string): string | undefined {
  const host = toALabels(text).toLowerCase();
  const isHost =
    host.length <= MOST_IN_HOST &&
    host.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) &&
    // Four numbers that are no address would be taken for one.
    !/(^|\.)\d+$/.test(host);
  return isHost ? host : undefined;
}

function address(session: Session, text: string): Uint8Array {
  const bytes = parseIp(text.replace(/^\[(.*)\]$/, '$1'));
  if (bytes) return bytes;
  throw new CryptoError('bad-argument', session.say('ca.error.ip', { got: excerpt(text) }));
}

/** RFC 5321, 4.1.2, without quoted ones: what stands before the @ is kept as it is, the host is written in A-labels. */
function mailbox(session: Session, text: string): string {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const host = asciiHost(text.slice(at + 1));
  if (/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/i.test(local) && host !== undefined) return `${local}@${host}`;
  throw new CryptoError('bad-argument', session.say('ca.error.email', { got: excerpt(text) }));
}

/** Whether what somebody asks for is a name that we would have taken ourselves. */
export function isUsualName(name: GeneralName): boolean {
  switch (name.kind) {
    case 'dNSName': {
      const star = name.value.startsWith('*.') ? '*.' : '';
      const host = asciiHost(name.value.slice(star.length));
      return (
        host !== undefined && star + host === name.value.toLowerCase() && (star === '' || host.includes('.'))
      );
    }
    case 'iPAddress':
      return name.bytes.length === 4 || name.bytes.length === 16;
    case 'rfc822Name':
      return (
        /^[\x21-\x3f\x41-\x7e]{1,64}@[^@]+$/.test(name.value) &&
        asciiHost(name.value.split('@')[1]!) !== undefined
      );
    case 'uniformResourceIdentifier':
      return /^[a-z][a-z0-9+.-]*:[\x21-\x7e]{1,2000}$/i.test(name.value);
    default:
      return false;
  }
}
