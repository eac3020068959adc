/**
 * The padding that MD5, SHA-1 and SHA-2 share: a bit 1, zeros, and the length of the message in bits
 * (FIPS 180-4, 5.1 and 5.2; RFC 1321, 3.1 and 3.2).
 */
import { concat, toHex } from '../bytes/index.ts';
import type { TraceStep } from '../trace/index.ts';
import { expectExplainable, step } from './step.ts';

export interface BlockLayout {
  /** In bytes. */
  readonly blockSize: 64 | 128;
  /** Size of the length at the end, in bytes. */
  readonly lengthSize: 8 | 16;
  /** MD5 alone puts the least significant byte first. */
  readonly littleEndian: boolean;
  readonly clauses: { readonly bit: string; readonly length: string; readonly parse: string };
  /** What the standard calls a block: M for FIPS 180-4, X for RFC 1321. */
  readonly blockName: 'M' | 'X';
}

/** The padded message in whole blocks; `too-large` if there is more of it than can be explained. */
export function padMessage(
  msg: Uint8Array,
  layout: BlockLayout,
): { readonly blocks: readonly Uint8Array[]; readonly steps: TraceStep[] } {
  expectExplainable('msg', msg);
  const { blockSize, lengthSize, littleEndian, clauses } = layout;
  const zeros = new Uint8Array(blockSize - 1 - ((msg.length + lengthSize) % blockSize));
  const length = new Uint8Array(lengthSize);
  const bits = 8 * msg.length;
  new DataView(length.buffer).setUint32(littleEndian ? 0 : lengthSize - 4, bits, littleEndian);
  const one = Uint8Array.of(0x80);
  const padded = concat(msg, one, zeros, length);
  const blocks = Array.from({ length: padded.length / blockSize }, (_, i) =>
    padded.slice(i * blockSize, (i + 1) * blockSize),
  );
  return {
    blocks,
    steps: [
      step('padding.message', clauses.bit, 'explain.pad.message', { value: toHex(msg), bits }),
      step('padding.one', clauses.bit, 'explain.pad.one', { value: toHex(one) }),
      step('padding.zeros', clauses.bit, 'explain.pad.zeros', {
        value: toHex(zeros),
        k: 8 * zeros.length + 7,
      }),
      step('padding.length', clauses.length, 'explain.pad.length', { value: toHex(length), bits }),
      ...blocks.map((block, i) =>
        step(`${layout.blockName}(${i + 1})`, clauses.parse, 'explain.pad.block', {
          value: toHex(block),
          i: i + 1,
          count: blocks.length,
          bits: 8 * blockSize,
        }),
      ),
    ],
  };
}
