/** Whether a revocation list is for a certificate, and can be understood (RFC 5280, 5.2, 5.3 and 6.3.3 (b)). */
import { toHex } from '../../bytes/index.ts';
import type { Certificate } from '../certificate.ts';
import { comparableName, sameName } from '../compare-names.ts';
import type { CertificateList, RevokedCertificate } from '../crl.ts';
import type { DistributionPointName, ReasonFlag } from '../extensions/crl-distribution-points.ts';
import { type Extension, findExtension } from '../extensions/extension.ts';
import { encodeGeneralName, type GeneralName } from '../general-name.ts';

/** Directory names as people compare them, others by their bytes. */
function comparableGeneralName(name: GeneralName): string {
  return name.kind === 'directoryName'
    ? `directoryName ${comparableName(name.name)}`
    : toHex(encodeGeneralName(name));
}

/** Which reasons the list speaks of, `all` mostly; undefined where it is not for this certificate. */
export function scopeOf(
  list: CertificateList,
  certificate: Certificate,
): readonly ReasonFlag[] | 'all' | undefined {
  // A delta says what changed since another list, and nothing alone.
  if (findExtension(list.extensions, 'deltaCRLIndicator')) return undefined;
  const point = findExtension(list.extensions, 'issuingDistributionPoint');
  if (!point) return 'all';
  const isCa = findExtension(certificate.extensions, 'basicConstraints')?.cA ?? false;
  if (point.onlyContainsAttributeCerts || point[isCa ? 'onlyContainsUserCerts' : 'onlyContainsCACerts']) {
    return undefined;
  }
  if (point.distributionPoint && !isNamed(point.distributionPoint, certificate)) return undefined;
  return point.onlySomeReasons ?? 'all';
}

/** Whether the certificate names the place that the list says it lies at. */
function isNamed(place: DistributionPointName, certificate: Certificate): boolean {
  const points = findExtension(certificate.extensions, 'cRLDistributionPoints')?.points ?? [];
  const names = new Set(
    points.flatMap(({ distributionPoint }) => (distributionPoint ? namesOf(distributionPoint) : [])),
  );
  return namesOf(place).some((name) => names.has(name));
}

/** A name relative to the issuer's is not compared. */
function namesOf(place: DistributionPointName): string[] {
  return 'fullName' in place ? place.fullName.map(comparableGeneralName) : [];
}

/** The identifier of a critical extension, of the list or of any entry, that is not understood: such a list says nothing. */
export function unknownCriticalOf({ extensions, revoked }: CertificateList): string | undefined {
  const isIndirect = findExtension(extensions, 'issuingDistributionPoint')?.indirectCRL ?? false;
  const inEntries = isIndirect ? new Set([...IN_ENTRIES, 'certificateIssuer']) : IN_ENTRIES;
  const found = firstUnknown(extensions, IN_LISTS);
  if (found) return found.oid;
  for (const entry of revoked) {
    const unknown = firstUnknown(entry.extensions, inEntries);
    if (unknown) return unknown.oid;
  }
  return undefined;
}

const IN_LISTS: ReadonlySet<string> = new Set([
  'cRLNumber',
  'authorityKeyIdentifier',
  'issuerAltName',
  'issuingDistributionPoint',
]);
const IN_ENTRIES: ReadonlySet<string> = new Set(['reasonCode', 'invalidityDate']);

function firstUnknown(extensions: readonly Extension[], known: ReadonlySet<string>): Extension | undefined {
  return extensions.find(({ critical, value }) => critical && !known.has(value.kind));
}

/** The entry of the certificate. In a list of several issuers an entry is of the one named last before it (5.3.3). */
export function entryOf(list: CertificateList, certificate: Certificate): RevokedCertificate | undefined {
  let issuer = list.issuer;
  for (const entry of list.revoked) {
    const named = findExtension(entry.extensions, 'certificateIssuer')?.names;
    const directory = named?.find((name) => name.kind === 'directoryName');
    if (directory?.kind === 'directoryName') issuer = directory.name;
    if (entry.serialNumber === certificate.serialNumber && sameName(issuer, certificate.issuer)) return entry;
  }
  return undefined;
}
