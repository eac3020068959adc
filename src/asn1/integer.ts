/**
 * INTEGER (X.690, 8.3): two's complement, in as few octets as possible.
 *
 * A positive number whose top bit is set carries a zero octet in front; whoever forgets it reads a negative modulus.
 */
import { fromHex, toHex } from '../bytes/index.ts';
import { expectInteger } from '../errors.ts';
import { type DerReader, derError } from './der-reader.ts';
import { encodeElement } from './element.ts';
import { hexOctet, TAG } from './tag.ts';

/** An INTEGER of either sign and any size, or one under the IMPLICIT `tag`. */
export function readInteger(der: DerReader, name: string, clause = '', tag: number = TAG.integer): bigint {
  const inner = der.open(tag, name, clause);
  const at = inner.offset;
  const octets = inner.rest(name, clause);
  const [first, second = 0] = octets;
  if (first === undefined) throw derError(name, 'at least one octet of the INTEGER', at, 'no octet');
  if (octets.length > 1 && first === (second < 0x80 ? 0x00 : 0xff)) {
    throw derError(name, 'the shortest form of the INTEGER', at, `${hexOctet(first)} ${hexOctet(second)}`);
  }
  const unsigned = BigInt(`0x${toHex(octets)}`);
  return first < 0x80 ? unsigned : BigInt.asIntN(octets.length * 8, unsigned);
}

/** An INTEGER of at least 1, such as the numbers of a key are. */
export function readPositive(der: DerReader, name: string, clause = ''): bigint {
  const at = der.offset;
  const value = readInteger(der, name, clause);
  if (value > 0n) return value;
  throw derError(name, 'a positive INTEGER', at, value === 0n ? '0' : 'a negative one');
}

/** An INTEGER from 0 to `most` (below 2^53), such as a version or a length, or one under the IMPLICIT `tag`. */
export function readSmall(
  der: DerReader,
  name: string,
  most: number,
  clause = '',
  tag: number = TAG.integer,
): number {
  const at = der.offset;
  const value = readInteger(der, name, clause, tag);
  if (value >= 0n && value <= BigInt(most)) return Number(value);
  throw derError(name, `an INTEGER from 0 to ${most}`, at, shown(value));
}

export function encodeInteger(value: bigint): Uint8Array {
  expectInteger('value', value);
  return encodeElement(TAG.integer, twosComplement(value));
}

/** As few octets as hold `value` and its sign: the top bit of the first says whether it is negative. */
export function twosComplement(value: bigint): Uint8Array {
  const digits = (value < 0n ? ~value : value).toString(16);
  const length = digits[0]! >= '8' ? (digits.length >> 1) + 1 : (digits.length + 1) >> 1;
  const unsigned = value < 0n ? BigInt.asUintN(length * 8, value) : value;
  return fromHex(unsigned.toString(16).padStart(length * 2, '0'));
}

/** A number in an error, if it is short enough to read. */
function shown(value: bigint): string {
  const text = value.toString(16);
  return text.length > 16 ? 'a long one' : value.toString();
}
