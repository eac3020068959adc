/**
 * Our own pictures: one to encrypt when none is given, and the second message under a reused nonce.
 *
 * Few flat colours, as in a logo or a diagram: this is where equal blocks come from. A photograph has hardly
 * two equal blocks, and ECB hides it better than it deserves.
 */
import { drawText, GLYPH_HEIGHT, textWidth } from './font.ts';
import { type Picture, plainPicture, setPixel } from './picture.ts';

/**
 * A row is 90 AES blocks and three quarters: equal areas become a weave of diagonals, in which upright strokes
 * stand out. With whole blocks to a row all would be upright stripes.
 */
const WIDTH = 484;
const HEIGHT = 320;

const PAPER = 0xf4f4f4;
const INK = 0x1f3a5f;
const BRASS = 0xe0a526;
const SHADOW = 0xb47d12;
const STEEL = 0x8a97a6;

type Inside = (x: number, y: number) => boolean;

/** A closed padlock beside the word HTTPS, 484 by 320. */
export function drawPadlock(): Picture {
  const picture = plainPicture(WIDTH, HEIGHT, PAPER);
  const frame = roundedBox(242, 160, 226, 144, 16);
  const inner = roundedBox(242, 160, 218, 136, 12);
  paint(picture, INK, (x, y) => frame(x, y) && !inner(x, y));

  // The shackle is half a ring on two legs; the body hides its lower ends.
  paint(picture, STEEL, (x, y) => {
    const square = (x - 124) ** 2 + (y < 112 ? (y - 112) ** 2 : 0);
    return square <= 60 ** 2 && square >= 36 ** 2 && y < 160;
  });
  const body = roundedBox(124, 200, 80, 68, 14);
  paint(picture, BRASS, body);
  paint(picture, SHADOW, (x, y) => body(x, y) && y >= 240);
  paint(picture, INK, (x, y) => (x - 124) ** 2 + (y - 184) ** 2 <= 18 ** 2);
  paint(picture, INK, (x, y) => Math.abs(x - 124) <= 4 + (y - 184) / 6 && y > 184 && y < 226);

  drawText(picture, 'HTTPS', { x: 214, y: 132, scale: 8, colour: INK });
  return picture;
}

/** White on black, as large as fits: every set sample is 255, so XORed with it a picture shows in negative. */
export function drawSecondPicture(width: number, height: number): Picture {
  const picture = plainPicture(width, height, 0x000000);
  const lines = ['TOP', 'SECRET'];
  const gap = 2;
  const dots = { across: textWidth('SECRET', 1) + 4, down: lines.length * (GLYPH_HEIGHT + gap) + gap };
  const scale = Math.max(1, Math.floor(Math.min(width / dots.across, height / dots.down)));
  const top = Math.floor((height - (dots.down - 2 * gap) * scale) / 2);
  for (const [i, line] of lines.entries()) {
    const x = Math.floor((width - textWidth(line, scale)) / 2);
    drawText(picture, line, { x, y: top + i * (GLYPH_HEIGHT + gap) * scale, scale, colour: 0xffffff });
  }
  return picture;
}

function paint(picture: Picture, colour: number, inside: Inside): void {
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (inside(x, y)) setPixel(picture.rgb, 3 * (y * picture.width + x), colour);
    }
  }
}

/** A box round its middle, of these half sides, with round corners. Integers only, so it is the same everywhere. */
function roundedBox(
  middleX: number,
  middleY: number,
  halfWidth: number,
  halfHeight: number,
  radius: number,
): Inside {
  return (x, y) => {
    const beyondX = Math.max(0, Math.abs(x - middleX) - (halfWidth - radius));
    const beyondY = Math.max(0, Math.abs(y - middleY) - (halfHeight - radius));
    return beyondX ** 2 + beyondY ** 2 <= radius ** 2;
  };
}
