/** Protocol versions as two bytes, the major and the minor number (RFC 5246, 6.2.1 and E.1). */

export const SSL_2_0 = 0x0002;
const SSL_3_0 = 0x0300;
export const TLS_1_0 = 0x0301;
const TLS_1_1 = 0x0302;
export const TLS_1_2 = 0x0303;
const TLS_1_3 = 0x0304;

const NAMES = new Map([
  [SSL_2_0, 'SSL 2.0'],
  [SSL_3_0, 'SSL 3.0'],
  [TLS_1_0, 'TLS 1.0'],
  [TLS_1_1, 'TLS 1.1'],
  [TLS_1_2, 'TLS 1.2'],
  [TLS_1_3, 'TLS 1.3'],
]);

/** `TLS 1.2`, or the number in hex where it has no name. */
export function versionName(version: number): string {
  return NAMES.get(version) ?? `version 0x${version.toString(16).padStart(4, '0')}`;
}
