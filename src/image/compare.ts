/**
 * One picture under several modes, side by side with what can be measured of each.
 *
 * The panel `ctr-reused` is there so that nobody takes noise for proof: its figures are perfect, and the panel
 * after it, `ctr-reused-xor`, is what anybody gets who has seen a second picture under the same nonce.
 */
import type { BlockCipher } from '../block/block.ts';
import { xor } from '../bytes/index.ts';
import { drawSecondPicture } from './drawing.ts';
import { encryptPixels, type PixelMode } from './encrypt.ts';
import { type Figures, measure } from './measure.ts';
import { type Picture, pictureOf } from './picture.ts';

/** `ctr-reused` gives two panels: itself and, right after it, `ctr-reused-xor`. */
export type ComparedMode = PixelMode | 'ctr-reused';

export type PanelMode = ComparedMode | 'ctr-reused-xor';

export interface Panel {
  readonly mode: PanelMode;
  readonly picture: Picture;
  readonly figures: Figures;
}

export interface Comparison {
  readonly original: Omit<Panel, 'mode'>;
  /** In the order of the modes asked for. */
  readonly panels: readonly Panel[];
}

export interface CompareOptions {
  /** Under the key that all panels share. */
  readonly cipher: BlockCipher;
  readonly modes: readonly ComparedMode[];
  /** One block; only ECB does without. `ctr-reused` derives its own nonce from it, see `reusedNonce`. */
  readonly iv?: Uint8Array;
  /** What is kept of each picture once it is measured, say a smaller one: large pictures then never lie in memory all at once. */
  readonly keep?: (picture: Picture) => Picture;
}

/** Encrypts and measures. Alpha is left out: only colours are compared. Errors as of `encryptPixels`. */
export function compare(picture: Picture, options: CompareOptions): Comparison {
  const { cipher, modes, iv, keep = (whole) => whole } = options;
  const original = pictureOf(picture.width, picture.height, picture.rgb);
  const measured = (of: Picture) => ({
    picture: keep(of),
    figures: measure(of.rgb, of.width, cipher.blockSize),
  });

  const panels = modes.flatMap((mode): Panel[] => {
    if (mode !== 'ctr-reused') return [{ mode, ...measured(encryptPixels(original, cipher, mode, iv)) }];
    const nonce = iv && reusedNonce(iv);
    const second = encryptPixels(drawSecondPicture(original.width, original.height), cipher, 'ctr', nonce);
    const first = encryptPixels(original, cipher, 'ctr', nonce);
    const sum = { ...original, rgb: xor(first.rgb, second.rgb) };
    return [
      { mode, ...measured(first) },
      { mode: 'ctr-reused-xor', ...measured(sum) },
    ];
  });
  return { original: measured(original), panels };
}

/**
 * The nonce that `ctr-reused` uses twice: the IV with its first bit turned, so that none of its counters meets
 * those of the `ctr` panel, whose nonce stays fresh.
 */
export function reusedNonce(iv: Uint8Array): Uint8Array {
  const nonce = iv.slice();
  nonce[0]! ^= 0x80;
  return nonce;
}
