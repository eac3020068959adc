/**
 * The steps of the modes of operation (NIST SP 800-38A, 6.1 to 6.5), under the letters of its formulas: of block j the
 * plaintext P, the ciphertext C, the input block I (in CTR the counter T) and the output block O of the cipher, and
 * between those two the cipher's own steps.
 */
import { decryptBlock, encryptBlock, pad } from '../../block/index.ts';
import { concatAll, xor } from '../../bytes/index.ts';
import { bytes } from '../operations/index.ts';
import { type CipherName, type Direction, type TracedCipher, tracedCipher } from './block-cipher.ts';
import { addedPadding, removedPadding } from './padding.ts';
import { bytesStep, MORE, type Part, type StepBuilder, TRACED_BLOCKS } from './step.ts';

const CLAUSES = {
  ecb: 'SP 800-38A, 6.1',
  cbc: 'SP 800-38A, 6.2',
  cfb: 'SP 800-38A, 6.3',
  ofb: 'SP 800-38A, 6.4',
  ctr: 'SP 800-38A, 6.5',
} as const;

export type ModeName = keyof typeof CLAUSES;

/** For `aes-cbc-pkcs7-encrypt` and the like. */
export function modeBuilder(
  name: CipherName,
  mode: ModeName,
  padded: boolean,
  direction: Direction,
): StepBuilder {
  return function* (fields) {
    const traced = tracedCipher(name, bytes(fields, 'key'));
    const { blockSize } = traced.cipher;
    const iv = mode === 'ecb' ? new Uint8Array(blockSize) : bytes(fields, 'iv');
    const given = bytes(fields, direction === 'encrypt' ? 'msg' : 'ct');
    const wholeBlocks = mode === 'ecb' || mode === 'cbc';
    const encrypts = direction === 'encrypt';
    if (iv.length !== blockSize) return yield MORE;
    if (padded && encrypts) yield* addedPadding('pkcs7', given, blockSize);
    const text = padded && encrypts ? pad('pkcs7', given, blockSize) : given;
    if (wholeBlocks && text.length % blockSize !== 0) return yield MORE;
    yield* traced.keySteps(wholeBlocks ? direction : 'encrypt');
    if (mode !== 'ecb' && mode !== 'ctr') yield bytesStep('IV', CLAUSES[mode], iv);
    const result = yield* blockwise(traced, mode, direction, iv, text);
    if (result.length < text.length) yield MORE;
    else if (padded && !encrypts) yield* removedPadding('pkcs7', result, blockSize);
  };
}

/** Returns what comes out of the first blocks. */
function* blockwise(
  traced: TracedCipher,
  mode: ModeName,
  direction: Direction,
  iv: Uint8Array,
  text: Uint8Array,
): Generator<Part, Uint8Array> {
  const { blockSize } = traced.cipher;
  const made: Uint8Array[] = [];
  let chained = iv;
  for (let j = 1; j <= TRACED_BLOCKS && (j - 1) * blockSize < text.length; j++) {
    const given = text.slice((j - 1) * blockSize, j * blockSize);
    const block =
      mode === 'ecb' || mode === 'cbc'
        ? yield* throughCipher(traced, mode, direction, j, given, chained)
        : yield* underPad(traced, mode, direction, j, given, chained);
    made.push(block.made);
    chained = block.chained;
  }
  return concatAll(made);
}

interface BlockDone {
  readonly made: Uint8Array;
  /** What the next block is made with: C in CBC and CFB, O in OFB, the next T in CTR. */
  readonly chained: Uint8Array;
}

/** ECB and CBC: the block itself goes through the cipher, or its inverse. */
function* throughCipher(
  traced: TracedCipher,
  mode: 'ecb' | 'cbc',
  direction: Direction,
  j: number,
  given: Uint8Array,
  chained: Uint8Array,
): Generator<Part, BlockDone> {
  const clause = CLAUSES[mode];
  const encrypts = direction === 'encrypt';
  const name = (letter: string) => `block[${j}].${letter}`;
  const [source, goal] = encrypts ? (['P', 'C'] as const) : (['C', 'P'] as const);
  const last = mode === 'ecb' ? [] : [j === 1 ? 'IV' : `block[${j - 1}].C`];
  const mixed = (block: Uint8Array) => (mode === 'ecb' ? block : xor(block, chained));

  const input = encrypts ? mixed(given) : given;
  yield bytesStep(name(source), clause, given);
  yield bytesStep(name('I'), clause, input, [name(source), ...(encrypts ? last : [])]);
  yield traced.blockSteps(`block[${j}].`, direction, input, ['I']);
  const output = encrypts ? encryptBlock(traced.cipher, input) : decryptBlock(traced.cipher, input);
  yield bytesStep(name('O'), clause, output, [name('I')]);
  const made = encrypts ? output : mixed(output);
  yield bytesStep(name(goal), clause, made, [name('O'), ...(encrypts ? [] : last)]);
  return { made, chained: encrypts ? made : given };
}

/** CFB, OFB and CTR: what the cipher gives is a pad for the block, in both directions. */
function* underPad(
  traced: TracedCipher,
  mode: 'cfb' | 'ofb' | 'ctr',
  direction: Direction,
  j: number,
  given: Uint8Array,
  chained: Uint8Array,
): Generator<Part, BlockDone> {
  const clause = CLAUSES[mode];
  const encrypts = direction === 'encrypt';
  const name = (letter: string) => `block[${j}].${letter}`;
  const input = mode === 'ctr' ? 'T' : 'I';
  const carried = { cfb: 'C', ofb: 'O', ctr: 'T' }[mode];
  const first = mode === 'ctr' ? [] : ['IV'];
  yield bytesStep(name(input), clause, chained, j === 1 ? first : [`block[${j - 1}].${carried}`]);
  yield traced.blockSteps(`block[${j}].`, 'encrypt', chained, [input]);
  const output = encryptBlock(traced.cipher, chained);
  yield bytesStep(name('O'), clause, output, [name(input)]);
  const [source, goal] = encrypts ? (['P', 'C'] as const) : (['C', 'P'] as const);
  const made = xor(given, output.slice(0, given.length));
  yield bytesStep(name(source), clause, given);
  yield bytesStep(name(goal), clause, made, [name('O'), name(source)]);
  const ciphertext = encrypts ? made : given;
  return { made, chained: { cfb: ciphertext, ofb: output, ctr: increment(chained) }[mode] };
}

/** B.1 with m = b: the whole block counts, and wraps. */
function increment(counter: Uint8Array): Uint8Array {
  const next = counter.slice();
  for (let at = next.length - 1; at >= 0; at--) {
    next[at] = (next[at]! + 1) & 0xff;
    if (next[at] !== 0) break;
  }
  return next;
}
