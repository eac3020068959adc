import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHex, utf8 } from '../../src/bytes/index.ts';
import { crc32 } from '../../src/story/crc32.ts';

/** Node has one from 20.15 on; its types come later. */
const platform = zlibCrc32 as (data: Uint8Array) => number;

it('is CRC-32', () => {
  // The check value of "CRC-32/ISO-HDLC" in the catalogue of parametrised CRC algorithms.
  expect(toHex(crc32(utf8('123456789')))).toBe('cbf43926');
  expect(toHex(crc32(new Uint8Array(0)))).toBe('00000000');
});

it('agrees with zlib', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (msg) => {
      expect(toHex(crc32(msg))).toBe(platform(msg).toString(16).padStart(8, '0'));
    }),
  );
});
