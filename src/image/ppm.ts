/**
 * Netpbm pictures: PPM (P3, P6) and PGM (P2, P5), after the format pages of the Netpbm project.
 *
 * The first picture of a file is read; the format allows more to follow, and what follows is not looked at.
 */
import { utf8 } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { expectDimensions, type Picture, pictureOf } from './picture.ts';

/** More digits than any width, height or sample may have. */
const MAX_DIGITS = 9;

/** A Netpbm file begins with `P`, a digit and white space or a comment. */
export function isNetpbm(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1]! >= 0x31 && bytes[1]! <= 0x37 && !isTokenByte(bytes[2]);
}

/** Decodes P2, P3, P5 and P6; `unsupported` for bitmaps (P1, P4) and PAM (P7). */
export function decodePpm(bytes: Uint8Array): Picture {
  const kind = bytes[1]! - 0x30;
  if (kind === 1 || kind === 4 || kind === 7) {
    throw new CryptoError(
      'unsupported',
      `Netpbm: expected P2, P3, P5 or P6, got P${kind}; convert it to PPM`,
    );
  }
  const scanner = new Scanner(bytes, 2);
  const width = scanner.number('width');
  const height = scanner.number('height');
  expectDimensions('PPM', width, height);
  const maximum = scanner.number('maximum sample');
  if (maximum < 1 || maximum > 65535) {
    throw new CryptoError(
      'bad-format',
      `PPM header: expected a maximum sample of 1 to 65535, got ${maximum}`,
    );
  }
  const grey = kind === 2 || kind === 5;
  const count = width * height * (grey ? 1 : 3);
  const samples =
    kind <= 3
      ? plainSamples(scanner, bytes, count, maximum)
      : rawSamples(bytes, scanner.at + 1, count, maximum);
  const rgb = grey ? tripled(samples) : samples;
  return pictureOf(width, height, rgb, undefined, maximum > 255 ? ['reduced-to-8-bit'] : []);
}

/** A binary PPM (P6) of 8-bit samples. */
export function encodePpm(picture: Picture): Uint8Array {
  const header = utf8(`P6\n${picture.width} ${picture.height}\n255\n`);
  const file = new Uint8Array(header.length + picture.rgb.length);
  file.set(header);
  file.set(picture.rgb, header.length);
  return file;
}

/** Samples of one byte, or of two (most significant first) where the maximum is above 255; as 8 bits. */
function rawSamples(bytes: Uint8Array, start: number, count: number, maximum: number): Uint8Array {
  const size = maximum > 255 ? 2 : 1;
  expectData(count * size, Math.max(0, bytes.length - start));
  if (maximum === 255) return new Uint8Array(bytes.subarray(start, start + count));
  const samples = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += size) {
    samples[i] = toByte(size === 1 ? bytes[at]! : bytes[at]! * 256 + bytes[at + 1]!, maximum);
  }
  return samples;
}

/** Samples in decimal; each but the last takes at least a digit and a space. */
function plainSamples(scanner: Scanner, bytes: Uint8Array, count: number, maximum: number): Uint8Array {
  expectData(2 * count - 1, Math.max(0, bytes.length - scanner.at - 1));
  const samples = new Uint8Array(count);
  for (let i = 0; i < count; i++) samples[i] = toByte(scanner.number('sample'), maximum);
  return samples;
}

function toByte(sample: number, maximum: number): number {
  if (sample <= maximum) return Math.round((sample * 255) / maximum);
  throw new CryptoError('bad-format', `PPM data: expected samples of at most ${maximum}, got ${sample}`);
}

/** Each grey as red, green and blue. */
function tripled(greys: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(3 * greys.length);
  for (let i = 0, at = 0; i < greys.length; i++) rgb[at++] = rgb[at++] = rgb[at++] = greys[i]!;
  return rgb;
}

function expectData(expected: number, got: number): void {
  if (got >= expected) return;
  throw new CryptoError(
    'bad-format',
    `PPM data: expected at least ${expected} bytes for the size in the header, got ${got}; it is cut off`,
  );
}

/** Decimal numbers between white space and comments, which run from `#` to the end of the line. */
class Scanner {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  number(name: string): number {
    const bytes = this.#bytes;
    while (this.at < bytes.length && !isTokenByte(bytes[this.at])) {
      if (bytes[this.at] === 0x23) while (this.at < bytes.length && !isLineEnd(bytes[this.at]!)) this.at++;
      else this.at++;
    }
    const start = this.at;
    let value = 0;
    for (; this.at < bytes.length && isTokenByte(bytes[this.at]); this.at++) {
      const digit = bytes[this.at]! - 0x30;
      if (digit < 0 || digit > 9 || this.at - start >= MAX_DIGITS) throw this.#wrong(name, 'something else');
      value = value * 10 + digit;
    }
    if (this.at === start) throw this.#wrong(name, 'the end');
    return value;
  }

  #wrong(name: string, got: string): CryptoError {
    return new CryptoError('bad-format', `PPM ${name}: expected a number at byte ${this.at}, got ${got}`);
  }
}

/** Neither white space nor the start of a comment. */
function isTokenByte(byte: number | undefined): boolean {
  return byte !== undefined && byte !== 0x23 && byte !== 0x20 && !(byte >= 0x09 && byte <= 0x0d);
}

function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}
