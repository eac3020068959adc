/**
 * What an authority grants of what a request asks for. A request is a wish: whoever signs is answerable for every word.
 *
 * Names are kept, and uses of the key that go with what the certificate is for. Power over others, and whatever is not known
 * here, is refused, and each refusal is told.
 */
import { equalConstantTime } from '../../bytes/index.ts';
import type { MessageKey } from '../../trace/index.ts';
import {
  type CertificationRequest,
  type Extension,
  formatGeneralName,
  type GeneralName,
  KEY_PURPOSES,
  type KeyUsageName,
  keyIdentifier,
  makeExtension,
  purposeName,
} from '../../x509/index.ts';
import { isUsualName } from '../certificate-names.ts';

export interface Refused {
  /** `basicConstraints`, or an identifier. */
  readonly what: string;
  readonly why: Extract<MessageKey, `ca.why.${string}`>;
}

export interface Granted {
  readonly names: readonly GeneralName[];
  readonly extensions: readonly Extension[];
  readonly refused: readonly Refused[];
}

type Profile = 'server' | 'client' | 'ca';

const LEAF_USAGES: readonly KeyUsageName[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
];
const CA_USAGES: readonly KeyUsageName[] = ['digitalSignature', 'keyCertSign', 'cRLSign'];

/** OCSPSigning would let a server speak for us, and anyExtendedKeyUsage for everybody. */
const PURPOSES: readonly string[] = [
  KEY_PURPOSES.serverAuth,
  KEY_PURPOSES.clientAuth,
  KEY_PURPOSES.emailProtection,
];

/** extensionRequest is read; others, such as challengePassword, have no place in a certificate. */
const EXTENSION_REQUESTS: readonly string[] = ['1.2.840.113549.1.9.14', '1.3.6.1.4.1.311.2.1.14'];

interface Part {
  readonly names?: readonly GeneralName[];
  readonly extension?: Extension;
  readonly refused?: readonly Refused[];
}

export function grant(request: CertificationRequest, profile: Profile): Granted {
  const attributes = request.attributes
    .filter(({ type }) => !EXTENSION_REQUESTS.includes(type))
    .map(({ type }): Part => ({ refused: [{ what: type, why: 'ca.why.attribute' }] }));
  const seen = new Set<string>();
  const parts = request.extensions.map((extension): Part => {
    const { oid, value } = extension;
    if (!seen.has(oid)) {
      seen.add(oid);
      return grantOne(extension, profile, request);
    }
    return { refused: [{ what: value.kind === 'unknown' ? oid : value.kind, why: 'ca.why.twice' }] };
  });
  const all = [...attributes, ...parts];
  return {
    names: all.flatMap(({ names = [] }) => names),
    extensions: all.flatMap(({ extension }) => (extension ? [extension] : [])),
    refused: all.flatMap(({ refused = [] }) => refused),
  };
}

function grantOne({ oid, value }: Extension, profile: Profile, request: CertificationRequest): Part {
  const refuse = (what: string, why: Refused['why']): Part => ({ refused: [{ what, why }] });
  switch (value.kind) {
    case 'subjectAltName':
      return {
        names: value.names.filter(isUsualName),
        refused: value.names
          .filter((name) => !isUsualName(name))
          .map((name) => ({ what: formatGeneralName(name), why: 'ca.why.name' })),
      };
    case 'keyUsage':
      return grantUsages(value.usages, profile);
    case 'extKeyUsage':
      return grantPurposes(value.purposes, profile);
    case 'basicConstraints':
      if (value.cA !== (profile === 'ca')) return refuse(`basicConstraints cA=${value.cA}`, 'ca.why.profile');
      if (value.pathLenConstraint === undefined) return {};
      return refuse(`basicConstraints pathLenConstraint=${value.pathLenConstraint}`, 'ca.why.pathLength');
    case 'subjectKeyIdentifier': {
      const ours = keyIdentifier(request.publicKey);
      return equalConstantTime(value.keyIdentifier, ours) ? {} : refuse(value.kind, 'ca.why.computed');
    }
    default:
      return refuse(value.kind === 'unknown' ? oid : value.kind, 'ca.why.unknown');
  }
}

/** Without any that is left the usual ones are written. */
function grantUsages(usages: readonly KeyUsageName[], profile: Profile): Part {
  const isCa = profile === 'ca';
  const allowed = isCa ? CA_USAGES : LEAF_USAGES;
  const kept = usages.filter((usage) => allowed.includes(usage));
  const refused = usages
    .filter((usage) => !allowed.includes(usage))
    .map((usage): Refused => ({ what: `keyUsage ${usage}`, why: isCa ? 'ca.why.notForCa' : 'ca.why.power' }));
  // A CA that may not sign would be none.
  if (isCa && !kept.includes('keyCertSign')) {
    const rest = kept.map((usage): Refused => ({ what: `keyUsage ${usage}`, why: 'ca.why.notForCa' }));
    return { refused: [...refused, ...rest] };
  }
  if (kept.length === 0) return { refused };
  return { extension: makeExtension({ kind: 'keyUsage', usages: kept }), refused };
}

function grantPurposes(purposes: readonly string[], profile: Profile): Part {
  const kept = purposes.filter((purpose) => PURPOSES.includes(purpose));
  const refused = purposes
    .filter((purpose) => !PURPOSES.includes(purpose))
    .map((purpose): Refused => ({ what: `extKeyUsage ${purposeName(purpose)}`, why: 'ca.why.unknown' }));
  const needed = profile === 'client' ? KEY_PURPOSES.clientAuth : KEY_PURPOSES.serverAuth;
  if (profile !== 'ca' && !kept.includes(needed)) {
    const rest = kept.map((purpose): Refused => {
      return { what: `extKeyUsage ${purposeName(purpose)}`, why: 'ca.why.otherPurpose' };
    });
    return { refused: [...refused, ...rest] };
  }
  if (kept.length === 0) return { refused };
  return { extension: makeExtension({ kind: 'extKeyUsage', purposes: kept }), refused };
}
