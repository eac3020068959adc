/**
 * What the elements of a certificate are called: the names under which its own reader reads them.
 */
import { type DerNode, openDer } from '../../../asn1/index.ts';
import { CryptoError } from '../../../errors.ts';
import { readCertificate } from '../../../x509/index.ts';

/** By their offset; as far as the reader came, where it stopped at a fault. Empty for what is no certificate at all. */
export function elementNames(der: Uint8Array, root: DerNode): ReadonlyMap<number, string> {
  const read = new Map<number, string>();
  const reader = openDer(der, {
    record: ({ offset, name }) => {
      if (name.endsWith(' tag')) read.set(offset, name.slice(0, -' tag'.length));
    },
  });
  try {
    readCertificate(reader);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    // The names of a certificate mislead where there is none.
    if (read.size < LEAST) return new Map();
  }
  const names = new Map<number, string>([[0, 'Certificate']]);
  for (const [i, child] of root.children.entries()) {
    if (i === 0) names.set(child.offset, 'tbsCertificate');
    else name(child, '', read, names);
  }
  for (const child of root.children[0]?.children ?? []) name(child, '', read, names);
  return names;
}

/** Elements up to the issuer: whoever came so far reads a certificate. */
const LEAST = 8;

/** Where the standard has another name for it. */
const CALLED: Readonly<Record<string, string>> = { SPKI: 'subjectPublicKeyInfo' };

/** An element whose name is that of what it stands in, and more, is called by the more. */
function name(
  { offset, children }: DerNode,
  outer: string,
  read: ReadonlyMap<number, string>,
  names: Map<number, string>,
): void {
  const own = (read.get(offset) ?? outer).replace(/^certificate /, '');
  const rest = own.startsWith(outer) ? own.slice(outer.length).trim() : own;
  if (rest !== '') names.set(offset, CALLED[rest] ?? rest.replace(/^PKCS#1 /, ''));
  for (const child of children) name(child, own, read, names);
}
