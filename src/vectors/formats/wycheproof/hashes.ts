/** Hash functions, HMAC, and the derivations HKDF, PBKDF2 and the PRF of TLS. */
import { HASHES } from '../../../hash/index.ts';
import type { JsonObject } from '../json.ts';
import {
  ask,
  type ReadGroup,
  type ReadTest,
  refuses,
  request,
  resultOf,
  skipAlgorithm,
  skipTooMuch,
  wants,
} from './asked.ts';
import { hashBehind, hashNamed, type KnownHash } from './hash-names.ts';

/** A minute of work, and no file of vectors has a tenth of it. */
const MAX_ITERATIONS = 10_000_000;

/** In bytes. Whether more is refused or done is no matter of the standard. */
const MAX_MESSAGE = 16 * 1024 * 1024;
const MAX_OUTPUT = 16 * 1024 * 1024;

export const readHash: ReadGroup = (_, algorithm) => (test) => {
  const hash = hashNamed(algorithm);
  if (!hash) return skipAlgorithm(algorithm);
  const part = test.bytes('msg');
  const times = test.has('repeat') ? test.integer('repeat') : 1;
  const length = part.length * times;
  if (length > MAX_MESSAGE) return skipTooMuch('msg', length, MAX_MESSAGE);
  const msg = times === 1 ? part : repeated(part, times);
  return ask(wants(test, request(hash.id, { msg }), test.bytes('digest')));
};

/** Messages such as a million times "a". */
function repeated(part: Uint8Array, times: number): Uint8Array {
  const whole = new Uint8Array(part.length * times);
  for (let i = 0; i < times; i++) whole.set(part, i * part.length);
  return whole;
}

/** The tag of a valid message is computed, perhaps shortened; that of an invalid one is checked. */
export const readMac: ReadGroup = (_, algorithm) => (test) => {
  const hash = hashBehind('HMAC', algorithm);
  if (!hash) return skipAlgorithm(algorithm);
  const [key, msg, tag] = [test.bytes('key'), test.bytes('msg'), test.bytes('tag')];
  if (resultOf(test) === 'invalid') {
    return ask(refuses(test, request(`hmac-${hash.id}-verify`, { key, msg, tag })));
  }
  const isWhole = tag.length === HASHES[hash.id].digestLength;
  const tagSize = isWhole ? undefined : tag.length * 8;
  return ask(wants(test, request(`hmac-${hash.id}`, { key, msg, tagSize }), tag));
};

export const readHkdf: ReadGroup = (group, algorithm) =>
  withHash(group, algorithm, 'HKDF', (test, hash) => {
    const derivation = request(`hkdf-${hash.id}`, {
      ikm: test.bytes('ikm'),
      salt: test.bytes('salt'),
      info: test.bytes('info'),
      size: test.number('size'),
    });
    if (resultOf(test) === 'invalid') return ask(refuses(test, derivation));
    return ask(wants(test, derivation, test.bytes('okm')));
  });

export const readPbkdf: ReadGroup = (group, algorithm) =>
  withHash(group, algorithm, algorithm === 'PBKDF2' ? 'PBKDF2' : 'PBKDF2-HMAC', (test, hash) => {
    const iterationCount = test.number('iterationCount');
    const dkLen = test.number('dkLen');
    if (iterationCount > MAX_ITERATIONS) return skipTooMuch('iterationCount', iterationCount, MAX_ITERATIONS);
    if (dkLen > MAX_OUTPUT) return skipTooMuch('dkLen', dkLen, MAX_OUTPUT);
    const derivation = request(`pbkdf2-hmac-${hash.id}`, {
      password: test.bytes('password'),
      salt: test.bytes('salt'),
      iterationCount,
      dkLen,
    });
    if (resultOf(test) === 'invalid') return ask(refuses(test, derivation));
    return ask(wants(test, derivation, test.bytes('dk')));
  });

/** TLS 1.0 names two hash functions, `md5-sha1`. */
export const readPrf: ReadGroup = (group) => {
  const named = group.text('hash');
  const hash = hashNamed(named);
  return (test) => {
    if (!hash && named !== 'md5-sha1') return skipAlgorithm(named);
    const size = test.number('size');
    if (size > MAX_OUTPUT) return skipTooMuch('size', size, MAX_OUTPUT);
    const derivation = request(hash ? 'tls12-prf' : 'tls10-prf', {
      secret: test.bytes('secret'),
      label: test.text('label'),
      seed: test.bytes('seed'),
      size,
      sha: hash?.name,
    });
    if (resultOf(test) === 'invalid') return ask(refuses(test, derivation));
    return ask(wants(test, derivation, test.bytes('output')));
  };
};

/** Wycheproof has the hash in the name of the algorithm, our own files have it in the group. */
function withHash(
  group: JsonObject,
  algorithm: string,
  prefix: string,
  read: (test: JsonObject, hash: KnownHash) => ReturnType<ReadTest>,
): ReadTest {
  const inGroup = group.textOr('hash', undefined);
  const hash = inGroup === undefined ? hashBehind(prefix, algorithm) : hashNamed(inGroup);
  return (test) => {
    if (!hash) return skipAlgorithm(inGroup === undefined ? algorithm : `${algorithm}-${inGroup}`);
    return read(test, hash);
  };
}
