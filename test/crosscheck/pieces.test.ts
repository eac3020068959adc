import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, type Incremental } from '../../src/bytes/index.ts';
import { cut, feed, pieceLengths, UNCUT } from '../../src/crosscheck/pieces.ts';

const msg = Uint8Array.from({ length: 10 }, (_, i) => i);

describe('cut', () => {
  it('gives pieces of the lengths asked for, and the rest', () => {
    expect(cut(msg, Uint8Array.of(3, 0, 2)).map((piece) => piece.join(''))).toEqual([
      '012',
      '',
      '34',
      '56789',
    ]);
    expect(cut(msg, UNCUT)).toEqual([msg]);
    expect(cut(msg, Uint8Array.of(9, 200, 4)).map((piece) => piece.length)).toEqual([9, 1, 0, 0]);
  });

  it('loses and repeats nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array(), pieceLengths(), (bytes, lengths) => {
        expect(concat(...cut(bytes, lengths))).toEqual(bytes);
      }),
    );
  });
});

describe('feed', () => {
  it('joins what comes out of every piece and at the end', () => {
    const doubling: Incremental = {
      update: (chunk) => concat(chunk, chunk),
      final: () => Uint8Array.of(99),
    };
    expect(feed(doubling, msg, Uint8Array.of(2, 0, 8)).join()).toBe(
      '0,1,0,1,2,3,4,5,6,7,8,9,2,3,4,5,6,7,8,9,99',
    );
  });
});
