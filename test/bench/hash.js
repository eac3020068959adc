/** SHA-256 and HMAC over 1 MiB and over short messages, beside @noble/hashes. */
import { hmac as nobleHmac } from '@noble/hashes/hmac.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { sha256 } from '../../dist/hash/index.js';
import { hmac } from '../../dist/mac/index.js';

const long = Uint8Array.from({ length: 2 ** 20 }, (_, i) => (i * 31) & 255);
const short = long.subarray(0, 64);
const key = long.subarray(0, 32);

export const rows = [
  row('sha-256', long, sha256, nobleSha256),
  row('sha-256, 64 bytes', short, sha256, nobleSha256),
  row(
    'hmac-sha-256, 64 bytes',
    short,
    (msg) => hmac(sha256, key, msg),
    (msg) => nobleHmac(nobleSha256, key, msg),
  ),
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
