/** Mistakes in the modes of operation, with the cipher as it should be (NIST SP 800-38A). */
import { aes, type BlockCipher, des, pad, tripleDes } from '../../block/index.ts';
import { concat } from '../../bytes/index.ts';
import { ctrXor, ecbDecrypt, ecbEncrypt } from '../../modes/index.ts';
import { bytes, type Fields } from '../operations/index.ts';
import * as flawed from './flawed-modes.ts';
import type { MistakeName, WellKnownMistake } from './mistake.ts';
import { type ModeRun, type ModeRuns, modeOpOf, RIGHT_MODES, runMode, textOf } from './run-mode.ts';

const CBC = /^(aes|3?des)-cbc-/;
const CFB = /^(aes|3?des)-cfb-/;
const OFB = /^(aes|3?des)-ofb-/;
const CTR = /^(aes|3?des)-ctr-/;
const WITH_IV = /^(aes|3?des)-(cbc|cfb|ofb|ctr)-/;
const ENCRYPTION_WITH_IV = /^(aes|3?des)-(cbc|cfb|ofb|ctr)-(pkcs7-)?encrypt$/;
const UNPADDED_ENCRYPTION = /^(aes|3?des)-(ecb|cbc|cfb|ofb|ctr)-encrypt$/;
const STREAMING = /^(aes|3?des)-(cfb|ofb|ctr)-/;

function mode(name: MistakeName, clause: string, ops: RegExp, ...variants: ModeRuns[]): WellKnownMistake {
  return {
    name,
    clause: `NIST SP 800-38A, ${clause}`,
    ops,
    outputs: (fields, op) =>
      variants.map((runs) => runMode(cipherIn(fields, op), op, fields, undefined, runs)),
  };
}

const both = (run: ModeRun): ModeRuns => ({ encrypt: run, decrypt: run });

export const modeMistakes: readonly WellKnownMistake[] = [
  mode('cbc-as-ecb', '6.2', CBC, {
    encrypt: (cipher, _, text) => ecbEncrypt(cipher, text),
    decrypt: (cipher, _, text) => ecbDecrypt(cipher, text),
  }),
  mode('cbc-iv-reused', '6.2', CBC, flawed.cbcWithIvReused),
  mode('cbc-chained-with-plaintext', '6.2', CBC, flawed.cbcChainedWithPlaintext),
  mode('cbc-xor-after-encryption', '6.2', CBC, flawed.cbcXorAfterwards),
  mode('cfb-as-ofb', '6.3', CFB, RIGHT_MODES.ofb),
  mode('cfb-feeds-back-plaintext', '6.3', CFB, flawed.cfbFeedingPlaintext),
  mode('cfb-8', '6.3', CFB, flawed.cfb8),
  mode('cfb-not-chained', '6.3', CFB, flawed.cfbWithIvReused),
  mode('ofb-as-cfb', '6.4', OFB, RIGHT_MODES.cfb),
  mode('ctr-little-endian', '6.5', CTR, flawed.ctrLittleEndian),
  mode(
    'ctr-one-too-late',
    '6.5',
    CTR,
    both((cipher, iv, text) => ctrXor(cipher, flawed.counted(iv, iv.length), text)),
  ),
  mode('ctr-only-last-byte', '6.5', CTR, flawed.ctrLastByteOnly),
  mode('ctr-only-last-word', '6.5', CTR, flawed.ctrLast32Bits, flawed.ctrLast64Bits),
  mode('ctr-not-incremented', '6.5', CTR, flawed.ctrNotCounting),
  mode('stream-mode-with-inverse-cipher', '6.3', CFB, flawed.cfbDecrypting),
  mode('stream-mode-with-inverse-cipher', '6.4', OFB, both(flawed.ofbDecrypting)),
  mode('stream-mode-with-inverse-cipher', '6.5', CTR, flawed.ctrDecrypting),
  {
    name: 'iv-ignored',
    clause: 'NIST SP 800-38A, 5.3',
    ops: WITH_IV,
    outputs: (fields, op) => {
      const iv = new Uint8Array(bytes(fields, 'iv').length);
      return [runMode(cipherIn(fields, op), op, { ...fields, iv })];
    },
  },
  {
    name: 'iv-before-ciphertext',
    clause: 'NIST SP 800-38A, 6',
    ops: ENCRYPTION_WITH_IV,
    outputs: (fields, op) => [concat(bytes(fields, 'iv'), runMode(cipherIn(fields, op), op, fields))],
  },
  {
    name: 'padding-not-asked-for',
    clause: 'NIST SP 800-38A, 5.2 and Appendix A',
    ops: UNPADDED_ENCRYPTION,
    outputs: (fields, op) => {
      const cipher = cipherIn(fields, op);
      return [runMode(cipher, op, fields, pad('pkcs7', textOf(fields, op), cipher.blockSize))];
    },
  },
  {
    name: 'last-partial-block-lost',
    clause: 'NIST SP 800-38A, 6',
    ops: STREAMING,
    outputs: (fields, op) => {
      const cipher = cipherIn(fields, op);
      const text = textOf(fields, op);
      const whole = text.subarray(0, text.length - (text.length % cipher.blockSize));
      return [runMode(cipher, op, fields, whole)];
    },
  },
];

const CREATE = { aes, des, '3des': tripleDes } as const;

/** The cipher that the operation names, without a mistake. */
export function cipherIn(fields: Fields, op: string): BlockCipher {
  return CREATE[modeOpOf(op).cipher](bytes(fields, 'key'));
}
