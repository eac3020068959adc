/**
 * Cuts a stream of bytes, which arrives in any pieces, into records (RFC 5246, 6.2.1).
 *
 * At most one record is kept waiting, however much a stranger announces.
 */
import { TlsFault } from '../alert.ts';
import { TLS_1_2, versionName } from '../version.ts';
import type { ContentType } from './content-type.ts';
import { HEADER_LENGTH, MAX_CIPHERTEXT, readHeader } from './record.ts';

export interface RawRecord {
  readonly type: ContentType;
  readonly version: number;
  /** The whole record, header and all. */
  readonly bytes: Uint8Array;
  /** What follows the header: TLSCiphertext.fragment. */
  readonly fragment: Uint8Array;
}

export class RecordReader {
  /** Bytes that came, of which those before `#at` are done with. */
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** Before a version is agreed on, any 3.x will do (E.1); then only that. */
  #version: number | undefined;

  expectVersion(version: number): void {
    this.#version = version;
  }

  /** Takes what came. Call `next` until it gives nothing more. */
  push(bytes: Uint8Array): void {
    const rest = this.#bytes.subarray(this.#at);
    if (rest.length === 0) this.#bytes = bytes;
    else {
      const joined = new Uint8Array(rest.length + bytes.length);
      joined.set(rest);
      joined.set(bytes, rest.length);
      this.#bytes = joined;
    }
    this.#at = 0;
  }

  /** The next whole record, as a view; undefined while it is not all there. Throws as soon as its header is wrong. */
  next(): RawRecord | undefined {
    const bytes = this.#bytes.subarray(this.#at);
    if (bytes.length < HEADER_LENGTH) return this.#keep();
    const { type, version, length } = readHeader(bytes);
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
    if (bytes.length < HEADER_LENGTH + length) return this.#keep();
    this.#at += HEADER_LENGTH + length;
    const whole = bytes.subarray(0, HEADER_LENGTH + length);
    return { type, version, bytes: whole, fragment: whole.subarray(HEADER_LENGTH) };
  }

  /** What waits is copied: the caller's bytes are the caller's. */
  #keep(): undefined {
    this.#bytes = this.#bytes.slice(this.#at);
    this.#at = 0;
  }
}
