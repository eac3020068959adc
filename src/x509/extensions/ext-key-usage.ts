/** extKeyUsage (RFC 5280, 4.2.1.12): for which purposes the key may be used, by identifiers that anybody may add to. */
import {
  type DerReader,
  encodeOid,
  encodeSequence,
  readFilledSequenceOf,
  readOid,
} from '../../asn1/index.ts';
import { expectText } from '../../errors.ts';

/** KeyPurposeId by the standard's name. */
export const KEY_PURPOSES = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  OCSPSigning: '1.3.6.1.5.5.7.3.9',
  anyExtendedKeyUsage: '2.5.29.37.0',
} as const;

export interface ExtKeyUsage {
  readonly kind: 'extKeyUsage';
  /** Identifiers: see `KEY_PURPOSES`. */
  readonly purposes: readonly string[];
}

const CLAUSE = 'RFC 5280, 4.2.1.12';

export function readExtKeyUsage(der: DerReader): ExtKeyUsage {
  const purposes = readFilledSequenceOf(
    der,
    'extKeyUsage',
    (inner) => readOid(inner, 'extKeyUsage KeyPurposeId', CLAUSE),
    CLAUSE,
  );
  return { kind: 'extKeyUsage', purposes };
}

export function encodeExtKeyUsage({ purposes }: ExtKeyUsage): Uint8Array {
  return encodeSequence(...purposes.map(encodeOid));
}

/** `serverAuth`, or the identifier itself. */
export function purposeName(oid: string): string {
  expectText('oid', oid);
  return Object.entries(KEY_PURPOSES).find(([, known]) => known === oid)?.[0] ?? oid;
}
