/**
 * The steps of AES-GCM (NIST SP 800-38D, 6.4, 6.5, 7.1 and 7.2): the hash subkey H, the pre-counter block J0, the counter
 * blocks CB, GHASH block by block, S and the tag T.
 *
 * The cipher runs in an order that nobody prescribes, so its own steps need the name of the block before them.
 */
import { encryptBlock } from '../../block/index.ts';
import { concat, concatAll, fromHex, toHex, xor } from '../../bytes/index.ts';
import { bytes, bytesOrNone, integer } from '../operations/index.ts';
import { type Direction, type TracedCipher, tracedCipher } from './block-cipher.ts';
import { bytesStep, type Inside, MORE, type Part, type StepBuilder, TRACED_BLOCKS } from './step.ts';

const CLAUSE = { encrypt: 'SP 800-38D, 7.1', decrypt: 'SP 800-38D, 7.2' } as const;
const GHASH = 'SP 800-38D, 6.4';
const GCTR = 'SP 800-38D, 6.5';

export function gcmBuilder(direction: Direction): StepBuilder {
  return function* (fields) {
    const traced = tracedCipher('aes', bytes(fields, 'key'));
    const iv = bytes(fields, 'iv');
    const aad = bytesOrNone(fields, 'aad');
    const text = bytes(fields, direction === 'encrypt' ? 'msg' : 'ct');
    const tagLength =
      direction === 'decrypt'
        ? bytes(fields, 'tag').length
        : fields.tagSize === undefined
          ? 16
          : integer(fields, 'tagSize') / 8;
    if (iv.length === 0) return yield MORE;
    const clause = CLAUSE[direction];
    yield* traced.keySteps('encrypt');

    const zero = new Uint8Array(16);
    yield cipherInside(traced, 'H.', zero, []);
    const H = encryptBlock(traced.cipher, zero);
    yield bytesStep('H', clause, H);

    let J0 = concat(iv, Uint8Array.of(0, 0, 0, 1));
    if (iv.length !== 12) {
      const padded = concat(filled(iv), lengths(0, iv.length));
      if (padded.length > 16 * TRACED_BLOCKS) return yield MORE;
      J0 = yield* ghash('J0.', H, padded);
    }
    yield bytesStep('J0', clause, J0, iv.length === 12 ? [] : [`J0.GHASH.Y[${filled(iv).length / 16 + 1}]`]);

    const result = yield* counterBlocks(traced, direction, J0, text);
    const ciphertext = direction === 'encrypt' ? result : text;
    const hashed = concatAll([filled(aad), filled(ciphertext), lengths(aad.length, ciphertext.length)]);
    if (result.length < text.length || hashed.length > 16 * TRACED_BLOCKS) return yield MORE;
    const S = yield* ghash('', H, hashed);
    yield bytesStep('S', clause, S, [`GHASH.Y[${hashed.length / 16}]`]);
    yield cipherInside(traced, 'CIPH_K(J0).', J0, ['J0']);
    const mask = encryptBlock(traced.cipher, J0);
    yield bytesStep('CIPH_K(J0)', clause, mask, ['J0']);
    const T = xor(S, mask).slice(0, tagLength);
    yield bytesStep(direction === 'encrypt' ? 'T' : "T'", clause, T, ['S', 'CIPH_K(J0)']);
  };
}

/** GCTR from inc32(J0) on (6.5); returns what comes out of the first blocks. */
function* counterBlocks(
  traced: TracedCipher,
  direction: Direction,
  J0: Uint8Array,
  text: Uint8Array,
): Generator<Part, Uint8Array> {
  const made: Uint8Array[] = [];
  const [source, goal] = direction === 'encrypt' ? (['P', 'C'] as const) : (['C', 'P'] as const);
  let CB = J0;
  for (let j = 1; j <= TRACED_BLOCKS && (j - 1) * 16 < text.length; j++) {
    const name = (letter: string) => `block[${j}].${letter}`;
    const given = text.slice((j - 1) * 16, j * 16);
    CB = increment32(CB);
    yield bytesStep(name('CB'), GCTR, CB, [j === 1 ? 'J0' : `block[${j - 1}].CB`]);
    yield cipherInside(traced, `block[${j}].`, CB, ['CB']);
    const output = encryptBlock(traced.cipher, CB);
    yield bytesStep(name('O'), GCTR, output, [name('CB')]);
    yield bytesStep(name(source), GCTR, given);
    const block = xor(given, output.slice(0, given.length));
    yield bytesStep(name(goal), GCTR, block, [name('O'), name(source)]);
    made.push(block);
  }
  return concatAll(made);
}

function cipherInside(
  traced: TracedCipher,
  prefix: string,
  block: Uint8Array,
  from: readonly string[],
): Inside {
  return { ...traced.blockSteps(prefix, 'encrypt', block, from), exact: true };
}

/** Y_i = (Y_(i-1) xor X_i) H, with Y_0 = 0; returns the last. */
function* ghash(prefix: string, H: Uint8Array, text: Uint8Array): Generator<Part, Uint8Array> {
  let Y: Uint8Array = new Uint8Array(16);
  for (let i = 1; 16 * i <= text.length; i++) {
    const X = text.slice(16 * (i - 1), 16 * i);
    yield bytesStep(`${prefix}GHASH.X[${i}]`, GHASH, X);
    Y = product(xor(Y, X), H);
    const last = i === 1 ? [] : [`${prefix}GHASH.Y[${i - 1}]`];
    yield bytesStep(`${prefix}GHASH.Y[${i}]`, GHASH, Y, [...last, `${prefix}GHASH.X[${i}]`, 'H']);
  }
  return Y;
}

/** The product of blocks (6.3): the first bit of a block is the coefficient of 1, and the last that of x^127. */
function product(X: Uint8Array, Y: Uint8Array): Uint8Array {
  const R = 0xe1n << 120n;
  const number = (block: Uint8Array) => BigInt(`0x${toHex(block)}`);
  const x = number(X);
  let V = number(Y);
  let Z = 0n;
  for (let i = 127n; i >= 0n; i--) {
    if ((x >> i) & 1n) Z ^= V;
    V = V & 1n ? (V >> 1n) ^ R : V >> 1n;
  }
  return fromHex(Z.toString(16).padStart(32, '0'));
}

/** inc32 (6.2): the last four bytes count, and wrap. */
function increment32(block: Uint8Array): Uint8Array {
  const next = block.slice();
  const view = new DataView(next.buffer);
  view.setUint32(12, view.getUint32(12) + 1);
  return next;
}

/** With zeros up to a whole block. */
function filled(text: Uint8Array): Uint8Array {
  return concat(text, new Uint8Array((16 - (text.length % 16)) % 16));
}

/** Both in bits, as 64-bit integers. */
function lengths(aad: number, text: number): Uint8Array {
  const block = new DataView(new ArrayBuffer(16));
  block.setBigUint64(0, 8n * BigInt(aad));
  block.setBigUint64(8, 8n * BigInt(text));
  return new Uint8Array(block.buffer);
}
