/**
 * The S/MIME wrapper (RFC 8551, 3): header lines, an empty line, and the message in base64, as `openssl cms` writes it unless told
 * otherwise.
 *
 * Only a single part is read. Mail that is signed in the clear has two (multipart/signed), whose lines must be kept to the byte.
 */
import { base64 } from '@scure/base';
import { excerpt, fromUtf8, toBase64 } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';

/** `type`: what the reader of mail is told is inside (RFC 8551, 3.2.2). */
export function encodeSmime(
  der: Uint8Array,
  type: 'signed-data' | 'enveloped-data' | 'authEnveloped-data',
): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return [
    'MIME-Version: 1.0',
    `Content-Type: application/pkcs7-mime; smime-type=${type}; name="smime.p7m"`,
    'Content-Disposition: attachment; filename="smime.p7m"',
    'Content-Transfer-Encoding: base64',
    '',
    ...lines,
    '',
  ].join('\n');
}

/** Bytes before the empty line. */
const MAX_HEADERS = 2 ** 16;

/** Undefined where the bytes do not begin with header lines. */
export function decodeSmime(bytes: Uint8Array): Uint8Array | undefined {
  const start = fromUtf8(bytes.subarray(0, MAX_HEADERS));
  if (!/^[\w-]+:/.test(start.trimStart())) return undefined;
  const [blank] = /\n\r?\n/.exec(start.trimStart()) ?? [];
  if (blank === undefined) return undefined;
  const end = start.indexOf(blank, start.length - start.trimStart().length) + blank.length;
  const head = start.slice(0, end);
  const headers = new Map(
    head
      .trim()
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '') return undefined;
  if (type === 'multipart/signed') {
    throw new CryptoError(
      'unsupported',
      'S/MIME: expected one part, got multipart/signed; openssl cms -sign -nodetach -outform PEM writes one that is read',
    );
  }
  if (!/^application\/(x-)?pkcs7-(mime|signature)$/.test(type)) {
    throw new CryptoError('bad-format', `S/MIME: expected application/pkcs7-mime, got ${excerpt(type)}`);
  }
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  if (encoding !== 'base64') {
    throw new CryptoError(
      'unsupported',
      `S/MIME: expected base64 as the transfer encoding, got ${excerpt(encoding)}`,
    );
  }
  const body = fromUtf8(bytes).slice(head.length).replace(/\s/g, '');
  try {
    return base64.decode(body);
  } catch {
    throw new CryptoError(
      'bad-encoding',
      'S/MIME: expected base64 behind the headers, got other characters, or too few',
    );
  }
}
