/** What stands below each panel, in the letters that `font` has: English and ASCII, whatever the language. */
import type { Panel, PanelMode } from './compare.ts';
import type { LabelledPicture } from './panels.ts';

/** The panel with its title (`AES-128-ECB`) and what its figures say; `cipher` as it is to be shown. */
export function labelPanel(cipher: string, panel: Panel<PanelMode | 'original'>): LabelledPicture {
  const { picture, figures, mode } = panel;
  const counted = `${figures.distinctBlocks} of ${figures.blocks} blocks distinct`;
  return { picture, title: panelTitle(cipher, mode), caption: captionOf(mode, counted) };
}

/** `ORIGINAL`, `AES-128-ECB`, and for the reused nonce what was done with it. */
export function panelTitle(cipher: string, mode: PanelMode | 'original'): string {
  switch (mode) {
    case 'original':
      return 'ORIGINAL';
    case 'ctr-reused':
      return `${cipher}-CTR, NONCE REUSED`;
    case 'ctr-reused-xor':
      return 'BOTH CIPHERTEXTS XORED';
    default:
      return `${cipher}-${mode.toUpperCase()}`;
  }
}

function captionOf(mode: PanelMode | 'original', counted: string): string {
  switch (mode) {
    case 'ctr-reused':
      return `${counted}, yet:`;
    case 'ctr-reused-xor':
      return 'both pictures show, without the key';
    default:
      return counted;
  }
}
