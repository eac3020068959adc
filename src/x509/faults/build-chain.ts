/** Makes what a plan asks for, with our own functions for honest certificates: they lie as willingly. */

import type { HashId } from '../../hash/index.ts';
import { createSigner, type PrivateKey, publicKeyOfPrivate } from '../../keys/index.ts';
import type { RandomSource } from '../../random/index.ts';
import { type Certificate, encodeSigned, parseCertificate } from '../certificate.ts';
import type { CertificateList } from '../crl.ts';
import { type Extension, makeExtension } from '../extensions/extension.ts';
import { type CertificateContents, issueCertificate, issueCrl } from '../issue.ts';
import { parseName } from '../name-text.ts';
import { authorityOf, profileExtensions } from '../profile.ts';
import { encodeSignatureAlgorithm } from '../signature-algorithm.ts';
import { DAYS, HOSTS, NAMES } from './good.ts';
import type { CertificateChange, KeyRole, ListChange, Plan } from './plan.ts';

export interface Setting {
  readonly at: Date;
  readonly random: RandomSource;
  /** The key of that role: the same each time. */
  readonly keyOf: (role: KeyRole, bits?: number) => PrivateKey;
}

export interface BuiltChain {
  /** The one that is trusted. */
  readonly root: Certificate;
  /** As the server sends it, leaf first. */
  readonly chain: readonly Certificate[];
  readonly leaf: Certificate;
  readonly leafKey: PrivateKey;
  readonly crls: readonly CertificateList[];
}

export function buildChain(plan: Plan, setting: Setting): BuiltChain {
  const root = certify('root', 'root', plan.root, undefined, setting);
  const intermediate = certify('intermediate', 'root', plan.intermediate, root, setting);
  const lower = plan.lower && certify('lower', 'intermediate', plan.lower, intermediate, setting);
  const issuer = lower ?? intermediate;
  const leaf = certify('leaf', lower ? 'lower' : 'intermediate', plan.leaf, issuer, setting);
  const between = lower ? [lower, intermediate] : [intermediate];
  const { sends, trusts, rootList, intermediateList } = plan;
  return {
    root: trusts === 'another-root' ? certify('other', 'other', {}, undefined, setting) : root,
    chain: sends === 'leaf-alone' ? [leaf] : [leaf, ...between, ...(sends === 'root-too' ? [root] : [])],
    leaf,
    leafKey: certifiedKey('leaf', plan.leaf, setting),
    crls: [
      ...listOf('root', rootList, root, intermediate, setting),
      ...listOf('intermediate', intermediateList, intermediate, lower ?? leaf, setting),
      ...(lower ? listOf('lower', {}, lower, leaf, setting) : []),
    ],
  };
}

type Subject = Exclude<KeyRole, 'mallory'>;

function certify(
  subject: Subject,
  issuer: Exclude<Subject, 'leaf'>,
  change: CertificateChange = {},
  by: Certificate | undefined,
  setting: Setting,
): Certificate {
  const hash = change.hash ?? 'sha256';
  const schemeOf = (name: HashId) => ({ scheme: 'rsa-pkcs1', hash: name }) as const;
  const privateKey = setting.keyOf(change.signer ?? issuer);
  const issue = (wanted: CertificateChange) => {
    const contents = contentsOf(subject, issuer, wanted, by, setting);
    return issueCertificate(contents, { privateKey, scheme: schemeOf(wanted.inside ?? hash) });
  };
  const made = issue(change);
  if (!change.signed && !change.inside && !change.flipped) return made;
  const signer = createSigner(privateKey, setting.random.substream('signature'));
  const signed = change.signed ? issue(change.signed).tbs : made.tbs;
  const signature = signer.sign(schemeOf(hash), signed);
  // A bit in the middle: at the top the number might become larger than n.
  if (change.flipped) signature[signature.length >> 1]! ^= 1;
  return parseCertificate(encodeSigned(made.tbs, encodeSignatureAlgorithm(schemeOf(hash)), signature));
}

function contentsOf(
  subject: Subject,
  issuer: Exclude<Subject, 'leaf'>,
  change: CertificateChange,
  by: Certificate | undefined,
  setting: Setting,
): CertificateContents {
  const [from, until] = change.days ?? DAYS[subject];
  return {
    version: change.version ?? 3,
    serialNumber: change.serialNumber ?? serialNumber(setting.random.substream(`serial.${subject}`)),
    issuer: parseName(change.issuer ?? NAMES[issuer]),
    subject: parseName(change.subject ?? NAMES[subject]),
    validity: { notBefore: daysFrom(setting.at, from), notAfter: daysFrom(setting.at, until) },
    publicKey: publicKeyOfPrivate(certifiedKey(subject, change, setting)),
    extensions: extensionsOf(subject, change, by, setting),
  };
}

function certifiedKey(subject: Subject, { key = subject, bits }: CertificateChange = {}, setting: Setting) {
  return setting.keyOf(key, bits);
}

function extensionsOf(
  subject: Subject,
  change: CertificateChange,
  by: Certificate | undefined,
  setting: Setting,
): Extension[] {
  const { put = [], drop = [], names = HOSTS } = change;
  if (drop === 'all') return [];
  const profile = subject === 'leaf' ? 'server' : by ? 'ca' : 'root';
  const usual = profileExtensions(profile, {
    // As it was signed for: whoever swaps the key changes nothing else.
    publicKey: publicKeyOfPrivate(setting.keyOf(subject, change.bits)),
    ...(by && { issuer: by }),
    ...(subject === 'leaf' && { names }),
    ...(subject === 'intermediate' && { pathLength: 0 }),
  });
  const gone = new Set<string>([...drop, ...put.map(({ oid }) => oid)]);
  const kept = usual.filter(({ oid, value }) => !gone.has(oid) && !gone.has(value.kind));
  return [...kept, ...put];
}

/** Positive, of 63 bits. */
function serialNumber(random: RandomSource): bigint {
  const [first = 0, ...rest] = random.bytes(8);
  return [(first & 0x3f) | 0x40, ...rest].reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

/** The list of `issuer`, whose certificate is `by`; the one that it is asked about is `about`. */
function listOf(
  issuer: Exclude<Subject, 'leaf'>,
  change: ListChange = {},
  by: Certificate,
  about: Certificate,
  { at, keyOf }: Setting,
): CertificateList[] {
  if (change.left === 'out') return [];
  const [from, until] = change.days ?? DAYS.list;
  const list = issueCrl(
    {
      issuer: parseName(NAMES[issuer]),
      thisUpdate: daysFrom(at, from),
      nextUpdate: daysFrom(at, until),
      revoked: change.revokes
        ? [
            {
              serialNumber: about.serialNumber,
              revocationDate: daysFrom(at, from - 1),
              reason: 'keyCompromise',
            },
          ]
        : [],
      extensions: [
        ...authorityOf(by),
        makeExtension({ kind: 'cRLNumber', number: 1n }),
        ...(change.put ?? []),
      ],
    },
    { privateKey: keyOf(change.signer ?? issuer) },
  );
  return [list];
}

function daysFrom(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}
