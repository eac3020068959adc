import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { type Construction, merkleDamgard } from '../../src/hash/merkle-damgard.ts';

/** Remembers the last block instead of compressing it: shows the padding, and takes no time. */
function lastBlock(options: Partial<Construction>) {
  let last: { bytes: DataView; offset: number } = { bytes: new DataView(new ArrayBuffer(0)), offset: 0 };
  const hash = merkleDamgard({
    name: 'last block',
    blockSize: 64,
    digestLength: 4,
    lengthSize: 8,
    littleEndian: false,
    initial: Int32Array.of(0x01020304),
    compress: (_, bytes, offset) => {
      last = { bytes, offset };
    },
    ...options,
  });
  const padding = (length: number) => {
    const state = hash.create();
    const piece = new Uint8Array(2 ** 26);
    for (let left = length; left > 0; left -= piece.length) state.update(piece.subarray(0, left));
    state.digest();
    return toHex(new Uint8Array(last.bytes.buffer, last.bytes.byteOffset + last.offset, hash.blockSize));
  };
  return { hash, padding };
}

describe('merkleDamgard', () => {
  const { padding, hash } = lastBlock({});

  it('pads with a set bit, zeros and the length in bits', () => {
    expect(padding(0)).toBe(`80${'00'.repeat(63)}`);
    expect(padding(55)).toBe(`${'00'.repeat(55)}80${'00'.repeat(6)}01b8`);
    expect(padding(56)).toBe(`${'00'.repeat(62)}01c0`);
    expect(padding(64)).toBe(`80${'00'.repeat(61)}0200`);
  });

  it('counts beyond 2^32 bits', () => {
    expect(padding(2 ** 29 - 1)).toBe(`${'00'.repeat(56)}00000000fffffff8`);
    expect(padding(2 ** 29 + 1)).toBe(`0080${'00'.repeat(54)}0000000100000008`);
  });

  it('counts beyond 2^32 bytes', () => {
    expect(padding(2 ** 32 + 1)).toBe(`0080${'00'.repeat(54)}0000000800000008`);
  });

  it('can write length and digest with the least significant byte first', () => {
    const little = lastBlock({ littleEndian: true });
    expect(little.padding(55)).toBe(`${'00'.repeat(55)}80b801${'00'.repeat(6)}`);
    expect(little.padding(2 ** 29 + 1)).toBe(`0080${'00'.repeat(54)}0800000001000000`);
    expect(toHex(little.hash(new Uint8Array(0)))).toBe('04030201');
    expect(toHex(hash(new Uint8Array(0)))).toBe('01020304');
  });

  it('can have a length field of 16 bytes in blocks of 128', () => {
    const large = lastBlock({ blockSize: 128, lengthSize: 16 });
    expect(large.padding(111)).toBe(`${'00'.repeat(111)}80${'00'.repeat(14)}0378`);
    expect(large.padding(112)).toBe(`${'00'.repeat(126)}0380`);
  });

  it('can give out the first bytes only', () => {
    const short = lastBlock({ initial: Int32Array.of(0x01020304, 0x05060708), digestLength: 6 });
    expect(toHex(short.hash(new Uint8Array(0)))).toBe('010203040506');
  });
});
