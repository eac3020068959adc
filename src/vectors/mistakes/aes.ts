/** Mistakes in AES itself, in whatever mode (FIPS 197). */
import { aes, type BlockCipher } from '../../block/index.ts';
import { bytes } from '../operations/index.ts';
import { type CipherMistake, mistakeOfCipher } from './cipher-mistake.ts';
import { type AesFlaws, flawedAes } from './flawed-aes.ts';
import type { MistakeName, WellKnownMistake } from './mistake.ts';

/** Where a wrong cipher shows. A wrong GCM tag shows when it is made; where it is checked, everything is refused. */
const ANY = /^aes-(?!gcm-decrypt)/;
/** Where blocks are encrypted, also to decrypt. */
const FORWARD = /^aes-((ecb|cbc)-(pkcs7-)?encrypt|(cfb|ofb|ctr)-|gcm-encrypt)/;
/** Decryption of blocks: the other modes only encrypt them. */
const INVERSE = /^aes-(ecb|cbc)-(pkcs7-)?decrypt$/;

function flawed(name: MistakeName, clause: string, ...variants: AesFlaws[]): WellKnownMistake {
  return aesMistake({ name, clause: `FIPS 197, ${clause}`, ops: ANY }, variants);
}

function inverse(name: MistakeName, clause: string, flaws: AesFlaws): WellKnownMistake {
  return aesMistake({ name, clause: `FIPS 197, ${clause}`, ops: INVERSE }, [flaws]);
}

function aesMistake(described: Omit<CipherMistake, 'ciphers'>, variants: readonly AesFlaws[]) {
  return mistakeOfCipher({
    ...described,
    ciphers: (fields) => variants.map((flaws) => flawedAes(bytes(fields, 'key'), flaws)),
  });
}

export const aesMistakes: readonly WellKnownMistake[] = [
  flawed('aes-mix-columns-in-last-round', '5.1', { mixInLastRound: true }),
  flawed('aes-no-mix-columns', '5.1.3', { noMixColumns: true }),
  flawed('aes-shift-rows-wrong-way', '5.1.2', { shiftRowsRight: true }),
  flawed('aes-no-shift-rows', '5.1.2', { noShiftRows: true }),
  flawed(
    'aes-rows-and-columns-swapped',
    '3.4',
    { rowByRow: 'withKey' },
    { rowByRow: 'block' },
    { rowByRow: 'withRoundKeys' },
  ),
  flawed('aes-mix-columns-matrix-transposed', '5.1.3', { mixTransposed: true }),
  flawed('aes-key-before-mix-columns', '5.1', { keyBeforeMix: true }),
  aesMistake({ name: 'aes-inverse-s-box', clause: 'FIPS 197, 5.1.1', ops: FORWARD }, [{ inverseSBox: true }]),
  flawed('aes-no-first-round-key', '5.1', { noFirstKey: true }),
  flawed('aes-no-last-round-key', '5.1', { noLastKey: true }),
  flawed('aes-one-round-too-few', '5', { roundTooFew: 'nextKey' }, { roundTooFew: 'lastKey' }),
  flawed('aes-ten-rounds-always', '5', { tenRounds: true }),
  mistakeOfCipher({
    name: 'aes-key-cut-to-16-bytes',
    clause: 'FIPS 197, 5',
    ops: ANY,
    ciphers: (fields) => [aes(bytes(fields, 'key').slice(0, 16))],
  }),
  flawed('aes-key-schedule-without-rcon', '5.2', { noRcon: true }),
  flawed('aes-key-schedule-rcon-not-reduced', '5.2', { rconNotReduced: true }),
  flawed('aes-key-schedule-without-rot-word', '5.2', { noRotWord: true }),
  flawed('aes-key-schedule-without-sub-word', '5.2', { noSubWord: true }),
  flawed('aes-256-without-extra-sub-word', '5.2', { noExtraSubWord: true }),
  flawed('aes-little-endian-words', '5.2', { littleEndianWords: true }),
  mistakeOfCipher({
    name: 'block-encrypted-to-decrypt',
    clause: 'FIPS 197, 5.3',
    ops: INVERSE,
    ciphers: (fields) => [encryptingOnly(aes(bytes(fields, 'key')))],
  }),
  inverse('aes-decryption-keys-not-reversed', '5.3', { keysReversed: true }),
  inverse('aes-decryption-mix-columns', '5.3.3', { forwardMix: true }),
  inverse('aes-decryption-s-box', '5.3.2', { forwardSBox: true }),
];

function encryptingOnly(cipher: BlockCipher): BlockCipher {
  return { ...cipher, decryptWords: (state) => cipher.encryptWords(state) };
}
