/**
 * Windows bitmaps (Microsoft, "Bitmap Storage": BITMAPFILEHEADER, BITMAPCOREHEADER to BITMAPV5HEADER).
 *
 * Reads 1, 2, 4 and 8 bits through a palette, 16, 24 and 32 bits, bit masks, either row order; refuses what
 * is compressed. Two libraries were run and do not: fast-bmp 4.0 takes palette indices for grey and fails on
 * top-down rows, 4, 16 and plain 32 bits; bmp-ts 1.0 stops after a 4-bit row of odd width, shows 16-bit white
 * as 248, and needs Node's Buffer.
 */
import { Reader, Writer } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { type BitMask, bitMask, sampleOf } from './bit-mask.ts';
import { expectDimensions, type Picture, pictureOf } from './picture.ts';

const FILE_HEADER = 14;
const INFO_HEADER = 40;
/** Their first 40 bytes agree; the masks follow in the header from 52 bytes on, alpha's from 56 on. */
const INFO_HEADERS = [INFO_HEADER, 52, 56, 108, 124];
const CORE_HEADER = 12;

const BI_RGB = 0;
const BI_BITFIELDS = 3;
const BI_ALPHABITFIELDS = 6;
const OTHER_COMPRESSIONS: Readonly<Record<number, string>> = { 1: 'RLE8', 2: 'RLE4', 4: 'JPEG', 5: 'PNG' };

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly topDown: boolean;
  readonly bits: number;
  /** 0xrrggbb per index, for up to 8 bits. */
  readonly palette: readonly number[];
  /** For 16 and 32 bits. */
  readonly masks: {
    readonly red: BitMask;
    readonly green: BitMask;
    readonly blue: BitMask;
    readonly alpha: BitMask;
  };
  /** The rows in the file's order, each padded to 4 bytes. */
  readonly rows: Uint8Array;
}

export function isBmp(bytes: Uint8Array): boolean {
  return bytes[0] === 0x42 && bytes[1] === 0x4d;
}

export function decodeBmp(bytes: Uint8Array): Picture {
  const layout = readLayout(bytes);
  const { width, height, bits } = layout;
  const rgb = new Uint8Array(3 * width * height);
  if (bits <= 8) {
    readIndexed(layout, rgb);
    return pictureOf(width, height, rgb);
  }
  if (bits === 24) {
    readTrueColour(layout, rgb);
    return pictureOf(width, height, rgb);
  }
  const { red, green, blue, alpha } = layout.masks;
  const alphas = alpha.bits > 0 ? new Uint8Array(width * height) : undefined;
  readMasked(layout, rgb, alphas);
  const fine = Math.max(red.bits, green.bits, blue.bits, alpha.bits) > 8;
  return pictureOf(width, height, rgb, alphas, fine ? ['reduced-to-8-bit'] : []);
}

/** A 24-bit bitmap with the 40-byte header, rows from the bottom as most programs write it. */
export function encodeBmp(picture: Picture): Uint8Array {
  const { width, height, rgb } = picture;
  const stride = strideOf(width, 24);
  const start = FILE_HEADER + INFO_HEADER;
  const header = new Writer().u8(0x42).u8(0x4d);
  for (const value of [start + stride * height, 0, start, INFO_HEADER, width, height])
    writeU32(header, value);
  writeU16(header, 1);
  writeU16(header, 24);
  // Compression, size of the data, pixels per metre (72 dpi, both ways), colours used and important.
  for (const value of [BI_RGB, stride * height, 2835, 2835, 0, 0]) writeU32(header, value);

  const file = new Uint8Array(start + stride * height);
  file.set(header.finish());
  for (let y = 0; y < height; y++) {
    let to = start + (height - 1 - y) * stride;
    for (let from = 3 * width * y; from < 3 * width * (y + 1); from += 3) {
      file[to++] = rgb[from + 2]!;
      file[to++] = rgb[from + 1]!;
      file[to++] = rgb[from]!;
    }
  }
  return file;
}

function readLayout(bytes: Uint8Array): Layout {
  const reader = new Reader(bytes);
  reader.bytes(10, 'BMP file header');
  const start = readU32(reader, 'BMP bfOffBits');
  const headerSize = readU32(reader, 'BMP biSize');
  const core = headerSize === CORE_HEADER;
  if (!core && !INFO_HEADERS.includes(headerSize)) {
    throw new CryptoError(
      'unsupported',
      `BMP header: expected 12 or ${INFO_HEADERS.join(', ')} bytes, got ${headerSize} (an OS/2 bitmap?)`,
    );
  }
  const width = core ? readU16(reader, 'BMP bcWidth') : readU32(reader, 'BMP biWidth') | 0;
  const signedHeight = core ? readU16(reader, 'BMP bcHeight') : readU32(reader, 'BMP biHeight') | 0;
  const height = Math.abs(signedHeight);
  expectDimensions('BMP', width, height);
  readU16(reader, 'BMP biPlanes');
  const bits = readU16(reader, 'BMP biBitCount');
  const compression = core ? BI_RGB : readU32(reader, 'BMP biCompression');
  expectUncompressed(bits, compression);

  if (!core) reader.bytes(12, 'BMP biSizeImage');
  const used = core ? 0 : readU32(reader, 'BMP biClrUsed');
  if (!core) reader.bytes(4, 'BMP biClrImportant');
  const masks = readMasks(reader, headerSize, bits, compression);
  if (headerSize > 56) reader.bytes(headerSize - 56, 'BMP header');
  const palette = bits <= 8 ? readPalette(reader, start, Math.min(used || 256, 1 << bits), core ? 3 : 4) : [];

  if (start < reader.offset) {
    throw new CryptoError(
      'bad-format',
      `BMP bfOffBits: expected pixels after byte ${reader.offset}, got ${start}`,
    );
  }
  reader.bytes(start - reader.offset, 'BMP header');
  const rows = reader.bytes(strideOf(width, bits) * height, 'BMP pixels');
  return { width, height, topDown: signedHeight < 0, bits, palette, masks, rows };
}

