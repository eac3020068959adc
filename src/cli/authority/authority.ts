/**
 * A certificate authority as a folder:
 *
 * | file | what it is |
 * |---|---|
 * | `ca.pem`, `ca-key.pem` | its certificate and its private key |
 * | `chain.pem` | of an intermediate: its certificate and those above it, without the root |
 * | `crl.pem` | its newest revocation list |
 * | `index.json` | its books: serial numbers, what was issued, what was taken back |
 * | `issued/NAME.pem`, `NAME-key.pem`, `NAME-chain.pem` | a certificate, its key, and it with those above, as servers send them |
 *
 * A writer may be killed at any moment. The books are the truth: they are replaced in one step, before what follows from them.
 * The next writer mends the rest: it makes a list anew that is older than the books, gives files their names that the books know
 * (see `issued-files.ts`), and removes what was left half-written.
 */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pemEncode } from '../../asn1/index.ts';
import { toHex, utf8 } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { encodeSpki, type PrivateKey, parsePrivateKey, publicKeyOfPrivate } from '../../keys/index.ts';
import {
  type Certificate,
  type CertificateList,
  findExtension,
  issueCrl,
  makeExtension,
  parseCertificates,
  parseCrls,
} from '../../x509/index.ts';
import { authorityOf } from '../../x509/profile.ts';
import { errorText } from '../chinese/errors.ts';
import { ioError } from '../io/io-error.ts';
import type { Session } from '../session.ts';
import { timeText } from '../visible.ts';
import { removeLeftovers, writeDurably } from './durable-file.ts';
import { type AuthorityIndex, readIndex } from './index-file.ts';
import { ISSUED, mendIssued } from './issued-files.ts';
import { withLock } from './lock.ts';

export const FILES = {
  certificate: 'ca.pem',
  key: 'ca-key.pem',
  chain: 'chain.pem',
  list: 'crl.pem',
  index: 'index.json',
  issued: ISSUED,
  lock: '.lock',
} as const;

/** What everybody may read. */
export interface OpenBooks {
  readonly folder: string;
  readonly certificate: Certificate;
  /** Its certificate and those above it, without the root; of a root none. */
  readonly chain: readonly Certificate[];
  readonly index: AuthorityIndex;
}

export interface Authority extends OpenBooks {
  readonly privateKey: PrivateKey;
}

/** How long a revocation list is good for, in days. */
export const LIST_DAYS = 30;

/** Reads the folder. `io` or `bad-format`, with the file, where it is none. */
export function openAuthority(session: Session, folder: string): Authority {
  const books = openBooks(session, folder);
  const privateKey = readIn(session, join(folder, FILES.key), (bytes) => parsePrivateKey(bytes));
  if (toHex(encodeSpki(publicKeyOfPrivate(privateKey))) !== toHex(books.certificate.spki)) {
    throw new CryptoError('bad-format', session.say('ca.error.otherKey', { path: folder }));
  }
  return { ...books, privateKey };
}

/** As `openAuthority`, without its private key. */
export function openBooks(session: Session, folder: string): OpenBooks {
  expectFolder(session, folder);
  const status = statOf(session, folder);
  if (!status) throw new CryptoError('io', session.say('ca.error.noFolder', { path: folder }));
  if (!status.isDirectory() || !existsSync(join(folder, FILES.index))) {
    throw new CryptoError('io', session.say('ca.error.notAuthority', { path: folder }));
  }
  const [certificate] = readIn(session, join(folder, FILES.certificate), parseCertificates);
  const chainPath = join(folder, FILES.chain);
  const chain = existsSync(chainPath) ? readIn(session, chainPath, parseCertificates) : [];
  return { folder, certificate: certificate!, chain, index: indexOf(session, folder) };
}

/** Perhaps a variable that is not set. */
export function expectFolder(session: Session, folder: string): void {
  if (folder === '') throw new CryptoError('bad-argument', session.say('ca.error.emptyFolder'));
}

