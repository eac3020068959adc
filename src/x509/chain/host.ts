/**
 * Whether a certificate is for the host that was meant (RFC 9525): the dNSNames and iPAddresses of its subjectAltName count,
 * and nothing else. The CN does not: it never said whether it is a host.
 */
import { equalConstantTime, excerpt } from '../../bytes/index.ts';
import { CryptoError, expectText } from '../../errors.ts';
import { EMAIL_ADDRESS } from '../attribute-types.ts';
import type { Certificate } from '../certificate.ts';
import { findExtension } from '../extensions/extension.ts';
import { formatGeneralName, type GeneralName } from '../general-name.ts';
import { parseIp } from '../ip-address.ts';
import { attributeValues } from '../name.ts';
import type { ChainFinding } from './verdict.ts';

/** What was meant: a host name in lower case without the dot at its end, or an address. */
export type Host = { readonly dns: string } | { readonly ip: Uint8Array };

/** `bad-argument` unless `text` is a host name (in A-labels) or an IP address. */
export function parseHost(text: string): Host {
  expectText('host', text);
  const ip = parseIp(text.replace(/^\[(.*)\]$/, '$1'));
  if (ip) return { ip };
  const dns = text.toLowerCase().replace(/\.$/, '');
  const isName =
    dns.length <= 253 &&
    dns.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
  if (isName) return { dns };
  throw new CryptoError(
    'bad-argument',
    `host: expected a host name such as bob.example, or an IP address, got ${excerpt(text)}`,
  );
}

/** Undefined where the certificate is for that host. */
export function hostFinding(certificate: Certificate, host: string): ChainFinding | undefined {
  const wanted = parseHost(host);
  const names = alternativeNames(certificate);
  const matches =
    'ip' in wanted
      ? names.some((name) => name.kind === 'iPAddress' && equalConstantTime(name.bytes, wanted.ip))
      : names.some((name) => name.kind === 'dNSName' && matchesDnsName(wanted.dns, name.value));
  if (matches) return undefined;
  const shown = names.filter(({ kind }) => kind === 'dNSName' || kind === 'iPAddress');
  return { reason: 'wrong-host', host, names: shown.map(formatGeneralName) };
}

/**
 * RFC 9525, 6.3: label by label, whatever the case; `*` may stand for the whole first label, and for one label only. As
 * everywhere else, at least two labels must follow it.
 */
function matchesDnsName(host: string, presented: string): boolean {
  const name = presented.toLowerCase();
  if (!name.startsWith('*.')) return name === host;
  const rest = name.slice(1);
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot) === rest && /^(\.[^.*]+){2,}$/.test(rest);
}

/** Undefined where the certificate is for that mailbox: the part before the @ letter by letter, the host whatever its case. */
export function emailFinding(certificate: Certificate, email: string): ChainFinding | undefined {
  expectText('email', email);
  const names = [
    ...alternativeNames(certificate).flatMap((name) => (name.kind === 'rfc822Name' ? [name.value] : [])),
    ...attributeValues(certificate.subject, EMAIL_ADDRESS),
  ];
  if (names.some((name) => comparableMailbox(name) === comparableMailbox(email))) return undefined;
  return { reason: 'wrong-email', email, names };
}

function comparableMailbox(text: string): string {
  const at = text.lastIndexOf('@');
  return text.slice(0, at) + text.slice(at).toLowerCase();
}

function alternativeNames({ extensions }: Certificate): readonly GeneralName[] {
  return findExtension(extensions, 'subjectAltName')?.names ?? [];
}
