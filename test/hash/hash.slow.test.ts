import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { HASHES } from '../../src/hash/index.ts';

it.each(['md5', 'sha256', 'sha512'] as const)('%s agrees with the platform beyond 2^32 bits', (id) => {
  const piece = Uint8Array.from({ length: 2 ** 22 + 1 }, (_, i) => (i * 31) & 255);
  const state = HASHES[id].create();
  const reference = createHash(id);
  for (let length = 0; length <= 2 ** 29; length += piece.length) {
    state.update(piece);
    reference.update(piece);
  }
  expect(toHex(state.digest())).toBe(reference.digest('hex'));
});