/** Runs `work` on the folder as it is then, while nobody else writes to it, after mending what a killed writer left. */
export async function changeAuthority<T>(
  session: Session,
  folder: string,
  now: Date,
  work: (authority: Authority) => Promise<T> | T,
): Promise<T> {
  const { notBefore } = openAuthority(session, folder).certificate.validity;
  if (now < notBefore) {
    const from = timeText(notBefore);
    throw new CryptoError('check-failed', session.say('ca.error.notYet', { path: folder, from }));
  }
  return withLock(session, join(folder, FILES.lock), async () => {
    try {
      const authority = openAuthority(session, folder);
      removeLeftovers(folder);
      mendIssued(folder, authority.index);
      return await work(
        listNumber(session, authority) < authority.index.crlNumber ? renewList(authority, now) : authority,
      );
    } catch (error) {
      throw ioError(session, error, folder);
    }
  });
}

/** Replaces the books. */
export function writeIndex(authority: Authority, index: AuthorityIndex): Authority {
  writeDurably(join(authority.folder, FILES.index), indexBytes(index));
  return { ...authority, index };
}

export function indexBytes(index: AuthorityIndex): Uint8Array {
  return utf8(`${JSON.stringify(index, null, 2)}\n`);
}

/** A new list of all that was taken back: its number goes into the books first, so that none is used twice. */
export function renewList(authority: Authority, now: Date, days = LIST_DAYS): Authority {
  const next = writeIndex(authority, { ...authority.index, crlNumber: authority.index.crlNumber + 1 });
  writeDurably(join(next.folder, FILES.list), listPem(makeList(next, now, days)));
  return next;
}

export function makeList(
  authority: Pick<Authority, 'certificate' | 'privateKey' | 'index'>,
  now: Date,
  days: number,
): CertificateList {
  const { certificate, privateKey, index } = authority;
  return issueCrl(
    {
      issuer: certificate.subject,
      thisUpdate: wholeSecond(now),
      nextUpdate: wholeSecond(new Date(now.getTime() + days * DAY_MS)),
      revoked: index.issued.flatMap(({ serial, revoked }) =>
        revoked
          ? [
              {
                serialNumber: BigInt(`0x${serial}`),
                revocationDate: new Date(revoked.at),
                reason: revoked.reason,
              },
            ]
          : [],
      ),
      extensions: [
        ...authorityOf(certificate),
        makeExtension({ kind: 'cRLNumber', number: BigInt(index.crlNumber) }),
      ],
    },
    { privateKey },
  );
}

export const DAY_MS = 86_400_000;

/** Certificates and lists know no parts of a second. */
export function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

export function certificatePem(...certificates: readonly Certificate[]): Uint8Array {
  return utf8(certificates.map(({ der }) => pemEncode('CERTIFICATE', der)).join(''));
}

export function listPem(list: CertificateList): Uint8Array {
  return utf8(pemEncode('X509 CRL', list.der));
}

export function makeIssuedFolder(folder: string): void {
  mkdirSync(join(folder, FILES.issued), { recursive: true });
}

/** Of the list in the folder; -1 where there is none that can be read. */
function listNumber(session: Session, { folder }: Authority): number {
  try {
    const [list] = readIn(session, join(folder, FILES.list), parseCrls);
    return Number(findExtension(list!.extensions, 'cRLNumber')?.number ?? -1n);
  } catch (error) {
    if (error instanceof CryptoError) return -1;
    throw error;
  }
}

function indexOf(session: Session, folder: string): AuthorityIndex {
  const path = join(folder, FILES.index);
  try {
    return readIndex(path);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw ioError(session, error, path);
    throw new CryptoError(error.code, session.say('ca.error.index', { path }));
  }
}

function statOf(session: Session, path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw ioError(session, error, path);
  }
}

function readIn<T>(session: Session, path: string, parse: (bytes: Uint8Array) => T): T {
  try {
    return parse(readFileSync(path));
  } catch (error) {
    if (!(error instanceof CryptoError)) throw ioError(session, error, path);
    const colon = session.lang === 'zh' ? '：' : ': ';
    throw new CryptoError(error.code, `${path}${colon}${errorText(session, error)}`);
  }
}
