/** authorityKeyIdentifier (RFC 5280, 4.2.1.1): which key of the issuer signed, where it has several. A hint, not a proof. */
import {
  contextTag,
  type DerReader,
  encodeImplicit,
  encodeInteger,
  encodeOctetString,
  encodeSequence,
  readInteger,
  readOctetString,
  readSequence,
} from '../../asn1/index.ts';
import { encodeGeneralNames, type GeneralName, readGeneralNames } from '../general-name.ts';

export interface AuthorityKeyIdentifier {
  readonly kind: 'authorityKeyIdentifier';
  readonly keyIdentifier?: Uint8Array;
  /** The issuer of the issuer's certificate, and with it its serial number. */
  readonly authorityCertIssuer?: readonly GeneralName[];
  readonly authorityCertSerialNumber?: bigint;
}

const CLAUSE = 'RFC 5280, 4.2.1.1';
const NAME = 'authorityKeyIdentifier';

export function readAuthorityKeyIdentifier(der: DerReader): AuthorityKeyIdentifier {
  return readSequence(
    der,
    NAME,
    (inner) => {
      const has = (tag: number) => inner.peekTag() === tag;
      const keyIdentifier = has(contextTag(0, false))
        ? readOctetString(inner, `${NAME} keyIdentifier`, CLAUSE, contextTag(0, false)).slice()
        : undefined;
      const authorityCertIssuer = has(contextTag(1))
        ? readGeneralNames(inner, `${NAME} authorityCertIssuer`, contextTag(1))
        : undefined;
      const authorityCertSerialNumber = has(contextTag(2, false))
        ? readInteger(inner, `${NAME} authorityCertSerialNumber`, CLAUSE, contextTag(2, false))
        : undefined;
      return {
        kind: NAME,
        ...(keyIdentifier && { keyIdentifier }),
        ...(authorityCertIssuer && { authorityCertIssuer }),
        ...(authorityCertSerialNumber !== undefined && { authorityCertSerialNumber }),
      };
    },
    CLAUSE,
  );
}

export function encodeAuthorityKeyIdentifier(value: AuthorityKeyIdentifier): Uint8Array {
  const { keyIdentifier, authorityCertIssuer, authorityCertSerialNumber } = value;
  return encodeSequence(
    ...(keyIdentifier ? [encodeImplicit(0, encodeOctetString(keyIdentifier))] : []),
    ...(authorityCertIssuer ? [encodeImplicit(1, encodeGeneralNames(authorityCertIssuer))] : []),
    ...(authorityCertSerialNumber === undefined
      ? []
      : [encodeImplicit(2, encodeInteger(authorityCertSerialNumber))]),
  );
}
