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
  type GeneralName,
  KEY_PURPOSES,
  type KeyUsageName,
  keyIdentifier,
  makeExtension,
  purposeName,
} from '../../x509/index.ts';

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

/** extensionRequest is read; others, such as challengePassword, have no place in a certificate. */
const EXTENSION_REQUESTS: readonly string[] = ['1.2.840.113549.1.9.14', '1.3.6.1.4.1.311.2.1.14'];

export function grant(request: CertificationRequest, profile: Profile): Granted {
  const names: GeneralName[] = [];
  const extensions: Extension[] = [];
  const refused: Refused[] = [];
  for (const { type } of request.attributes) {
    if (!EXTENSION_REQUESTS.includes(type)) refused.push({ what: type, why: 'ca.why.attribute' });
  }
  for (const extension of request.extensions) {
    const { value, oid } = extension;
    const refuse = (what: string, why: Refused['why']) => refused.push({ what, why });
    switch (value.kind) {
      case 'subjectAltName':
        names.push(...value.names);
        break;
      case 'keyUsage': {
        const allowed = profile === 'ca' ? CA_USAGES : LEAF_USAGES;
        for (const usage of value.usages.filter((each) => !allowed.includes(each))) {
          refuse(`keyUsage ${usage}`, profile === 'ca' ? 'ca.why.notForCa' : 'ca.why.power');
        }
        const usages = value.usages.filter((each) => allowed.includes(each));
        // A CA without the right to sign would be none.
        if (usages.length > 0 && profile !== 'ca')
          extensions.push(makeExtension({ kind: 'keyUsage', usages }));
        else if (profile === 'ca' && !usages.includes('keyCertSign')) refuse('keyUsage', 'ca.why.notForCa');
        else if (profile === 'ca') extensions.push(makeExtension({ kind: 'keyUsage', usages }));
        break;
      }
      case 'extKeyUsage': {
        const needed = profile === 'client' ? KEY_PURPOSES.clientAuth : KEY_PURPOSES.serverAuth;
        const known: readonly string[] = Object.values(KEY_PURPOSES);
        const kept = value.purposes.filter((purpose) => known.includes(purpose));
        for (const purpose of value.purposes.filter((each) => !known.includes(each))) {
          refuse(`extKeyUsage ${purposeName(purpose)}`, 'ca.why.unknown');
        }
        if (profile !== 'ca' && !kept.includes(needed)) {
          refuse(`extKeyUsage ${kept.map(purposeName).join(' ')}`, 'ca.why.otherPurpose');
        } else if (kept.length > 0) extensions.push(makeExtension({ kind: 'extKeyUsage', purposes: kept }));
        break;
      }
      case 'basicConstraints':
        if (value.cA !== (profile === 'ca')) refuse(`basicConstraints cA=${value.cA}`, 'ca.why.profile');
        else if (value.pathLenConstraint !== undefined) {
          refuse(`basicConstraints pathLenConstraint=${value.pathLenConstraint}`, 'ca.why.pathLength');
        }
        break;
      case 'subjectKeyIdentifier':
        if (!equalConstantTime(value.keyIdentifier, keyIdentifier(request.publicKey))) {
          refuse('subjectKeyIdentifier', 'ca.why.computed');
        }
        break;
      default:
        refuse(value.kind === 'unknown' ? oid : value.kind, 'ca.why.unknown');
    }
  }
  return { names, extensions, refused };
}
