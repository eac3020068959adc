/** Issuing: a serial number, a validity within the authority's own, the books, and then the files. */
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
  sameName,
  type Validity,
} from '../../x509/index.ts';
import { PRIVATE_PERMISSIONS } from '../key-output.ts';
import type { Session } from '../session.ts';
import { timeText, visibleText } from '../visible.ts';
import {
  type Authority,
  certificatePem,
  DAY_MS,
  makeIssuedFolder,
  type OpenBooks,
  wholeSecond,
  writeIndex,
} from './authority.ts';
import { fileName, freeName } from './file-names.ts';
import { type IndexEntry, MAX_ISSUED } from './index-file.ts';
import {
  dropStaged,
  type IssuedFile,
  isOnDisk,
  issuedPath,
  publishIssued,
  stageIssued,
} from './issued-files.ts';

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

export interface IssueOptions {
  readonly now: Date;
  /** Gives the serial number. */
  readonly random: RandomSource;
  /** Called with the certificate before anything is written: where it throws, nothing was issued. */
  readonly prepare?: (certificate: Certificate) => void;
}

/** Under the lock. */
export function issue(
  session: Session,
  authority: Authority,
  wish: Wish,
  { now, random, prepare }: IssueOptions,
): Issued {
  const { certificate: issuer, privateKey, index, folder } = authority;
  if (index.issued.length >= MAX_ISSUED) {
    throw new CryptoError('too-large', session.say('ca.error.full', { path: folder, most: MAX_ISSUED }));
  }
  // Whoever reads it would take it for one that signed itself.
  if (wish.subject.length > 0 && sameName(wish.subject, issuer.subject)) {
    const name = visibleText(formatName(issuer.subject));
    throw new CryptoError('bad-argument', session.say('ca.error.sameName', { name }));
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
  prepare?.(certificate);
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

/** `check-failed` where the authority has expired, or does not begin yet; before a key is made for nothing. */
export function expectCurrent(session: Session, { certificate, folder }: OpenBooks, now: Date): void {
  const { notBefore, notAfter } = certificate.validity;
  if (now > notAfter) {
    const until = timeText(notAfter);
    throw new CryptoError('check-failed', session.say('ca.error.expired', { path: folder, until }));
  }
  if (now < notBefore) {
    const from = timeText(notBefore);
    throw new CryptoError('check-failed', session.say('ca.error.notYet', { path: folder, from }));
  }
}

/** From five minutes ago for that many days, and never beyond the authority's own. */
function validityWithin(session: Session, authority: Authority, now: Date, days: number): Validity {
  expectCurrent(session, authority, now);
  const { notBefore, notAfter } = authority.certificate.validity;
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
    notAfter: wholeSecond(new Date(Math.min(now.getTime() + days * DAY_MS, LAST_TIME))),
  };
}

/** RFC 5280, 4.1.2.5: no certificate can say more. */
const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59);

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

/** The files, the books, and then the names of the files: see `issued-files.ts`. */
function record(
  authority: Authority,
  certificate: Certificate,
  { profile, names, privateKey }: Wish,
): Issued {
  const { folder, index, chain } = authority;
  makeIssuedFolder(folder);
  const serial = certificate.serialNumber.toString(16);
  const name = newName(authority, fileName(names, attributeValues(certificate.subject, COMMON_NAME).at(-1)));
  const files: readonly IssuedFile[] = [
    { kind: '', bytes: certificatePem(certificate) },
    ...(privateKey
      ? [
          {
            kind: '-key',
            bytes: utf8(toPem('pkcs8', encodePkcs8(privateKey))),
            permissions: PRIVATE_PERMISSIONS,
          } as const,
        ]
      : []),
    { kind: '-chain', bytes: certificatePem(certificate, ...chain) },
  ];
  const entry: IndexEntry = {
    serial,
    name,
    subject: formatName(certificate.subject),
    profile,
    notBefore: certificate.validity.notBefore.toISOString(),
    notAfter: certificate.validity.notAfter.toISOString(),
  };
  stageIssued(folder, serial, files);
  let next: Authority;
  try {
    next = writeIndex(authority, { ...index, issued: [...index.issued, entry] });
  } catch (error) {
    dropStaged(folder, serial);
    throw error;
  }
  publishIssued(folder, entry);
  return {
    authority: next,
    certificate,
    entry,
    files: files.map(({ kind }) => issuedPath(folder, name, kind)),
  };
}

/** One that neither the books know nor a file has, whatever the case: some systems see no difference. */
function newName({ folder, index }: Authority, wanted: string): string {
  const known = new Set(index.issued.map(({ name }) => name.toLowerCase()));
  return freeName(wanted, (candidate) => known.has(candidate.toLowerCase()) || isOnDisk(folder, candidate));
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
