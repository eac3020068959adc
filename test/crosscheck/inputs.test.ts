/**
 * What the random inputs cover: a check on short messages only would agree as happily as this one.
 * Under fast-check's own settings, as the command runs, and not under those of the tests.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Inputs, operations } from '../../src/crosscheck/index.ts';
import { anyMessage, bytesOf, counterBlock, wholeBlocks } from '../../src/crosscheck/inputs.ts';
import { cut, pieceLengths } from '../../src/crosscheck/pieces.ts';

const settings = fc.readConfigureGlobal();
beforeAll(() => fc.resetConfigureGlobal());
afterAll(() => fc.configureGlobal(settings));

const draw = <Value>(arbitrary: fc.Arbitrary<Value>, numRuns = 400) =>
  fc.sample(arbitrary, { numRuns, seed: 1 });
const share = <Value>(drawn: readonly Value[], test: (value: Value) => boolean) =>
  drawn.filter(test).length / drawn.length;

describe('the random inputs', () => {
  it('are messages over many blocks, of whole blocks where asked, and sometimes empty', () => {
    const lengths = draw(anyMessage()).map((msg) => msg.length);
    expect(share(lengths, (length) => length > 128)).toBeGreaterThan(0.3);
    expect(Math.max(...lengths)).toBeGreaterThan(280);
    expect(lengths).toContain(0);
    const whole = draw(wholeBlocks(16)).map((msg) => msg.length);
    expect(whole.every((length) => length % 16 === 0)).toBe(true);
    expect(share(whole, (length) => length > 128)).toBeGreaterThan(0.3);
    expect(new Set(draw(bytesOf(16, 24, 32)).map((key) => key.length))).toEqual(new Set([16, 24, 32]));
  });

  it('let a counter wrap in its last 4, 8, 12 and all 16 bytes', () => {
    const blocks = draw(counterBlock(), 2000);
    expect(blocks.every((block) => block.length === 16)).toBe(true);
    for (const wrapping of [4, 8, 12, 16]) {
      const all = (block: Uint8Array) => block.subarray(16 - wrapping).every((byte) => byte === 0xff);
      expect(share(blocks, all)).toBeGreaterThan(0.01);
    }
    expect(share(blocks, (block) => block[15] === 0xff)).toBeLessThan(0.5);
  });

  it('are cut inside blocks, on their boundaries and into empty pieces', () => {
    const drawn = draw(fc.tuple(anyMessage(), pieceLengths()));
    const lengths = drawn.map(([msg, pieces]) => cut(msg, pieces).map((piece) => piece.length));
    expect(share(lengths, (pieces) => pieces.filter((length) => length > 0).length > 3)).toBeGreaterThan(0.4);
    expect(share(lengths, (pieces) => pieces.length === 1)).toBeGreaterThan(0.02);
    const all = lengths.flat();
    for (const length of [0, 1, 8, 16, 32]) expect(all).toContain(length);
    expect(share(all, (length) => length % 8 !== 0)).toBeGreaterThan(0.5);
  });

  it.each(['aes-gcm-encrypt', 'aes-gcm-decrypt'])('of %s have every tag length and many nonces', (name) => {
    const row = operations.find((operation) => operation.name === name)!;
    const drawn = draw(row.inputs as fc.Arbitrary<Inputs & { tagLength: number; nonce: Uint8Array }>);
    const tagLengths = drawn.map(({ tagLength }) => tagLength);
    expect(new Set(tagLengths)).toEqual(new Set([4, 8, 12, 13, 14, 15, 16]));
    expect(share(tagLengths, (length) => length === 16)).toBeGreaterThan(0.4);
    const nonceLengths = drawn.map(({ nonce }) => nonce.length);
    expect(share(nonceLengths, (length) => length === 12)).toBeGreaterThan(0.4);
    expect(Math.min(...nonceLengths)).toBeLessThan(8);
    expect(Math.max(...nonceLengths)).toBeGreaterThan(64);
  });
});
