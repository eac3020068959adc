/**
 * What anybody sees in a ciphertext whose blocks repeat: every block value in a colour of its own.
 *
 * No key is needed. The most frequent value, most often the background, becomes white.
 */
import { type Picture, pictureOf, setPixel } from './picture.ts';

/** A few colours that are easy to tell apart; the rarer values share them in turn. */
const COLOURS = [
  0xffffff, 0x1f3a5f, 0xe0a526, 0x8a97a6, 0xb4472e, 0x3f7d4e, 0x6a4c93, 0x2f9c95, 0xd98c5f, 0x4a4a4a,
] as const;

/** Each pixel in the colour of the block its first byte lies in; of a last partial block, black. */
export function paintBlocks(picture: Picture, blockSize: number): Picture {
  const { width, height, rgb } = picture;
  const whole = rgb.length - (rgb.length % blockSize);
  const names: string[] = [];
  const counts = new Map<string, number>();
  for (let at = 0; at < whole; at += blockSize) {
    const name = String.fromCharCode(...rgb.subarray(at, at + blockSize));
    names.push(name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const ranks = new Map(ranked.map(([name], rank) => [name, rank]));
  const painted = new Uint8Array(rgb.length);
  for (let at = 0; at < whole; at += 3) {
    const rank = ranks.get(names[Math.floor(at / blockSize)]!)!;
    setPixel(painted, at, COLOURS[rank === 0 ? 0 : 1 + ((rank - 1) % (COLOURS.length - 1))]!);
  }
  return pictureOf(width, height, painted);
}
