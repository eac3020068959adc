import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { sha256 } from '../../src/hash/index.ts';

it('sha256 agrees with the platform beyond 2^32 bits', () => {
  const piece = Uint8Array.from({ length: 2 ** 22 + 1 }, (_, i) => (i * 31) & 255);
  const state = sha256.create();
  const reference = createHash('sha256');
  for (let length = 0; length <= 2 ** 29; length += piece.length) {
    state.update(piece);
    reference.update(piece);
  }
  expect(toHex(state.digest())).toBe(reference.digest('hex'));
});
