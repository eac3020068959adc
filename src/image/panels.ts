/**
 * Labelled panels side by side in one picture, for people to look at: nothing is measured from it.
 *
 * Small pictures are enlarged by whole factors and large ones thinned out, never averaged: averaging would
 * turn noise into an even grey.
 */
import { CryptoError } from '../errors.ts';
import { drawText, GLYPH_HEIGHT, textWidth } from './font.ts';
import { MAX_PIXELS, type Picture, plainPicture } from './picture.ts';

export interface LabelledPicture {
  readonly picture: Picture;
  /** The title over the caption, below the panel; ASCII. */
  readonly title: string;
  readonly caption: string;
}

export interface Composed {
  readonly picture: Picture;
  /** Pixels in a panel per pixel of its picture: 1 as it is, 3 enlarged, 0.25 thinned out. */
  readonly scale: number;
}

/** All panels together have at most this many pixels. */
const MAX_PANEL_PIXELS = 12_000_000;
/** A long, thin panel is bounded by its longer side: what stands round it grows with that. */
const LONGEST_SIDE = 4000;
/** A sheet wider than this wraps, once three panels are side by side. */
const PREFERRED_WIDTH = 1600;
/** Narrower panels are enlarged. */
const SMALLEST_PANEL = 160;

const PAPER = 0xfbfaf7;
const EDGE = 0xd5d0c5;
const TITLE = 0x1c1c1e;
const CAPTION = 0x6b6862;

/**
 * Composes panels of pictures of one size. Pictures that `panelScale` would thin out may be given thinned out
 * already, through `resize`. `too-large` for a sheet of more than MAX_PIXELS, which sixteen panels of any shape
 * with labels of up to 60 letters do not reach.
 */
export function composePanels(panels: readonly LabelledPicture[]): Composed {
  const { width, height } = panels[0]!.picture;
  const scale = panelScale(width, height, panels.length);
  const shown = panels.map(({ picture }) => resize(picture, scale));
  const panelWidth = shown[0]!.width;
  const panelHeight = shown[0]!.height;

  const longest = Math.max(
    ...panels.flatMap(({ title, caption }) => [textWidth(title, 1), textWidth(caption, 1)]),
  );
  const measure = Math.min(panelWidth, PREFERRED_WIDTH);
  const text = Math.max(1, Math.min(Math.floor(measure / longest), Math.round(measure / 240)));
  const margin = Math.max(16, Math.round(measure / 20));
  const cellWidth = Math.max(panelWidth, longest * text);
  const labelHeight = (2 * GLYPH_HEIGHT + 4) * text;
  const cellHeight = panelHeight + Math.round(margin / 2) + labelHeight;
  const columns = columnsFor(panels.length, cellWidth + margin);
  const rows = Math.ceil(panels.length / columns);

  const sheetWidth = columns * (cellWidth + margin) + margin;
  const sheetHeight = rows * (cellHeight + margin) + margin;
  if (sheetWidth * sheetHeight > MAX_PIXELS) {
    throw new CryptoError(
      'too-large',
      `panels: expected a sheet of at most ${MAX_PIXELS / 1e6} million pixels, got ${sheetWidth} x ${sheetHeight}`,
    );
  }
  const sheet = plainPicture(sheetWidth, sheetHeight, PAPER);
  for (const [i, panel] of panels.entries()) {
    const x = margin + (i % columns) * (cellWidth + margin);
    const y = margin + Math.floor(i / columns) * (cellHeight + margin);
    paste(sheet, plainPicture(panelWidth + 2, panelHeight + 2, EDGE), x - 1, y - 1);
    paste(sheet, shown[i]!, x, y);
    const titleY = y + panelHeight + Math.round(margin / 2);
    drawText(sheet, panel.title, { x, y: titleY, scale: text, colour: TITLE });
    const captionY = titleY + (GLYPH_HEIGHT + 4) * text;
    drawText(sheet, panel.caption, { x, y: captionY, scale: text, colour: CAPTION });
  }
  return { picture: sheet, scale };
}

/** The scale at which `composePanels` shows `count` pictures of this size. */
export function panelScale(width: number, height: number, count: number): number {
  const share = MAX_PANEL_PIXELS / count;
  const most = Math.min(Math.sqrt(share / (width * height)), LONGEST_SIDE / Math.max(width, height));
  return most < 1 ? most : Math.min(Math.ceil(SMALLEST_PANEL / width), Math.floor(most));
}

/** The picture at this scale by nearest neighbour, at least one pixel wide and high; itself at scale 1. */
export function resize(picture: Picture, scale: number): Picture {
  if (scale === 1) return picture;
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const columns = Uint32Array.from({ length: width }, (_, x) => Math.floor((x * picture.width) / width));
  const rgb = new Uint8Array(3 * width * height);
  for (let y = 0, to = 0; y < height; y++) {
    const row = Math.floor((y * picture.height) / height) * picture.width;
    for (const column of columns) {
      const from = 3 * (row + column);
      rgb[to++] = picture.rgb[from]!;
      rgb[to++] = picture.rgb[from + 1]!;
      rgb[to++] = picture.rgb[from + 2]!;
    }
  }
  return { width, height, rgb, notes: picture.notes };
}

/** As many side by side as fit, at least three; the rows are filled evenly. */
function columnsFor(count: number, cellWidth: number): number {
  const fitting = Math.max(3, Math.floor(PREFERRED_WIDTH / cellWidth));
  const rows = Math.ceil(count / fitting);
  return Math.ceil(count / rows);
}

function paste(sheet: Picture, picture: Picture, left: number, top: number): void {
  for (let y = 0; y < picture.height; y++) {
    const row = picture.rgb.subarray(3 * picture.width * y, 3 * picture.width * (y + 1));
    sheet.rgb.set(row, 3 * ((top + y) * sheet.width + left));
  }
}
