/**
 * The segments of a JPEG file (ITU-T T.81, annex B): what the picture is, and whether all of it is there.
 *
 * Application data and comments are left out of what is handed on, except Adobe's colour transform.
 */
import { concat, concatAll, Reader } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { expectDimensions, MAX_PIXELS } from './picture.ts';

export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly components: readonly JpegComponent[];
  /** From the APP14 segment: 0 none (RGB or CMYK), 1 YCbCr, 2 YCCK. */
  readonly adobeTransform: number | undefined;
  readonly jfif: boolean;
}

interface JpegComponent {
  readonly id: number;
  /** Sampling factors, 1 to 4. */
  readonly h: number;
  readonly v: number;
}

/** Marker codes, table B.1. */
const SOF_BASELINE = 0xc0;
const SOF_PROGRESSIVE = 0xc2;
const DHT = 0xc4;
const DAC = 0xcc;
const RST0 = 0xd0;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DNL = 0xdc;
const DRI = 0xdd;
const APP0 = 0xe0;
const APP14 = 0xee;
const TEM = 0x01;

/** Progressive pictures have about ten scans; a file of thousands only keeps the decoder busy. */
const MAX_SCANNED_PIXELS = 20 * MAX_PIXELS;
/** A picture has some dozens. */
const MAX_SEGMENTS = 2 ** 16;

/** Throws `bad-format` for what is damaged or cut off; `file` holds the segments that make up the pixels. */
export function walkJpeg(bytes: Uint8Array): { frame: JpegFrame; file: Uint8Array } {
  const reader = new Reader(bytes);
  const kept = [reader.bytes(2, 'JPEG start')];
  const scanned = new Set<number>();
  let scans = 0;
  let interval = 0;
  let shape: Pick<JpegFrame, 'width' | 'height' | 'components'> | undefined;
  let adobeTransform: number | undefined;
  let jfif = false;

  for (let count = 0; ; count++) {
    if (count === MAX_SEGMENTS) {
      throw new CryptoError('bad-format', `JPEG: expected at most ${MAX_SEGMENTS} segments`);
    }
    const code = readMarker(reader);
    if (code === EOI) break;
    if (code === TEM) continue;
    const length = reader.u16(`JPEG segment ${hex(code)} length`);
    const body = reader.bytes(length - 2, `JPEG segment ${hex(code)}`);
    const segment = concat(Uint8Array.of(0xff, code, length >> 8, length & 255), body);
    if (isFrameMarker(code)) {
      if (shape) throw new CryptoError('bad-format', 'JPEG: expected one frame, got a second');
      shape = parseFrame(code, body);
    } else if (code === SOS) {
      if (!shape) throw new CryptoError('bad-format', 'JPEG: expected a frame before the scan, got none');
      const { ids, first } = parseScan(body, shape.components);
      const data = readScanData(reader, bytes);
      expectScanData(shape, { ids, first, interval }, data);
      if (first) for (const id of ids) scanned.add(id);
      scans++;
      if (scans * shape.width * shape.height > MAX_SCANNED_PIXELS) {
        throw new CryptoError('too-large', `JPEG: expected fewer scans for its size, got over ${scans - 1}`);
      }
      kept.push(segment, data.bytes);
      continue;
    } else if (code === DRI) {
      interval = new Reader(body).u16('JPEG restart interval');
    } else if (code === APP14 && startsWith(body, 'Adobe') && body.length >= 12) {
      adobeTransform = body[11];
    } else if (code === APP0 && startsWith(body, 'JFIF\0')) {
      jfif = true;
    } else if (code === DAC) {
      throw new CryptoError('unsupported', 'JPEG: expected Huffman coding, got arithmetic coding');
    }
    if (code === DHT || code === DQT || code === DRI || code === APP14 || isFrameMarker(code))
      kept.push(segment);
  }

  if (!shape) throw new CryptoError('bad-format', 'JPEG: expected a frame before the end, got none');
  const missing = shape.components.find(({ id }) => !scanned.has(id));
  if (missing) {
    throw new CryptoError(
      'bad-format',
      `JPEG: expected a scan of component ${missing.id} before the end, got none`,
    );
  }
  if (shape.components.length === 4 && adobeTransform === undefined) {
    throw new CryptoError('unsupported', 'JPEG: expected Adobe’s marker on a picture of four inks, got none');
  }
  return { frame: { ...shape, adobeTransform, jfif }, file: concatAll([...kept, Uint8Array.of(0xff, EOI)]) };
}

/** 0xff, perhaps repeated, and the code. */
function readMarker(reader: Reader): number {
  const offset = reader.offset;
  let code = reader.u8('JPEG marker (the file is cut off before its end marker)');
  if (code !== 0xff) {
    throw new CryptoError('bad-format', `JPEG: expected a marker at byte ${offset}, got ${hex(code)}`);
  }
  while (code === 0xff) code = reader.u8('JPEG marker');
  if (code === 0 || code === SOI || code === DNL || (code >= RST0 && code < SOI)) {
    throw new CryptoError(
      'bad-format',
      `JPEG: expected a segment at byte ${offset}, got marker ${hex(code)}`,
    );
  }
  return code;
}

