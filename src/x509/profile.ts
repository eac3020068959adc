/**
 * Which extensions a certificate gets, by what it is for (RFC 5280, 4.2; the profile of the CA/Browser Forum in small).
 *
 * A server's key may encipher as well as sign: without keyEncipherment, GnuTLS and Chromium refuse RSA key exchange.
 */
import type { PublicKey } from '../keys/index.ts';
import type { Certificate } from './certificate.ts';
import { KEY_PURPOSES } from './extensions/ext-key-usage.ts';
import { type Extension, findExtension, makeExtension } from './extensions/extension.ts';
import type { GeneralName } from './general-name.ts';
import { keyIdentifier } from './key-identifier.ts';

export type Profile = 'root' | 'ca' | 'server' | 'client';

export interface ProfileOptions {
  readonly publicKey: PublicKey;
  /** Who signs; absent for a root. */
  readonly issuer?: Certificate;
  /** subjectAltName; left out where there are none. */
  readonly names?: readonly GeneralName[];
  /** pathLenConstraint of a CA: no limit where not given. */
  readonly pathLength?: number;
  /** Set where the subject is empty: the names must then be understood (RFC 5280, 4.2.1.6). */
  readonly emptySubject?: boolean;
}

/** The extensions, in the order in which they are written. */
export function profileExtensions(profile: Profile, options: ProfileOptions): Extension[] {
  const { publicKey, issuer, names = [], pathLength, emptySubject = false } = options;
  const isCa = profile === 'root' || profile === 'ca';
  return [
    makeExtension({
      kind: 'basicConstraints',
      cA: isCa,
      ...(isCa && pathLength !== undefined && { pathLenConstraint: pathLength }),
    }),
    makeExtension({
      kind: 'keyUsage',
      usages: isCa ? ['keyCertSign', 'cRLSign'] : ['digitalSignature', 'keyEncipherment'],
    }),
    ...(isCa
      ? []
      : [
          makeExtension({
            kind: 'extKeyUsage',
            purposes: purposesOf(profile, names),
          }),
        ]),
    ...(names.length > 0 ? [makeExtension({ kind: 'subjectAltName', names }, emptySubject)] : []),
    makeExtension({ kind: 'subjectKeyIdentifier', keyIdentifier: keyIdentifier(publicKey) }),
    ...(profile === 'root' ? [] : authorityOf(issuer)),
  ];
}

/** Whoever has a mailbox may also sign and read mail. */
function purposesOf(profile: Profile, names: readonly GeneralName[]): string[] {
  if (profile === 'server') return [KEY_PURPOSES.serverAuth];
  const hasMailbox = names.some(({ kind }) => kind === 'rfc822Name');
  return [KEY_PURPOSES.clientAuth, ...(hasMailbox ? [KEY_PURPOSES.emailProtection] : [])];
}

/** authorityKeyIdentifier: the name that the issuer's certificate gives its key. */
export function authorityOf(issuer: Certificate | undefined): Extension[] {
  if (!issuer) return [];
  const named = findExtension(issuer.extensions, 'subjectKeyIdentifier')?.keyIdentifier;
  return [
    makeExtension({
      kind: 'authorityKeyIdentifier',
      keyIdentifier: named ?? keyIdentifier(issuer.publicKey),
    }),
  ];
}
