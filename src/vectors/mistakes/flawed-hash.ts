/** MD5, SHA-1 and SHA-2 written out around their compression functions, with the mistakes that people make. */
import { concat, concatAll, utf8 } from '../../bytes/index.ts';
import { initialFromFirstPrimes, initialFromNextPrimes } from '../../explain/sha2-constants.ts';
import { HASHES, type Hash, type HashId, type HashState } from '../../hash/index.ts';
import { i2osp, os2ip } from '../../math/index.ts';
import {
  type Compress,
  type CompressionFlaws,
  md5Compress,
  sha1Compress,
  sha2Compress,
} from './compression.ts';

/** With none of them it is the hash function. */
export interface HashFlaws extends CompressionFlaws {
  readonly lengthInBytes?: boolean;
  readonly lengthOtherEnd?: boolean;
  /** In eight bytes where SHA-512 has sixteen. */
  readonly lengthShort?: boolean;
  /** Zeros only, or 01 for 80. */
  readonly firstPad?: 0x00 | 0x01;
  /** Where the length does not fit behind the message: written over its end, or cut off. */
  readonly noExtraBlock?: 'over' | 'cut';
  /** One more block where message and padding just fit. */
  readonly extraTooEarly?: boolean;
  readonly noFeedForward?: boolean;
  /** Each block starts from H(0). */
  readonly notChained?: boolean;
  readonly wordsOtherEnd?: boolean;
  readonly digestOtherEnd?: boolean;
  /** H(0) of the longer function that this one is cut from, or its whole digest. */
  readonly longerInitial?: boolean;
  readonly notCut?: boolean;
}

interface Design {
  readonly compress: () => Compress;
  /** In bytes. */
  readonly word: 4 | 8;
  readonly littleEndian: boolean;
  readonly initial: (id: HashId) => readonly bigint[];
}

const FOUR = [0x67452301n, 0xefcdab89n, 0x98badcfen, 0x10325476n];
const compress32 = once(() => sha2Compress(32));
const compress64 = once(() => sha2Compress(64));
const SHA_256: Design = {
  compress: compress32,
  word: 4,
  littleEndian: false,
  initial: (id) =>
    id === 'sha224' ? initialFromNextPrimes().map((word) => word & 0xffffffffn) : initialFromFirstPrimes(32),
};
const SHA_512: Design = {
  compress: compress64,
  word: 8,
  littleEndian: false,
  initial: (id) => {
    if (id === 'sha384') return initialFromNextPrimes();
    return id === 'sha512' ? initialFromFirstPrimes(64) : initialOfCut(id);
  },
};

function designOf(id: HashId): Design {
  if (id === 'md5') return { compress: () => md5Compress, word: 4, littleEndian: true, initial: () => FOUR };
  if (id === 'sha1') {
    return {
      compress: () => sha1Compress,
      word: 4,
      littleEndian: false,
      initial: () => [...FOUR, 0xc3d2e1f0n],
    };
  }
  return id === 'sha224' || id === 'sha256' ? SHA_256 : SHA_512;
}

/** The function that the initial value of another is a variant of: that without its own. */
function longerOf(id: HashId): HashId {
  return designOf(id) === SHA_256 ? 'sha256' : 'sha512';
}

export function flawedDigest(id: HashId, msg: Uint8Array, flaws: HashFlaws): Uint8Array {
  const design = designOf(id);
  return digestFrom(design, id, design.initial(flaws.longerInitial ? longerOf(id) : id), msg, flaws);
}

function digestFrom(
  { compress, word, littleEndian }: Design,
  id: HashId,
  initial: readonly bigint[],
  msg: Uint8Array,
  flaws: HashFlaws,
): Uint8Array {
  const { blockSize, digestLength } = HASHES[id];
  const padded = paddedMessage(msg, blockSize, littleEndian, flaws);
  const mask = (1n << BigInt(8 * word)) - 1n;
  let H = initial;
  for (let at = 0; at + blockSize <= padded.length; at += blockSize) {
    const words = Array.from({ length: blockSize / word }, (_, i) =>
      os2ip(
        ordered(padded.slice(at + i * word, at + (i + 1) * word), littleEndian !== !!flaws.wordsOtherEnd),
      ),
    );
    const before = flaws.notChained ? initial : H;
    const working = compress()(before, words, flaws);
    H = flaws.noFeedForward ? working : working.map((value, i) => (value + before[i]!) & mask);
  }
  const all = concatAll(
    H.map((value) => ordered(i2osp(value, word), littleEndian !== !!flaws.digestOtherEnd)),
  );
  return flaws.notCut ? all : all.slice(0, digestLength);
}

/** Blocks as they are processed; what is left over at the end is not. */
function paddedMessage(
  msg: Uint8Array,
  blockSize: number,
  littleEndian: boolean,
  flaws: HashFlaws,
): Uint8Array {
  const lengthSize = blockSize === 128 && !flaws.lengthShort ? 16 : 8;
  const length = ordered(
    i2osp(BigInt(msg.length * (flaws.lengthInBytes ? 1 : 8)), lengthSize),
    littleEndian !== !!flaws.lengthOtherEnd,
  );
  const marked = concat(msg, Uint8Array.of(flaws.firstPad ?? 0x80));
  const tail = marked.length % blockSize;
  const room = (blockSize - tail) % blockSize;
  const zeros = (count: number) => new Uint8Array(count);
  if (room < lengthSize && flaws.noExtraBlock) {
    if (flaws.noExtraBlock === 'cut') return concat(marked, length);
    const whole = concat(marked, zeros(room));
    whole.set(length, whole.length - lengthSize);
    return whole;
  }
  const extra = room < lengthSize || (room === lengthSize && flaws.extraTooEarly);
  return concat(marked, zeros(room + (extra ? blockSize : 0) - lengthSize), length);
}

/** Big-endian bytes, or the other way round. */
function ordered(bigEndian: Uint8Array, littleEndian: boolean): Uint8Array {
  return littleEndian ? bigEndian.toReversed() : bigEndian;
}

/** FIPS 180-4, 5.3.6: the SHA-512 of the name, from an H(0) with every byte xored with a5. */
function initialOfCut(id: HashId): bigint[] {
  const masked = initialFromFirstPrimes(64).map((word) => word ^ 0xa5a5a5a5a5a5a5a5n);
  const digest = digestFrom(SHA_512, 'sha512', masked, utf8(HASHES[id].name), {});
  return Array.from({ length: 8 }, (_, i) => os2ip(digest.subarray(8 * i, 8 * i + 8)));
}

/** As a hash function, for what is built on one. */
export function flawedHash(id: HashId, flaws: HashFlaws): Hash {
  const { name, blockSize, digestLength } = HASHES[id];
  const hash = (msg: Uint8Array) => flawedDigest(id, msg, flaws);
  Object.defineProperty(hash, 'name', { value: name });
  return Object.assign(hash, { create: () => keeping(hash, new Uint8Array(0)), blockSize, digestLength });
}

/** A state that keeps the message until its digest is asked for. */
function keeping(hash: (msg: Uint8Array) => Uint8Array, start: Uint8Array): HashState {
  let seen = start;
  return {
    update(chunk) {
      seen = concat(seen, chunk);
      return this;
    },
    digest: () => hash(seen),
    digestWith: (last) => hash(concat(seen, last)),
    clone: () => keeping(hash, seen),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
