/**
 * OBJECT IDENTIFIER (X.690, 8.19): a path of numbers such as 1.2.840.113549.1.1.1, RSA's.
 *
 * The first two arcs share an octet; every arc is written in base 128, each octet but its last with the top bit set.
 */

import { excerpt } from '../bytes/index.ts';
import { CryptoError, expectText } from '../errors.ts';
import { type DerReader, derError } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { foundTag, hexOctet, TAG } from './tag.ts';

/** Octets of one identifier: far more than any that is in use. */
const MAX_OCTETS = 256;

/** As dotted text. */
export function readOid(der: DerReader, name: string, clause = '', tag: number = TAG.oid): string {
  const inner = der.open(tag, name, clause);
  const at = inner.offset;
  const octets = inner.rest(name, clause);
  if (octets.length === 0)
    throw derError(name, 'at least one octet of the OBJECT IDENTIFIER', at, 'no octet');
  if (octets.length > MAX_OCTETS) {
    throw derError(name, `an OBJECT IDENTIFIER of at most ${MAX_OCTETS} octets`, at, `${octets.length}`);
  }
  const arcs: (number | bigint)[] = [];
  let arc: number | bigint = 0;
  let start = true;
  for (const [i, octet] of octets.entries()) {
    if (start && octet === 0x80) throw derError(name, 'the shortest form of an arc', at + i, hexOctet(octet));
    arc = nextArc(arc, octet & 0x7f);
    start = octet < 0x80;
    if (start) {
      arcs.push(arc);
      arc = 0;
    }
  }
  if (!start) throw derError(name, 'the last octet of an arc', at + octets.length, foundTag(undefined));
  const [joined = 0, ...others] = arcs;
  if (joined < 80) return [Math.floor(Number(joined) / 40), Number(joined) % 40, ...others].join('.');
  return [2, typeof joined === 'bigint' ? joined - 80n : joined - 80, ...others].join('.');
}

/** Seven bits more. Nearly every arc is a small number, with which numbers are several times as fast as bigints. */
function nextArc(arc: number | bigint, bits: number): number | bigint {
  if (typeof arc === 'number' && arc < 2 ** 45) return arc * 128 + bits;
  return (BigInt(arc) << 7n) | BigInt(bits);
}

/** `bad-argument` unless `oid` is dotted text whose first arc is 0, 1 or 2, and second below 40 under the first two. */
export function encodeOid(oid: string): Uint8Array {
  expectText('oid', oid);
  const arcs = oid.length < 1024 && /^[0-2](\.(0|[1-9]\d*))+$/.test(oid) ? oid.split('.').map(BigInt) : [];
  const [first, second, ...others] = arcs;
  if (first === undefined || second === undefined || (first < 2n && second >= 40n)) {
    throw new CryptoError(
      'bad-argument',
      `oid: expected an object identifier such as 1.2.840.113549.1.1.1, got ${excerpt(oid)}`,
    );
  }
  return encodeElement(TAG.oid, Uint8Array.from([first * 40n + second, ...others].flatMap(base128)));
}

function base128(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
  return octets;
}
