/** Pictures there and back through the command line, with their transparency. */
import { describe, expect, it } from 'vitest';
import type { CipherName } from '../../src/cli/ciphers.ts';
import { decodePicture, encodePicture, type PixelMode } from '../../src/image/index.ts';
import { runCrypto } from './run-crypto.ts';

/** 57 bytes of colour, which leave a last partial block of either size. */
const PIXELS = 19;
const clear = {
  width: PIXELS,
  height: 1,
  rgb: Uint8Array.from({ length: 3 * PIXELS }, (_, i) => (7 * i) & 255),
  alpha: Uint8Array.from({ length: PIXELS }, (_, i) => 13 * i),
  notes: [],
};
const digits = (bytes: number) => '0123456789abcdef'.repeat(bytes / 8);

describe('image encrypt and decrypt', () => {
  it.concurrent.each<[CipherName, PixelMode, number, number]>([
    ['aes', 'ecb', 16, 0],
    ['aes', 'cbc', 32, 16],
    ['3des', 'cfb', 24, 8],
    ['3des', 'ecb', 16, 0],
    ['des', 'cbc', 8, 8],
    ['des', 'ctr', 8, 8],
  ])('are inverse under %s-%s, and carry the alpha channel along', async (cipher, mode, key, iv) => {
    const options = ['--cipher', cipher, '--mode', mode, '--key', digits(key)];
    if (iv > 0) options.push('--iv', digits(iv));
    const there = await runCrypto(['image', 'encrypt', ...options], { input: encodePicture(clear, 'png') });
    const encrypted = decodePicture(there.stdout);
    expect(encrypted.alpha).toEqual(clear.alpha);
    const same = encrypted.rgb.filter((byte, i) => byte === clear.rgb[i]).length;
    expect(same).toBeLessThan(10);
    const back = await runCrypto(['image', 'decrypt', ...options], { input: there.stdout });
    expect(decodePicture(back.stdout)).toEqual(clear);
  });
});
