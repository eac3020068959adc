/** certificatePolicies (RFC 5280, 4.2.1.4): under which rules the certificate was issued. Read and shown, not judged. */
import {
  type DerReader,
  encodeOid,
  encodeSequence,
  readAny,
  readFilledSequenceOf,
  readIa5String,
  readOid,
  readSequence,
  TAG,
} from '../../asn1/index.ts';

/** id-qt-cps: the address of the rules. */
export const CPS = '1.3.6.1.5.5.7.2.1';

export interface PolicyQualifier {
  readonly policyQualifierId: string;
  /** The address, where it is a CPS. */
  readonly cPSuri?: string;
  /** The DER of the qualifier. */
  readonly raw: Uint8Array;
}

export interface PolicyInformation {
  readonly policyIdentifier: string;
  readonly policyQualifiers: readonly PolicyQualifier[];
}

export interface CertificatePolicies {
  readonly kind: 'certificatePolicies';
  readonly policies: readonly PolicyInformation[];
}

const CLAUSE = 'RFC 5280, 4.2.1.4';
const NAME = 'certificatePolicies';

export function readCertificatePolicies(der: DerReader): CertificatePolicies {
  const read = (inner: DerReader): PolicyInformation => {
    const policyIdentifier = readOid(inner, `${NAME} policyIdentifier`, CLAUSE);
    const what = `${NAME} policyQualifiers`;
    const policyQualifiers =
      inner.remaining > 0 ? readFilledSequenceOf(inner, what, readQualifier, CLAUSE) : [];
    return { policyIdentifier, policyQualifiers };
  };
  const policies = readFilledSequenceOf(
    der,
    NAME,
    (inner) => readSequence(inner, NAME, read, CLAUSE),
    CLAUSE,
  );
  return { kind: NAME, policies };
}

function readQualifier(der: DerReader): PolicyQualifier {
  const what = `${NAME} policyQualifier`;
  return readSequence(
    der,
    what,
    (inner) => {
      const policyQualifierId = readOid(inner, what, CLAUSE);
      const start = inner.offset;
      if (policyQualifierId === CPS && inner.peekTag() === TAG.ia5String) {
        const cPSuri = readIa5String(inner, what, CLAUSE);
        return { policyQualifierId, cPSuri, raw: inner.since(start).slice() };
      }
      return { policyQualifierId, raw: readAny(inner, what, CLAUSE).slice() };
    },
    CLAUSE,
  );
}

export function encodeCertificatePolicies({ policies }: CertificatePolicies): Uint8Array {
  return encodeSequence(
    ...policies.map(({ policyIdentifier, policyQualifiers }) =>
      encodeSequence(
        encodeOid(policyIdentifier),
        ...(policyQualifiers.length > 0
          ? [
              encodeSequence(
                ...policyQualifiers.map(({ policyQualifierId, raw }) =>
                  encodeSequence(encodeOid(policyQualifierId), raw),
                ),
              ),
            ]
          : []),
      ),
    ),
  );
}
