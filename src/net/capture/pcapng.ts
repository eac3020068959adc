/**
 * Reads pcapng (draft-ietf-opsawg-pcapng): sections of either byte order, packets and TLS secrets.
 *
 * Blocks of other types are passed over, as the format asks. No length in the file is believed before it is compared
 * with what is there, so a hostile one costs no memory.
 */
import { fromUtf8 } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { type CapturedPacket, type Draft, expectRoom, microsOf } from './capture.ts';
import { Fields } from './fields.ts';
import {
  BYTE_ORDER_MAGIC,
  ENHANCED_PACKET,
  INTERFACE,
  OBSOLETE_PACKET,
  SECRETS,
  SECTION,
  SIMPLE_PACKET,
  TIME_RESOLUTION,
  TLS_KEY_LOG,
} from './pcapng-codes.ts';

const MAX_INTERFACES = 1000;
const MAX_OPTIONS = 1000;

interface Interface {
  readonly linkType: number;
  readonly snapLength: number;
  readonly ticksPerSecond: bigint;
  readonly offsetSeconds: bigint;
}

/** Into the draft, block by block: what is whole before a fault is there. */
export function readPcapng(bytes: Uint8Array, draft: Draft): void {
  const { packets, secrets } = draft;
  let isFirst = true;
  let interfaces: Interface[] = [];
  let little = false;
  for (let at = 0; at < bytes.length; ) {
    const rest = bytes.subarray(at);
    const isSection = new Fields(rest, false, at).u32('block type') === SECTION;
    if (isSection) [little, interfaces] = [byteOrder(rest, at), []];
    const { type, body, length } = readBlock(rest, little, at);
    at += length;
    if (isSection) readSection(body);
    else if (type === INTERFACE) {
      if (interfaces.length >= MAX_INTERFACES) {
        throw new CryptoError('too-large', `interfaces: expected at most ${MAX_INTERFACES}, got more`);
      }
      const found = readInterface(body, little);
      if (isFirst) draft.linkType = found.linkType;
      isFirst = false;
      interfaces.push(found);
    } else if (type === ENHANCED_PACKET || type === OBSOLETE_PACKET) {
      expectRoom(packets);
      const index = type === ENHANCED_PACKET ? body.u32('interface') : body.u16('interface');
      if (type === OBSOLETE_PACKET) body.u16('drops');
      packets.push(readPacket(body, interfaces, index, draft.linkType));
    } else if (type === SIMPLE_PACKET) {
      expectRoom(packets);
      packets.push(readSimple(body, interfaces, draft.linkType));
    } else if (type === SECRETS && body.u32('secrets type') === TLS_KEY_LOG) {
      secrets.push(fromUtf8(body.bytes(body.u32('secrets length'), 'secrets')));
    }
  }
}

function byteOrder(bytes: Uint8Array, base: number): boolean {
  const fields = new Fields(bytes, true, base);
  fields.bytes(8, 'section header');
  const magic = fields.u32('byte-order magic');
  if (magic === BYTE_ORDER_MAGIC) return true;
  if (magic === 0x4d3c2b1a) return false;
  throw new CryptoError(
    'bad-format',
    `byte-order magic: expected 0x1a2b3c4d in either order at byte ${base + 8}, got another`,
  );
}

function readBlock(bytes: Uint8Array, little: boolean, base: number) {
  const fields = new Fields(bytes, little, base);
  const type = fields.u32('block type');
  const length = fields.u32('block length');
  if (length < 12 || length % 4 !== 0) {
    throw new CryptoError(
      'bad-format',
      `block length: expected a multiple of 4 from 12 up at byte ${base + 4}, got ${length}`,
    );
  }
  const body = fields.nested(length - 12, 'block');
  const again = fields.u32('block length');
  if (again !== length) {
    throw new CryptoError(
      'bad-format',
      `block length: expected ${length} again at byte ${fields.offset - 4}, got ${again}`,
    );
  }
  return { type, body, length };
}

function readSection(body: Fields): void {
  body.u32('byte-order magic');
  const major = body.u16('major version');
  body.u16('minor version');
  body.bytes(8, 'section length');
  if (major !== 1) {
    throw new CryptoError('unsupported', `format version: expected 1 of pcapng, got ${major}`);
  }
}

function readInterface(body: Fields, little: boolean): Interface {
  const linkType = body.u16('link type');
  body.u16('reserved');
  const snapLength = body.u32('snap length');
  let ticksPerSecond = 1_000_000n;
  let offsetSeconds = 0n;
  for (const { code, value } of readOptions(body)) {
    if (code === TIME_RESOLUTION && value.length === 1) {
      const exponent = BigInt(value[0]! & 127);
      ticksPerSecond = (value[0]! & 128) === 0 ? 10n ** exponent : 2n ** exponent;
    } else if (code === 14 && value.length === 8) {
      offsetSeconds = new DataView(value.buffer, value.byteOffset, 8).getBigInt64(0, little);
    }
  }
  return { linkType, snapLength, ticksPerSecond, offsetSeconds };
}

/** Until their end is told, or the block's end: writers may leave the mark out. */
function readOptions(body: Fields): { code: number; value: Uint8Array }[] {
  const options: { code: number; value: Uint8Array }[] = [];
  while (body.remaining > 0) {
    const code = body.u16('option code');
    const length = body.u16('option length');
    if (code === 0) break;
    if (options.length >= MAX_OPTIONS) {
      throw new CryptoError('too-large', `options: expected at most ${MAX_OPTIONS} in a block, got more`);
    }
    options.push({ code, value: body.bytes(length, 'option') });
    body.bytes((4 - (length % 4)) % 4, 'padding of an option');
  }
  return options;
}

function readPacket(
  body: Fields,
  interfaces: readonly Interface[],
  index: number,
  usual: number,
): CapturedPacket {
  const { linkType, ticksPerSecond, offsetSeconds } = interfaceOf(interfaces, index);
  const ticks = (BigInt(body.u32('time')) << 32n) | BigInt(body.u32('time'));
  const length = body.u32('captured length');
  const originalLength = body.u32('original length');
  const frame = body.bytes(length, 'packet');
  const time = microsOf(ticks, ticksPerSecond, offsetSeconds);
  return { time, frame, originalLength, ...(linkType !== usual && { linkType }) };
}

/** Simple packets have no time: it is told as 0. */
function readSimple(body: Fields, interfaces: readonly Interface[], usual: number): CapturedPacket {
  const { linkType, snapLength } = interfaceOf(interfaces, 0);
  const originalLength = body.u32('original length');
  const length = Math.min(originalLength, snapLength || originalLength);
  const frame = body.bytes(length, 'packet');
  return { time: 0, frame, originalLength, ...(linkType !== usual && { linkType }) };
}

function interfaceOf(interfaces: readonly Interface[], index: number): Interface {
  const found = interfaces[index];
  if (found !== undefined) return found;
  throw new CryptoError(
    'bad-format',
    `interface: expected one of the ${interfaces.length} described before the packet, got number ${index}`,
  );
}
