/** What a record carries (RFC 5246, 6.2.1). */

export const CONTENT_TYPES = {
  change_cipher_spec: 20,
  alert: 21,
  handshake: 22,
  application_data: 23,
} as const;

export type ContentType = keyof typeof CONTENT_TYPES;

const NAMES = new Map<number, ContentType>(
  Object.entries(CONTENT_TYPES).map(([name, number]) => [number, name as ContentType]),
);

/** What a number stands for; undefined for one that TLS 1.2 has not. */
export function contentTypeNamed(number: number): ContentType | undefined {
  return NAMES.get(number);
}
