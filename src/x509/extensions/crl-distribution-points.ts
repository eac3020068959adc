/** cRLDistributionPoints (RFC 5280, 4.2.1.13): where the revocation list for this certificate is to be had. */
import {
  contextTag,
  type DerReader,
  encodeExplicit,
  encodeImplicit,
  encodeSequence,
  encodeSetOf,
  readBitString,
  readFilledSequenceOf,
  readFilledSetOf,
  readSequence,
} from '../../asn1/index.ts';
import { encodeGeneralNames, type GeneralName, readGeneralNames } from '../general-name.ts';
import { encodeAttribute, type Rdn, readAttribute } from '../name.ts';
import { encodeNamedBits, namedBits } from './key-usage.ts';

/** In the order of their bits; bit 0 is not used. */
export const REASON_FLAGS = [
  'unused',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aACompromise',
] as const;

export type ReasonFlag = (typeof REASON_FLAGS)[number];

/** Names of a place, or the rest of a name that begins with the issuer's. */
export type DistributionPointName =
  | { readonly fullName: readonly GeneralName[] }
  | { readonly nameRelativeToCRLIssuer: Rdn };

export interface DistributionPoint {
  readonly distributionPoint?: DistributionPointName;
  /** Set where the list there is for some reasons only. */
  readonly reasons?: readonly ReasonFlag[];
  /** Who signs the list, where that is not the issuer of the certificate. */
  readonly cRLIssuer?: readonly GeneralName[];
}

export interface CrlDistributionPoints {
  readonly kind: 'cRLDistributionPoints';
  readonly points: readonly DistributionPoint[];
}

const CLAUSE = 'RFC 5280, 4.2.1.13';
const NAME = 'cRLDistributionPoints';

export function readCrlDistributionPoints(der: DerReader): CrlDistributionPoints {
  return { kind: NAME, points: readFilledSequenceOf(der, NAME, readPoint, CLAUSE) };
}

function readPoint(der: DerReader): DistributionPoint {
  return readSequence(
    der,
    NAME,
    (inner) => {
      const distributionPoint = readDistributionPointName(inner, NAME);
      const reasons = readReasons(inner, 1, NAME);
      const cRLIssuer =
        inner.peekTag() === contextTag(2)
          ? readGeneralNames(inner, `${NAME} cRLIssuer`, contextTag(2))
          : undefined;
      return {
        ...(distributionPoint && { distributionPoint }),
        ...(reasons && { reasons }),
        ...(cRLIssuer && { cRLIssuer }),
      };
    },
    CLAUSE,
  );
}

/** What stands under `[0]`, a CHOICE: full names, or attributes that are added to the issuer's name. */
export function readDistributionPointName(der: DerReader, name: string): DistributionPointName | undefined {
  if (der.peekTag() !== contextTag(0)) return undefined;
  const what = `${name} distributionPoint`;
  return readSequence(
    der,
    what,
    (inner): DistributionPointName => {
      if (inner.peekTag() === contextTag(0))
        return { fullName: readGeneralNames(inner, what, contextTag(0)) };
      const read = (each: DerReader) => readAttribute(each, what);
      return { nameRelativeToCRLIssuer: readFilledSetOf(inner, what, read, CLAUSE, contextTag(1)) };
    },
    CLAUSE,
    contextTag(0),
  );
}

export function encodeDistributionPointName(name: DistributionPointName): Uint8Array {
  if ('fullName' in name) return encodeExplicit(0, encodeImplicit(0, encodeGeneralNames(name.fullName)));
  return encodeExplicit(
    0,
    encodeImplicit(1, encodeSetOf(...name.nameRelativeToCRLIssuer.map(encodeAttribute))),
  );
}

export function readReasons(der: DerReader, number: number, name: string): ReasonFlag[] | undefined {
  const tag = contextTag(number, false);
  if (der.peekTag() !== tag) return undefined;
  return namedBits(readBitString(der, `${name} reasons`, CLAUSE, tag).bytes, REASON_FLAGS);
}

export function encodeReasons(number: number, reasons: readonly ReasonFlag[]): Uint8Array {
  return encodeImplicit(number, encodeNamedBits(reasons, REASON_FLAGS));
}

export function encodeCrlDistributionPoints({ points }: CrlDistributionPoints): Uint8Array {
  return encodeSequence(
    ...points.map(({ distributionPoint, reasons, cRLIssuer }) =>
      encodeSequence(
        ...(distributionPoint ? [encodeDistributionPointName(distributionPoint)] : []),
        ...(reasons ? [encodeReasons(1, reasons)] : []),
        ...(cRLIssuer ? [encodeImplicit(2, encodeGeneralNames(cRLIssuer))] : []),
      ),
    ),
  );
}
