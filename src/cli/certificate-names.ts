/** The names a certificate is for, as they are typed: `--dns`, `--ip`, `--email`, `--subject`. */
import { domainToASCII } from 'node:url';
import { Option } from '@commander-js/extra-typings';
import { TAG } from '../asn1/index.ts';
import { excerpt } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { COMMON_NAME } from '../x509/attribute-types.ts';
import { type GeneralName, type Name, parseIp, parseName } from '../x509/index.ts';
import { errorText } from './chinese/errors.ts';
import type { Session } from './session.ts';

export interface NameOptions {
  readonly dns?: readonly string[] | undefined;
  readonly ip?: readonly string[] | undefined;
  readonly email?: readonly string[] | undefined;
  readonly subject?: string | undefined;
}

/** Names in one certificate. */
const MOST = 100;
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
  if (dns.length + ip.length + email.length > MOST) {
    throw new CryptoError('too-large', session.say('ca.error.names', { most: MOST }));
  }
  return [
    ...dns.map((text): GeneralName => ({ kind: 'dNSName', value: hostName(session, text) })),
    ...ip.map((text): GeneralName => ({ kind: 'iPAddress', bytes: address(session, text) })),
    ...email.map((text): GeneralName => ({ kind: 'rfc822Name', value: mailbox(session, text) })),
  ];
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
  const [first] = names;
  const text =
    first === undefined
      ? ''
      : first.kind === 'iPAddress'
        ? first.bytes.join('.')
        : 'value' in first
          ? first.value
          : '';
  if (text === '' || text.length > COMMON_NAME_MOST) return [];
  return [[{ type: COMMON_NAME, value: { tag: TAG.utf8String, text } }]];
}

/** In A-labels and small letters; `*` may be the first label. */
export function hostName(session: Session, text: string): string {
  if (parseIp(text)) throw new CryptoError('bad-argument', session.say('ca.error.dnsIsIp', { got: text }));
  const [, star = '', rest = ''] = /^(\*\.)?(.*)$/s.exec(text) ?? [];
  const plain = rest.replace(/\.$/, '');
  const host = /^[\x21-\x7e]*$/.test(plain) ? plain.toLowerCase() : domainToASCII(plain);
  const isHost =
    host.length > 0 &&
    star.length + host.length <= 253 &&
    host.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) &&
    !/^[\d.]+$/.test(host);
  if (isHost) return star + host;
  throw new CryptoError('bad-argument', session.say('ca.error.dns', { got: excerpt(text) }));
}

function address(session: Session, text: string): Uint8Array {
  const bytes = parseIp(text);
  if (bytes) return bytes;
  throw new CryptoError('bad-argument', session.say('ca.error.ip', { got: excerpt(text) }));
}

function mailbox(session: Session, text: string): string {
  if (/^[\x21-\x7e]+@[a-z0-9.-]+$/i.test(text) && text.length <= 254) return text;
  throw new CryptoError('bad-argument', session.say('ca.error.email', { got: excerpt(text) }));
}
