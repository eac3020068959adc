/**
 * PNG (W3C, Portable Network Graphics, third edition), decoded and encoded by fast-png.
 *
 * The chunks are walked here first: the header is judged, the end must be there, and the data must inflate to
 * exactly the size that the header promises, so that a small file cannot claim all memory. Only the chunks
 * that make up the pixels are handed on; profiles, texts and later frames of an animation are left out.
 */
import { decode, encode } from 'fast-png';
import { Unzlib, unzlibSync, zlibSync } from 'fflate';
import { concat, concatAll, fromUtf8, Reader, utf8, Writer } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { expectDimensions, MAX_PIXELS, type Picture } from './picture.ts';
import { mergePasses, passesOf } from './png-interlaced.ts';
import { type ColourType, type Samples, toPicture, unpack } from './png-samples.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Deflate yields at most 1032 bytes for one: pieces of this size bound what one step can yield to 4 MiB. */
const INFLATE_PIECE = 4 * 1024;
/** The largest picture has 25,000 data chunks of 8 KiB, libpng's usual size. */
const MAX_CHUNKS = 2 ** 16;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colourType: ColourType;
  readonly interlaced: boolean;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** Length, type, data and CRC. */
  readonly whole: Uint8Array;
}

/** Samples per pixel, and the depths that go with it (section 11.2.1, table 12). */
const COLOUR_TYPES: Readonly<Record<number, { channels: number; depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** `bad-format` for a damaged or truncated file, `unsupported` for critical chunks that the standard has not. */
export function decodePng(bytes: Uint8Array): Picture {
  const reader = new Reader(bytes);
  reader.bytes(SIGNATURE.length, 'PNG signature');
  const first = readChunk(reader);
  const header = parseHeader(first);
  const { kept, transparency } = pixelChunks(reader, header);
  expectData(header, kept);

  let samples: Samples;
  try {
    if (header.interlaced && header.depth < 8) samples = decodePacked(header, [first, ...kept]);
    else {
      const file = concatAll([SIGNATURE, first.whole, ...kept.map(({ whole }) => whole), END]);
      const decoded = decode(file, { checkCrc: true });
      samples = { ...decoded, colourType: header.colourType, data: unpack(decoded) };
    }
  } catch (error) {
    if (error instanceof CryptoError) throw error;
    throw new CryptoError('bad-format', `PNG: expected sound chunks and rows, got: ${reasonOf(error)}`);
  }
  return toPicture({ ...samples, ...(transparency && { transparency }) });
}

/** 8-bit RGB, or RGBA where the picture has alpha. The same picture gives the same bytes. */
export function encodePng(picture: Picture): Uint8Array {
  const { width, height, rgb, alpha } = picture;
  if (!alpha) return encode({ width, height, data: rgb, channels: 3 });
  const data = new Uint8Array(4 * width * height);
  for (let i = 0; i < alpha.length; i++) {
    data.set(rgb.subarray(3 * i, 3 * i + 3), 4 * i);
    data[4 * i + 3] = alpha[i]!;
  }
  return encode({ width, height, data, channels: 4 });
}

/** An empty IEND chunk; the CRC over its type is always the same. */
const END = Uint8Array.of(0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82);

function readChunk(reader: Reader): Chunk {
  const lengthBytes = reader.bytes(4, 'PNG chunk length');
  const length = new Reader(lengthBytes).u32('PNG chunk length');
  const typeBytes = reader.bytes(4, 'PNG chunk type');
  const type = fromUtf8(typeBytes);
  if (!/^[A-Za-z]{4}$/.test(type)) {
    throw new CryptoError('bad-format', `PNG chunk type: expected four letters before byte ${reader.offset}`);
  }
  const data = reader.bytes(length, `PNG ${type} data`);
  const crc = reader.bytes(4, `PNG ${type} CRC`);
  return { type, data, whole: concat(lengthBytes, typeBytes, data, crc) };
}

function parseHeader({ type, data }: Chunk): Header {
  if (type !== 'IHDR') {
    const code = type === 'CgBI' ? 'unsupported' : 'bad-format';
    throw new CryptoError(code, `PNG: expected IHDR as the first chunk, got ${type}`);
  }
  const reader = new Reader(data);
  const width = reader.u32('PNG width');
  const height = reader.u32('PNG height');
  expectDimensions('PNG', width, height);
  const depth = reader.u8('PNG bit depth');
  const colourType = reader.u8('PNG colour type');
  reader.u8('PNG compression method');
  reader.u8('PNG filter method');
  const interlace = reader.u8('PNG interlace method');
  reader.end('PNG IHDR');
  if (!COLOUR_TYPES[colourType]?.depths.includes(depth) || interlace > 1) {
    throw new CryptoError(
      'bad-format',
      `PNG header: expected a defined colour type, depth and interlacing, got ${colourType}, ${depth}, ${interlace}`,
    );
  }
  return { width, height, depth, colourType: colourType as ColourType, interlaced: interlace === 1 };
}

/** What makes up the pixels, up to the end that must be there; and the transparent grey or colour, if any. */
function pixelChunks(
  reader: Reader,
  { colourType }: Header,
): { kept: Chunk[]; transparency: number[] | undefined } {
  const kept: Chunk[] = [];
  let transparency: number[] | undefined;
  for (let count = 0; ; count++) {
    if (count === MAX_CHUNKS)
      throw new CryptoError('bad-format', `PNG: expected at most ${MAX_CHUNKS} chunks`);
    const chunk = readChunk(reader);
    if (chunk.type === 'IEND') break;
    if (chunk.type === 'IDAT') kept.push(chunk);
    else if (chunk.type === 'PLTE' || chunk.type === 'tRNS') {
      // In true colour a palette is a suggestion, which nobody needs here.
      if (colourType === 3) kept.push(chunk);
      else if (chunk.type === 'tRNS' && colourType < 3) transparency = transparentColour(chunk, colourType);
    } else if (/^[A-Z]/.test(chunk.type)) {
      // Section 5.4: a decoder that meets an unknown critical chunk cannot tell what the picture is.
      throw new CryptoError('unsupported', `PNG: expected no other critical chunk, got ${chunk.type}`);
    }
  }
  if (colourType === 3 && !kept.some(({ type }) => type === 'PLTE')) {
    throw new CryptoError('bad-format', 'PNG: expected a PLTE chunk for indexed colours, got none');
  }
  return { kept, transparency };
}

/** 11.3.1.1: one sample for grey, three for colours; fast-png takes it for one alpha value per pixel. */
function transparentColour({ data }: Chunk, colourType: ColourType): number[] {
  const reader = new Reader(data);
  const samples = Array.from({ length: colourType === 0 ? 1 : 3 }, () => reader.u16('PNG tRNS sample'));
  reader.end('PNG tRNS');
  return samples;
}

/** Inflates the data piece by piece and only counts it. */
function expectData(header: Header, chunks: readonly Chunk[]): void {
  const expected = dataSize(header);
  let got = 0;
  const inflater = new Unzlib((piece) => {
    got += piece.length;
    if (got > expected) throw wrongData(expected, 'more');
  });
  try {
    for (const { type, data } of chunks) {
      if (type !== 'IDAT') continue;
      for (let at = 0; at < data.length; at += INFLATE_PIECE) {
        inflater.push(data.subarray(at, at + INFLATE_PIECE));
      }
    }
    inflater.push(new Uint8Array(0), true);
  } catch (error) {
    if (error instanceof CryptoError) throw error;
    throw new CryptoError('bad-format', `PNG data: expected a zlib stream, got: ${reasonOf(error)}`);
  }
  if (got < expected) throw wrongData(expected, `${got}`);
}

function wrongData(expected: number, got: string): CryptoError {
  return new CryptoError(
    'bad-format',
    `PNG data: expected ${expected} bytes for the size in the header, got ${got}`,
  );
}

/** Bytes of all filtered rows (section 7.2); `too-large` where deep samples exceed four bytes a pixel. */
function dataSize({ width, height, depth, colourType, interlaced }: Header): number {
  const bitsPerPixel = COLOUR_TYPES[colourType]!.channels * depth;
  let size = 0;
  for (const { columns, rows } of passesOf(width, height, interlaced)) {
    size += rows * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  }
  if ((width * height * bitsPerPixel) / 8 <= 4 * MAX_PIXELS) return size;
  throw new CryptoError('too-large', `PNG data: expected at most ${4 * MAX_PIXELS} bytes, got ${size}`);
}

/** Each pass is a picture of its own, all but its header; the data's size was judged before. */
function decodePacked(header: Header, [first, ...kept]: readonly [Chunk, ...Chunk[]]): Samples {
  for (const { type, whole } of [first, ...kept]) {
    if (new Reader(whole.subarray(-4)).u32('PNG CRC') !== crc32(whole.subarray(4, -4))) {
      throw new CryptoError('bad-format', `PNG ${type}: expected the CRC of its bytes, got another`);
    }
  }
  const data = unzlibSync(concatAll(kept.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)));
  const others = kept.filter(({ type }) => type !== 'IDAT').map(({ whole }) => whole);
  let decoded: ReturnType<typeof decode> | undefined;
  const merged = mergePasses(data, header, (columns, rows, filtered) => {
    const shape = new Writer().u32(columns).u32(rows).bytes(first.data.subarray(8, 12)).u8(0).finish();
    const idat = chunkOf('IDAT', zlibSync(filtered, { level: 0 }));
    decoded = decode(concatAll([SIGNATURE, chunkOf('IHDR', shape), ...others, idat, END]));
    return unpack(decoded);
  });
  const { width, height, colourType } = header;
  return { ...decoded!, width, height, colourType, data: merged };
}

/** With a CRC of zeros, which nobody checks. */
function chunkOf(type: string, data: Uint8Array): Uint8Array {
  return new Writer().u32(data.length).bytes(utf8(type)).bytes(data).u32(0).finish();
}

/** Annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
