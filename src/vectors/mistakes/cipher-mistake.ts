/** Mistakes within a block cipher, which show in every mode. */
import type { BlockCipher } from '../../block/index.ts';
import type { Fields } from '../operations/index.ts';
import { areSame, type RecognizedMistake } from './mistake.ts';
import { firstBlock, runMode } from './run-mode.ts';

export interface CipherMistake extends Omit<RecognizedMistake, 'explains'> {
  /** The ciphers of programs that make it. */
  readonly ciphers: (fields: Fields) => readonly BlockCipher[];
}

/** The first block decides in most cases, so that long messages cost no more than short ones. */
export function mistakeOfCipher({ ciphers, ...described }: CipherMistake): RecognizedMistake {
  return {
    ...described,
    explains: (output, fields, op) =>
      ciphers(fields).some((cipher) => {
        const first = firstBlock(cipher, op, fields);
        if (first && !areSame(first, output.subarray(0, first.length))) return false;
        return areSame(runMode(cipher, op, fields), output);
      }),
  };
}
