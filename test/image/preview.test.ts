import { describe, expect, it } from 'vitest';
import { drawPadlock, type Picture, renderPreview } from '../../src/image/index.ts';
import { plainPicture } from '../../src/image/picture.ts';

const ESC = '\x1b';
const strip = (text: string) =>
  text
    .split(ESC)
    .map((part, i) => (i === 0 ? part : part.slice(part.indexOf('m') + 1)))
    .join('');
const quarters: Picture = {
  width: 2,
  height: 2,
  rgb: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 128, 128, 128),
  notes: [],
};

describe('renderPreview', () => {
  it('shows two rows of pixels in a line: the upper as foreground, the lower as background', () => {
    expect(renderPreview([{ picture: quarters, label: 'A' }], 80, 'truecolor')).toBe(
      `A\n${ESC}[38;2;255;0;0;48;2;0;0;255m▀${ESC}[38;2;0;255;0;48;2;128;128;128m▀${ESC}[0m\n`,
    );
  });

  it('falls back to the palette of 256 colours', () => {
    expect(renderPreview([{ picture: quarters, label: 'A' }], 80, '256')).toBe(
      `A\n${ESC}[38;5;196;48;5;21m▀${ESC}[38;5;46;48;5;244m▀${ESC}[0m\n`,
    );
  });

  it('averages what one character stands for', () => {
    const stripes: Picture = {
      width: 48,
      height: 1,
      rgb: Uint8Array.from({ length: 144 }, (_, i) => (Math.floor(i / 3) % 2 ? 200 : 100)),
      notes: [],
    };
    const text = renderPreview([{ picture: stripes, label: '' }], 24, 'truecolor');
    expect(text).toBe(`\n${ESC}[38;2;150;150;150;49m${'▀'.repeat(24)}${ESC}[0m\n`);
  });

  it.each([20, 24, 40, 80, 100, 200])('keeps within %i columns', (columns) => {
    const panels = ['ORIGINAL', 'AES-128-ECB', 'AES-128-CBC', 'AES-128-CTR, NONCE REUSED'].map((label) => ({
      picture: drawPadlock(),
      label,
    }));
    const lines = strip(renderPreview(panels, columns, 'truecolor')).split('\n');
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
    for (const name of ['ORIGINAL', 'AES-128-ECB']) expect(lines.join('\n')).toContain(name);
    const side = lines.filter((line) => line.includes('ORIGINAL') && line.includes('AES-128-ECB'));
    expect(side).toHaveLength(columns >= 50 ? 1 : 0);
  });

  it('repeats no escape for equal neighbours', () => {
    const text = renderPreview([{ picture: plainPicture(24, 2, 0x010203), label: 'x' }], 24, 'truecolor');
    expect(text.split(ESC)).toHaveLength(3);
  });

  it('is never higher than a screen or two', () => {
    const tall = { width: 1, height: 4000, rgb: new Uint8Array(12_000), notes: [] };
    expect(renderPreview([{ picture: tall, label: 'TALL' }], 80, '256').split('\n').length).toBeLessThan(65);
    const slim = { width: 100, height: 1000, rgb: new Uint8Array(300_000), notes: [] };
    expect(renderPreview([{ picture: slim, label: 'SLIM' }], 80, '256').split('\n').length).toBeLessThan(65);
  });
});
