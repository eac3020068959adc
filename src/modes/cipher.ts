/**
 * All modes behind one pair of functions, for messages that come piece by piece.
 *
 * Nothing but GCM notices a changed ciphertext, and even GCM only at its end.
 */
import { type BlockCipher, expectCipher } from '../block/block.ts';
import { PADDINGS, type PaddingName, pad, partialBlock, truncatedBlocks, unpad } from '../block/padding.ts';
import type { Incremental } from '../bytes/index.ts';
import { CryptoError, expectBytes, kindOf, orList } from '../errors.ts';
import { Blockwise } from './blockwise.ts';
import { cbcDecryption, cbcEncryption } from './cbc.ts';
import { cfbDecryption, cfbEncryption } from './cfb.ts';
import { ctrKeystream } from './ctr.ts';
import { ecbDecryption, ecbEncryption } from './ecb.ts';
import { GcmOpening, GcmSealing } from './gcm-incremental.ts';
import { ofbKeystream } from './ofb.ts';
import { runPartialBlock, type Transform } from './transform.ts';

/** The names of the modes, in the order of SP 800-38A and D. */
export const MODES = ['ecb', 'cbc', 'cfb', 'ofb', 'ctr', 'gcm'] as const;

export type ModeName = (typeof MODES)[number];

export interface ModeOptions {
  readonly mode: ModeName;
  /** IV, nonce or first counter block, by the mode; none for ECB. See `ivLength`. */
  readonly iv?: Uint8Array | undefined;
  /** For ECB and CBC, `pkcs7` unless given. */
  readonly padding?: PaddingName | undefined;
  /** For GCM: data that is authenticated and not encrypted. */
  readonly aad?: Uint8Array | undefined;
  /** For GCM, in bytes: 4, 8, or 12 to 16, which is the default. */
  readonly tagLength?: number | undefined;
}

/**
 * Encrypts one message. `bad-argument` for an option that the mode does not take or that is missing,
 * `bad-length` for an IV that does not fit; `final` throws `bad-length` for a message that is not whole blocks
 * under padding `none`.
 */
export function createEncryptor(cipher: BlockCipher, options: ModeOptions): Incremental {
  const mode = checkedMode(cipher, options);
  const iv = options.iv ?? NOTHING;
  if (mode.kind === 'sealed') {
    return new GcmSealing(cipher, iv, options.aad ?? NOTHING, options.tagLength ?? 16);
  }
  const { blockSize } = cipher;
  const transform = mode.encryption(cipher, iv);
  if (mode.kind === 'any-length') return anyLength(transform, blockSize);
  const padding = options.padding ?? 'pkcs7';
  return new Blockwise({
    transform,
    blockSize,
    holdLastBlock: false,
    finish: (tail, total) => {
      if (padding === 'none' && tail.length > 0) throw partialBlock('msg', total, blockSize);
      const last = pad(padding, tail, blockSize);
      transform(last, last);
      return last;
    },
  });
}

/**
 * Decrypts what `createEncryptor` gives out under the same options. `final` throws `bad-length` for ciphertext
 * that is not whole blocks, or is empty though padded; `bad-padding`; and for GCM `bad-tag`.
 */
export function createDecryptor(cipher: BlockCipher, options: ModeOptions): Incremental {
  const mode = checkedMode(cipher, options);
  const iv = options.iv ?? NOTHING;
  if (mode.kind === 'sealed') {
    return new GcmOpening(cipher, iv, options.aad ?? NOTHING, options.tagLength ?? 16);
  }
  const { blockSize } = cipher;
  const transform = mode.decryption(cipher, iv);
  if (mode.kind === 'any-length') return anyLength(transform, blockSize);
  const padding = options.padding ?? 'pkcs7';
  return new Blockwise({
    transform,
    blockSize,
    holdLastBlock: padding !== 'none',
    finish: (tail, total) => {
      if (total % blockSize !== 0) throw truncatedBlocks('ciphertext', total, blockSize);
      transform(tail, tail);
      return unpad(padding, tail, blockSize);
    },
  });
}

