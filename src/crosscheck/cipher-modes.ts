/** Rows of the table: a block cipher in one of its modes, both ways. */
import fc from 'fast-check';
import type { BlockCipher } from '../block/index.ts';
import {
  cbcDecrypt,
  cbcEncrypt,
  cfbDecrypt,
  cfbEncrypt,
  createDecryptor,
  createEncryptor,
  ctrXor,
  ecbDecrypt,
  ecbEncrypt,
  ivLength,
  ofbXor,
} from '../modes/index.ts';
import type { ReferenceMode } from '../reference/index.ts';
import { anyMessage, bytesOf, counterBlock, fixedBytes, wholeBlocks } from './inputs.ts';
import { type Operation, operation, TIMED_LENGTH } from './operation.ts';
import { feed, pieceLengths, UNCUT } from './pieces.ts';

export interface CheckedCipher {
  readonly name: string;
  readonly blockSize: 8 | 16;
  readonly keyLengths: readonly number[];
  readonly create: (key: Uint8Array) => BlockCipher;
}

export interface ModeReference {
  readonly name: string;
  open(): Promise<ReferenceMode>;
}

/** One row for each direction; a mode that only XORs a keystream has one for both. */
export function modeOperations(
  cipher: CheckedCipher,
  modeName: keyof typeof MODES,
  reference: ModeReference,
): Operation[] {
  const mode: CheckedMode = MODES[modeName];
  const inputs = fc.record({
    key: bytesOf(...cipher.keyLengths),
    iv: mode.iv ?? bytesOf(ivLength(modeName, cipher.blockSize)),
    msg: mode.wholeBlocks ? wholeBlocks(cipher.blockSize) : anyMessage(),
    pieces: pieceLengths(),
  });
  const timed = {
    bytes: TIMED_LENGTH,
    inputs: () => ({
      key: fixedBytes(cipher.keyLengths[0]!),
      iv: fixedBytes(ivLength(modeName, cipher.blockSize)),
      msg: fixedBytes(TIMED_LENGTH),
      pieces: UNCUT,
    }),
  };
  const start = { encrypt: createEncryptor, decrypt: createDecryptor };
  const name = `${cipher.name}-${modeName}`;
  const row = (rowName: string, run: Run, direction: 'encrypt' | 'decrypt') =>
    operation({
      name: rowName,
      inputs,
      timed,
      scratch: { run: ({ key, iv, msg }) => run(cipher.create(key), iv, msg) },
      incremental: {
        run: ({ key, iv, msg, pieces }) => {
          const options = { mode: modeName, iv, padding: 'none' } as const;
          return feed(start[direction](cipher.create(key), options), msg, pieces);
        },
      },
      reference: {
        name: reference.name,
        open: async () => {
          const opened = await reference.open();
          return { run: ({ key, iv, msg }) => opened[direction](key, iv, msg) };
        },
      },
    });
  if (!mode.decrypt) return [row(name, mode.encrypt, 'encrypt')];
  return [row(`${name}-encrypt`, mode.encrypt, 'encrypt'), row(`${name}-decrypt`, mode.decrypt, 'decrypt')];
}

type Run = (cipher: BlockCipher, iv: Uint8Array, msg: Uint8Array) => Uint8Array;

interface CheckedMode {
  /** Where any bytes of its length would miss what matters. */
  readonly iv?: fc.Arbitrary<Uint8Array>;
  readonly wholeBlocks: boolean;
  readonly encrypt: Run;
  readonly decrypt?: Run;
}

const MODES = {
  ecb: {
    wholeBlocks: true,
    encrypt: (cipher, _, msg) => ecbEncrypt(cipher, msg),
    decrypt: (cipher, _, msg) => ecbDecrypt(cipher, msg),
  },
  cbc: { wholeBlocks: true, encrypt: cbcEncrypt, decrypt: cbcDecrypt },
  cfb: { wholeBlocks: false, encrypt: cfbEncrypt, decrypt: cfbDecrypt },
  ofb: { wholeBlocks: false, encrypt: ofbXor },
  ctr: { iv: counterBlock(), wholeBlocks: false, encrypt: ctrXor },
} as const satisfies Record<string, CheckedMode>;
