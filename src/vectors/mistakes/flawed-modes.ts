/** Modes of operation with the mistakes that people make in them. For comparing with wrong answers only. */
import { type BlockCipher, decryptBlock, encryptBlock } from '../../block/index.ts';
import { concatAll, xor } from '../../bytes/index.ts';
import { expectLength } from '../../errors.ts';
import type { ModeRun, ModeRuns } from './run-mode.ts';

/** The text in blocks; the last one may be shorter. */
function blocksOf(text: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
    text.subarray(size * i, size * (i + 1)),
  );
}

/** What is xored before a block is encrypted, and what after: by the blocks of plaintext and ciphertext so far. */
type Chain = (iv: Uint8Array, plain: readonly Uint8Array[], cipher: readonly Uint8Array[]) => Uint8Array;

/** C[i] = E(P[i] xor before) or E(P[i]) xor after. */
function chaining(mask: Chain, after = false): ModeRuns {
  const run =
    (direction: 'encrypt' | 'decrypt'): ModeRun =>
    (cipher, iv, text) => {
      expectLength('iv', iv, cipher.blockSize);
      const given: Uint8Array[] = [];
      const made: Uint8Array[] = [];
      const [plain, ciphertext] = direction === 'encrypt' ? [given, made] : [made, given];
      for (const block of blocksOf(text, cipher.blockSize)) {
        const masked = mask(iv, plain, ciphertext);
        given.push(block);
        const outside = (direction === 'encrypt') === after;
        const transform = direction === 'encrypt' ? encryptBlock : decryptBlock;
        made.push(outside ? xor(transform(cipher, block), masked) : transform(cipher, xor(block, masked)));
      }
      return concatAll(made);
    };
  return { encrypt: run('encrypt'), decrypt: run('decrypt') };
}

export const cbcWithIvReused = chaining((iv) => iv);
export const cbcChainedWithPlaintext = chaining((iv, plain) => plain.at(-1) ?? iv);
export const cbcXorAfterwards = chaining((iv, _, ciphertext) => ciphertext.at(-1) ?? iv, true);

/** The text xored with blocks of keystream; each block's input follows from the one before. */
function streaming(
  next: (input: Uint8Array, index: number, plain: Uint8Array, ciphertext: Uint8Array) => Uint8Array,
  keystream: (cipher: BlockCipher, input: Uint8Array) => Uint8Array = encryptBlock,
  size?: number,
): ModeRuns {
  const run =
    (direction: 'encrypt' | 'decrypt'): ModeRun =>
    (cipher, iv, text) => {
      expectLength('iv', iv, cipher.blockSize);
      let input = iv;
      const made = blocksOf(text, size ?? cipher.blockSize).map((block, index) => {
        const out = xor(block, keystream(cipher, input).subarray(0, block.length));
        const [plain, ciphertext] = direction === 'encrypt' ? [block, out] : [out, block];
        if (block.length === (size ?? cipher.blockSize)) input = next(input, index, plain, ciphertext);
        return out;
      });
      return concatAll(made);
    };
  return { encrypt: run('encrypt'), decrypt: run('decrypt') };
}

export const cfbFeedingPlaintext = streaming((_input, _index, plain) => plain);
export const cfbWithIvReused = streaming((input) => input);
/** Eight bits at a time, as some libraries do unless told otherwise. */
export const cfb8 = streaming(
  (input, _index, _plain, ciphertext) => Uint8Array.of(...input.subarray(1), ciphertext[0]!),
  encryptBlock,
  1,
);
export const cfbDecrypting = streaming((_input, _index, _plain, ciphertext) => ciphertext, decryptBlock);
export const ctrDecrypting = streaming((input) => counted(input, input.length), decryptBlock);
export const ctrNotCounting = streaming((input) => input);
export const ctrLastByteOnly = streaming((input) => counted(input, 1));
export const ctrLast32Bits = streaming((input) => counted(input, 4));
export const ctrLast64Bits = streaming((input) => counted(input, 8));
export const ctrLittleEndian = streaming((input) => counted(input.toReversed(), input.length).toReversed());

/** The counter at the end of the block, of so many bytes, plus one; it wraps. */
export function counted(block: Uint8Array, size: number): Uint8Array {
  const next = block.slice();
  for (let at = next.length - 1; at >= next.length - size; at--) {
    next[at] = (next[at]! + 1) & 0xff;
    if (next[at] !== 0) break;
  }
  return next;
}

/** OFB needs each block of keystream as the next input, which `streaming` does not keep. */
export const ofbDecrypting: ModeRun = (cipher, iv, text) => {
  expectLength('iv', iv, cipher.blockSize);
  let input = iv;
  return concatAll(
    blocksOf(text, cipher.blockSize).map((block) => {
      input = decryptBlock(cipher, input);
      return xor(block, input.subarray(0, block.length));
    }),
  );
};