/** How many bytes of IV to draw for a mode: none for ECB, 12 for GCM (which takes others too), else a block. */
export function ivLength(mode: ModeName, blockSize: number): number {
  return { none: 0, nonce: 12, block: blockSize }[modeNamed(mode).iv];
}

/** Whether the mode works on whole blocks, so that its messages are padded: ECB and CBC. */
export function takesPadding(mode: ModeName): boolean {
  return modeNamed(mode).kind === 'whole-blocks';
}

type Start = (cipher: BlockCipher, iv: Uint8Array) => Transform;

type Mode =
  | {
      readonly kind: 'whole-blocks' | 'any-length';
      readonly iv: 'none' | 'block';
      readonly encryption: Start;
      readonly decryption: Start;
    }
  | { readonly kind: 'sealed'; readonly iv: 'nonce' };

const TABLE: Record<ModeName, Mode> = {
  ecb: { kind: 'whole-blocks', iv: 'none', encryption: ecbEncryption, decryption: ecbDecryption },
  cbc: { kind: 'whole-blocks', iv: 'block', encryption: cbcEncryption, decryption: cbcDecryption },
  cfb: { kind: 'any-length', iv: 'block', encryption: cfbEncryption, decryption: cfbDecryption },
  ofb: { kind: 'any-length', iv: 'block', encryption: ofbKeystream, decryption: ofbKeystream },
  ctr: { kind: 'any-length', iv: 'block', encryption: ctrKeystream, decryption: ctrKeystream },
  gcm: { kind: 'sealed', iv: 'nonce' },
};

const NOTHING = new Uint8Array(0);

function anyLength(transform: Transform, blockSize: number): Incremental {
  return new Blockwise({
    transform,
    blockSize,
    holdLastBlock: false,
    finish: (tail) => runPartialBlock(transform, tail, blockSize),
  });
}

function modeNamed(name: ModeName): Mode {
  if (Object.hasOwn(TABLE, name)) return TABLE[name];
  throw new CryptoError('bad-argument', `mode: expected ${orList(MODES)}, got ${JSON.stringify(name)}`);
}

/** The mode, once every option fits it. */
function checkedMode(cipher: BlockCipher, options: ModeOptions): Mode {
  expectCipher(cipher);
  if (!options) throw refused('options', 'expected an object with a mode', kindOf(options));
  const mode = modeNamed(options.mode);
  for (const name of ['iv', 'aad'] as const) {
    if (options[name] !== undefined) expectBytes(name, options[name]);
  }
  checkIv(options, mode, cipher.blockSize);
  checkPadding(options, mode);
  if (mode.kind !== 'sealed') checkNoTag(options);
  return mode;
}

function checkIv({ mode: name, iv }: ModeOptions, mode: Mode, blockSize: number): void {
  if (mode.iv === 'none') {
    if (iv && iv.length > 0) throw refused('iv', `${name} takes none`, `${iv.length} bytes`);
    return;
  }
  const expected = mode.iv === 'nonce' ? 'at least 1 byte, better 12' : `${blockSize} bytes`;
  if (!iv) throw refused('iv', `${name} expects ${expected}`, 'none');
  if (mode.iv === 'nonce' ? iv.length > 0 : iv.length === blockSize) return;
  throw new CryptoError('bad-length', `iv: ${name} expects ${expected}, got ${iv.length} bytes`);
}

function checkPadding({ mode: name, padding }: ModeOptions, mode: Mode): void {
  if (padding === undefined) return;
  if (!PADDINGS.includes(padding)) {
    throw refused('padding', `expected ${orList(PADDINGS)}`, JSON.stringify(padding));
  }
  if (mode.kind === 'whole-blocks' || padding === 'none') return;
  throw refused('padding', `${name} takes any length and no padding`, padding);
}

function checkNoTag({ mode: name, aad, tagLength }: ModeOptions): void {
  if (aad) throw refused('aad', `only gcm takes it, ${name} does not`, `${aad.length} bytes`);
  if (tagLength === undefined) return;
  throw refused('tagLength', `only gcm has a tag, ${name} has not`, String(tagLength));
}

function refused(argument: string, expected: string, got: string): CryptoError {
  return new CryptoError('bad-argument', `${argument}: ${expected}, got ${got}`);
}
