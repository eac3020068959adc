/** Issuing: a serial number, a validity within the authority's own, the books, and then the files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toHex, utf8 } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { encodePkcs8, type PrivateKey, type PublicKey, toPem } from '../../keys/index.ts';
import type { RandomSource } from '../../random/index.ts';
import { COMMON_NAME } from '../../x509/attribute-types.ts';
import {
  attributeValues,
  type Certificate,
  type Extension,
  findExtension,
  formatName,
  type GeneralName,
  issueCertificate,
  type Name,
  profileExtensions,
  type Validity,
} from '../../x509/index.ts';
import { PRIVATE_PERMISSIONS } from '../key-output.ts';
import type { Session } from '../session.ts';
import { timeText } from '../visible.ts';
import {
  type Authority,
  certificatePem,
  DAY_MS,
  FILES,
  makeIssuedFolder,
  wholeSecond,
  writeIndex,
} from './authority.ts';
import { type Staged, stage } from './durable-file.ts';
import { fileName, freeName } from './file-names.ts';
import { type IndexEntry, MAX_ISSUED } from './index-file.ts';

export interface Wish {
  readonly profile: 'ca' | 'server' | 'client';
  readonly subject: Name;
  readonly names: readonly GeneralName[];
  readonly publicKey: PublicKey;
  /** Written beside the certificate, where we made it. */
  readonly privateKey?: PrivateKey;
  readonly days: number;
  readonly pathLength?: number | undefined;
  /** In place of those of the profile of their kind. */
  readonly extensions?: readonly Extension[];
}

export interface Issued {
  readonly authority: Authority;
  readonly certificate: Certificate;
  readonly entry: IndexEntry;
  /** Their paths, the certificate's first. */
  readonly files: readonly string[];
}

/** Bytes of a serial number: nobody guesses the next one, so nobody prepares a collision for it. */
const SERIAL_BYTES = 8;
/** Clocks of others may be a little slow. */
const HEAD_START_MS = 5 * 60_000;

/** Under the lock. */
export function issue(
  session: Session,
  authority: Authority,
  wish: Wish,
  { now, random }: { readonly now: Date; readonly random: RandomSource },
): Issued {
  const { certificate: issuer, privateKey, index, folder } = authority;
  if (index.issued.length >= MAX_ISSUED) {
    throw new CryptoError('too-large', session.say('ca.error.full', { path: folder, most: MAX_ISSUED }));
  }
  const validity = validityWithin(session, authority, now, wish.days);
  const pathLength = wish.profile === 'ca' ? pathLengthBelow(session, authority, wish.pathLength) : undefined;
  const replaced = new Set(wish.extensions?.map(({ oid }) => oid));
  const usual = profileExtensions(wish.profile, {
    publicKey: wish.publicKey,
    issuer,
    names: wish.names,
    emptySubject: wish.subject.length === 0,
    ...(pathLength !== undefined && { pathLength }),
  });
  const certificate = issueCertificate(
    {
      serialNumber: freshSerial(authority, random),
      issuer: issuer.subject,
      validity,
      subject: wish.subject,
      publicKey: wish.publicKey,
      extensions: [...usual.filter(({ oid }) => !replaced.has(oid)), ...(wish.extensions ?? [])],
    },
    { privateKey },
  );
  return record(authority, certificate, wish);
}

/** From the root on: how many CAs may still follow. */
function pathLengthBelow(
  session: Session,
  { certificate, folder }: Authority,
  wanted: number | undefined,
): number | undefined {
  const allowed = findExtension(certificate.extensions, 'basicConstraints')?.pathLenConstraint;
  if (allowed === undefined) return wanted;
  if (allowed === 0)
    throw new CryptoError('bad-argument', session.say('ca.error.noCaBelow', { path: folder }));
  if (wanted !== undefined && wanted > allowed - 1) {
    throw new CryptoError(
      'bad-argument',
      session.say('ca.error.pathLength', { most: allowed - 1, got: wanted }),
    );
  }
  return wanted ?? allowed - 1;
}

