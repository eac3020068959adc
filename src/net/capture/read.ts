/** Reads a capture file, pcapng or pcap by its first bytes. */
import { CryptoError, expectBytes } from '../../errors.ts';
import { type Capture, type Draft, LINK_TYPE_ETHERNET } from './capture.ts';
import { isPcapMagic, readPcap } from './pcap.ts';
import { readPcapng } from './pcapng.ts';
import { SECTION } from './pcapng-codes.ts';

/**
 * Frames are views of `bytes`. Throws `bad-format` for anything else, `unsupported`, or `too-large`. Where `onFault` is
 * given and packets were read before the fault (a file cut short), it is told the error, and these are the capture.
 */
export function readCapture(bytes: Uint8Array, onFault?: (fault: CryptoError) => void): Capture {
  const format = formatOf(bytes);
  const draft: Draft = { linkType: LINK_TYPE_ETHERNET, packets: [], secrets: [] };
  try {
    (format === 'pcapng' ? readPcapng : readPcap)(bytes, draft);
  } catch (error) {
    if (!(error instanceof CryptoError) || !onFault || draft.packets.length === 0) throw error;
    onFault(error);
  }
  return { format, ...draft };
}

function formatOf(bytes: Uint8Array): Capture['format'] {
  expectBytes('bytes', bytes);
  const magic = bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (magic === SECTION) return 'pcapng';
  if (isPcapMagic(magic)) return 'pcap';
  throw new CryptoError(
    'bad-format',
    `capture: expected pcapng or pcap, as tcpdump -w and Wireshark write them, got ${bytes.length === 0 ? 'an empty file' : 'something else'}`,
  );
}
