/** basicConstraints (RFC 5280, 4.2.1.9): whether the subject may sign certificates, and how long a chain below it may be. */
import {
  type DerReader,
  encodeBoolean,
  encodeInteger,
  encodeSequence,
  readBoolean,
  readSequence,
  readSmall,
  TAG,
} from '../../asn1/index.ts';

export interface BasicConstraints {
  readonly kind: 'basicConstraints';
  readonly cA: boolean;
  /** How many CA certificates may stand between this one and the last. */
  readonly pathLenConstraint?: number;
}

const CLAUSE = 'RFC 5280, 4.2.1.9';

/** `cA` written out as FALSE, which DER leaves out, is in many certificates and is read. */
export function readBasicConstraints(der: DerReader): BasicConstraints {
  return readSequence(
    der,
    'basicConstraints',
    (inner) => {
      const cA = inner.peekTag() === TAG.boolean ? readBoolean(inner, 'basicConstraints cA', CLAUSE) : false;
      if (inner.remaining === 0) return { kind: 'basicConstraints', cA };
      const pathLenConstraint = readSmall(inner, 'basicConstraints pathLenConstraint', 2 ** 31 - 1, CLAUSE);
      return { kind: 'basicConstraints', cA, pathLenConstraint };
    },
    CLAUSE,
  );
}

export function encodeBasicConstraints({ cA, pathLenConstraint }: BasicConstraints): Uint8Array {
  return encodeSequence(
    ...(cA ? [encodeBoolean(true)] : []),
    ...(pathLenConstraint === undefined ? [] : [encodeInteger(BigInt(pathLenConstraint))]),
  );
}
