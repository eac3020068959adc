/**
 * Pictures in a colour terminal: the upper half block, whose foreground is one pixel and whose background is
 * the pixel below it (ECMA-48, 8.3.117: SGR 38 and 48).
 *
 * Each pixel shown is the mean of those it stands for, so noise looks like an even grey.
 */
import type { Picture } from './picture.ts';

/** 24-bit colours, or the 6 x 6 x 6 cube and the 24 greys of the 256-colour palette. */
export type ColourDepth = 'truecolor' | '256';

export interface PreviewPanel {
  readonly picture: Picture;
  readonly label: string;
}

const GAP = 2;
/** Narrower panels go into another row. */
const SMALLEST_WIDTH = 24;
/** A panel is at most so many lines high; a tall picture is shown narrower. */
const MOST_LINES = 60;
const RESET = '\x1b[0m';

/** Panels side by side within `columns` characters, each line ended by a newline; the label stands above. */
export function renderPreview(panels: readonly PreviewPanel[], columns: number, depth: ColourDepth): string {
  const across = Math.max(1, Math.min(panels.length, Math.floor((columns + GAP) / (SMALLEST_WIDTH + GAP))));
  const rows = Math.ceil(panels.length / across);
  const perRow = Math.ceil(panels.length / rows);
  const width = Math.max(1, Math.floor((columns + GAP) / perRow) - GAP);
  let text = '';
  for (let start = 0; start < panels.length; start += perRow) {
    text += renderRow(panels.slice(start, start + perRow), width, depth);
    if (start + perRow < panels.length) text += '\n';
  }
  return text;
}

function renderRow(panels: readonly PreviewPanel[], width: number, depth: ColourDepth): string {
  const gap = ' '.repeat(GAP);
  const widths = panels.map(({ picture }) => shownWidth(picture, width));
  const drawn = panels.map(({ picture }, i) => halfBlocks(picture, widths[i]!, depth));
  const lines = [
    panels
      .map(({ label }) => label.slice(0, width).padEnd(width))
      .join(gap)
      .trimEnd(),
  ];
  for (let line = 0; line < Math.max(...drawn.map((rows) => rows.length)); line++) {
    const cells = drawn.map((rows, i) => {
      const missing = width - widths[i]!;
      return (rows[line] ?? ' '.repeat(width - missing)) + ' '.repeat(missing);
    });
    lines.push(cells.join(gap).trimEnd());
  }
  return `${lines.join('\n')}\n`;
}

function shownWidth(picture: Picture, most: number): number {
  const wide = Math.min(most, picture.width, Math.floor((2 * MOST_LINES * picture.width) / picture.height));
  return Math.max(1, wide);
}

/** One string per line of text, two rows of pixels each. */
function halfBlocks(picture: Picture, width: number, depth: ColourDepth): string[] {
  const proportional = Math.round((picture.height * width) / picture.width);
  const height = Math.max(1, Math.min(proportional, 2 * MOST_LINES));
  const small = shrink(picture, width, height);
  const colour = depth === 'truecolor' ? trueColour : paletteColour;
  const lines: string[] = [];
  for (let y = 0; y < height; y += 2) {
    let line = '';
    let last = '';
    for (let x = 0; x < width; x++) {
      const upper = colour(small, 3 * (y * width + x));
      const lower = y + 1 < height ? `48;${colour(small, 3 * ((y + 1) * width + x))}` : '49';
      const code = `\x1b[38;${upper};${lower}m`;
      line += code === last ? '▀' : `${code}▀`;
      last = code;
    }
    lines.push(line + RESET);
  }
  return lines;
}

/** Each sample is the mean over the pixels that it stands for. */
function shrink(picture: Picture, width: number, height: number): Uint8Array {
  const small = new Uint8Array(3 * width * height);
  for (let y = 0, to = 0; y < height; y++) {
    const top = Math.floor((y * picture.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height));
    for (let x = 0; x < width; x++, to += 3) {
      const left = Math.floor((x * picture.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * picture.width) / width));
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let v = top; v < bottom; v++) {
        for (let at = 3 * (v * picture.width + left); at < 3 * (v * picture.width + right); at += 3) {
          red += picture.rgb[at]!;
          green += picture.rgb[at + 1]!;
          blue += picture.rgb[at + 2]!;
        }
      }
      const count = (bottom - top) * (right - left);
      small[to] = Math.round(red / count);
      small[to + 1] = Math.round(green / count);
      small[to + 2] = Math.round(blue / count);
    }
  }
  return small;
}

function trueColour(rgb: Uint8Array, at: number): string {
  return `2;${rgb[at]};${rgb[at + 1]};${rgb[at + 2]}`;
}

/** The levels of the colour cube, 16 + 36 r + 6 g + b. */
const CUBE = [0, 95, 135, 175, 215, 255];

/** The nearer of the nearest colour in the cube and the nearest grey, 232 + i for 8 + 10 i. */
function paletteColour(rgb: Uint8Array, at: number): string {
  const colour = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!] as const;
  const [r, g, b] = colour.map(nearestLevel) as [number, number, number];
  const grey = Math.max(0, Math.min(23, Math.round(((colour[0] + colour[1] + colour[2]) / 3 - 8) / 10)));
  const level = 8 + 10 * grey;
  const cubeError = distance(colour, [CUBE[r]!, CUBE[g]!, CUBE[b]!]);
  const greyError = distance(colour, [level, level, level]);
  return `5;${greyError < cubeError ? 232 + grey : 16 + 36 * r + 6 * g + b}`;
}

function nearestLevel(sample: number): number {
  let nearest = 0;
  for (const [i, level] of CUBE.entries()) {
    if (Math.abs(level - sample) < Math.abs(CUBE[nearest]! - sample)) nearest = i;
  }
  return nearest;
}

function distance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
}
