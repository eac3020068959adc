/** Hash functions, and the MACs and derivations built on them. */
import { equalConstantTime } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { HASHES, type HashId } from '../../hash/index.ts';
import { hkdf, hmac, pbkdf2 } from '../../mac/index.ts';
import { openNoble } from '../../reference/index.ts';
import { bytes, bytesOrNone, type Fields, integer, type Run, type VectorOperation } from './operation.ts';

type Noble = Awaited<ReturnType<typeof openNoble>>;

export const hashOperations: readonly VectorOperation[] = [
  ...eachHash((id) => ({
    name: id,
    gives: 'digest',
    fields: ['msg'],
    output: 'bytes',
    scratch: (fields) => HASHES[id](bytes(fields, 'msg')),
    reference: noble(
      ({ nobleHash }) =>
        (fields) =>
          nobleHash(id, bytes(fields, 'msg')),
    ),
  })),
  ...eachHash((id) => ({
    name: `hmac-${id}`,
    gives: 'tag',
    fields: ['key', 'msg'],
    optional: ['tagSize'],
    output: 'bytes',
    scratch: (fields) => truncated(hmac(HASHES[id], bytes(fields, 'key'), bytes(fields, 'msg')), fields),
    reference: noble(
      ({ nobleHmac }) =>
        (fields) =>
          truncated(nobleHmac(id, bytes(fields, 'key'), bytes(fields, 'msg')), fields),
    ),
  })),
  ...eachHash((id) => ({
    name: `hmac-${id}-verify`,
    gives: 'result',
    fields: ['key', 'msg', 'tag'],
    output: 'verdict',
    scratch: (fields) => isTag(hmac(HASHES[id], bytes(fields, 'key'), bytes(fields, 'msg')), fields),
    reference: noble(
      ({ nobleHmac }) =>
        (fields) =>
          isTag(nobleHmac(id, bytes(fields, 'key'), bytes(fields, 'msg')), fields),
    ),
  })),
  ...eachHash((id) => ({
    name: `hkdf-${id}`,
    gives: 'okm',
    fields: ['ikm', 'salt', 'info', 'size'],
    output: 'bytes',
    scratch: (fields) =>
      hkdf(
        HASHES[id],
        bytes(fields, 'ikm'),
        bytesOrNone(fields, 'salt'),
        bytesOrNone(fields, 'info'),
        integer(fields, 'size'),
      ),
    reference: noble(
      ({ nobleHkdf }) =>
        (fields) =>
          nobleHkdf(
            id,
            bytes(fields, 'ikm'),
            bytesOrNone(fields, 'salt'),
            bytesOrNone(fields, 'info'),
            integer(fields, 'size'),
          ),
    ),
  })),
  ...eachHash((id) => ({
    name: `pbkdf2-hmac-${id}`,
    gives: 'dk',
    fields: ['password', 'salt', 'iterationCount', 'dkLen'],
    output: 'bytes',
    scratch: (fields) => {
      expectPbkdf2Work(fields, HASHES[id].digestLength);
      return pbkdf2(
        HASHES[id],
        bytes(fields, 'password'),
        bytes(fields, 'salt'),
        integer(fields, 'iterationCount'),
        integer(fields, 'dkLen'),
      );
    },
    reference: noble(
      ({ noblePbkdf2 }) =>
        (fields) =>
          noblePbkdf2(
            id,
            bytes(fields, 'password'),
            bytes(fields, 'salt'),
            integer(fields, 'iterationCount'),
            integer(fields, 'dkLen'),
          ),
    ),
  })),
];

function eachHash(row: (id: HashId) => VectorOperation): VectorOperation[] {
  return (Object.keys(HASHES) as HashId[]).map(row);
}

function noble(choose: (reference: Noble) => Run) {
  return { name: '@noble/hashes', open: async () => choose(await openNoble()) };
}

/** Each block of output takes all iterations. */
function expectPbkdf2Work(fields: Fields, digestLength: number): void {
  const work = integer(fields, 'iterationCount') * Math.ceil(integer(fields, 'dkLen') / digestLength);
  if (work <= MAX_PBKDF2_WORK) return;
  throw new CryptoError(
    'unsupported',
    `iterationCount: expected at most ${MAX_PBKDF2_WORK} for all blocks together here, got ${work}`,
  );
}

/** Some seconds. */
const MAX_PBKDF2_WORK = 2 ** 24;

/** The first `tagSize` bits (FIPS 198-1, 5); all without that field. */
function truncated(tag: Uint8Array, fields: Fields): Uint8Array {
  if (fields.tagSize === undefined) return tag;
  const length = integer(fields, 'tagSize') / 8;
  if (Number.isInteger(length) && length > 0 && length <= tag.length) return tag.slice(0, length);
  throw new CryptoError(
    'bad-length',
    `tagSize: expected a multiple of 8 bits up to ${tag.length * 8}, got ${fields.tagSize}`,
  );
}

/** A tag may be shorter than the whole one, but not empty. */
function isTag(computed: Uint8Array, fields: Fields): boolean {
  const tag = bytes(fields, 'tag');
  if (tag.length === 0 || tag.length > computed.length) return false;
  return equalConstantTime(computed.subarray(0, tag.length), tag);
}