/** From five minutes ago for that many days, and never beyond the authority's own. */
function validityWithin(
  session: Session,
  { certificate, folder }: Authority,
  now: Date,
  days: number,
): Validity {
  const { notBefore, notAfter } = certificate.validity;
  if (now > notAfter) {
    const until = timeText(notAfter);
    throw new CryptoError('check-failed', session.say('ca.error.expired', { path: folder, until }));
  }
  const wanted = validityFor(now, days);
  if (wanted.notAfter > notAfter) session.note('ca.remark.shortened', { until: timeText(notAfter) });
  return {
    notBefore: wanted.notBefore < notBefore ? notBefore : wanted.notBefore,
    notAfter: wanted.notAfter > notAfter ? notAfter : wanted.notAfter,
  };
}

export function validityFor(now: Date, days: number): Validity {
  return {
    notBefore: wholeSecond(new Date(now.getTime() - HEAD_START_MS)),
    notAfter: wholeSecond(new Date(now.getTime() + days * DAY_MS)),
  };
}

export function drawSerial(random: RandomSource): bigint {
  for (;;) {
    const serial = BigInt(`0x${toHex(random.bytes(SERIAL_BYTES))}`);
    if (serial > 0n) return serial;
  }
}

function freshSerial({ index, certificate }: Authority, random: RandomSource): bigint {
  const used = new Set(index.issued.map(({ serial }) => serial));
  used.add(certificate.serialNumber.toString(16));
  for (;;) {
    const serial = drawSerial(random);
    if (!used.has(serial.toString(16))) return serial;
  }
}

/** The files are on the disk, under other names, before the books tell of them, and get their names after that. */
function record(
  authority: Authority,
  certificate: Certificate,
  { profile, names, privateKey }: Wish,
): Issued {
  const { folder, index, chain } = authority;
  makeIssuedFolder(folder);
  const at = (name: string, kind: string) => join(folder, FILES.issued, `${name}${kind}.pem`);
  const wanted = fileName(names, attributeValues(certificate.subject, COMMON_NAME).at(-1));
  const taken = index.issued.map(({ name }) => name);
  const name = freeOnDisk(wanted, taken, (candidate) => existsSync(at(candidate, '')));
  const staged: [path: string, file: Staged][] = [];
  const add = (path: string, bytes: Uint8Array, permissions?: number) =>
    staged.push([path, stage(path, bytes, permissions)]);
  if (privateKey) add(at(name, '-key'), utf8(toPem('pkcs8', encodePkcs8(privateKey))), PRIVATE_PERMISSIONS);
  add(at(name, '-chain'), certificatePem(certificate, ...chain));
  add(at(name, ''), certificatePem(certificate));
  const entry: IndexEntry = {
    serial: certificate.serialNumber.toString(16),
    name,
    subject: formatName(certificate.subject),
    profile,
    notBefore: certificate.validity.notBefore.toISOString(),
    notAfter: certificate.validity.notAfter.toISOString(),
  };
  const next = writeIndex(authority, { ...index, issued: [...index.issued, entry] });
  for (const [, file] of staged) file.publish();
  return { authority: next, certificate, entry, files: staged.map(([path]) => path).toReversed() };
}

/** Also not one of a file that somebody put there. */
function freeOnDisk(wanted: string, taken: readonly string[], exists: (name: string) => boolean): string {
  const known = [...taken];
  for (;;) {
    const name = freeName(wanted, known);
    if (!exists(name)) return name;
    known.push(name);
  }
}

/** A root's own certificate. */
export function selfIssue(
  subject: Name,
  keys: { readonly privateKey: PrivateKey; readonly publicKey: PublicKey },
  options: {
    readonly validity: Validity;
    readonly random: RandomSource;
    readonly pathLength?: number | undefined;
  },
): Certificate {
  const { publicKey, privateKey } = keys;
  const { validity, random, pathLength } = options;
  return issueCertificate(
    {
      serialNumber: drawSerial(random),
      issuer: subject,
      validity,
      subject,
      publicKey,
      extensions: profileExtensions('root', { publicKey, ...(pathLength !== undefined && { pathLength }) }),
    },
    { privateKey },
  );
}
