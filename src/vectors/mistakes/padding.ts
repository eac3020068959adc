/** Mistakes in padding, alone or before ECB and CBC (RFC 5652, 6.3; ANSI X9.23; ISO/IEC 7816-4). */
import { type PaddingName, pad } from '../../block/index.ts';
import { concat } from '../../bytes/index.ts';
import { bytes, integer } from '../operations/index.ts';
import type { MistakeName, WellKnownMistake } from './mistake.ts';
import { cipherIn } from './modes.ts';
import { runMode } from './run-mode.ts';

const PADS = /-pad$|-pkcs7-encrypt$/;
/** Zeros are told from nothing: they have no rule to break but these. */
const COUNTED_PADS = /^(pkcs7|ansi-x923)-pad$|-pkcs7-encrypt$/;
const ALWAYS_PADS = /^(pkcs7|ansi-x923|iso-7816-4)-pad$|-pkcs7-encrypt$/;
const UNPADS = /-unpad$|-pkcs7-decrypt$/;
const UNPADS_ALWAYS = /^(pkcs7|ansi-x923)-unpad$/;
const ISO_UNPAD = /^iso-7816-4-unpad$/;
const COUNTED_UNPADS = /^(pkcs7|ansi-x923)-unpad$|-pkcs7-decrypt$/;

/** The padding that the operation asks for. */
function paddingOf(op: string): PaddingName {
  return op.includes('-pkcs7-') ? 'pkcs7' : (op.replace(/-(un)?pad$/, '') as PaddingName);
}

const CLAUSES: Readonly<Record<PaddingName, string>> = {
  pkcs7: 'RFC 5652, 6.3',
  'ansi-x923': 'ANSI X9.23',
  'iso-7816-4': 'ISO/IEC 9797-1, 6.3.2',
  zero: 'ISO/IEC 9797-1, 6.3.1',
  none: '',
};
const clause = (op: string) => CLAUSES[paddingOf(op)];

/** `change` makes what the program takes for the padded message. */
function padding(
  name: MistakeName,
  ops: RegExp,
  change: (msg: Uint8Array, blockSize: number, name: PaddingName) => Uint8Array,
): WellKnownMistake {
  return {
    name,
    clause,
    ops,
    outputs: (fields, op) => {
      const msg = bytes(fields, 'msg');
      if (op.endsWith('-pad')) return [change(msg, integer(fields, 'blockSize'), paddingOf(op))];
      const cipher = cipherIn(fields, op);
      const padded = change(msg, cipher.blockSize, 'pkcs7');
      if (padded.length % cipher.blockSize !== 0) return [];
      return [runMode(cipher, op.replace('-pkcs7', ''), fields, padded)];
    },
  };
}

function unpadding(
  name: MistakeName,
  ops: RegExp,
  change: (padded: Uint8Array, blockSize: number) => readonly Uint8Array[],
): WellKnownMistake {
  return {
    name,
    clause,
    ops,
    outputs: (fields, op) => {
      if (op.endsWith('-unpad')) return change(bytes(fields, 'msg'), integer(fields, 'blockSize'));
      const cipher = cipherIn(fields, op);
      return change(runMode(cipher, op.replace('-pkcs7', ''), fields), cipher.blockSize);
    },
  };
}

/** Another padding than the one that is asked for. */
function instead(name: MistakeName, used: PaddingName): WellKnownMistake {
  const ops = used === 'pkcs7' ? /^(?!pkcs7).*-pad$/ : PADS;
  return padding(name, ops, (msg, blockSize) => pad(used, msg, blockSize));
}

export const paddingMistakes: readonly WellKnownMistake[] = [
  padding('padding-not-on-full-blocks', ALWAYS_PADS, (msg, blockSize, name) =>
    msg.length % blockSize === 0 ? msg : pad(name, msg, blockSize),
  ),
  instead('padding-zeros-instead', 'zero'),
  instead('padding-x923-instead', 'ansi-x923'),
  instead('padding-iso-instead', 'iso-7816-4'),
  instead('padding-pkcs7-instead', 'pkcs7'),
  padding('padding-count-too-small', COUNTED_PADS, (msg, blockSize, name) => {
    const padded = pad(name, msg, blockSize);
    const first = name === 'pkcs7' ? msg.length : padded.length - 1;
    return padded.map((byte, i) => (i < first ? byte : byte - 1));
  }),
  padding('padding-full-block-of-zeros', /^zero-pad$/, (msg, blockSize) =>
    concat(msg, new Uint8Array(blockSize - (msg.length % blockSize))),
  ),
  padding('padding-to-16-always', /-pad$|des-.*-pkcs7-encrypt$/, (msg, _, name) => pad(name, msg, 16)),
  unpadding('padding-partial-block-accepted', UNPADS_ALWAYS, (padded, blockSize) =>
    padded.length === 0 || padded.length % blockSize !== 0 ? cut(padded) : [],
  ),
  unpadding('padding-zero-count-accepted', COUNTED_UNPADS, (padded) =>
    padded.at(-1) === 0 ? cut(padded) : [],
  ),
  unpadding('padding-longer-than-block-accepted', COUNTED_UNPADS, (padded, blockSize) =>
    (padded.at(-1) ?? 0) > blockSize ? cut(padded) : [],
  ),
  unpadding('padding-not-removed', UNPADS, (padded) => [padded]),
  unpadding('padding-only-last-byte-checked', COUNTED_UNPADS, cut),
  unpadding('padding-count-off-by-one', COUNTED_UNPADS, (padded) => {
    const count = padded.at(-1) ?? 0;
    return [count - 1, count + 1].map((off) => padded.subarray(0, Math.max(0, padded.length - off)));
  }),
  unpadding('padding-all-equal-bytes-removed', COUNTED_UNPADS, (padded) => {
    const last = padded.at(-1);
    return [padded.subarray(0, padded.findLastIndex((byte) => byte !== last) + 1)];
  }),
  unpadding('padding-zeros-removed', ISO_UNPAD, (padded) => [padded.subarray(0, lastNonZero(padded) + 1)]),
  unpadding('padding-longer-than-block-accepted', ISO_UNPAD, (padded, blockSize) => {
    const at = lastNonZero(padded);
    return padded[at] === 0x80 && padded.length - at > blockSize ? [padded.subarray(0, at)] : [];
  }),
  unpadding('padding-marker-not-checked', ISO_UNPAD, (padded) => {
    const at = lastNonZero(padded);
    return at >= 0 && padded[at] !== 0x80 ? [padded.subarray(0, at)] : [];
  }),
  unpadding('padding-behind-marker-not-checked', ISO_UNPAD, (padded) => {
    const at = padded.lastIndexOf(0x80);
    return at >= 0 && at < lastNonZero(padded) ? [padded.subarray(0, at)] : [];
  }),
];

const lastNonZero = (padded: Uint8Array) => padded.findLastIndex((byte) => byte !== 0);

/** As many bytes off as the last one says, whatever they are. */
function cut(padded: Uint8Array): readonly Uint8Array[] {
  const count = padded.at(-1) ?? 0;
  return [padded.subarray(0, Math.max(0, padded.length - count)), lastSliced(padded, count)];
}

/** `padded[:-count]` of Python, which is nothing where the count is 0. */
function lastSliced(padded: Uint8Array, count: number): Uint8Array {
  return count === 0 ? new Uint8Array(0) : padded.slice(0, -count);
}
