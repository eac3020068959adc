/**
 * One picture under several modes, side by side with what can be measured of each.
 *
 * The panel `ctr-reused` is there so that nobody takes noise for proof: its figures are perfect, and the panel
 * after it, `ctr-reused-xor`, is what anybody gets who has seen a second picture under the same nonce.
 */
import type { BlockCipher } from '../block/block.ts';
import { xor } from '../bytes/index.ts';
import { expectBytes } from '../errors.ts';
import { drawSecondPicture } from './drawing.ts';
import { encryptPixels, type PixelMode } from './encrypt.ts';
import { type Figures, measure } from './measure.ts';
import { type Picture, pictureOf } from './picture.ts';

/** `ctr-reused` gives two panels: itself and, right after it, `ctr-reused-xor`. */
export type ComparedMode = PixelMode | 'ctr-reused';

export type PanelMode = ComparedMode | 'ctr-reused-xor';

export interface Panel<Mode = PanelMode> {
  readonly mode: Mode;
  readonly picture: Picture;
  readonly figures: Figures;
}

export interface Comparison {
  readonly original: Panel<'original'>;
  /** In the order of the modes asked for. */
  readonly panels: readonly Panel[];
}

export interface CompareOptions {
  /** Under the key that all panels share. */
  readonly cipher: BlockCipher;
  readonly modes: readonly ComparedMode[];
  /** One block; only ECB does without. `ctr-reused` derives its own nonce from it, see `reusedNonce`. */
  readonly iv?: Uint8Array | undefined;
}

/** Encrypts and measures. Alpha is left out: only colours are compared. Errors as of `encryptPixels`. */
export function compare(picture: Picture, options: CompareOptions): Comparison {
  const [original, ...panels] = comparePanels(picture, options);
  return { original: original as Panel<'original'>, panels: panels as Panel[] };
}

/** As `compare`, one panel at a time, so that large pictures need not all be held at once. */
export function* comparePanels(
  picture: Picture,
  { cipher, modes, iv }: CompareOptions,
): Generator<Panel<PanelMode | 'original'>> {
  const original = pictureOf(picture.width, picture.height, picture.rgb);
  const panel = <Mode>(mode: Mode, of: Picture): Panel<Mode> => ({
    mode,
    picture: of,
    figures: measure(of.rgb, of.width, cipher.blockSize),
  });

  yield panel('original', original);
  for (const mode of modes) {
    if (mode !== 'ctr-reused') {
      yield panel(mode, encryptPixels(original, cipher, mode, iv));
      continue;
    }
    const nonce = iv && reusedNonce(iv);
    const first = encryptPixels(original, cipher, 'ctr', nonce);
    yield panel(mode, first);
    const secret = drawSecondPicture(original.width, original.height);
    const second = encryptPixels(secret, cipher, 'ctr', nonce);
    yield panel('ctr-reused-xor', { ...original, rgb: xor(first.rgb, second.rgb) });
  }
}

/**
 * The nonce that `ctr-reused` uses twice: the IV with its first bit turned, so that none of its counters meets
 * those of the `ctr` panel, whose nonce stays fresh.
 */
export function reusedNonce(iv: Uint8Array): Uint8Array {
  expectBytes('iv', iv);
  const nonce = new Uint8Array(iv);
  nonce[0]! ^= 0x80;
  return nonce;
}
