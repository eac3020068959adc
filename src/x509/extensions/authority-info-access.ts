/** authorityInfoAccess (RFC 5280, 4.2.2.1): where more about the issuer is to be had, mostly its certificate and its OCSP. */
import {
  type DerReader,
  encodeOid,
  encodeSequence,
  readFilledSequenceOf,
  readOid,
  readSequence,
} from '../../asn1/index.ts';
import { encodeGeneralName, type GeneralName, readGeneralName } from '../general-name.ts';

/** Identifiers of access methods. */
export const ACCESS_METHODS = {
  caIssuers: '1.3.6.1.5.5.7.48.2',
  ocsp: '1.3.6.1.5.5.7.48.1',
} as const;

export interface AccessDescription {
  /** An identifier: see `ACCESS_METHODS`. */
  readonly accessMethod: string;
  readonly accessLocation: GeneralName;
}

export interface AuthorityInfoAccess {
  readonly kind: 'authorityInfoAccess';
  readonly descriptions: readonly AccessDescription[];
}

const CLAUSE = 'RFC 5280, 4.2.2.1';
const NAME = 'authorityInfoAccess';

export function readAuthorityInfoAccess(der: DerReader): AuthorityInfoAccess {
  const read = (inner: DerReader): AccessDescription => ({
    accessMethod: readOid(inner, `${NAME} accessMethod`, CLAUSE),
    accessLocation: readGeneralName(inner, `${NAME} accessLocation`),
  });
  const descriptions = readFilledSequenceOf(
    der,
    NAME,
    (inner) => readSequence(inner, NAME, read, CLAUSE),
    CLAUSE,
  );
  return { kind: NAME, descriptions };
}

export function encodeAuthorityInfoAccess({ descriptions }: AuthorityInfoAccess): Uint8Array {
  return encodeSequence(
    ...descriptions.map(({ accessMethod, accessLocation }) =>
      encodeSequence(encodeOid(accessMethod), encodeGeneralName(accessLocation)),
    ),
  );
}
