/** A cipher run in the mode that an operation names, whatever the cipher: the mistaken ones, too. */
import { type BlockCipher, pad, unpad } from '../../block/index.ts';
import { CryptoError } from '../../errors.ts';
import {
  cbcDecrypt,
  cbcEncrypt,
  cfbDecrypt,
  cfbEncrypt,
  createGcm,
  ctrXor,
  ecbDecrypt,
  ecbEncrypt,
  ofbXor,
} from '../../modes/index.ts';
import { bytes, bytesOrNone, type Fields, integer } from '../operations/index.ts';

export type Direction = 'encrypt' | 'decrypt';
export type ModeRun = (cipher: BlockCipher, iv: Uint8Array, text: Uint8Array) => Uint8Array;
export type ModeRuns = Readonly<Record<Direction, ModeRun>>;

export interface ModeOp {
  readonly cipher: 'aes' | 'des' | '3des';
  readonly mode: 'ecb' | 'cbc' | 'cfb' | 'ofb' | 'ctr' | 'gcm';
  readonly padded: boolean;
  readonly direction: Direction;
}

/** `aes-cbc-pkcs7-encrypt` taken apart. Only for operations of that form. */
export function modeOpOf(op: string): ModeOp {
  const [cipher, mode, ...rest] = op.split('-');
  return {
    cipher: cipher as ModeOp['cipher'],
    mode: mode as ModeOp['mode'],
    padded: rest.length === 2,
    direction: rest.at(-1) as Direction,
  };
}

const ECB: ModeRuns = {
  encrypt: (cipher, _, text) => ecbEncrypt(cipher, text),
  decrypt: (cipher, _, text) => ecbDecrypt(cipher, text),
};
export const RIGHT_MODES: Readonly<Record<Exclude<ModeOp['mode'], 'gcm'>, ModeRuns>> = {
  ecb: ECB,
  cbc: { encrypt: cbcEncrypt, decrypt: cbcDecrypt },
  cfb: { encrypt: cfbEncrypt, decrypt: cfbDecrypt },
  ofb: { encrypt: ofbXor, decrypt: ofbXor },
  ctr: { encrypt: ctrXor, decrypt: ctrXor },
};

/** `msg` or `ct`. */
export function textOf(fields: Fields, op: string): Uint8Array {
  return bytes(fields, op.endsWith('encrypt') ? 'msg' : 'ct');
}

/**
 * What the operation gives for `text` under this cipher. A padding that is none after decryption is left where it is, as
 * programs that do not check leave it.
 */
export function runMode(
  cipher: BlockCipher,
  op: string,
  fields: Fields,
  text = textOf(fields, op),
  runs?: ModeRuns,
): Uint8Array {
  const { mode, padded, direction } = modeOpOf(op);
  const iv = bytesOrNone(fields, 'iv');
  if (mode === 'gcm') {
    const tagSize = fields.tagSize === undefined ? 128 : integer(fields, 'tagSize');
    return createGcm(cipher).seal(iv, text, bytesOrNone(fields, 'aad'), tagSize / 8);
  }
  const run = (runs ?? RIGHT_MODES[mode])[direction];
  if (!padded) return run(cipher, iv, text);
  if (direction === 'encrypt') return run(cipher, iv, pad('pkcs7', text, cipher.blockSize));
  return unpadded(run(cipher, iv, text), cipher.blockSize);
}

function unpadded(text: Uint8Array, blockSize: number): Uint8Array {
  try {
    return unpad('pkcs7', text, blockSize);
  } catch (error) {
    if (error instanceof CryptoError) return text;
    throw error;
  }
}

/** The first block of what comes out, from the first block of what goes in; undefined where there is no whole one. */
export function firstBlock(cipher: BlockCipher, op: string, fields: Fields): Uint8Array | undefined {
  const text = textOf(fields, op);
  const { blockSize } = cipher;
  if (text.length < blockSize || (op.includes('pkcs7-decrypt') && text.length === blockSize))
    return undefined;
  return runMode(cipher, op.replace('-pkcs7', ''), fields, text.subarray(0, blockSize)).subarray(
    0,
    blockSize,
  );
}

/** A cipher from what it does to one block of bytes. */
export function cipherOf(
  blockSize: 8 | 16,
  encrypt: (block: Uint8Array) => Uint8Array,
  decrypt: (block: Uint8Array) => Uint8Array,
): BlockCipher {
  const through = (run: (block: Uint8Array) => Uint8Array) => (state: Int32Array) => {
    const block = new DataView(new ArrayBuffer(blockSize));
    for (let i = 0; i < state.length; i++) block.setInt32(4 * i, state[i]!);
    const result = run(new Uint8Array(block.buffer));
    const view = new DataView(result.buffer, result.byteOffset, result.length);
    for (let i = 0; i < state.length; i++) state[i] = view.getInt32(4 * i);
  };
  return { blockSize, encryptWords: through(encrypt), decryptWords: through(decrypt) };
}
