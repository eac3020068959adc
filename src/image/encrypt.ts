/**
 * The pixels of a picture encrypted in place of the picture: same size, and still a picture to look at.
 *
 * What is encrypted is 8-bit RGB from the top, without padding. Alpha is carried along unencrypted, so the
 * outline of what is transparent stays visible; and nothing is authenticated.
 */
import { type BlockCipher, encryptBlock, expectCipher } from '../block/block.ts';
import { concat, xor } from '../bytes/index.ts';
import { CryptoError, expectLength, orList } from '../errors.ts';
import {
  cbcDecrypt,
  cbcEncrypt,
  cfbDecrypt,
  cfbEncrypt,
  ctrXor,
  ecbDecrypt,
  ecbEncrypt,
  ofbXor,
} from '../modes/index.ts';
import type { Picture } from './picture.ts';

/** The modes for pictures: all but GCM, whose tag has no place in one. */
export const PIXEL_MODES = ['ecb', 'cbc', 'cfb', 'ofb', 'ctr'] as const;

export type PixelMode = (typeof PIXEL_MODES)[number];

type Direction = (cipher: BlockCipher, iv: Uint8Array, msg: Uint8Array) => Uint8Array;

interface PixelModeRow {
  /** ECB and CBC: a last partial block needs a rule of its own. */
  readonly wholeBlocks: boolean;
  readonly encrypt: Direction;
  readonly decrypt: Direction;
}

const TABLE: Readonly<Record<PixelMode, PixelModeRow>> = {
  ecb: {
    wholeBlocks: true,
    encrypt: (cipher, _iv, msg) => ecbEncrypt(cipher, msg),
    decrypt: (cipher, _iv, msg) => ecbDecrypt(cipher, msg),
  },
  cbc: { wholeBlocks: true, encrypt: cbcEncrypt, decrypt: cbcDecrypt },
  cfb: { wholeBlocks: false, encrypt: cfbEncrypt, decrypt: cfbDecrypt },
  ofb: { wholeBlocks: false, encrypt: ofbXor, decrypt: ofbXor },
  ctr: { wholeBlocks: false, encrypt: ctrXor, decrypt: ctrXor },
};

/**
 * Encrypts the pixels; `decryptPixels` gives back exactly these.
 *
 * In ECB and CBC a last partial block is XORed with the encryption of the last ciphertext block, or of the IV
 * if there is none; ECB may go without an IV, and then takes the zero block for it. `iv` is one block, else
 * `bad-length`; missing, `bad-argument`.
 */
export function encryptPixels(
  picture: Picture,
  cipher: BlockCipher,
  mode: PixelMode,
  iv?: Uint8Array,
): Picture {
  const { encrypt, wholeBlocks } = rowOf(mode);
  const start = startOf(cipher, mode, iv);
  const { rgb } = picture;
  if (!wholeBlocks) return { ...picture, rgb: encrypt(cipher, start, rgb) };
  const whole = rgb.length - (rgb.length % cipher.blockSize);
  const ciphertext = encrypt(cipher, start, rgb.subarray(0, whole));
  return { ...picture, rgb: concat(ciphertext, tailXor(cipher, start, ciphertext, rgb.subarray(whole))) };
}

/** The inverse of `encryptPixels`, with the same errors. A wrong key gives noise, not an error. */
export function decryptPixels(
  picture: Picture,
  cipher: BlockCipher,
  mode: PixelMode,
  iv?: Uint8Array,
): Picture {
  const { decrypt, wholeBlocks } = rowOf(mode);
  const start = startOf(cipher, mode, iv);
  const { rgb } = picture;
  if (!wholeBlocks) return { ...picture, rgb: decrypt(cipher, start, rgb) };
  const ciphertext = rgb.subarray(0, rgb.length - (rgb.length % cipher.blockSize));
  const tail = tailXor(cipher, start, ciphertext, rgb.subarray(ciphertext.length));
  return { ...picture, rgb: concat(decrypt(cipher, start, ciphertext), tail) };
}

/** The partial block at the end, XORed with the encrypted last ciphertext block: its own inverse. */
function tailXor(cipher: BlockCipher, iv: Uint8Array, ciphertext: Uint8Array, tail: Uint8Array): Uint8Array {
  const last = ciphertext.length > 0 ? ciphertext.subarray(-cipher.blockSize) : iv;
  return xor(tail, encryptBlock(cipher, last).subarray(0, tail.length));
}

function rowOf(mode: PixelMode): PixelModeRow {
  if (Object.hasOwn(TABLE, mode)) return TABLE[mode];
  throw new CryptoError(
    'bad-argument',
    `mode: expected ${orList(PIXEL_MODES)} for a picture, got ${JSON.stringify(mode)}`,
  );
}

function startOf(cipher: BlockCipher, mode: PixelMode, iv: Uint8Array | undefined): Uint8Array {
  expectCipher(cipher);
  if (!iv && mode === 'ecb') return new Uint8Array(cipher.blockSize);
  if (!iv) {
    throw new CryptoError('bad-argument', `iv: expected ${cipher.blockSize} bytes for ${mode}, got none`);
  }
  expectLength('iv', iv, cipher.blockSize);
  return iv;
}
