/**
 * Whether a name lies in the subtree that a name constraint describes (RFC 5280, 4.2.1.10), for each kind of name that has
 * such subtrees.
 */
import { isBelow } from '../compare-names.ts';
import type { GeneralName } from '../general-name.ts';

/** `unsupported` where the kind, or the way the constraint is written, is not known. */
export type InSubtree = boolean | 'unsupported';

/** `base` and `name` are of one kind. `mayBe` is set for excluded subtrees: it is enough that a wildcard could be in one. */
export function inSubtree(name: GeneralName, base: GeneralName, mayBe: boolean): InSubtree {
  if (name.kind === 'dNSName' && base.kind === 'dNSName') return dnsInSubtree(name.value, base.value, mayBe);
  if (name.kind === 'rfc822Name' && base.kind === 'rfc822Name')
    return mailboxInSubtree(name.value, base.value);
  if (name.kind === 'uniformResourceIdentifier' && base.kind === 'uniformResourceIdentifier') {
    return uriInSubtree(name.value, base.value);
  }
  if (name.kind === 'iPAddress' && base.kind === 'iPAddress') return ipInSubtree(name.bytes, base.bytes);
  if (name.kind === 'directoryName' && base.kind === 'directoryName') return isBelow(name.name, base.name);
  return 'unsupported';
}

/** The base itself, and all that have more labels in front; below the base alone where it begins with a dot. */
function dnsInSubtree(name: string, base: string, mayBe: boolean): InSubtree {
  const [host, domain] = [name.toLowerCase(), base.toLowerCase()];
  if (domain === '') return true;
  if (domain.includes('*')) return 'unsupported';
  if (domain.startsWith('.')) return host.endsWith(domain);
  if (host === domain || host.endsWith(`.${domain}`)) return true;
  // *.b.example could be a.b.example.
  return (
    mayBe &&
    host.startsWith('*.') &&
    domain.endsWith(host.slice(1)) &&
    !domain.slice(0, -host.length + 1).includes('.')
  );
}

/** One mailbox, all of one host, or (with a dot in front) all hosts below a domain. */
function mailboxInSubtree(name: string, base: string): InSubtree {
  const at = name.lastIndexOf('@');
  if (at <= 0) return 'unsupported';
  const [local, host] = [name.slice(0, at), name.slice(at + 1).toLowerCase()];
  const baseAt = base.lastIndexOf('@');
  const domain = base.slice(baseAt + 1).toLowerCase();
  if (baseAt >= 0) return local === base.slice(0, baseAt) && host === domain;
  return domain === '' || (domain.startsWith('.') ? host.endsWith(domain) : host === domain);
}

/** The host of the URI, or (with a dot in front) all below a domain. One without a host name cannot be judged. */
function uriInSubtree(name: string, base: string): InSubtree {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(name)?.[1];
  const host = authority
    ?.slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase();
  if (!host || host.startsWith('[') || /^[\d.]+$/.test(host)) return 'unsupported';
  const domain = base.toLowerCase();
  return domain === '' || (domain.startsWith('.') ? host.endsWith(domain) : host === domain);
}

/** An address and a mask, whose ones come first. An address of the other family lies in no such subtree. */
function ipInSubtree(address: Uint8Array, base: Uint8Array): InSubtree {
  if (base.length !== 8 && base.length !== 32) return 'unsupported';
  const half = base.length / 2;
  const mask = base.subarray(half);
  if (!isPrefix(mask)) return 'unsupported';
  if (address.length !== half) return address.length === 4 || address.length === 16 ? false : 'unsupported';
  return address.every((octet, i) => (octet & mask[i]!) === (base[i]! & mask[i]!));
}

/** Ones, and then zeros alone: each octet but one is all of either. */
function isPrefix(mask: Uint8Array): boolean {
  const end = mask.findIndex((octet) => octet !== 0xff);
  if (end < 0) return true;
  const rest = 0xff - mask[end]!;
  return (rest & (rest + 1)) === 0 && mask.subarray(end + 1).every((octet) => octet === 0);
}
