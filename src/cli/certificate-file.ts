/** Files with certificates, requests and revocation lists as commands read them: PEM or DER, told by how they begin. */
import { openDer, type PemBlock, parseDerTree, pemDecode, TAG } from '../asn1/index.ts';
import { fromUtf8 } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { inBlock } from '../x509/file.ts';
import {
  type Certificate,
  type CertificateList,
  type CertificationRequest,
  parseCertificate,
  parseCertificates,
  parseCrl,
  parseCrls,
  parseRequest,
  parseRequestFile,
} from '../x509/index.ts';
import { errorText } from './chinese/errors.ts';
import { openInput, readAll } from './io/input.ts';
import type { Session } from './session.ts';

/** A bundle of all roots of a browser takes 250 KiB, the list of a great authority some megabytes. */
const FILE_LIMIT = 64 << 20;

export type Shown =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'request'; readonly request: CertificationRequest }
  | { readonly kind: 'crl'; readonly crl: CertificateList };

/** All certificates of a file, at least one. Errors name the file. */
export function readCertificates(session: Session, path: string | undefined): Promise<Certificate[]> {
  return readNamed(session, path, parseCertificates);
}

/** All revocation lists of a file, at least one. */
export function readCrls(session: Session, path: string | undefined): Promise<CertificateList[]> {
  return readNamed(session, path, parseCrls);
}

/** The certification request of a file. */
export function readRequest(session: Session, path: string | undefined): Promise<CertificationRequest> {
  return readNamed(session, path, parseRequestFile);
}

/** Whatever can be shown of a file, in its order. */
export function readShown(session: Session, path: string | undefined): Promise<Shown[]> {
  const parse = (file: Uint8Array) => {
    const ders = dersOf(session, file);
    return ders.map(({ label, der }, i) => {
      const where = ders.length > 1 ? `PEM block ${i + 1}` : '';
      return inBlock(where, () => parseKind(kindOf(label, der), der));
    });
  };
  // What is no certificate may be DER all the same, and can be looked at.
  const hintOf = (file: Uint8Array) =>
    dersIn(session, file).some((der) => isDer(der)) ? session.say('cert.hint.asn1') : '';
  return readNamed(session, path, parse, hintOf);
}

/** Every element of a file that is DER, or of PEM blocks of any kind. */
export function readDers(session: Session, path: string | undefined): Promise<Uint8Array[]> {
  return readNamed(session, path, (file) => pemBlocks(session, file)?.map(({ der }) => der) ?? [file]);
}

async function readNamed<T>(
  session: Session,
  path: string | undefined,
  parse: (file: Uint8Array) => T,
  hintOf: (file: Uint8Array) => string = () => '',
): Promise<T> {
  const input = await openInput(session, path, { mayBeText: false });
  const bytes = await readAll(session, input, FILE_LIMIT);
  try {
    return parse(bytes);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    const colon = session.lang === 'zh' ? '：' : ': ';
    throw new CryptoError(error.code, `${input.name}${colon}${errorText(session, error)}${hintOf(bytes)}`);
  }
}

const LABELS: Readonly<Record<string, Shown['kind']>> = {
  CERTIFICATE: 'certificate',
  'X509 CERTIFICATE': 'certificate',
  'CERTIFICATE REQUEST': 'request',
  'NEW CERTIFICATE REQUEST': 'request',
  'X509 CRL': 'crl',
  CRL: 'crl',
};

/** The blocks that can be shown; keys beside them are passed over. */
function dersOf(session: Session, file: Uint8Array): { label?: string; der: Uint8Array }[] {
  const blocks = pemBlocks(session, file);
  if (!blocks) return [{ der: file }];
  const shown = blocks.filter(({ label }) => Object.hasOwn(LABELS, label));
  if (shown.length > 0) return shown;
  const got = [...new Set(blocks.map(({ label }) => label))].slice(0, 3).join(', ');
  throw new CryptoError('bad-format', session.say('cert.error.noBlock', { got }));
}

/** Undefined where the file is DER. */
function pemBlocks(session: Session, file: Uint8Array): PemBlock[] | undefined {
  const text = fromUtf8(file).replace(/^\ufeff/, '');
  if (/^-----BEGIN /m.test(text)) return pemDecode(text);
  if (file[0] === TAG.sequence) return undefined;
  const key = file.length === 0 ? 'cert.error.empty' : 'cert.error.notPem';
  throw new CryptoError('bad-format', session.say(key));
}

function kindOf(label: string | undefined, der: Uint8Array): Shown['kind'] {
  return LABELS[label ?? ''] ?? kindInside(der);
}

/** Told by what stands in what is signed: a list has a time at once, a request a key without a validity before it. */
export function kindInside(der: Uint8Array): Shown['kind'] {
  try {
    const tbs = openDer(der).open(TAG.sequence, 'certificate').open(TAG.sequence, 'certificate');
    const tags: (number | undefined)[] = [];
    for (let i = 0; i < 5 && tbs.remaining > 0; i++) {
      tags.push(tbs.peekTag());
      tbs.skip('certificate');
    }
    if (tags.includes(TAG.utcTime) || tags.includes(TAG.generalizedTime)) return 'crl';
    const [first, , , fourth] = tags;
    return first === TAG.integer && (fourth === undefined || fourth === 0xa0) ? 'request' : 'certificate';
  } catch (error) {
    if (error instanceof CryptoError) return 'certificate';
    throw error;
  }
}

function dersIn(session: Session, file: Uint8Array): Uint8Array[] {
  try {
    return dersOf(session, file).map(({ der }) => der);
  } catch (error) {
    if (error instanceof CryptoError) return [];
    throw error;
  }
}

function isDer(bytes: Uint8Array): boolean {
  try {
    parseDerTree(bytes);
    return true;
  } catch (error) {
    if (error instanceof CryptoError) return false;
    throw error;
  }
}

function parseKind(kind: Shown['kind'], der: Uint8Array): Shown {
  switch (kind) {
    case 'certificate':
      return { kind, certificate: parseCertificate(der) };
    case 'request':
      return { kind, request: parseRequest(der) };
    case 'crl':
      return { kind, crl: parseCrl(der) };
  }
}
