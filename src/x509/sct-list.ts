/**
 * The list of signed certificate timestamps (RFC 6962, 3.3): logs that promise to publish the certificate, and since when.
 *
 * It is a TLS structure inside an OCTET STRING. The signatures of the logs are shown, not verified: that takes their keys.
 */
import { derError, openDer, readOctetString } from '../asn1/index.ts';
import { Reader } from '../bytes/index.ts';
import { expectBytes } from '../errors.ts';

/** The extension of a certificate that holds such a list. */
export const SCT_LIST = '1.3.6.1.4.1.11129.2.4.2';

export interface SignedTimestamp {
  /** 1, of which the standard knows no other. */
  readonly version: number;
  /** SHA-256 over the log's public key. */
  readonly logId: Uint8Array;
  readonly timestamp: Date;
  /** `ecdsa-sha256`, or the two numbers of a pair that TLS 1.2 does not name. */
  readonly algorithm: string;
  readonly signature: Uint8Array;
}

/** All timestamps in the DER of the extension; one of a version that is not known is left out. `bad-format` for other bytes. */
export function parseSctList(der: Uint8Array): SignedTimestamp[] {
  expectBytes('der', der);
  const outer = openDer(der);
  const list = new Reader(readOctetString(outer, 'SCT list', 'RFC 6962, 3.3'));
  outer.end('SCT list');
  const inner = list.nested(list.u16('SCT list length'), 'SCT list');
  list.end('SCT list');
  const timestamps: SignedTimestamp[] = [];
  while (inner.remaining > 0) {
    const timestamp = readTimestamp(inner.nested(inner.u16('SCT length'), 'SCT'));
    if (timestamp) timestamps.push(timestamp);
  }
  return timestamps;
}

function readTimestamp(sct: Reader): SignedTimestamp | undefined {
  const clause = 'RFC 6962, 3.2';
  const version = sct.u8('SCT version', clause) + 1;
  if (version !== 1) return undefined;
  const logId = sct.bytes(32, 'SCT log id', clause).slice();
  const at = sct.offset;
  const milliseconds = sct.u32('SCT timestamp', clause) * 2 ** 32 + sct.u32('SCT timestamp', clause);
  const timestamp = new Date(milliseconds);
  if (Number.isNaN(timestamp.getTime())) {
    throw derError('SCT timestamp', 'a time before the year 275760', at, 'a later one');
  }
  sct.bytes(sct.u16('SCT extensions length', clause), 'SCT extensions', clause);
  const hash = sct.u8('SCT hash algorithm', 'RFC 5246, 7.4.1.4.1');
  const scheme = sct.u8('SCT signature algorithm', 'RFC 5246, 7.4.1.4.1');
  const signature = sct.bytes(sct.u16('SCT signature length', clause), 'SCT signature', clause).slice();
  sct.end('SCT');
  const names = [SIGNATURES[scheme], HASHES[hash]];
  const algorithm = names.includes(undefined) ? `${hash}.${scheme}` : names.join('-');
  return { version, logId, timestamp, algorithm, signature };
}

/** RFC 5246, 7.4.1.4.1. */
const HASHES: Readonly<Record<number, string>> = {
  2: 'sha1',
  3: 'sha224',
  4: 'sha256',
  5: 'sha384',
  6: 'sha512',
};
const SIGNATURES: Readonly<Record<number, string>> = { 1: 'rsa', 2: 'dsa', 3: 'ecdsa' };
