/** PNG samples of any colour type and depth as 8-bit RGB and alpha (W3C PNG, sections 6.1, 11.3.1 and 13). */
import { CryptoError } from '../errors.ts';
import { type Picture, pictureOf } from './picture.ts';

/** Grey 0, true colour 2, indexed 3, grey with alpha 4, true colour with alpha 6. */
export type ColourType = 0 | 2 | 3 | 4 | 6;

/** What fast-png gives, but for the packing. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colourType: ColourType;
  /** One element each. */
  readonly data: ArrayLike<number>;
  /** Red, green, blue and perhaps alpha per index. */
  readonly palette?: readonly (readonly number[])[];
  /** The one grey or colour that is transparent. */
  readonly transparency?: ArrayLike<number>;
}

export function toPicture(samples: Samples): Picture {
  const { width, height, depth, colourType, data } = samples;
  if (colourType === 3) return fromPalette(samples);

  const coloured = colourType === 2 || colourType === 6;
  const colours = coloured ? 3 : 1;
  const step = colours + (colourType >= 4 ? 1 : 0);
  const maximum = 2 ** depth - 1;
  const count = width * height;
  const rgb = new Uint8Array(3 * count);
  const key = samples.transparency;
  const alpha = step > colours || key ? new Uint8Array(count).fill(255) : undefined;

  for (let pixel = 0, from = 0; pixel < count; pixel++, from += step) {
    const to = 3 * pixel;
    if (coloured) {
      for (let i = 0; i < 3; i++) rgb[to + i] = toByte(data[from + i]!, maximum);
    } else {
      rgb[to] = rgb[to + 1] = rgb[to + 2] = toByte(data[from]!, maximum);
    }
    if (!alpha) continue;
    if (step > colours) alpha[pixel] = toByte(data[from + colours]!, maximum);
    else if (isKey(data, from, colours, key!)) alpha[pixel] = 0;
  }
  return pictureOf(width, height, rgb, alpha, depth === 16 ? ['reduced-to-8-bit'] : []);
}

function fromPalette({ width, height, palette = [], data }: Samples): Picture {
  const count = width * height;
  const rgb = new Uint8Array(3 * count);
  const alpha = new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    const index = data[pixel]!;
    const colour = palette[index];
    if (!colour) {
      throw new CryptoError(
        'bad-format',
        `PNG data: expected an index below ${palette.length}, got ${index}`,
      );
    }
    rgb[3 * pixel] = colour[0]!;
    rgb[3 * pixel + 1] = colour[1]!;
    rgb[3 * pixel + 2] = colour[2]!;
    alpha[pixel] = colour[3] ?? 255;
  }
  return pictureOf(width, height, rgb, alpha);
}

/**
 * One sample per element. fast-png leaves those of less than 8 bits packed from the left, each row to whole
 * bytes; only grey and indices have so few.
 */
export function unpack({
  width,
  height,
  depth,
  data,
}: Pick<Samples, 'width' | 'height' | 'depth' | 'data'>): ArrayLike<number> {
  if (depth >= 8) return data;
  const stride = Math.ceil((width * depth) / 8);
  const perByte = 8 / depth;
  const mask = 2 ** depth - 1;
  const samples = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = data[y * stride + Math.floor(x / perByte)]!;
      samples[at++] = (byte >> (8 - depth - (x % perByte) * depth)) & mask;
    }
  }
  return samples;
}

/** Section 13.12: the nearest of the 256 values. */
function toByte(sample: number, maximum: number): number {
  return maximum === 255 ? sample : Math.round((sample * 255) / maximum);
}

function isKey(data: ArrayLike<number>, from: number, colours: number, key: ArrayLike<number>): boolean {
  for (let i = 0; i < colours; i++) if (data[from + i] !== key[i]) return false;
  return true;
}
