/** issuingDistributionPoint (RFC 5280, 5.2.5): for which certificates a revocation list is, where not for all of its issuer. */
import {
  contextTag,
  type DerReader,
  encodeBoolean,
  encodeImplicit,
  encodeSequence,
  readBoolean,
  readSequence,
} from '../../asn1/index.ts';
import {
  type DistributionPointName,
  encodeDistributionPointName,
  encodeReasons,
  type ReasonFlag,
  readDistributionPointName,
  readReasons,
} from './crl-distribution-points.ts';

export interface IssuingDistributionPoint {
  readonly kind: 'issuingDistributionPoint';
  readonly distributionPoint?: DistributionPointName;
  readonly onlyContainsUserCerts: boolean;
  readonly onlyContainsCACerts: boolean;
  readonly onlySomeReasons?: readonly ReasonFlag[];
  /** Set where the list also has certificates of other issuers. */
  readonly indirectCRL: boolean;
  readonly onlyContainsAttributeCerts: boolean;
}

const CLAUSE = 'RFC 5280, 5.2.5';
const NAME = 'issuingDistributionPoint';

export function readIssuingDistributionPoint(der: DerReader): IssuingDistributionPoint {
  return readSequence(
    der,
    NAME,
    (inner) => {
      const flag = (number: number) => {
        const tag = contextTag(number, false);
        return inner.peekTag() === tag ? readBoolean(inner, NAME, CLAUSE, tag) : false;
      };
      const distributionPoint = readDistributionPointName(inner, NAME);
      const onlyContainsUserCerts = flag(1);
      const onlyContainsCACerts = flag(2);
      const onlySomeReasons = readReasons(inner, 3, NAME);
      const indirectCRL = flag(4);
      const onlyContainsAttributeCerts = flag(5);
      return {
        kind: NAME,
        ...(distributionPoint && { distributionPoint }),
        onlyContainsUserCerts,
        onlyContainsCACerts,
        ...(onlySomeReasons && { onlySomeReasons }),
        indirectCRL,
        onlyContainsAttributeCerts,
      };
    },
    CLAUSE,
  );
}

export function encodeIssuingDistributionPoint(value: IssuingDistributionPoint): Uint8Array {
  const { distributionPoint, onlySomeReasons } = value;
  const flag = (number: number, set: boolean) => (set ? [encodeImplicit(number, encodeBoolean(true))] : []);
  return encodeSequence(
    ...(distributionPoint ? [encodeDistributionPointName(distributionPoint)] : []),
    ...flag(1, value.onlyContainsUserCerts),
    ...flag(2, value.onlyContainsCACerts),
    ...(onlySomeReasons ? [encodeReasons(3, onlySomeReasons)] : []),
    ...flag(4, value.indirectCRL),
    ...flag(5, value.onlyContainsAttributeCerts),
  );
}
