/**
 * MAC, then encrypt: a record is opened with the same work whatever its padding, counted in compressions of the hash
 * (RFC 5246, 6.2.3.2, last paragraph; AlFardan and Paterson, "Lucky Thirteen", 2013).
 */
import { describe, expect, it } from 'vitest';
import { aes } from '../../src/block/index.ts';
import { concat } from '../../src/bytes/index.ts';
import { merkleDamgard } from '../../src/hash/merkle-damgard.ts';
import { hmac } from '../../src/mac/index.ts';
import { cbcEncrypt } from '../../src/modes/index.ts';
import { systemRandom } from '../../src/random/index.ts';
import { additionalData, createProtection, suiteNamed } from '../../src/tls/index.ts';

let compressions = 0;
/** A hash that mixes a little, in the shape of the real ones, and counts. */
const toyHash = (digestLength: number, blockSize: 64 | 128) =>
  merkleDamgard({
    name: 'Toy',
    blockSize,
    digestLength,
    lengthSize: blockSize === 64 ? 8 : 16,
    littleEndian: false,
    initial: new Int32Array(digestLength / 4).fill(7),
    compress(chaining, bytes, offset) {
      compressions++;
      for (let i = 0; i < blockSize; i++) {
        const word = i % chaining.length;
        chaining[word] = Math.imul(chaining[word]! + i, 0x01000193) ^ bytes.getUint8(offset + i);
      }
    },
  });

const keys = { macKey: new Uint8Array(20).fill(1), key: new Uint8Array(16).fill(2), iv: new Uint8Array(0) };
const iv = new Uint8Array(16).fill(3);

/** The lengths of a block, of the longest padding, and of a record that has more than both. */
describe.each([
  [16, 20, 64],
  [64, 20, 64],
  [256, 20, 64],
  [336, 32, 64],
  [1024, 32, 64],
  [1024, 48, 128],
] as const)('%i bytes of text, a MAC of %i from blocks of %i', (length, digestLength, blockSize) => {
  const mac = toyHash(digestLength, blockSize);
  const suite = { ...suiteNamed('AES128-SHA'), mac };
  const tagOf = (content: Uint8Array) =>
    hmac(mac, keys.macKey, concat(additionalData(0, 'application_data', content.length), content));

  /** What opening costs, and whether it went well. */
  function open(text: Uint8Array): { readonly cost: number; readonly opened: Uint8Array | undefined } {
    const protection = createProtection(suite, keys, false, systemRandom);
    const fragment = concat(iv, cbcEncrypt(aes(keys.key), iv, text));
    compressions = 0;
    try {
      const opened = protection.open('application_data', fragment);
      return { cost: compressions, opened };
    } catch (error) {
      expect(error).toMatchObject({ alert: 'bad_record_mac' });
      return { cost: compressions, opened: undefined };
    }
  }

  /** A text whose padding claims so much; good all through where there is room for it. */
  function textWith(padding: number): {
    readonly text: Uint8Array;
    readonly content: Uint8Array | undefined;
  } {
    const contentLength = length - digestLength - 1 - padding;
    if (contentLength < 0) return { text: new Uint8Array(length).fill(padding), content: undefined };
    const content = new Uint8Array(contentLength).map((_, i) => i * 7);
    const text = concat(content, tagOf(content), new Uint8Array(padding + 1).fill(padding));
    return { text, content };
  }

  it('costs the same for every padding, right or wrong, and for a wrong MAC', () => {
    const costs = new Set<number>();
    let good = 0;
    for (let padding = 0; padding < 256; padding++) {
      const { text, content } = textWith(padding);
      const { cost, opened } = open(text);
      expect(opened, `padding ${padding}`).toEqual(content);
      if (content) good++;
      costs.add(cost);
      if (!content || padding % 5 > 1) continue;
      for (const at of [0, content.length - 1, content.length, length - 1 - padding, length - 2]) {
        if (at < 0 || at >= length) continue;
        // The last byte of a padding of one byte, and what is no padding at all, changed: never good.
        const changed = open(text.with(at, text[at]! ^ 0x80));
        expect(changed.opened, `padding ${padding}, byte ${at} changed`).toBeUndefined();
        costs.add(changed.cost);
      }
    }
    expect(good).toBe(Math.max(0, Math.min(256, length - digestLength)));
    expect(costs.size).toBe(1);
  });
});
