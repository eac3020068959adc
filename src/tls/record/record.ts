/**
 * Records: the envelopes in which everything travels (RFC 5246, 6.2). A header of five bytes says what is inside, under which
 * version, and how long it is.
 */
import { concat, Reader, type Recorder, Writer } from '../../bytes/index.ts';
import { expectBytes } from '../../errors.ts';
import { TlsFault } from '../alert.ts';
import { TLS_1_2 } from '../version.ts';
import { CONTENT_TYPES, type ContentType, contentTypeNamed } from './content-type.ts';

export const HEADER_LENGTH = 5;
/** TLSPlaintext.length (6.2.1). */
export const MAX_PLAINTEXT = 2 ** 14;
/** TLSCiphertext.length (6.2.3): room for IV, MAC and padding. */
export const MAX_CIPHERTEXT = MAX_PLAINTEXT + 2048;

export interface RecordHeader {
  readonly type: ContentType;
  readonly version: number;
  readonly length: number;
}

/** One record with its header, as it stands on the wire. */
export function encodeRecord(type: ContentType, fragment: Uint8Array, version = TLS_1_2): Uint8Array {
  expectBytes('fragment', fragment);
  const header = new Writer().u8(CONTENT_TYPES[type]).u16(version).u16(fragment.length).finish();
  return concat(header, fragment);
}

/** The header of 6.2.1 and 6.2.3. Throws what a header earns that is none. */
export function readHeader(bytes: Uint8Array, record?: Recorder, base = 0): RecordHeader {
  expectBytes('bytes', bytes);
  const reader = new Reader(bytes.subarray(0, HEADER_LENGTH), record, base);
  const number = reader.u8('type', 'RFC 5246, 6.2.1');
  const version = reader.u16('version', 'RFC 5246, 6.2.1');
  const length = reader.u16('length', 'RFC 5246, 6.2.1');
  const type = contentTypeNamed(number);
  if (type === undefined) {
    throw new TlsFault(
      'unexpected_message',
      `record: expected the type 20, 21, 22 or 23, got ${number}${looksLike(bytes)}`,
    );
  }
  return { type, version, length };
}

/** What people send by mistake where TLS is expected, or meet where they expect it. */
function looksLike(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (/^(GET |POST|HEAD|PUT |HTTP|OPTI|CONN)/.test(start)) return ', which looks like HTTP without TLS';
  if (start.startsWith('SSH-')) return ', which looks like SSH';
  if (/^220[ -]/.test(start)) return ', which looks like the greeting of a mail or FTP server';
  if (bytes[0]! & 0x80 && bytes[2] === 1) return ', which looks like a hello of SSL 2.0';
  const text = /^[\t\n\r\x20-\x7e]{5,}/.exec(start)?.[0];
  if (text !== undefined) return `, the text ${JSON.stringify(text)}: this does not speak TLS`;
  return '';
}
