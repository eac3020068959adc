/** Mistakes in hash functions (RFC 1321; FIPS 180-4), which show in HMAC as well. */
import { concat, toHex, utf8 } from '../../bytes/index.ts';
import { HASHES, type HashId } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';
import { bytes, type Fields, integer } from '../operations/index.ts';
import { flawedDigest, flawedHash, type HashFlaws } from './flawed-hash.ts';
import type { MistakeName, WellKnownMistake } from './mistake.ts';

const IDS = Object.keys(HASHES).join('|');
const DIGESTS = new RegExp(`^(${IDS})$`);
const ANY = new RegExp(`^(hmac-)?(${IDS})$`);
const SHA_2 = /^(hmac-)?sha[2-5][\d-]*$/;
const LONG_SHA_2 = /^(hmac-)?sha(384|512)[\d-]*$/;
const CUT_SHA_2 = /^(hmac-)?sha(224|384|512-\d+)$/;
const MD5 = /^(hmac-)?md5$/;
const SHA = /^(hmac-)?sha[\d-]+$/;

/** MD5 has a standard of its own. */
const clauses = (sha: string, md5: string) => (op: string) =>
  op.endsWith('md5') ? `RFC 1321, ${md5}` : `FIPS 180-4, ${sha}`;

function flawed(
  name: MistakeName,
  ops: RegExp,
  clause: WellKnownMistake['clause'],
  ...variants: HashFlaws[]
): WellKnownMistake {
  return {
    name,
    clause,
    ops,
    outputs: (fields, op) => {
      const id = op.replace('hmac-', '') as HashId;
      const msg = bytes(fields, 'msg');
      if (!op.startsWith('hmac-')) return variants.map((flaws) => flawedDigest(id, msg, flaws));
      const key = bytes(fields, 'key');
      return variants.map((flaws) => truncated(hmac(flawedHash(id, flaws), key, msg), fields));
    },
  };
}

/** The hash function as it should be, of something else than the message. */
function ofAnother(
  name: MistakeName,
  clause: WellKnownMistake['clause'],
  change: (msg: Uint8Array) => readonly Uint8Array[],
): WellKnownMistake {
  return {
    name,
    clause,
    ops: DIGESTS,
    outputs: (fields, op) => change(bytes(fields, 'msg')).map((other) => HASHES[op as HashId](other)),
  };
}

/** The first `tagSize` bits. */
export function truncated(tag: Uint8Array, fields: Fields): Uint8Array {
  return fields.tagSize === undefined ? tag : tag.slice(0, integer(fields, 'tagSize') / 8);
}

export const hashMistakes: readonly WellKnownMistake[] = [
  flawed('hash-length-in-bytes', ANY, clauses('5.1', '3.2'), { lengthInBytes: true }),
  flawed('sha-length-little-endian', SHA, 'FIPS 180-4, 5.1', { lengthOtherEnd: true }),
  flawed('md5-length-big-endian', MD5, 'RFC 1321, 3.2', { lengthOtherEnd: true }),
  flawed('sha512-length-in-8-bytes', LONG_SHA_2, 'FIPS 180-4, 5.1.2', { lengthShort: true }),
  flawed('hash-no-80-after-message', ANY, clauses('5.1', '3.1'), { firstPad: 0 }, { firstPad: 1 }),
  flawed(
    'hash-no-extra-block',
    ANY,
    clauses('5.1', '3.1'),
    { noExtraBlock: 'over' },
    { noExtraBlock: 'cut' },
  ),
  flawed('hash-needless-block', ANY, clauses('5.1', '3.1'), { extraTooEarly: true }),
  flawed('hash-not-added-to-chaining-value', ANY, clauses('6', '3.4'), { noFeedForward: true }),
  flawed('hash-blocks-not-chained', ANY, clauses('6', '3.4'), { notChained: true }),
  flawed('hash-rotations-wrong-way', ANY, clauses('3.2', '2'), { rotatesOtherWay: true }),
  flawed('sha1-schedule-not-rotated', /^(hmac-)?sha1$/, 'FIPS 180-4, 6.1.2', { scheduleNotRotated: true }),
  flawed('hash-one-function-for-all-rounds', /^(hmac-)?(md5|sha1)$/, clauses('4.1.1', '3.4'), {
    firstFunctionOnly: true,
  }),
  flawed('sha2-rotates-for-shift', SHA_2, 'FIPS 180-4, 4.1.2 and 4.1.3', { rotatesForShift: true }),
  flawed('sha-words-little-endian', SHA, 'FIPS 180-4, 3.1 and 5.2', { wordsOtherEnd: true }),
  flawed('md5-words-big-endian', MD5, 'RFC 1321, 2', { wordsOtherEnd: true }),
  flawed('sha-digest-little-endian', SHA, 'FIPS 180-4, 3.1', { digestOtherEnd: true }),
  flawed('md5-digest-big-endian', MD5, 'RFC 1321, 3.5', { digestOtherEnd: true }),
  flawed('sha2-initial-value-of-longer', CUT_SHA_2, 'FIPS 180-4, 5.3', { longerInitial: true }),
  flawed('sha2-not-truncated', /^sha(224|384|512-\d+)$/, 'FIPS 180-4, 6.3 and 6.5 to 6.7', { notCut: true }),
  flawed('sha2-longer-function', /^sha(224|384|512-\d+)$/, 'FIPS 180-4, 5.3', {
    longerInitial: true,
    notCut: true,
  }),
  ofAnother('hash-of-hex-text', clauses('3.1', '2'), (msg) => [
    utf8(toHex(msg)),
    utf8(toHex(msg).toUpperCase()),
  ]),
  ofAnother('hash-with-newline', clauses('3.1', '2'), (msg) => [
    concat(msg, Uint8Array.of(0x0a)),
    concat(msg, Uint8Array.of(0x0d, 0x0a)),
    utf8(`${toHex(msg)}\n`),
  ]),
  ofAnother('hash-with-nul', clauses('3.1', '2'), (msg) => [concat(msg, Uint8Array.of(0))]),
];
