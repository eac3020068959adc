/**
 * Addresses as people write them: MAC `02:00:00:00:00:0a` and IPv4 `192.0.2.10` (RFC 791, 3.1; RFC 6943, 3.1.1).
 *
 * One spelling each: MACs in lower case, IPv4 in four decimal numbers without leading zeros (octal, to some programs).
 */
import { concat, excerpt } from '../../bytes/index.ts';
import { CryptoError, expectLength, expectText } from '../../errors.ts';

/** The six bytes of a MAC address; `bad-argument` unless it is six pairs of hex digits with colons. */
export function macBytes(address: string): Uint8Array {
  expectText('address', address);
  if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i.test(address)) {
    throw new CryptoError(
      'bad-argument',
      `address: expected a MAC address such as 02:00:00:00:00:0a, got ${excerpt(address)}`,
    );
  }
  return Uint8Array.from(address.split(':'), (pair) => Number.parseInt(pair, 16));
}

/** The MAC address of six bytes, in lower case. */
export function macText(bytes: Uint8Array): string {
  expectLength('bytes', bytes, 6);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':');
}

const PART = String.raw`(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])`;
const IPV4 = new RegExp(String.raw`^${PART}(?:\.${PART}){3}$`);

/** The four bytes of an IPv4 address; `bad-argument` unless it is four numbers from 0 to 255 with dots. */
export function ipv4Bytes(address: string): Uint8Array {
  expectText('address', address);
  if (!IPV4.test(address)) {
    throw new CryptoError(
      'bad-argument',
      `address: expected an IPv4 address such as 192.0.2.10, got ${excerpt(address)}`,
    );
  }
  return Uint8Array.from(address.split('.'), Number);
}

/** The IPv4 address of four bytes. */
export function ipv4Text(bytes: Uint8Array): string {
  expectLength('bytes', bytes, 4);
  return bytes.join('.');
}

/** Who sends to whom: what the checksums of TCP and UDP cover of IPv4. */
export interface AddressPair {
  readonly source: string;
  readonly destination: string;
}

/** The pseudo header of TCP and UDP (RFC 9293, 3.1; RFC 768): addresses, protocol, and the length of what follows. */
export function pseudoHeader(addresses: AddressPair, protocol: number, length: number): Uint8Array {
  return concat(
    ipv4Bytes(addresses.source),
    ipv4Bytes(addresses.destination),
    Uint8Array.of(0, protocol, length >> 8, length & 255),
  );
}
