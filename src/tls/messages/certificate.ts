/** Certificate: the sender's chain, its own certificate first (RFC 5246, 7.4.2; a client's: 7.4.6). */
import type { Reader, Writer } from '../../bytes/index.ts';
import { TlsFault } from '../alert.ts';

export interface CertificateMessage {
  readonly type: 'certificate';
  /** As DER. Empty where a client has none. */
  readonly certificateList: readonly Uint8Array[];
}

/** Longer chains than anybody believes. */
const MAX_CERTIFICATES = 32;
const CLAUSE = 'RFC 5246, 7.4.2';

export function readCertificateMessage(reader: Reader): CertificateMessage {
  const list = reader.nested(reader.u24('certificate_list length', CLAUSE), 'certificate_list');
  const certificateList: Uint8Array[] = [];
  while (list.remaining > 0) {
    if (certificateList.length === MAX_CERTIFICATES) {
      throw new TlsFault(
        'bad_certificate',
        `certificate_list: expected a chain of at most ${MAX_CERTIFICATES}, got a longer one`,
      );
    }
    const length = list.u24('certificate length', CLAUSE);
    if (length === 0) throw new TlsFault('decode_error', 'certificate: expected at least 1 byte, got 0');
    certificateList.push(list.bytes(length, 'certificate', CLAUSE));
  }
  return { type: 'certificate', certificateList };
}

export function writeCertificateMessage(
  writer: Writer,
  { certificateList }: Omit<CertificateMessage, 'type'>,
): void {
  writer.prefixed(3, (list) => {
    for (const der of certificateList) list.prefixed(3, (inner) => inner.bytes(der));
  });
}