function isFrameMarker(code: number): boolean {
  return code >= SOF_BASELINE && code <= 0xcf && code !== DHT && code !== DAC && code !== 0xc8;
}

/** B.2.2 */
function parseFrame(code: number, body: Uint8Array): Pick<JpegFrame, 'width' | 'height' | 'components'> {
  const reader = new Reader(body);
  const precision = reader.u8('JPEG sample precision');
  const height = reader.u16('JPEG height');
  const width = reader.u16('JPEG width');
  expectDimensions('JPEG', width, height);
  const count = reader.u8('JPEG component count');
  if (code > SOF_PROGRESSIVE || precision !== 8 || ![1, 3, 4].includes(count)) {
    throw new CryptoError(
      'unsupported',
      `JPEG: expected a baseline or progressive picture of 8 bits in 1, 3 or 4 components, ` +
        `got frame ${hex(code)}, ${precision} bits, ${count} components`,
    );
  }
  const components = Array.from({ length: count }, () => {
    const id = reader.u8('JPEG component');
    const sampling = reader.u8('JPEG sampling factors');
    reader.u8('JPEG quantization table');
    return { id, h: sampling >> 4, v: sampling & 15 };
  });
  reader.end('JPEG frame header');
  const distinct = new Set(components.map(({ id }) => id)).size === count;
  if (!distinct || components.some(({ h, v }) => h < 1 || h > 4 || v < 1 || v > 4)) {
    throw new CryptoError(
      'bad-format',
      'JPEG frame: expected distinct components with sampling factors of 1 to 4',
    );
  }
  return { width, height, components };
}

/** B.2.3: which components, and whether this is the scan that gives them their first values. */
function parseScan(
  body: Uint8Array,
  components: readonly JpegComponent[],
): { ids: number[]; first: boolean } {
  const reader = new Reader(body);
  const count = reader.u8('JPEG scan component count');
  const ids = Array.from({ length: count }, () => {
    const id = reader.u8('JPEG scan component');
    reader.u8('JPEG scan tables');
    return id;
  });
  const spectralStart = reader.u8('JPEG spectral start');
  reader.u8('JPEG spectral end');
  const approximation = reader.u8('JPEG successive approximation');
  reader.end('JPEG scan header');
  if (count < 1 || new Set(ids).size !== count || !ids.every((id) => components.some((c) => c.id === id))) {
    throw new CryptoError('bad-format', `JPEG scan: expected components of the frame, got ${ids.join(', ')}`);
  }
  return { ids, first: spectralStart === 0 && approximation >> 4 === 0 };
}

/** Entropy-coded data up to the next marker that is neither a stuffed zero nor a restart (B.1.1.5). */
function readScanData(reader: Reader, bytes: Uint8Array): { bytes: Uint8Array; restarts: number } {
  const start = reader.offset;
  let restarts = 0;
  for (let at = bytes.indexOf(0xff, start); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at)) {
    const code = bytes[at + 1]!;
    if (code === 0) at += 2;
    else if (code === 0xff) at += 1;
    else if (code >= RST0 && code < SOI) {
      restarts++;
      at += 2;
    } else return { bytes: reader.bytes(at - start, 'JPEG scan data'), restarts };
  }
  throw new CryptoError(
    'bad-format',
    `JPEG scan data: expected an end marker, got the end of the file at byte ${bytes.length}; it is cut off`,
  );
}

/**
 * A.2: the scan's blocks (of one component) or MCUs, cut into intervals with a restart marker between two. Every
 * block takes at least a bit in the scan that first gives it a value, so a small file cannot claim a large picture.
 */
function expectScanData(
  { width, height, components }: Pick<JpegFrame, 'width' | 'height' | 'components'>,
  { ids, first, interval }: { ids: readonly number[]; first: boolean; interval: number },
  data: { bytes: Uint8Array; restarts: number },
): void {
  const maxH = Math.max(...components.map(({ h }) => h));
  const maxV = Math.max(...components.map(({ v }) => v));
  const scanned = components.filter(({ id }) => ids.includes(id));
  const unit = scanned.length === 1 ? scanned[0]! : { h: 1, v: 1 };
  const units = Math.ceil((width * unit.h) / maxH / 8) * Math.ceil((height * unit.v) / maxV / 8);
  const blocks = scanned.length === 1 ? units : units * scanned.reduce((sum, { h, v }) => sum + h * v, 0);
  if (first && 8 * data.bytes.length < blocks) {
    throw new CryptoError(
      'bad-format',
      `JPEG scan data: expected at least ${Math.ceil(blocks / 8)} bytes for the size in the header, got ${data.bytes.length}`,
    );
  }
  const restarts = interval === 0 ? 0 : Math.ceil(units / interval) - 1;
  if (data.restarts >= restarts) return;
  throw new CryptoError(
    'bad-format',
    `JPEG scan data: expected ${restarts} restart markers, got ${data.restarts}; a part is missing`,
  );
}

function startsWith(body: Uint8Array, text: string): boolean {
  return [...text].every((letter, i) => body[i] === letter.charCodeAt(0));
}

function hex(code: number): string {
  return `0x${code.toString(16).padStart(2, '0')}`;
}
