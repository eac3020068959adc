/**
 * What the elements of a certificate, a request or a list are called: the names under which its own reader reads them.
 */
import { type DerNode, openDer } from '../../../asn1/index.ts';
import { CryptoError } from '../../../errors.ts';
import { readCrl } from '../../../x509/crl.ts';
import { readCertificate } from '../../../x509/index.ts';
import { readRequest } from '../../../x509/request.ts';
import { kindInside } from '../../certificate-file.ts';

/** By their offset; as far as the reader came, where it stopped at a fault. Empty for what is none of the three. */
export function elementNames(der: Uint8Array, root: DerNode): ReadonlyMap<number, string> {
  const read = new Map<number, string>();
  const reader = openDer(der, {
    record: ({ offset, name }) => {
      if (name.endsWith(' tag')) read.set(offset, name.slice(0, -' tag'.length));
    },
  });
  const kind = kindInside(der);
  try {
    READERS[kind](reader);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    // Such names mislead where nothing of the kind is.
    if (read.size < LEAST) return new Map();
  }
  const names = new Map<number, string>([[0, CALLED[kind]!]]);
  for (const [i, child] of root.children.entries()) {
    if (i === 0) names.set(child.offset, CALLED[`${kind} tbs`]!);
    else name(child, '', read, names);
  }
  for (const child of root.children[0]?.children ?? []) name(child, '', read, names);
  return names;
}

/** Elements up to the issuer: whoever came so far reads such a thing. */
const LEAST = 8;

/** Where the standard has another name for it. */
const CALLED: Readonly<Record<string, string>> = {
  SPKI: 'subjectPublicKeyInfo',
  certificate: 'Certificate',
  'certificate tbs': 'tbsCertificate',
  request: 'CertificationRequest',
  'request tbs': 'certificationRequestInfo',
  crl: 'CertificateList',
  'crl tbs': 'tbsCertList',
};

const READERS = { certificate: readCertificate, request: readRequest, crl: readCrl } as const;

/** An element whose name is that of what it stands in, and more, is called by the more. */
function name(
  { offset, children }: DerNode,
  outer: string,
  read: ReadonlyMap<number, string>,
  names: Map<number, string>,
): void {
  const own = (read.get(offset) ?? outer).replace(/^(certificate|request|CRL) /, '');
  const rest = own.startsWith(outer) ? own.slice(outer.length).trim() : own;
  if (rest !== '') names.set(offset, CALLED[rest] ?? rest.replace(/^PKCS#1 /, ''));
  for (const child of children) name(child, own, read, names);
}
