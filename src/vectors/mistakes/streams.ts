/** Mistakes in XOR and RC4. */
import { toHex, utf8 } from '../../bytes/index.ts';
import { bytes, type Fields, integer } from '../operations/index.ts';
import type { MistakeName, WellKnownMistake } from './mistake.ts';

const XOR = /^xor$/;

function xorMistake(
  name: MistakeName,
  clause: string,
  outputs: (key: Uint8Array, msg: Uint8Array) => readonly Uint8Array[],
): WellKnownMistake {
  return { name, clause, ops: XOR, outputs: (fields) => outputs(bytes(fields, 'key'), bytes(fields, 'msg')) };
}

/** The message with `key[i]`, or nothing where that is undefined. */
function mixed(msg: Uint8Array, keyAt: (i: number) => number | undefined): Uint8Array {
  return msg.map((byte, i) => byte ^ (keyAt(i) ?? 0));
}

/** RC4 with the mistakes that people make in it. */
interface Rc4Flaws {
  readonly noSwap?: 'schedule' | 'stream';
  readonly startsAt0?: boolean;
  readonly keepsJ?: boolean;
  readonly noLookup?: boolean;
  readonly keyNotRepeated?: boolean;
}

function rc4Stream(key: Uint8Array, length: number, flaws: Rc4Flaws): Uint8Array {
  const S = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    [S[a], S[b]] = [S[b]!, S[a]!];
  };
  let j = 0;
  for (let i = 0; i < 256; i++) {
    j = (j + S[i]! + ((flaws.keyNotRepeated ? key[i] : key[i % key.length]) ?? 0)) & 255;
    if (flaws.noSwap !== 'schedule') swap(i, j);
  }
  let i = flaws.startsAt0 ? 255 : 0;
  if (!flaws.keepsJ) j = 0;
  return Uint8Array.from({ length }, () => {
    i = (i + 1) & 255;
    j = (j + S[i]!) & 255;
    if (flaws.noSwap !== 'stream') swap(i, j);
    const sum = (S[i]! + S[j]!) & 255;
    return flaws.noLookup ? sum : S[sum]!;
  });
}

/** What is xored: keystream from the offset on, or from elsewhere. */
function rc4(
  name: MistakeName,
  flaws: Rc4Flaws,
  start: (offset: number) => number = (offset) => offset,
): WellKnownMistake {
  return {
    name,
    clause: 'draft-kaukonen-cipher-arcfour-03',
    ops: /^rc4$/,
    outputs: (fields) => {
      const msg = bytes(fields, 'msg');
      const from = start(offsetOf(fields));
      const stream = rc4Stream(bytes(fields, 'key'), from + msg.length, flaws).subarray(from);
      return [msg.map((byte, i) => byte ^ stream[i]!)];
    },
  };
}

function offsetOf(fields: Fields): number {
  return fields.offset === undefined ? 0 : integer(fields, 'offset');
}

export const streamMistakes: readonly WellKnownMistake[] = [
  xorMistake('xor-key-not-repeated', 'Schneier, Applied Cryptography, 1.4', (key, msg) => [
    mixed(msg, (i) => key[i]),
    mixed(msg, (i) => key[i]).subarray(0, key.length),
  ]),
  xorMistake('xor-first-key-byte-only', 'Schneier, Applied Cryptography, 1.4', (key, msg) => [
    mixed(msg, () => key[0]),
  ]),
  xorMistake('xor-key-as-hex-text', 'Schneier, Applied Cryptography, 1.4', (key, msg) => {
    const text = utf8(toHex(key));
    return [mixed(msg, (i) => text[i % text.length])];
  }),
  xorMistake('xor-added-instead', 'Schneier, Applied Cryptography, 1.4', (key, msg) => [
    msg.map((byte, i) => byte + key[i % key.length]!),
  ]),
  rc4('rc4-no-swap-in-schedule', { noSwap: 'schedule' }),
  rc4('rc4-no-swap-in-stream', { noSwap: 'stream' }),
  rc4('rc4-first-byte-dropped', {}, (offset) => offset + 1),
  rc4('rc4-offset-ignored', {}, () => 0),
  rc4('rc4-i-starts-too-low', { startsAt0: true }),
  rc4('rc4-j-not-reset', { keepsJ: true }),
  rc4('rc4-sum-instead-of-lookup', { noLookup: true }),
  rc4('rc4-key-not-repeated', { keyNotRepeated: true }),
];
