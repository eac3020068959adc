/**
 * Reads pcap, the older format of tcpdump (draft-ietf-opsawg-pcap), of either byte order and either unit of time.
 */
import { CryptoError } from '../../errors.ts';
import { type Draft, expectRoom, microsOf } from './capture.ts';
import { Fields } from './fields.ts';

/** Byte order and ticks in a second by the file's first four bytes, read with the highest byte first. */
const KINDS: ReadonlyMap<number, readonly [little: boolean, perSecond: bigint]> = new Map([
  [0xa1b2c3d4, [false, 1_000_000n]],
  [0xd4c3b2a1, [true, 1_000_000n]],
  [0xa1b23c4d, [false, 1_000_000_000n]],
  [0x4d3cb2a1, [true, 1_000_000_000n]],
]);

export function isPcapMagic(magic: number): boolean {
  return KINDS.has(magic);
}

/** Into the draft, packet by packet: what is whole before a fault is there. */
export function readPcap(bytes: Uint8Array, draft: Draft): void {
  const kind = KINDS.get(new Fields(bytes, false).u32('magic number'));
  if (kind === undefined)
    throw new CryptoError('bad-format', 'magic number: expected that of pcap, got another');
  const [little, perSecond] = kind;
  const fields = new Fields(bytes, little);
  fields.u32('magic number');
  const major = fields.u16('major version');
  if (major !== 2) throw new CryptoError('unsupported', `format version: expected 2 of pcap, got ${major}`);
  fields.u16('minor version');
  fields.bytes(12, 'header');
  // The upper bits tell whether frames end in a check sequence.
  draft.linkType = fields.u32('link type') & 0xffff;
  const { packets } = draft;
  while (fields.remaining > 0) {
    expectRoom(packets);
    const seconds = BigInt(fields.u32('time'));
    const ticks = BigInt(fields.u32('time'));
    const length = fields.u32('captured length');
    const originalLength = fields.u32('original length');
    const frame = fields.bytes(length, 'packet');
    packets.push({ time: microsOf(seconds * perSecond + ticks, perSecond), frame, originalLength });
  }
}
