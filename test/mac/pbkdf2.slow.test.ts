import { expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { sha1 } from '../../src/hash/index.ts';
import { pbkdf2 } from '../../src/mac/index.ts';
import { vectors } from '../vectors.ts';

const cases = vectors('pbkdf2').filter(({ flags }) => (flags as string[]).includes('ManyIterations'));

it.each(cases)('$id $comment', ({ password, salt, iterationCount, dkLen, dk }) => {
  const [p, s] = [fromHex(String(password)), fromHex(String(salt))];
  expect(toHex(pbkdf2(sha1, p, s, Number(iterationCount), Number(dkLen)))).toBe(dk);
});
