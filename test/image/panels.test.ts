import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawText, glyphDot, textWidth } from '../../src/image/font.ts';
import { composePanels, MAX_PIXELS, type Picture, panelScale, resize } from '../../src/image/index.ts';
import { plainPicture } from '../../src/image/picture.ts';
import { withCode } from '../with-code.ts';

const gradient = (width: number, height: number): Picture => ({
  width,
  height,
  rgb: Uint8Array.from({ length: 3 * width * height }, (_, i) => i & 255),
  notes: [],
});
const panelsOf = (picture: Picture, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    picture,
    title: `PANEL ${i}`,
    caption: '3 of 4 blocks distinct',
  }));

/** Where the picture stands in the sheet, as `x,y`. */
function positions(sheet: Picture, part: Picture): string[] {
  const found: string[] = [];
  const row = (picture: Picture, x: number, y: number) =>
    picture.rgb.subarray(3 * (y * picture.width + x), 3 * (y * picture.width + x + part.width)).join();
  const first = row(part, 0, 0);
  for (let y = 0; y <= sheet.height - part.height; y++) {
    for (let x = 0; x <= sheet.width - part.width; x++) {
      if (sheet.rgb[3 * (y * sheet.width + x)] !== part.rgb[0] || row(sheet, x, y) !== first) continue;
      const whole = Array.from({ length: part.height }, (_, i) => row(sheet, x, y + i) === row(part, 0, i));
      if (whole.every(Boolean)) found.push(`${x},${y}`);
    }
  }
  return found;
}

describe('composePanels', () => {
  it('puts every picture as it is side by side', () => {
    const picture = gradient(200, 20);
    const { picture: sheet, scale } = composePanels(panelsOf(picture, 3));
    expect(scale).toBe(1);
    expect(sheet.rgb.length).toBe(3 * sheet.width * sheet.height);
    const found = positions(sheet, picture);
    expect(found).toHaveLength(3);
    expect(new Set(found.map((place) => place.split(',')[1])).size).toBe(1);
  });

  it('wraps into even rows', () => {
    const picture = gradient(460, 8);
    const found = positions(composePanels(panelsOf(picture, 5)).picture, picture);
    expect(found).toHaveLength(5);
    expect(new Set(found.map((place) => place.split(',')[1])).size).toBe(2);
    expect(new Set(found.map((place) => place.split(',')[0])).size).toBe(3);
  });

  it('enlarges small pictures by a whole factor, and thins out large ones', () => {
    expect(panelScale(20, 14, 3)).toBe(8);
    expect(composePanels(panelsOf(gradient(1, 1), 2)).scale).toBe(160);
    expect(panelScale(160, 5, 3)).toBe(1);
    expect(panelScale(8000, 6000, 6)).toBeCloseTo(0.204, 3);
    expect(panelScale(1, 50_000_000, 6)).toBeLessThan(1);
  });

  it.each([
    [1, 200_000],
    [60_000, 1],
    [2_000_000, 1],
    [20_000, 4],
    [3_000, 2_000],
  ])('keeps the sheet of pictures of %i x %i small', (width, height) => {
    const { picture: sheet, scale } = composePanels(panelsOf(plainPicture(width, height, 0x123456), 8));
    expect(sheet.rgb.length).toBe(3 * sheet.width * sheet.height);
    expect(sheet.rgb.length).toBeLessThan(100e6);
    expect(Math.max(width, height) * scale).toBeLessThan(4001);
    const thin = plainPicture(2, 1, 0x123456);
    if (height === 1) expect(positions(sheet, thin).length).toBeGreaterThan(8);
  });

  it('never shows a panel whose longer side or whose share of the pixels is too large', () => {
    const sides = fc.integer({ min: 0, max: 25 }).map((power) => Math.round(2 ** power));
    fc.assert(
      fc.property(sides, sides, fc.integer({ min: 1, max: 16 }), (width, height, count) => {
        const scale = panelScale(width, height, count);
        expect(Math.max(width, height) * scale).toBeLessThan(4000.5);
        expect(width * height * scale ** 2 * count).toBeLessThan(12_000_001);
        if (scale > 1) expect(scale % 1).toBe(0);
      }),
    );
  });

  it('refuses panels and labels that no sheet can hold', () => {
    const long = { picture: gradient(1, 1), title: 'x'.repeat(MAX_PIXELS), caption: '' };
    expect(() => composePanels([long])).toThrow(withCode('too-large', /50 million pixels, got 300000/));
    expect(() => composePanels(panelsOf(gradient(4000, 1), 400))).toThrow(withCode('too-large'));
  });

  it('writes a label below each panel', () => {
    const picture = plainPicture(300, 10, 0xffffff);
    const sheet = composePanels([{ picture, title: 'AES-128-ECB', caption: '' }]).picture;
    const label = plainPicture(textWidth('AES-128-ECB', 1), 7, 0xfbfaf7);
    drawText(label, 'AES-128-ECB', { x: 0, y: 0, scale: 1, colour: 0x1c1c1e });
    expect(positions(sheet, label)).toHaveLength(1);
  });
});

describe('resize', () => {
  it('takes the nearest pixel, and repeats whole ones', () => {
    const picture = gradient(3, 2);
    expect(resize(picture, 1)).toBe(picture);
    const large = resize(picture, 2);
    expect([large.width, large.height]).toEqual([6, 4]);
    for (let y = 0; y < 4; y++) {
      for (let x = 0; x < 6; x++) {
        const from = 3 * ((y >> 1) * 3 + (x >> 1));
        expect(large.rgb.subarray(3 * (y * 6 + x), 3 * (y * 6 + x) + 3)).toEqual(
          picture.rgb.subarray(from, from + 3),
        );
      }
    }
    expect(resize(large, 0.5)).toEqual(picture);
    expect(resize(picture, 0.01)).toMatchObject({ width: 1, height: 1 });
  });
});

describe('font', () => {
  const art = (character: string) =>
    [0, 1, 2, 3, 4, 5, 6].map((y) =>
      [0, 1, 2, 3, 4].map((x) => (glyphDot(character, x, y) ? '#' : '.')).join(''),
    );

  it('has a shape of its own for every printable character', () => {
    const shapes = Array.from({ length: 94 }, (_, i) => art(String.fromCharCode(0x21 + i)).join('\n'));
    expect(new Set(shapes).size).toBe(94);
    expect(shapes.every((shape) => shape.includes('#'))).toBe(true);
    expect(art(' ').join('')).not.toContain('#');
    expect(art('é')).toEqual(art('?'));
  });

  it('draws letters upright', () => {
    expect(art('F')).toEqual(['#####', '#....', '#....', '####.', '#....', '#....', '#....']);
    expect(art('g').at(-1)).toBe('.###.');
  });

  it('cuts off what lies outside', () => {
    const target = plainPicture(4, 4, 0);
    drawText(target, 'HH', { x: -3, y: -2, scale: 1, colour: 0xffffff });
    expect([...target.rgb].filter((value, i) => i % 3 === 0 && value === 255)).toHaveLength(9);
  });
});
