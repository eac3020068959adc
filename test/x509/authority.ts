/** People, keys and a small chain for the tests of certificates. The keys are fixed: making them would take longer than all the rest. */
import type { HashId } from '../../src/hash/index.ts';
import { type PrivateKey, publicKeyOfPrivate } from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { generateKey } from '../../src/rsa/index.ts';
import {
  type Certificate,
  type CertificateContents,
  type Extension,
  type GeneralName,
  issueCertificate,
  issueCrl,
  makeExtension,
  makeRequest,
  type Name,
  parseName,
  profileExtensions,
} from '../../src/x509/index.ts';

export interface Person {
  readonly name: Name;
  readonly privateKey: PrivateKey;
}

/** A key that depends on the word and the bits alone; about 30 ms the first time. */
export function testKey(word: string, bits = 1024): PrivateKey {
  const known = keys.get(word);
  if (known) return known;
  const key = { algorithm: 'rsa', rsa: generateKey(bits, { random: seededRandom(word) }) } as const;
  keys.set(word, key);
  return key;
}
const keys = new Map<string, PrivateKey>();

export function person(text: string, word = text): Person {
  return { name: parseName(text), privateKey: testKey(word) };
}

export const ROOT = person('CN=Test Root,O=Crypto Primer');
export const INTERMEDIATE = person('CN=Test Intermediate,O=Crypto Primer');
export const LEAF = person('CN=bob.example');

export const VALIDITY = {
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2027-01-01T00:00:00Z'),
} as const;

/** Between the two. */
export const NOW = new Date('2026-06-01T12:00:00Z');

let serial = 1n;

/** What differs from the usual. */
export interface Changes extends Partial<CertificateContents> {
  readonly signer?: PrivateKey;
  /** SHA-256 where not given, and PKCS#1 v1.5. */
  readonly hash?: HashId;
  readonly profile?: 'root' | 'ca' | 'server' | 'client';
  readonly names?: readonly GeneralName[];
  readonly pathLength?: number;
  /** Added to those of the profile; one of the same kind takes its place. */
  readonly more?: readonly Extension[];
  /** Kinds of the profile that are left out. */
  readonly without?: readonly Extension['value']['kind'][];
  /** The issuer's certificate, for the key identifier. */
  readonly by?: Certificate;
}

/** A certificate for `subject` by `issuer`, ordinary but for the changes. */
export function certify(subject: Person, issuer: Person, changes: Changes = {}): Certificate {
  const publicKey = publicKeyOfPrivate(subject.privateKey);
  const profile = changes.profile ?? (subject === issuer ? 'root' : 'server');
  const {
    more = [],
    without = [],
    names,
    pathLength,
    by,
    signer = issuer.privateKey,
    hash = 'sha256',
    ...contents
  } = changes;
  const usual = profileExtensions(profile, {
    publicKey,
    ...(by && { issuer: by }),
    ...(names && { names }),
    ...(pathLength !== undefined && { pathLength }),
  });
  const replaced = new Set<string>([...without, ...more.map(({ value }) => value.kind)]);
  const kept = usual.filter(({ value }) => value.kind === 'unknown' || !replaced.has(value.kind));
  return issueCertificate(
    {
      serialNumber: serial++,
      issuer: issuer.name,
      subject: subject.name,
      validity: VALIDITY,
      publicKey,
      extensions: [...kept, ...more],
      ...contents,
    },
    { privateKey: signer, scheme: { scheme: 'rsa-pkcs1', hash } },
  );
}

/** Root, intermediate and a server's certificate; a list of the root that takes nothing back; and a request. */
export function makeTestChain() {
  const root = certify(ROOT, ROOT);
  const intermediate = certify(INTERMEDIATE, ROOT, { profile: 'ca', pathLength: 0, by: root });
  const leaf = certify(LEAF, INTERMEDIATE, {
    by: intermediate,
    names: [{ kind: 'dNSName', value: 'bob.example' }],
  });
  const crl = issueCrl(
    {
      issuer: ROOT.name,
      thisUpdate: VALIDITY.notBefore,
      nextUpdate: VALIDITY.notAfter,
      revoked: [],
      extensions: [makeExtension({ kind: 'cRLNumber', number: 1n })],
    },
    { privateKey: ROOT.privateKey },
  );
  const request = makeRequest(
    {
      subject: LEAF.name,
      publicKey: publicKeyOfPrivate(LEAF.privateKey),
      extensions: [
        makeExtension({ kind: 'subjectAltName', names: [{ kind: 'dNSName', value: 'bob.example' }] }),
      ],
    },
    { privateKey: LEAF.privateKey },
  );
  return { root, intermediate, leaf, crl, request };
}
