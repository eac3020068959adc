/** Choices drawn from a random source: the same source, the same choices. */
import { randomBelow } from '../../math/index.ts';
import type { RandomSource } from '../../random/index.ts';

export interface Draw {
  bytes(length: number): Uint8Array;
  /** From 0 to `limit` - 1. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** `bytes` with one bit turned; as they are where there are none. */
  flip(bytes: Uint8Array): Uint8Array;
}

export function drawFrom(random: RandomSource): Draw {
  const below = (limit: number) => Number(randomBelow(BigInt(limit), random));
  return {
    bytes: (length) => random.bytes(length),
    below,
    pick: (list) => list[below(list.length)]!,
    flip: (bytes) => {
      const turned = bytes.slice();
      if (bytes.length > 0) turned[below(bytes.length)]! ^= 1 << below(8);
      return turned;
    },
  };
}

/** A length around the edges of blocks every second time, else any up to five blocks. */
export function messageLength(draw: Draw, blockSize: number, i: number): number {
  const edges = [
    0,
    1,
    blockSize - 1,
    blockSize,
    blockSize + 1,
    2 * blockSize - 1,
    2 * blockSize,
    3 * blockSize,
  ];
  return i % 2 === 0 ? edges[(i / 2) % edges.length]! : draw.below(5 * blockSize);
}
