import { describe, expect, it } from 'vitest';
import { aes } from '../../src/block/index.ts';
import { comparePanels, drawPadlock, labelPanel, resize } from '../../src/image/index.ts';

describe('labelPanel', () => {
  it('names every panel in ASCII, with what its figures say', () => {
    const panels = comparePanels(resize(drawPadlock(), 0.1), {
      cipher: aes(new Uint8Array(16)),
      modes: ['ecb', 'ctr-reused'],
      iv: new Uint8Array(16),
    });
    const labels = [...panels].map((panel) => labelPanel('AES-128', panel));
    expect(labels.map(({ title }) => title)).toEqual([
      'ORIGINAL',
      'AES-128-ECB',
      'AES-128-CTR, NONCE REUSED',
      'BOTH CIPHERTEXTS XORED',
    ]);
    expect(labels[0]!.caption).toMatch(/^\d+ of 288 blocks distinct$/);
    expect(labels[2]!.caption).toBe('288 of 288 blocks distinct, yet:');
    for (const { title, caption } of labels) expect(title + caption).toMatch(/^[ -~]+$/);
  });
});
