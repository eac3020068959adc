/** What certificates, requests and revocation lists have in common on a terminal: key, signature and extensions. */
import { type DerNode, oidName, parseDerTree } from '../../../asn1/index.ts';
import { toHex } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { HASHES } from '../../../hash/index.ts';
import type { PublicKey, UnknownKey } from '../../../keys/index.ts';
import { bitLength } from '../../../math/index.ts';
import { type Extension, type Name, type Signed, weakHashOf } from '../../../x509/index.ts';
import { derText } from '../../der-view.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { shortened } from '../../visible.ts';
import { extensionField } from './extension-view.ts';
import { fieldLines } from './field-lines.ts';
import { nameOf } from './name-view.ts';

/** Hex digits of a long number that are shown from each end, and on a line where all are. */
const END_DIGITS = 16;
const LINE_DIGITS = 64;
export interface ViewOptions {
  /** Set to show long numbers and lists in full. */
  readonly all: boolean;
  readonly now: Date;
}

/** A heading and each extension; nothing where there are none. */
export function extensionLines(session: Session, extensions: readonly Extension[], all: boolean): string[] {
  if (extensions.length === 0) return [];
  const { bold } = colorsOf(session);
  const fields = extensions.map((extension) => extensionField(session, extension, all));
  return [bold(session.say('cert.label.extensions')), ...fieldLines(session, fields)];
}

/** A name, or that it is empty. */
export function subjectText(session: Session, subject: Name, all: boolean): string {
  return subject.length === 0 ? session.say('cert.value.emptyName') : nameOf(subject, all);
}

/** What kind of key it is, and its modulus. */
export function keyLines(session: Session, key: PublicKey, all: boolean): string[] {
  if (key.algorithm === 'unknown') return unknownKeyLines(session, key, all);
  const { n, e } = key.rsa;
  const digits = n.toString(16);
  const [first = '', ...rest] = longHex(
    session,
    digits.padStart(digits.length + (digits.length % 2), '0'),
    all,
  );
  const kind = key.algorithm === 'rsa' ? 'RSA' : 'RSASSA-PSS';
  const exponent = e < 2n ** 64n ? e.toString() : `0x${shortened(e.toString(16), 32)}`;
  return [
    session.say('cert.value.rsaKey', { kind, bits: bitLength(n), e: exponent }),
    `n = ${first}`,
    ...rest.map((line) => `    ${line}`),
  ];
}

/** Its name, its parameters (mostly a curve) and its bits, which nobody here computes with. */
function unknownKeyLines(session: Session, { name, oid, raw }: UnknownKey, all: boolean): string[] {
  const kind = name === oid ? (oidName(oid) ?? oid) : name;
  const [algorithm, bits] = treeOf(raw)?.children ?? [];
  const [, parameters] = algorithm?.children ?? [];
  const more =
    parameters && parameters.value.kind !== 'null' ? `, ${derText(session, elementOf(raw, parameters))}` : '';
  return [
    session.say('cert.value.unknownKey', { name: `${kind}${more}` }),
    ...(bits?.value.kind === 'bits' ? longHex(session, bits.value.bytes, all) : []),
  ];
}

function treeOf(der: Uint8Array): DerNode | undefined {
  try {
    return parseDerTree(der);
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

function elementOf(der: Uint8Array, { offset, headerLength, length }: DerNode): Uint8Array {
  return der.subarray(offset, offset + headerLength + length);
}

/** The algorithm, and the signature itself. */
export function signatureLines(session: Session, signed: Signed, all: boolean): string[] {
  const { signatureAlgorithm, signature } = signed;
  const { scheme, oid } = signatureAlgorithm;
  const known = signatureAlgorithm.name === oid ? (oidName(oid) ?? oid) : signatureAlgorithm.name;
  const name =
    scheme?.scheme === 'rsa-pss'
      ? session.say('cert.value.pss', {
          name: known,
          hash: scheme.hash,
          mgfHash: scheme.mgfHash ?? scheme.hash,
          salt: scheme.saltLength ?? HASHES[scheme.hash].digestLength,
        })
      : known;
  const weak = weakHashOf(signatureAlgorithm);
  const { red } = colorsOf(session);
  return [
    weak ? `${name} ${red(session.say('cert.value.weakHash', { hash: weak }))}` : name,
    ...longHex(session, signature, all),
  ];
}

/** Hex on lines; without `all` its ends and how many bytes there are. */
export function longHex(session: Session, value: Uint8Array | string, all: boolean): string[] {
  const digits = typeof value === 'string' ? value : toHex(value);
  if (all) return digits.match(new RegExp(`.{1,${LINE_DIGITS}}`, 'g')) ?? [''];
  if (digits.length <= LINE_DIGITS) return [digits];
  const bytes = `${digits.slice(0, END_DIGITS)}…${digits.slice(-END_DIGITS)}`;
  return [session.say('cert.asn1.cut', { bytes, count: digits.length / 2 })];
}
