/**
 * Which certificate a signer or a receiver means (RFC 5652, 5.3 and 6.2.1): its issuer and serial number, or its
 * subjectKeyIdentifier.
 */
import {
  contextTag,
  type DerReader,
  encodeElement,
  encodeInteger,
  encodeSequence,
  readInteger,
  readOctetString,
  readSequence,
} from '../asn1/index.ts';
import { equalConstantTime } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import {
  type Certificate,
  encodeName,
  findExtension,
  keyIdentifier,
  type Name,
  readName,
  sameName,
} from '../x509/index.ts';

export type CertificateIdentifier =
  | { readonly kind: 'issuerAndSerialNumber'; readonly issuer: Name; readonly serialNumber: bigint }
  | { readonly kind: 'subjectKeyIdentifier'; readonly keyIdentifier: Uint8Array };

const KEY_IDENTIFIER = contextTag(0, false);

export function readIdentifier(der: DerReader, name: string): CertificateIdentifier {
  if (der.peekTag() === KEY_IDENTIFIER) {
    const bytes = readOctetString(der, `${name} subjectKeyIdentifier`, 'RFC 5652, 5.3', KEY_IDENTIFIER);
    return { kind: 'subjectKeyIdentifier', keyIdentifier: bytes.slice() };
  }
  return readSequence(
    der,
    `${name} issuerAndSerialNumber`,
    (inner) => {
      const issuer = readName(inner, `${name} issuer`);
      return {
        kind: 'issuerAndSerialNumber',
        issuer,
        serialNumber: readInteger(inner, `${name} serialNumber`),
      };
    },
    'RFC 5652, 10.2.4',
  );
}

export function encodeIdentifier(identifier: CertificateIdentifier): Uint8Array {
  if (identifier.kind === 'subjectKeyIdentifier') {
    return encodeElement(KEY_IDENTIFIER, identifier.keyIdentifier);
  }
  return encodeSequence(encodeName(identifier.issuer), encodeInteger(identifier.serialNumber));
}

/** How a message names `certificate`. `bad-argument` by a key identifier that it does not bear: others would not find it. */
export function identifierOf(
  certificate: Certificate,
  kind: CertificateIdentifier['kind'],
): CertificateIdentifier {
  const { issuer, serialNumber } = certificate;
  if (kind === 'issuerAndSerialNumber') return { kind, issuer, serialNumber };
  const keyIdentifier = findExtension(certificate.extensions, 'subjectKeyIdentifier')?.keyIdentifier;
  if (keyIdentifier) return { kind, keyIdentifier };
  throw new CryptoError(
    'bad-argument',
    'identifier: expected certificates with a subjectKeyIdentifier, got one without',
  );
}

/** Whether `certificate` is meant. Nobody vouches for an identifier: what counts is whether the key fits. */
export function isMeant(identifier: CertificateIdentifier, certificate: Certificate): boolean {
  if (identifier.kind === 'subjectKeyIdentifier') {
    return equalConstantTime(identifier.keyIdentifier, subjectKeyIdentifierOf(certificate));
  }
  return (
    identifier.serialNumber === certificate.serialNumber && sameName(identifier.issuer, certificate.issuer)
  );
}

/** What the certificate says; where it says nothing, the usual SHA-1 of its key. */
function subjectKeyIdentifierOf({ extensions, publicKey }: Certificate): Uint8Array {
  return findExtension(extensions, 'subjectKeyIdentifier')?.keyIdentifier ?? keyIdentifier(publicKey);
}
