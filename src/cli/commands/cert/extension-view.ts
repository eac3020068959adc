/** What each extension says, for people: a label and a few lines. */
import { oidName } from '../../../asn1/index.ts';
import { CryptoError } from '../../../errors.ts';
import {
  ACCESS_METHODS,
  type DistributionPoint,
  type Extension,
  formatGeneralName,
  type GeneralName,
  parseSctList,
  SCT_LIST,
} from '../../../x509/index.ts';
import { derText } from '../../der-view.ts';
import { listed } from '../../lists.ts';
import type { Session } from '../../session.ts';
import { colonHex, serialText, shortened, timeText, visibleText } from '../../visible.ts';
import type { Field } from './field-lines.ts';
import { nameOf } from './name-view.ts';

/** Names in one extension; the certificates of great sites have a hundred. */
const SHOWN_NAMES = 20;
/** Bytes of a log's name: enough to tell logs apart. */
const SHOWN_LOG = 8;

/** Those that must be understood are marked. */
export function extensionField(session: Session, extension: Extension, all: boolean): Field {
  const mark = extension.critical ? '!' : ' ';
  return { label: `${mark} ${labelOf(session, extension)}`, lines: linesOf(session, extension, all) };
}

function labelOf(session: Session, { oid, value }: Extension): string {
  if (value.kind !== 'unknown') return session.say(`cert.ext.${value.kind}`);
  if (oid === SCT_LIST) return session.say('cert.ext.sctList');
  return oidName(oid) ?? oid;
}

function linesOf(session: Session, { oid, raw, value }: Extension, all: boolean): readonly string[] {
  const names = (list: readonly GeneralName[]) => namesText(session, list, all);
  switch (value.kind) {
    case 'basicConstraints': {
      const { cA, pathLenConstraint } = value;
      if (!cA) return [session.say('cert.value.notCa')];
      if (pathLenConstraint === undefined) return [session.say('cert.value.ca')];
      return [session.say('cert.value.caPath', { count: pathLenConstraint })];
    }
    case 'keyUsage':
      return [listed(session, value.usages) || session.say('cert.value.none')];
    case 'extKeyUsage':
      return [listed(session, value.purposes.map(namedOid))];
    case 'subjectAltName':
    case 'issuerAltName':
    case 'certificateIssuer':
      return [names(value.names)];
    case 'subjectKeyIdentifier':
      return [bytesText(value.keyIdentifier)];
    case 'authorityKeyIdentifier': {
      const { keyIdentifier, authorityCertIssuer, authorityCertSerialNumber } = value;
      const lines = [
        ...(keyIdentifier ? [bytesText(keyIdentifier)] : []),
        ...(authorityCertIssuer ? [names(authorityCertIssuer)] : []),
        ...(authorityCertSerialNumber === undefined
          ? []
          : [session.say('cert.value.serial', { serial: serialText(authorityCertSerialNumber) })]),
      ];
      return lines.length > 0 ? lines : [session.say('cert.value.none')];
    }
    case 'nameConstraints': {
      const { permittedSubtrees, excludedSubtrees } = value;
      return [
        ...(permittedSubtrees
          ? [session.say('cert.value.permitted', { names: names(permittedSubtrees) })]
          : []),
        ...(excludedSubtrees ? [session.say('cert.value.excluded', { names: names(excludedSubtrees) })] : []),
      ];
    }
    case 'cRLDistributionPoints':
      return value.points.map((point) => pointText(session, point, all));
    case 'authorityInfoAccess':
      return value.descriptions.map(
        ({ accessMethod, accessLocation }) => `${methodName(accessMethod)}  ${nameText(accessLocation)}`,
      );
    case 'certificatePolicies':
      return value.policies.flatMap(({ policyIdentifier, policyQualifiers }) => [
        policyText(session, policyIdentifier),
        ...policyQualifiers.map(({ policyQualifierId, cPSuri, raw: der }) => {
          const qualifier = cPSuri === undefined ? derText(session, der) : visibleText(cPSuri);
          return `  ${namedOid(policyQualifierId)}: ${qualifier}`;
        }),
      ]);
    case 'cRLNumber':
    case 'deltaCRLIndicator':
      return [shortened(value.number.toString())];
    case 'issuingDistributionPoint': {
      const { kind: _, distributionPoint, onlySomeReasons, ...flags } = value;
      const set = Object.entries(flags).filter(([, on]) => on);
      const lines = [
        ...(distributionPoint ? [pointText(session, { distributionPoint }, all)] : []),
        ...(onlySomeReasons ? [listed(session, onlySomeReasons)] : []),
        ...(set.length > 0
          ? [
              listed(
                session,
                set.map(([name]) => name),
              ),
            ]
          : []),
      ];
      return lines.length > 0 ? lines : [session.say('cert.value.none')];
    }
    case 'reasonCode':
      return [value.reason ?? derText(session, raw)];
    case 'invalidityDate':
      return [timeText(value.date)];
    default:
      return oid === SCT_LIST ? timestampLines(session, raw) : [derText(session, raw)];
  }
}

