/** Hash functions and what is built on them, over 1 MiB and over short messages, beside @noble/hashes. */
import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js';
import { hmac as nobleHmac } from '@noble/hashes/hmac.js';
import * as legacy from '@noble/hashes/legacy.js';
import { pbkdf2 as noblePbkdf2 } from '@noble/hashes/pbkdf2.js';
import * as sha2 from '@noble/hashes/sha2.js';
import { md5, sha1, sha256, sha512 } from '../../dist/hash/index.js';
import { hkdf, hmac, pbkdf2 } from '../../dist/mac/index.js';

const long = Uint8Array.from({ length: 2 ** 20 }, (_, i) => (i * 31) & 255);
const short = long.subarray(0, 64);
const key = long.subarray(0, 32);
const salt = long.subarray(0, 16);

const hashes = [
  ['md5', md5, legacy.md5],
  ['sha-1', sha1, legacy.sha1],
  ['sha-256', sha256, sha2.sha256],
  ['sha-512', sha512, sha2.sha512],
];
const ITERATIONS = 1000;

export const rows = [
  ...hashes.map(([name, ours, noble]) => row(name, long, ours, noble)),
  ...hashes.map(([name, ours, noble]) => row(`${name}, 64 bytes`, short, ours, noble)),
  ...hashes.map(([name, ours, noble]) =>
    row(
      `hmac-${name}, 64 bytes`,
      short,
      (msg) => hmac(ours, key, msg),
      (msg) => nobleHmac(noble, key, msg),
    ),
  ),
  row(
    'hkdf-sha-256, 64 bytes',
    short,
    (ikm) => hkdf(sha256, ikm, salt, salt, 64),
    (ikm) => nobleHkdf(sha2.sha256, ikm, salt, salt, 64),
  ),
  // Counted as the bytes that go through the hash function: two blocks each time.
  ...hashes.map(([name, ours, noble]) => ({
    name: `pbkdf2-hmac-${name}, ${ITERATIONS} times`,
    bytes: 2 * ours.blockSize * ITERATIONS,
    ours: () => pbkdf2(ours, key, salt, ITERATIONS, ours.digestLength),
    rival: {
      name: 'noble',
      run: () => noblePbkdf2(noble, key, salt, { c: ITERATIONS, dkLen: ours.digestLength }),
    },
  })),
];

/** A short message goes round a thousand times, so that the clock has something to measure. */
function row(name, msg, ours, noble) {
  const times = msg.length < 1024 ? 1000 : 1;
  const repeat = (run) => () => {
    for (let i = 0; i < times; i++) run(msg);
  };
  return {
    name,
    bytes: msg.length * times,
    ours: repeat(ours),
    rival: { name: 'noble', run: repeat(noble) },
  };
}
