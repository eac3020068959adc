/** Finished: a hash of all that was said, under the new keys, so that nobody changed it on the way (RFC 5246, 7.4.9). */
import type { Reader, Writer } from '../../bytes/index.ts';
import { TlsFault } from '../alert.ts';

export interface Finished {
  readonly type: 'finished';
  /** verify_data_length is 12 for every suite here. */
  readonly verifyData: Uint8Array;
}

export const VERIFY_DATA_LENGTH = 12;

export function readFinished(reader: Reader): Finished {
  if (reader.remaining !== VERIFY_DATA_LENGTH) {
    throw new TlsFault(
      'decode_error',
      `verify_data: expected ${VERIFY_DATA_LENGTH} bytes, got ${reader.remaining}`,
    );
  }
  return { type: 'finished', verifyData: reader.bytes(reader.remaining, 'verify_data', 'RFC 5246, 7.4.9') };
}

export function writeFinished(writer: Writer, { verifyData }: Omit<Finished, 'type'>): void {
  writer.bytes(verifyData);
}
