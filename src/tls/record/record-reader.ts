/**
 * Cuts a stream of bytes, which arrives in any pieces, into records (RFC 5246, 6.2.1).
 *
 * At most one record is kept waiting, however much a stranger announces.
 */
import { TlsFault } from '../alert.ts';
import { SSL_2_0, TLS_1_2, versionName } from '../version.ts';
import type { ContentType } from './content-type.ts';
import { HEADER_LENGTH, MAX_CIPHERTEXT, type RecordHeader, readHeader } from './record.ts';

export interface RawRecord {
  readonly type: ContentType;
  /** `SSL_2_0` where it is a hello in the form of old. */
  readonly version: number;
  /** The whole record, header and all. */
  readonly bytes: Uint8Array;
  /** What follows the header: TLSCiphertext.fragment. */
  readonly fragment: Uint8Array;
}

export class RecordReader {
  /** What came last, of which the bytes before `#at` are done with. */
  #input: Uint8Array = NOTHING;
  #at = 0;
  /** The start of a record that came in pieces: room for all of it once its header says how long it is. */
  #waiting: Uint8Array = NOTHING;
  #filled = 0;
  /** Before a version is agreed on, any 3.x will do (E.1); then only that. */
  #version: number | undefined;
  /** Whether what comes first may be a hello of SSL 2.0, which has a header of two bytes (E.2). */
  #maybeSslv2: boolean;

  constructor({ sslv2Hello = false }: { readonly sslv2Hello?: boolean } = {}) {
    this.#maybeSslv2 = sslv2Hello;
  }

  expectVersion(version: number): void {
    this.#version = version;
  }

  /** Takes what came, once `next` has given nothing more. */
  push(bytes: Uint8Array): void {
    this.#input = bytes;
    this.#at = 0;
  }

  /**
   * The next whole record; undefined while it is not all there. Throws as soon as its header is wrong. Where it came in one
   * piece it is a view of that.
   */
  next(): RawRecord | undefined {
    if (this.#filled === 0) {
      const rest = this.#input.subarray(this.#at);
      if (rest.length === 0) return this.#done();
      const header = rest.length < HEADER_LENGTH ? undefined : this.#readHeader(rest);
      if (header && HEADER_LENGTH + header.length <= rest.length) {
        const end = HEADER_LENGTH + header.length;
        this.#at += end;
        this.#maybeSslv2 = false;
        return recordOf(header, rest.subarray(0, end));
      }
    }
    const header = this.#gather(HEADER_LENGTH) ? this.#readHeader(this.#waiting) : undefined;
    if (header && this.#gather(HEADER_LENGTH + header.length)) {
      const whole = this.#waiting;
      this.#waiting = NOTHING;
      this.#filled = 0;
      this.#maybeSslv2 = false;
      return recordOf(header, whole);
    }
    return this.#done();
  }

  /** Nobody's bytes are held on to that are not needed. */
  #done(): undefined {
    this.#input = NOTHING;
    this.#at = 0;
  }

  /** Whether so many bytes of a record are there, once all that came has been copied: the caller's bytes are the caller's. */
  #gather(length: number): boolean {
    if (this.#waiting.length < length) {
      const longer = new Uint8Array(length);
      longer.set(this.#waiting.subarray(0, this.#filled));
      this.#waiting = longer;
    }
    const missing = Math.max(0, length - this.#filled);
    const piece = this.#input.subarray(this.#at, this.#at + missing);
    this.#waiting.set(piece, this.#filled);
    this.#at += piece.length;
    this.#filled += piece.length;
    return this.#filled >= length;
  }

  #readHeader(bytes: Uint8Array): RecordHeader {
    if (this.#maybeSslv2 && isSslv2Hello(bytes)) return sslv2Header(bytes);
    const header = readHeader(bytes);
    const { version, length } = header;
    if (version >> 8 !== 3 || (this.#version !== undefined && version !== this.#version)) {
      throw new TlsFault(
        'protocol_version',
        `record: expected ${versionName(this.#version ?? TLS_1_2)}, got ${versionName(version)}`,
      );
    }
    if (length > MAX_CIPHERTEXT) {
      throw new TlsFault(
        'record_overflow',
        `record: expected at most ${MAX_CIPHERTEXT} bytes, got ${length}`,
      );
    }
    return header;
  }
}

const NOTHING = new Uint8Array(0);

function recordOf({ type, version }: RecordHeader, bytes: Uint8Array): RawRecord {
  const header = version === SSL_2_0 ? SSLV2_HEADER_LENGTH : HEADER_LENGTH;
  return { type, version, bytes, fragment: bytes.subarray(header) };
}

const CLIENT_HELLO = 1;
const SSLV2_HEADER_LENGTH = 2;

/** By its first five bytes: the bit of a short header, msg_type and version. Nobody waits for the rest of what is none. */
function isSslv2Hello([high, , type, major, minor]: Uint8Array): boolean {
  return high! >= 0x80 && type === CLIENT_HELLO && (major === 3 || (major === 0 && minor === 2));
}

/** `msg_length` of E.2, without its highest bit. Its record counts from our longer header on. */
function sslv2Header(bytes: Uint8Array): RecordHeader {
  const length = (bytes[0]! & 0x7f) * 256 + bytes[1]! + SSLV2_HEADER_LENGTH - HEADER_LENGTH;
  if (length < 0)
    throw new TlsFault('decode_error', 'client_hello: expected one of SSL 2.0, got too few bytes');
  return { type: 'handshake', version: SSL_2_0, length };
}
