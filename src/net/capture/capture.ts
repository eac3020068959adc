/** What a capture file holds, whatever its format. */
import { CryptoError } from '../../errors.ts';

export interface CapturedPacket {
  /** Microseconds since 1970; finer units are cut off. */
  readonly time: number;
  /** A view of the file's bytes. */
  readonly frame: Uint8Array;
  /** How long it was on the line; more than `frame` has where the capture cut it. */
  readonly originalLength: number;
  /** Where it came over a link of another type than the capture's. */
  readonly linkType?: number;
}

export interface Capture {
  readonly format: 'pcapng' | 'pcap';
  /** Of the first interface: 1 for Ethernet; the numbers are those of https://www.tcpdump.org/linktypes.html. */
  readonly linkType: number;
  readonly packets: readonly CapturedPacket[];
  /** The TLS key logs inside, as text. Whoever has the file reads what they protect. */
  readonly secrets: readonly string[];
}

/** A capture while it is read. */
export interface Draft {
  linkType: number;
  readonly packets: CapturedPacket[];
  readonly secrets: string[];
}

export const LINK_TYPE_ETHERNET = 1;

/** More than a lesson makes; it bounds the memory a stranger's file takes. */
const MAX_PACKETS = 1_000_000;

export function expectRoom(packets: readonly CapturedPacket[]): void {
  if (packets.length < MAX_PACKETS) return;
  throw new CryptoError(
    'too-large',
    `capture: expected at most ${MAX_PACKETS} packets, got more; cut it with editcap -c`,
  );
}

/** Two times 2^32 ticks make no sense as a date: `bad-format` beyond what an integer holds exactly. */
export function microsOf(ticks: bigint, perSecond: bigint, offsetSeconds = 0n): number {
  const micros = (ticks * 1_000_000n) / perSecond + offsetSeconds * 1_000_000n;
  if (micros < 0n || micros > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new CryptoError('bad-format', 'time: expected one from 1970 to 2255, got another');
  }
  return Number(micros);
}
