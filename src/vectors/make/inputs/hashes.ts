/** Inputs of the hash functions, of HMAC and of the key derivations. */
import { HASHES, type HashId } from '../../../hash/index.ts';
import { hmac } from '../../../mac/index.ts';
import type { Draw } from '../draw.ts';
import { counted } from './counted.ts';
import type { InputMaker, OpenMaker } from './input.ts';

/** By the name of the operation; undefined for others. */
export function hashMaker(op: string): OpenMaker | undefined {
  const [, kind = '', id = '', verify] =
    /^(hmac-|hkdf-|pbkdf2-hmac-)?(md5|sha1|sha224|sha256|sha384|sha512|sha512-224|sha512-256)(-verify)?$/.exec(
      op,
    ) ?? [];
  if (!Object.hasOwn(HASHES, id)) return undefined;
  const hash = HASHES[id as HashId];
  const { blockSize } = hash;
  const maker: InputMaker = (draw, i) => {
    if (kind === '') {
      const msg = draw.bytes(hashedLength(draw, blockSize, i));
      return { comment: counted(msg.length, 'byte'), fields: { msg } };
    }
    if (kind === 'hmac-') {
      const msg = draw.bytes(hashedLength(draw, blockSize, i));
      const key = draw.bytes(draw.pick([1, 16, 32, blockSize, blockSize + 1, 2 * blockSize + 3]));
      const comment = `key of ${counted(key.length, 'byte')}, message of ${counted(msg.length, 'byte')}`;
      if (verify === undefined) return { comment, fields: { key, msg } };
      const tag = hmac(hash, key, msg);
      if (i % 2 === 0) return { comment, fields: { key, msg, tag } };
      return {
        comment: 'one bit of the tag is changed',
        flags: ['ModifiedTag'],
        fields: { key, msg, tag: draw.flip(tag) },
      };
    }
    if (kind === 'hkdf-') {
      const size = draw.pick([1, hash.digestLength, hash.digestLength + 1, 42, 3 * hash.digestLength]);
      const [ikm, salt, info] = [
        draw.bytes(16 + draw.below(40)),
        draw.bytes(draw.pick([0, 13, 64])),
        draw.bytes(draw.below(30)),
      ];
      return { comment: counted(size, 'byte'), fields: { ikm, salt, info, size } };
    }
    const iterationCount = draw.pick([1, 2, 3, 10, 50]);
    const dkLen = draw.pick([1, hash.digestLength, hash.digestLength + 1, 40]);
    const [password, salt] = [draw.bytes(1 + draw.below(20)), draw.bytes(8 + draw.below(16))];
    return {
      comment: `${counted(iterationCount, 'iteration')}, ${counted(dkLen, 'byte')}`,
      fields: { password, salt, iterationCount, dkLen },
    };
  };
  return () => maker;
}

/** Where padding just fits the block or just does not, and elsewhere. */
function hashedLength(draw: Draw, blockSize: number, i: number): number {
  const room = blockSize - blockSize / 8 - 1;
  const edges = [
    3,
    0,
    room,
    room + 1,
    blockSize - 1,
    blockSize,
    blockSize + 1,
    blockSize + room,
    blockSize + room + 1,
  ];
  return i % 2 === 0 ? edges[(i / 2) % edges.length]! : draw.below(4 * blockSize);
}
