/** Which algorithms a chain needs: those on the ways from the leaf up that its names show. */
import { pemDecode } from '../../../asn1/index.ts';
import { equalConstantTime, toHex } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { bitLength } from '../../../math/index.ts';
import { type Certificate, parseCertificates, sameName } from '../../../x509/index.ts';

/**
 * The first algorithm, on any way from the leaf up, that is not here: `ECDSA`. The leaf's own key signs nothing, and an anchor's
 * own signature is not needed. A certificate that cannot be read is judged by the identifiers in it.
 */
export function unknownAlgorithm(leaf: string, others: readonly string[]): string | undefined {
  const [first] = certificatesIn(leaf);
  const above = others.map(certificatesIn);
  const unread = [...(first ? [] : [leaf]), ...others.filter((_, i) => above[i]!.length === 0)];
  const inside = unread.map(nameInside).find((name) => name !== undefined);
  return inside ?? (first && unknownOnTheWay(first, above.flat()));
}

function unknownOnTheWay(leaf: Certificate, others: readonly Certificate[]): string | undefined {
  const reached = new Set([leaf]);
  for (const certificate of reached) {
    const issuers = others.filter((each) => sameName(each.subject, certificate.issuer));
    // A root is its own issuer: its signature is not needed.
    const isSigned = issuers.some(({ der }) => !equalConstantTime(der, certificate.der));
    const { signatureAlgorithm } = certificate;
    if (isSigned && !signatureAlgorithm.scheme) return familyOf(signatureAlgorithm.name);
    for (const issuer of issuers) {
      if (issuer.publicKey.algorithm === 'unknown') return familyOf(issuer.publicKey.name);
      reached.add(issuer);
    }
  }
  return undefined;
}

/** Whether an RSA key is shorter than 2048 bits, or not of whole bytes. */
export function hasShortKey(pems: readonly string[]): boolean {
  return pems.flatMap(certificatesIn).some(({ publicKey }) => {
    if (publicKey.algorithm === 'unknown') return false;
    const bits = bitLength(publicKey.rsa.n);
    return bits < 2048 || bits % 8 !== 0;
  });
}

/** None where they cannot be read. */
function certificatesIn(pem: string): Certificate[] {
  try {
    return parseCertificates(pem);
  } catch (error) {
    if (error instanceof CryptoError) return [];
    throw error;
  }
}

/** DER of identifiers of algorithms that are not here, as they stand within a certificate. */
const INSIDE: readonly (readonly [string, string])[] = [
  ['06072a8648ce3d0201', 'ECDSA'],
  ['06082a8648ce3d0403', 'ECDSA'],
  ['06072a8648ce3804', 'DSA'],
  ['06032b6570', 'Ed25519'],
  ['06032b6571', 'Ed448'],
];

function nameInside(pem: string): string | undefined {
  try {
    const hex = pemDecode(pem)
      .map(({ der }) => toHex(der))
      .join('');
    return INSIDE.find(([oid]) => hex.includes(oid))?.[1];
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

/** The signature's name, or the key's, as people call the algorithm. */
function familyOf(name: string): string {
  if (/^(ecdsa|elliptic)/i.test(name)) return 'ECDSA';
  return /^dsa/i.test(name) ? 'DSA' : name;
}
