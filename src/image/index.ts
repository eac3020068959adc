/**
 * Pictures: read, encrypted pixel by pixel, measured, and shown side by side.
 *
 * ```ts
 * const picture = decodePicture(bytes);
 * const { original, panels } = compare(picture, { cipher: aes(key), modes: ['ecb', 'cbc'], iv });
 * ```
 */
export {
  type ComparedMode,
  type CompareOptions,
  type Comparison,
  compare,
  comparePanels,
  type Panel,
  type PanelMode,
  reusedNonce,
} from './compare.ts';
export { decodePicture } from './decode.ts';
export { drawPadlock, drawSecondPicture } from './drawing.ts';
export { encodePicture, type PictureFormat } from './encode.ts';
export { decryptPixels, encryptPixels, PIXEL_MODES, type PixelMode } from './encrypt.ts';
export { labelPanel, panelTitle } from './labels.ts';
export { type Figures, measure } from './measure.ts';
export { paintBlocks } from './paint-blocks.ts';
export { type Composed, composePanels, type LabelledPicture, panelScale, resize } from './panels.ts';
export { MAX_PIXELS, type Picture, type PictureNote } from './picture.ts';
export { type ColourDepth, type PreviewPanel, renderPreview } from './preview.ts';
