/**
 * TCP's options (RFC 9293, 3.2; RFC 7323 window scale and timestamps; RFC 2018 selective acknowledgements).
 */
import { type Reader, Writer } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';

export interface TcpOptions {
  /** The longest segment its sender wants to receive, without headers (RFC 9293, 3.7.1). */
  readonly mss?: number;
  /** The shift of later windows, as sent: from 0 to 255, of which 14 is the most that counts (RFC 7323, 2.3). */
  readonly windowScale?: number;
  readonly sackPermitted?: boolean;
  readonly timestamps?: { readonly value: number; readonly echo: number };
  /** Blocks received out of order: their first sequence number and the one behind their last. */
  readonly sack?: readonly (readonly [left: number, right: number])[];
  readonly unknown?: readonly { readonly kind: number; readonly value: Uint8Array }[];
}

const [END, NO_OPERATION, MSS, WINDOW_SCALE, SACK_PERMITTED, SACK, TIMESTAMPS] = [0, 1, 2, 3, 4, 5, 8];

/** At most 40 bytes, padded to a multiple of four; no-operations stand in front, as Linux has them. */
export function encodeTcpOptions(options: TcpOptions): Uint8Array {
  const writer = new Writer();
  if (options.mss !== undefined) writer.u8(MSS!).u8(4).u16(options.mss);
  if (options.windowScale !== undefined)
    writer.u8(NO_OPERATION!).u8(WINDOW_SCALE!).u8(3).u8(options.windowScale);
  if (options.sackPermitted) writer.u16(0x0101).u8(SACK_PERMITTED!).u8(2);
  if (options.timestamps !== undefined) {
    const { value, echo } = options.timestamps;
    writer.u16(0x0101).u8(TIMESTAMPS!).u8(10).u32(value).u32(echo);
  }
  if (options.sack !== undefined && options.sack.length > 0) {
    writer
      .u16(0x0101)
      .u8(SACK!)
      .u8(2 + 8 * Math.min(options.sack.length, 31));
    for (const [left, right] of options.sack) writer.u32(left).u32(right);
  }
  for (const { kind, value } of options.unknown ?? []) {
    if (kind < 2) {
      throw new CryptoError('bad-argument', `kind: expected an option's kind from 2 to 255, got ${kind}`);
    }
    writer
      .u8(kind)
      .u8(2 + Math.min(value.length, 253))
      .bytes(value);
  }
  const written = writer.finish();
  if (written.length > 40) {
    throw new CryptoError(
      'too-large',
      `options: expected at most 40 bytes of TCP options, got ${written.length}`,
    );
  }
  // What is left of the last word is "end of option list", and zeros.
  const padded = new Uint8Array(Math.ceil(written.length / 4) * 4);
  padded.set(written);
  return padded;
}

/** Of an option that comes twice the last counts. `bad-format` for lengths that do not fit. */
export function parseTcpOptions(reader: Reader): TcpOptions {
  const options: { -readonly [Name in keyof TcpOptions]: TcpOptions[Name] } = {};
  const unknown: { kind: number; value: Uint8Array }[] = [];
  while (reader.remaining > 0) {
    const kind = reader.u8('option kind', 'RFC 9293, 3.1');
    if (kind === NO_OPERATION) continue;
    if (kind === END) {
      if (reader.remaining > 0) reader.bytes(reader.remaining, 'padding', 'RFC 9293, 3.1');
      break;
    }
    const length = reader.u8('option length', 'RFC 9293, 3.1');
    if (length < 2) {
      throw new CryptoError(
        'bad-format',
        `option length: expected from 2 up at byte ${reader.offset - 1}, got ${length}`,
      );
    }
    const value = reader.nested(length - 2, 'option');
    if (kind === MSS && length === 4) options.mss = value.u16('maximum segment size', 'RFC 9293, 3.2');
    else if (kind === WINDOW_SCALE && length === 3)
      options.windowScale = value.u8('window scale', 'RFC 7323, 2.2');
    else if (kind === SACK_PERMITTED && length === 2) options.sackPermitted = true;
    else if (kind === TIMESTAMPS && length === 10) {
      options.timestamps = {
        value: value.u32('timestamp value', 'RFC 7323, 3.2'),
        echo: value.u32('timestamp echo', 'RFC 7323, 3.2'),
      };
    } else if (kind === SACK && length > 2 && length % 8 === 2) {
      const blocks: [number, number][] = [];
      while (value.remaining > 0) {
        blocks.push([value.u32('left edge', 'RFC 2018, 3'), value.u32('right edge', 'RFC 2018, 3')]);
      }
      options.sack = blocks;
    } else if ([MSS, WINDOW_SCALE, SACK_PERMITTED, SACK, TIMESTAMPS].includes(kind)) {
      throw new CryptoError(
        'bad-format',
        `option length: expected one that fits option ${kind} at byte ${value.offset - 1}, got ${length}`,
      );
    } else unknown.push({ kind, value: value.bytes(length - 2, `option ${kind}`, 'RFC 9293, 3.1') });
  }
  if (unknown.length > 0) options.unknown = unknown;
  return options;
}
