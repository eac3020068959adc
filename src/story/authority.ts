/**
 * The certification authority of scenes 11 and 12: a root that lies in a safe, an intermediate that does the daily work, and how
 * it finds out who asks.
 */
import { equalConstantTime } from '../bytes/index.ts';
import { type PrivateKey, publicKeyOfPrivate } from '../keys/index.ts';
import { os2ip } from '../math/index.ts';
import type { RandomSource } from '../random/index.ts';
import type { RsaPrivateKey } from '../rsa/index.ts';
import {
  type Certificate,
  type CertificateList,
  type CertificationRequest,
  type ChainReason,
  type Extension,
  findExtension,
  type GeneralName,
  issueCertificate,
  issueCrl,
  KEY_PURPOSES,
  makeExtension,
  makeRequest,
  parseName,
  profileExtensions,
  type Revocation,
  verifySignature,
} from '../x509/index.ts';
import { keyOf } from './rsa-keys.ts';
import type { Keys } from './scene.ts';

/** The clock of the story: it stands still, so that a seed tells the same story every day. */
export const NOW = new Date('2026-06-01T12:00:00Z');
/** When there were lists before. */
export const WEEK_BEFORE = new Date('2026-05-25T12:00:00Z');
const VALIDITY = {
  notBefore: new Date('2026-05-01T00:00:00Z'),
  notAfter: new Date('2026-08-01T00:00:00Z'),
};

export interface Authority {
  readonly root: Certificate;
  readonly intermediate: Certificate;
  /** `daily` belongs to the intermediate. */
  readonly keys: { readonly root: PrivateKey; readonly daily: PrivateKey };
}

export function foundAuthority(random: RandomSource): Authority {
  const keys = { root: asKey(keyOf(random, 'root')), daily: asKey(keyOf(random, 'ca')) };
  const serials = random.substream('authority');
  const root = selfSigned('CN=Story Root CA', keys.root, serials);
  const publicKey = publicKeyOfPrivate(keys.daily);
  const intermediate = issueCertificate(
    {
      serialNumber: drawSerial(serials),
      issuer: root.subject,
      validity: VALIDITY,
      subject: parseName('CN=Story Intermediate CA'),
      publicKey,
      extensions: profileExtensions('ca', { publicKey, issuer: root, pathLength: 0 }),
    },
    { privateKey: keys.root },
  );
  return { root, intermediate, keys };
}

/** A root of anybody's: it vouches for itself. */
export function selfSigned(subject: string, privateKey: PrivateKey, random: RandomSource): Certificate {
  const publicKey = publicKeyOfPrivate(privateKey);
  const name = parseName(subject);
  return issueCertificate(
    {
      serialNumber: drawSerial(random),
      issuer: name,
      validity: VALIDITY,
      subject: name,
      publicKey,
      extensions: profileExtensions('root', { publicKey }),
    },
    { privateKey },
  );
}

export interface Statement {
  readonly subject: string;
  readonly names: readonly GeneralName[];
  readonly publicKey: Certificate['publicKey'];
  /** A server's, or that of a mailbox. */
  readonly use: 'server' | 'mail';
  /** A new one where not given. */
  readonly serialNumber?: bigint;
}

/** Signs that the key belongs to the name. Nothing is checked: so does whoever steals the key. */
export function certify(
  issuer: Certificate,
  privateKey: PrivateKey,
  { subject, names, publicKey, use, serialNumber }: Statement,
  random: RandomSource,
): Certificate {
  const extensions = profileExtensions(use === 'server' ? 'server' : 'client', { publicKey, issuer, names });
  return issueCertificate(
    {
      serialNumber: serialNumber ?? drawSerial(random),
      issuer: issuer.subject,
      validity: VALIDITY,
      subject: parseName(subject),
      publicKey,
      extensions: use === 'server' ? extensions : extensions.map(forMail),
    },
    { privateKey },
  );
}

function forMail(extension: Extension): Extension {
  if (extension.value.kind !== 'extKeyUsage') return extension;
  return makeExtension({ kind: 'extKeyUsage', purposes: [KEY_PURPOSES.emailProtection] });
}

/** What the owner of a key asks for; the signature shows that he has the private one. */
export function requestFor(host: string, privateKey: PrivateKey): CertificationRequest {
  const names = [{ kind: 'dNSName', value: host }] as const;
  return makeRequest(
    {
      subject: parseName(`CN=${host}`),
      publicKey: publicKeyOfPrivate(privateKey),
      extensions: [makeExtension({ kind: 'subjectAltName', names })],
    },
    { privateKey },
  );
}

/**
 * Domain control (compare RFC 8555, 8): the CA gives out a random token, and signs only if it then finds the token under the
 * very name. `lookUp` is what the network brings back when it looks there.
 */
export function issueOnProof(
  { intermediate, keys }: Authority,
  request: CertificationRequest,
  token: Uint8Array,
  lookUp: (host: string) => Uint8Array,
  random: RandomSource,
): Certificate | undefined {
  const names = findExtension(request.extensions, 'subjectAltName')?.names ?? [];
  const [name] = names;
  if (names.length !== 1 || name?.kind !== 'dNSName') return undefined;
  if (!verifySignature(request, request.publicKey).valid) return undefined;
  const found = lookUp(name.value);
  if (found.length !== token.length || !equalConstantTime(found, token)) return undefined;
  const { publicKey } = request;
  const statement: Statement = { subject: `CN=${name.value}`, names, publicKey, use: 'server' };
  return certify(intermediate, keys.daily, statement, random);
}

/**
 * The lists of a day: that of the root and that of the intermediate. Nothing is on them, or the intermediate is on that of the
 * root.
 */
export function revocationLists(
  { root, intermediate, keys }: Authority,
  thisUpdate: Date,
  revokes: boolean,
): CertificateList[] {
  const entry = {
    serialNumber: intermediate.serialNumber,
    revocationDate: thisUpdate,
    reason: 'cACompromise',
  } as const;
  const sign = (issuer: Certificate, privateKey: PrivateKey, revoked: readonly Revocation[]) =>
    issueCrl(
      {
        issuer: issuer.subject,
        thisUpdate,
        nextUpdate: VALIDITY.notAfter,
        revoked,
        extensions: [makeExtension({ kind: 'cRLNumber', number: revokes ? 2n : 1n })],
      },
      { privateKey },
    );
  return [sign(root, keys.root, revokes ? [entry] : []), sign(intermediate, keys.daily, [])];
}

/** Why the hacker fails, by what verifying the chain has found. */
export function becauseOf(reason: ChainReason): Keys<'because'> {
  switch (reason) {
    case 'bad-signature':
      return 'story.because.chainSignature';
    case 'untrusted-root':
      return 'story.because.chainRoot';
    case 'wrong-host':
    case 'wrong-email':
      return 'story.because.chainName';
    case 'revoked':
      return 'story.because.chainRevoked';
    default:
      return 'story.because.chainRefused';
  }
}

export function asKey(rsa: RsaPrivateKey): PrivateKey {
  return { algorithm: 'rsa', rsa };
}

/** Of 64 bits, positive. */
function drawSerial(random: RandomSource): bigint {
  return os2ip(random.bytes(8)) + 1n;
}
