/** keyUsage (RFC 5280, 4.2.1.3): what the key in the certificate may be used for, a bit for each. */
import { type DerReader, encodeBitString, readBitString } from '../../asn1/index.ts';

/** In the order of their bits, the first being bit 0, the top one. */
export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsageName = (typeof KEY_USAGES)[number];

export interface KeyUsage {
  readonly kind: 'keyUsage';
  readonly usages: readonly KeyUsageName[];
}

export function readKeyUsage(der: DerReader): KeyUsage {
  const { bytes } = readBitString(der, 'keyUsage', 'RFC 5280, 4.2.1.3');
  return { kind: 'keyUsage', usages: namedBits(bytes, KEY_USAGES) };
}

export function encodeKeyUsage({ usages }: KeyUsage): Uint8Array {
  return encodeNamedBits(usages, KEY_USAGES);
}

/** The names of the bits that are set; a bit without a name has none. */
export function namedBits<N extends string>(bytes: Uint8Array, names: readonly N[]): N[] {
  return names.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
}

/** A BIT STRING without zeros at its end, as DER writes lists of named bits (X.690, 11.2.2). */
export function encodeNamedBits<N extends string>(set: readonly N[], names: readonly N[]): Uint8Array {
  const bits = set.map((name) => names.indexOf(name));
  const last = Math.max(...bits, -1);
  const bytes = new Uint8Array((last >> 3) + 1);
  for (const bit of bits) bytes[bit >> 3]! |= 0x80 >> (bit & 7);
  return encodeBitString(bytes, last < 0 ? 0 : 7 - (last & 7));
}
