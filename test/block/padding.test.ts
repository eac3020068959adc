import { createCipheriv, createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PADDINGS, type PaddingName, pad, unpad } from '../../src/block/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { type VectorCase, vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';

interface PaddingCase extends VectorCase {
  readonly padding: PaddingName;
  readonly blockSize: number;
  readonly msg: string;
  readonly padded: string;
}

const all = vectors('padding') as unknown as readonly PaddingCase[];
const paddings = fc.constantFrom(...PADDINGS);
const message = fc.uint8Array({ maxLength: 50 });
const blockSizes = fc.integer({ min: 1, max: 255 });

describe('padding', () => {
  it.each(all.filter(({ result }) => result === 'valid'))(
    '$id $padding over $blockSize: $comment',
    ({ padding, blockSize, msg, padded }) => {
      expect(toHex(pad(padding, fromHex(msg), blockSize))).toBe(padded);
      expect(toHex(unpad(padding, fromHex(padded), blockSize))).toBe(msg);
    },
  );

  it.each(all.filter(({ result }) => result === 'invalid'))(
    '$id $padding refuses $comment',
    ({ padding, blockSize, padded, error }) => {
      expect(() => unpad(padding, fromHex(padded), blockSize)).toThrow(withCode(error!));
    },
  );

  it('comes off again, over any block size', () => {
    fc.assert(
      fc.property(paddings, message, blockSizes, (name, msg, blockSize) => {
        fc.pre(name !== 'none' || msg.length % blockSize === 0);
        fc.pre(name !== 'zero' || msg.at(-1) !== 0);
        const padded = pad(name, msg, blockSize);
        expect(padded.length % blockSize).toBe(0);
        expect(padded.length - msg.length).toBeLessThanOrEqual(blockSize);
        expect(unpad(name, padded, blockSize)).toEqual(msg);
      }),
    );
  });

  it('takes off exactly the pkcs7 padding that the platform takes off', () => {
    const key = new Uint8Array(16);
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.integer({ min: 0, max: 18 }),
        (block, count) => {
          block.fill(count, Math.max(0, 16 - count));
          if (count === 0) block[15] = 0;
          const plain = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
          const padded = createDecipheriv('aes-128-ecb', key, null);
          padded.update(plain.update(block));
          let expected: Uint8Array | undefined;
          try {
            expected = new Uint8Array(padded.final());
          } catch {
            expected = undefined;
          }
          if (expected) expect(unpad('pkcs7', block, 16)).toEqual(expected);
          else expect(() => unpad('pkcs7', block, 16)).toThrow(withCode('bad-padding'));
        },
      ),
    );
  });

  it('loses the zeros of the message under zero padding, but never more than a block of them', () => {
    expect(unpad('zero', pad('zero', Uint8Array.of(1, 0, 0), 8), 8)).toEqual(Uint8Array.of(1));
    expect(unpad('zero', new Uint8Array(24), 8)).toEqual(new Uint8Array(16));
  });

  it('copies, and leaves what it was given alone', () => {
    for (const name of PADDINGS) {
      const msg = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
      const padded = pad(name, msg, 8);
      const whole = padded.slice();
      const unpadded = unpad(name, padded, 8);
      unpadded.fill(9);
      expect(padded).toEqual(whole);
      padded.fill(9);
      expect(msg).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    }
  });

  it('says what it found and what may be the matter', () => {
    const ending = (...tail: number[]) =>
      Uint8Array.from([...new Array(16 - tail.length).fill(0x61), ...tail]);
    expect(() => unpad('pkcs7', ending(0x17), 16)).toThrow(
      withCode('bad-padding', /last byte 0x17, which is not a count from 1 to 16.*key.*IV.*mode/),
    );
    expect(() => unpad('pkcs7', ending(0x05, 3, 3), 16)).toThrow(
      withCode('bad-padding', /0x05 among the 3 bytes .* should be 0x03/),
    );
    expect(() => unpad('ansi-x923', ending(1, 0, 3), 16)).toThrow(
      withCode('bad-padding', /0x01 among the 3 bytes .* should be 0x00/),
    );
    expect(() => unpad('iso-7816-4', ending(0x81, 0), 16)).toThrow(withCode('bad-padding', /0x81.*0x80/));
    expect(() => unpad('iso-7816-4', new Uint8Array(16), 16)).toThrow(withCode('bad-padding', /only zeros/));
    expect(() => unpad('pkcs7', new Uint8Array(0), 16)).toThrow(withCode('bad-length', /at least one block/));
    expect(() => unpad('pkcs7', new Uint8Array(17), 16)).toThrow(
      withCode('bad-length', /got 17 bytes \(1 over\)/),
    );
  });

  it('refuses a partial block under none, and says what to try', () => {
    expect(() => pad('none', new Uint8Array(17), 16)).toThrow(
      withCode('bad-length', /whole blocks.*pkcs7.*ctr/),
    );
  });

  it('refuses a name it does not know and a block size out of range', () => {
    const unknown = 'toString' as PaddingName;
    expect(() => pad(unknown, new Uint8Array(1), 16)).toThrow(
      withCode('bad-argument', /expected pkcs7,.*"toString"/),
    );
    expect(() => unpad(unknown, new Uint8Array(16), 16)).toThrow(withCode('bad-argument'));
    for (const blockSize of [0, -8, 1.5, 256, Number.NaN]) {
      expect(() => pad('pkcs7', new Uint8Array(1), blockSize)).toThrow(withCode('bad-argument', /blockSize/));
    }
  });
});
