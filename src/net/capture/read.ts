/** Reads a capture file, pcapng or pcap by its first bytes. */
import { Reader } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import type { Capture } from './capture.ts';
import { isPcapMagic, readPcap } from './pcap.ts';
import { readPcapng } from './pcapng.ts';
import { SECTION } from './pcapng-codes.ts';

/** Frames are views of `bytes`. Throws `bad-format` for anything else, `unsupported`, or `too-large`. */
export function readCapture(bytes: Uint8Array): Capture {
  const magic = new Reader(bytes).u32('magic number');
  if (magic === SECTION) return readPcapng(bytes);
  if (isPcapMagic(magic)) return readPcap(bytes);
  throw new CryptoError(
    'bad-format',
    'capture: expected pcapng or pcap, as tcpdump -w and Wireshark write them, got something else',
  );
}