/** When each log promised, and which. */
function timestampLines(session: Session, raw: Uint8Array): readonly string[] {
  try {
    const timestamps = parseSctList(raw);
    if (timestamps.length === 0) return [session.say('cert.value.none')];
    return timestamps.map(({ logId, timestamp, algorithm }) =>
      session.say('cert.value.sct', {
        time: timeText(timestamp),
        log: `${colonHex(logId.subarray(0, SHOWN_LOG))}…`,
        algorithm,
      }),
    );
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return [derText(session, raw)];
  }
}

function namesText(session: Session, names: readonly GeneralName[], all: boolean): string {
  const shown = all ? names : names.slice(0, SHOWN_NAMES);
  const text = listed(session, shown.map(nameText));
  const more = names.length - shown.length;
  return more > 0 ? session.say('cert.value.more', { text, count: more }) : text;
}

/** One name, cut where it is very long. */
function nameText(name: GeneralName): string {
  if (name.kind === 'directoryName') return `DirName:${nameOf(name.name)}`;
  return shortened(formatGeneralName(name));
}

function pointText(session: Session, point: DistributionPoint, all: boolean): string {
  const { distributionPoint, reasons, cRLIssuer } = point;
  const parts = [
    ...(distributionPoint && 'fullName' in distributionPoint
      ? [namesText(session, distributionPoint.fullName, all)]
      : []),
    ...(distributionPoint && 'nameRelativeToCRLIssuer' in distributionPoint
      ? [nameOf([distributionPoint.nameRelativeToCRLIssuer])]
      : []),
    ...(reasons ? [`(${listed(session, reasons)})`] : []),
    ...(cRLIssuer
      ? [session.say('cert.value.crlIssuer', { names: namesText(session, cRLIssuer, all) })]
      : []),
  ];
  return parts.join(' ') || session.say('cert.value.none');
}

function policyText(session: Session, oid: string): string {
  switch (oid) {
    case '2.23.140.1.2.1':
      return session.say('cert.policy.dv', { oid });
    case '2.23.140.1.2.2':
      return session.say('cert.policy.ov', { oid });
    case '2.23.140.1.1':
      return session.say('cert.policy.ev', { oid });
    default: {
      const known = oidName(oid);
      return known === undefined ? shortened(oid) : `${known} (${oid})`;
    }
  }
}

function methodName(oid: string): string {
  if (oid === ACCESS_METHODS.ocsp) return 'OCSP';
  return namedOid(oid);
}

/** `serverAuth`; of an identifier that is not known here, the identifier. */
function namedOid(oid: string): string {
  const known = oidName(oid);
  return known === undefined ? shortened(oid) : known;
}

function bytesText(bytes: Uint8Array): string {
  return shortened(colonHex(bytes));
}
