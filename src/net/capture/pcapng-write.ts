/**
 * Writes pcapng (draft-ietf-opsawg-pcapng): a section, an interface, TLS secrets if given, then the packets.
 *
 * The secrets stand before the packets, so that a reader can decrypt as it goes. A capture with secrets inside
 * protects nothing: it is for lessons.
 */
import { concat, concatAll, utf8 } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { LINK_TYPE_ETHERNET } from './capture.ts';
import { EPOCH_MICROS } from './epoch.ts';
import {
  BYTE_ORDER_MAGIC,
  ENHANCED_PACKET,
  INTERFACE,
  SECRETS,
  SECTION,
  TIME_RESOLUTION,
  TLS_KEY_LOG,
} from './pcapng-codes.ts';

export interface PcapngContent {
  /** `time` counts microseconds since the start of the simulation; EPOCH_MICROS is added to it. */
  readonly packets: readonly { readonly time: number; readonly frame: Uint8Array }[];
  /** Lines of a TLS key log (NSS). */
  readonly secrets?: string;
  readonly comment?: string;
  readonly interfaceName: string;
}

/** Little-endian, times in microseconds, so the same bytes on every machine. */
export function writePcapng(content: PcapngContent): Uint8Array {
  const { packets, secrets, comment, interfaceName } = content;
  const blocks = [
    block(
      SECTION,
      // Version 1.0; the length of the section is not told.
      concat(
        words(BYTE_ORDER_MAGIC, 1, 0xffffffff, 0xffffffff),
        comment ? option(1, utf8(comment)) : none,
        END,
      ),
    ),
    block(
      INTERFACE,
      concat(
        words(LINK_TYPE_ETHERNET, 0),
        option(2, utf8(interfaceName)),
        // Time stamps count 10^-6 seconds.
        option(TIME_RESOLUTION, Uint8Array.of(6)),
        END,
      ),
    ),
  ];
  if (secrets !== undefined && secrets !== '') {
    const log = utf8(secrets);
    blocks.push(block(SECRETS, concat(words(TLS_KEY_LOG, log.length), padded(log))));
  }
  for (const { time, frame } of packets) blocks.push(enhancedPacket(time, frame));
  return concatAll(blocks);
}

function enhancedPacket(time: number, frame: Uint8Array): Uint8Array {
  const micros = EPOCH_MICROS + time;
  if (!Number.isSafeInteger(time) || time < 0 || !Number.isSafeInteger(micros)) {
    throw new CryptoError('bad-argument', `time: expected whole microseconds from 0 up, got ${time}`);
  }
  const [high, low] = [Math.floor(micros / 2 ** 32), micros % 2 ** 32];
  return block(ENHANCED_PACKET, concat(words(0, high, low, frame.length, frame.length), padded(frame)));
}

const none = new Uint8Array(0);
/** The end of a list of options. */
const END = new Uint8Array(4);

/** A block's length stands on both sides of it, so that one can read backwards. */
function block(type: number, body: Uint8Array): Uint8Array {
  const length = body.length + 12;
  return concat(words(type, length), body, words(length));
}

function option(code: number, value: Uint8Array): Uint8Array {
  if (value.length > 65_535) {
    throw new CryptoError('too-large', `comment: expected at most 65535 bytes, got ${value.length}`);
  }
  return concat(words(code + value.length * 65_536), padded(value));
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  whole.set(bytes);
  return whole;
}

/** 32 bits each, the lowest byte first. */
function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    view.setUint32(i * 4, value, true);
  });
  return bytes;
}
