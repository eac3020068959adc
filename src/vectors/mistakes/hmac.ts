/** Mistakes in HMAC (RFC 2104), over the right hash function. */
import { concat, toHex, utf8 } from '../../bytes/index.ts';
import { HASHES, type Hash, type HashId } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';
import { bytes } from '../operations/index.ts';
import { truncated } from './hashes.ts';
import { beginAlike, type MistakeName, type WellKnownMistake } from './mistake.ts';

const HMAC = /^hmac-(md5|sha[\d-]+)$/;

function tag(
  name: MistakeName,
  clause: string,
  tags: (hash: Hash, key: Uint8Array, msg: Uint8Array) => readonly Uint8Array[],
): WellKnownMistake {
  return {
    name,
    clause: `RFC 2104, ${clause}`,
    ops: HMAC,
    outputs: (fields, op) => {
      const hash = HASHES[op.replace('hmac-', '') as HashId];
      return tags(hash, bytes(fields, 'key'), bytes(fields, 'msg')).map((wrong) => truncated(wrong, fields));
    },
  };
}

/** HMAC with the key and the pads as they are given. */
function nested(
  hash: Hash,
  padded: Uint8Array,
  msg: Uint8Array,
  pads: readonly [number, number] = [0x36, 0x5c],
): Uint8Array {
  const [inner, outer] = pads.map((byte) => padded.map((k) => k ^ byte)) as [Uint8Array, Uint8Array];
  return hash(concat(outer, hash(concat(inner, msg))));
}

/** K0 of FIPS 198-1: the key, or its digest where it is too long, with zeros up to the block. */
function padded(hash: Hash, key: Uint8Array): Uint8Array {
  return filled(hash, key.length > hash.blockSize ? hash(key) : key);
}

function filled(hash: Hash, key: Uint8Array): Uint8Array {
  const block = new Uint8Array(Math.max(hash.blockSize, key.length));
  block.set(key);
  return block;
}

/** Tags that `accepts` although they are wrong. */
function accepted(
  name: MistakeName,
  accepts: (right: Uint8Array, given: Uint8Array) => boolean,
): WellKnownMistake {
  return {
    name,
    clause: 'RFC 2104, 5',
    ops: /^hmac-.*-verify$/,
    outputs: (fields, op) => {
      const hash = HASHES[op.replace(/^hmac-|-verify$/g, '') as HashId];
      return accepts(hmac(hash, bytes(fields, 'key'), bytes(fields, 'msg')), bytes(fields, 'tag'))
        ? [true]
        : [];
    },
  };
}

export const hmacMistakes: readonly WellKnownMistake[] = [
  tag('hmac-long-key-not-hashed', '2', (hash, key, msg) => [
    nested(hash, filled(hash, key.subarray(0, hash.blockSize)), msg),
    nested(hash, filled(hash, key), msg),
  ]),
  tag('hmac-key-always-hashed', '2', (hash, key, msg) => [nested(hash, filled(hash, hash(key)), msg)]),
  tag('hmac-block-of-64-bytes-always', '2', (hash, key, msg) => {
    const K0 = new Uint8Array(64);
    K0.set((key.length > 64 ? hash(key) : key).subarray(0, 64));
    return [nested(hash, K0, msg)];
  }),
  tag('hmac-pads-swapped', '2', (hash, key, msg) => [nested(hash, padded(hash, key), msg, [0x5c, 0x36])]),
  tag('hmac-key-before-message', '2', (hash, key, msg) => [hash(concat(key, msg))]),
  tag('hmac-key-after-message', '2', (hash, key, msg) => [hash(concat(msg, key))]),
  tag('hmac-inner-digest-as-hex', '2', (hash, key, msg) => {
    const K0 = padded(hash, key);
    const inner = hash(
      concat(
        K0.map((k) => k ^ 0x36),
        msg,
      ),
    );
    return [
      hash(
        concat(
          K0.map((k) => k ^ 0x5c),
          utf8(toHex(inner)),
        ),
      ),
    ];
  }),
  tag('hmac-key-not-padded', '2', (hash, key, msg) => [
    nested(hash, key.length > hash.blockSize ? hash(key) : key, msg),
  ]),
  tag('hmac-inner-hash-only', '2', (hash, key, msg) => [
    hash(
      concat(
        padded(hash, key).map((k) => k ^ 0x36),
        msg,
      ),
    ),
  ]),
  tag('hmac-key-as-hex-text', '2', (hash, key, msg) => [
    hmac(hash, utf8(toHex(key)), msg),
    hmac(hash, utf8(toHex(key)), utf8(toHex(msg))),
  ]),
  tag('hmac-message-as-hex-text', '2', (hash, key, msg) => [hmac(hash, key, utf8(toHex(msg)))]),
  {
    name: 'hmac-truncated-wrongly',
    clause: 'FIPS 198-1, 5',
    ops: HMAC,
    outputs: (fields, op) => {
      const whole = hmac(
        HASHES[op.replace('hmac-', '') as HashId],
        bytes(fields, 'key'),
        bytes(fields, 'msg'),
      );
      return [whole, whole.slice(whole.length - truncated(whole, fields).length)];
    },
  },
  accepted('hmac-empty-tag-accepted', (_, given) => given.length === 0),
  accepted('hmac-tag-compared-in-part', beginAlike),
  accepted('hmac-tag-not-checked', () => true),
];
