/** Node's Buffer is a Uint8Array whose `slice` is a view: what is given as one stays as it was. */
import { describe, expect, it } from 'vitest';
import { aes, pad, unpad } from '../src/block/index.ts';
import { createXor } from '../src/classical/index.ts';
import { compare, decodePicture, drawPadlock, encodePicture, measure } from '../src/image/index.ts';
import { flipBits } from '../src/modes/index.ts';

describe('a Buffer', () => {
  it('is not changed by flipBits, nor shared by unpad', () => {
    const buffer = Buffer.from('0123456789abcdef');
    flipBits(buffer, [0]);
    expect(buffer.toString()).toBe('0123456789abcdef');
    const padded = Buffer.from(pad('pkcs7', Buffer.from('abc'), 16));
    unpad('pkcs7', padded, 16)[0] = 0;
    expect(padded.toString('latin1', 0, 3)).toBe('abc');
  });

  it('is copied as a key that is used later', () => {
    const key = Buffer.from('key');
    const xor = createXor(key);
    key.fill(0);
    expect(xor.update(new Uint8Array(3))).toEqual(new Uint8Array(Buffer.from('key')));
  });

  it('is not changed as an IV by the reused nonce', () => {
    const iv = Buffer.alloc(16, 7);
    compare(drawPadlock(), { cipher: aes(new Uint8Array(16)), modes: ['ctr-reused'], iv });
    expect(iv).toEqual(Buffer.alloc(16, 7));
  });

  it('is measured from an odd place in memory, and not shared by a decoded picture', () => {
    const rgb = Buffer.alloc(97).subarray(1);
    expect(measure(rgb, 4, 16).distinctBlocks).toBe(1);
    const file = Buffer.from(encodePicture(drawPadlock(), 'ppm'));
    const picture = decodePicture(file);
    const before = picture.rgb[0];
    file.fill(0);
    expect(picture.rgb[0]).toBe(before);
  });
});