function expectUncompressed(bits: number, compression: number): void {
  const masked = compression === BI_BITFIELDS || compression === BI_ALPHABITFIELDS;
  if (compression !== BI_RGB && !masked) {
    const name = OTHER_COMPRESSIONS[compression] ?? `method ${compression}`;
    throw new CryptoError('unsupported', `BMP compression: expected none, got ${name}; save it uncompressed`);
  }
  if ([1, 2, 4, 8, 16, 24, 32].includes(bits) && (!masked || bits === 16 || bits === 32)) return;
  throw new CryptoError(
    'bad-format',
    `BMP biBitCount: expected 1, 2, 4, 8, 16, 24 or 32 (16 or 32 with masks), got ${bits}`,
  );
}

/** The masks where the header has them, else the defaults: 5 bits each of 16, 8 bits each of 32. */
function readMasks(reader: Reader, headerSize: number, bits: number, compression: number): Layout['masks'] {
  let values = bits === 16 ? [0x7c00, 0x03e0, 0x001f, 0] : [0xff0000, 0x00ff00, 0x0000ff, 0];
  if (headerSize >= 52 || compression !== BI_RGB) {
    const count = headerSize >= 56 || compression === BI_ALPHABITFIELDS ? 4 : 3;
    const read = Array.from({ length: count }, () => readU32(reader, 'BMP bit mask'));
    if (compression !== BI_RGB) values = [...read, 0];
  }
  const [red, green, blue, alpha] = values.map((value) => bitMask(value, bits === 16 ? 16 : 32));
  return { red: red!, green: green!, blue: blue!, alpha: alpha! };
}

/** Blue, green, red (and a spare byte); some files leave room for fewer colours than their depth allows. */
function readPalette(reader: Reader, start: number, most: number, entrySize: number): number[] {
  const room = Math.floor((start - reader.offset) / entrySize);
  return Array.from({ length: Math.min(most, room) }, () => {
    const [blue, green, red] = reader.bytes(entrySize, 'BMP palette');
    return (red! << 16) | (green! << 8) | blue!;
  });
}

function readIndexed(layout: Layout, rgb: Uint8Array): void {
  const { width, height, bits, palette, rows } = layout;
  const stride = strideOf(width, bits);
  const perByte = 8 / bits;
  for (let y = 0, at = 0; y < height; y++) {
    const row = rowStart(layout, y, stride);
    for (let x = 0; x < width; x++, at += 3) {
      const shift = 8 - bits - (x % perByte) * bits;
      const index = (rows[row + Math.floor(x / perByte)]! >> shift) & ((1 << bits) - 1);
      const colour = palette[index];
      if (colour === undefined) {
        throw new CryptoError(
          'bad-format',
          `BMP pixels: expected an index below ${palette.length}, got ${index}`,
        );
      }
      rgb[at] = colour >> 16;
      rgb[at + 1] = colour >> 8;
      rgb[at + 2] = colour;
    }
  }
}

function readTrueColour(layout: Layout, rgb: Uint8Array): void {
  const { width, height, rows } = layout;
  const stride = strideOf(width, 24);
  for (let y = 0, at = 0; y < height; y++) {
    let from = rowStart(layout, y, stride);
    for (let x = 0; x < width; x++, at += 3, from += 3) {
      rgb[at] = rows[from + 2]!;
      rgb[at + 1] = rows[from + 1]!;
      rgb[at + 2] = rows[from]!;
    }
  }
}

function readMasked(layout: Layout, rgb: Uint8Array, alphas: Uint8Array | undefined): void {
  const { width, height, bits, rows, masks } = layout;
  const size = bits / 8;
  const stride = strideOf(width, bits);
  for (let y = 0, pixel = 0; y < height; y++) {
    let from = rowStart(layout, y, stride);
    for (let x = 0; x < width; x++, pixel++, from += size) {
      let value = rows[from]! | (rows[from + 1]! << 8);
      if (size === 4) value |= (rows[from + 2]! << 16) | (rows[from + 3]! << 24);
      rgb[3 * pixel] = sampleOf(value, masks.red);
      rgb[3 * pixel + 1] = sampleOf(value, masks.green);
      rgb[3 * pixel + 2] = sampleOf(value, masks.blue);
      if (alphas) alphas[pixel] = sampleOf(value, masks.alpha);
    }
  }
}

/** Bytes per row: whole groups of four. */
function strideOf(width: number, bits: number): number {
  return Math.ceil((width * bits) / 32) * 4;
}

function rowStart(layout: Layout, y: number, stride: number): number {
  return (layout.topDown ? y : layout.height - 1 - y) * stride;
}

/** Unlike everything else here, bitmaps are little-endian. */
function readU16(reader: Reader, name: string): number {
  const [low, high] = reader.bytes(2, name);
  return low! | (high! << 8);
}

function readU32(reader: Reader, name: string): number {
  return readU16(reader, name) + readU16(reader, name) * 0x10000;
}

function writeU16(writer: Writer, value: number): void {
  writer.u8(value & 255).u8((value >> 8) & 255);
}

function writeU32(writer: Writer, value: number): void {
  writeU16(writer, value & 0xffff);
  writeU16(writer, value >>> 16);
}
