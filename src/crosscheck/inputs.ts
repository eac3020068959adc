/** Where random inputs come from, and inputs of a fixed length to measure speed with. */
import fc from 'fast-check';

/** A message or key of any of these lengths, in bytes. */
export function bytesOf(...lengths: number[]): fc.Arbitrary<Uint8Array> {
  return fc.oneof(...lengths.map((length) => fc.uint8Array({ minLength: length, maxLength: length })));
}

/** A message of any length, over several blocks of every cipher and hash. */
export function anyMessage(minLength = 0, maxLength = 300): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength, maxLength, size: 'max' });
}

/** A message of whole blocks, perhaps of none. */
export function wholeBlocks(blockSize: number): fc.Arbitrary<Uint8Array> {
  return anyMessage().map((msg) => msg.slice(0, msg.length - (msg.length % blockSize)));
}

/** A counter block; one in three is about to wrap somewhere between its last 32 bits and all 128. */
export function counterBlock(): fc.Arbitrary<Uint8Array> {
  const nearWrap = fc.integer({ min: 0, max: 12 }).map((from) => {
    const block = new Uint8Array(16).fill(0x5a);
    return block.fill(0xff, from);
  });
  return fc.oneof({ weight: 2, arbitrary: bytesOf(16) }, { weight: 1, arbitrary: nearWrap });
}

/** The same bytes each time, in no order that a cipher could profit from. */
export function fixedBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 167 + 13) ^ (i >> 8));
}
