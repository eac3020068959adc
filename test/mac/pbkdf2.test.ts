import { pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from '../../src/bytes/index.ts';
import { HASHES, type HashId, sha256 } from '../../src/hash/index.ts';
import { pbkdf2 } from '../../src/mac/index.ts';
import { type VectorCase, vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';

const IDS = Object.keys(HASHES) as HashId[];

const derive = ({ hash, password, salt, iterationCount, dkLen }: VectorCase) =>
  toHex(
    pbkdf2(
      HASHES[hash as HashId],
      fromHex(String(password)),
      fromHex(String(salt)),
      Number(iterationCount),
      Number(dkLen),
    ),
  );

describe('pbkdf2', () => {
  const cases = vectors('pbkdf2').filter(({ flags }) => !(flags as string[]).includes('ManyIterations'));

  it.each(cases.filter(({ result }) => result === 'valid'))('$id $hash $comment', (test) => {
    expect(derive(test)).toBe(test.dk);
  });

  it.each(cases.filter(({ result }) => result === 'invalid'))('$id refuses $comment', (test) => {
    const argument = Number(test.dkLen) === 32 ? /^iterations: / : /^length: /;
    expect(() => derive(test)).toThrow(withCode(test.error!, argument));
  });

  it.each(IDS)('agrees with the platform with %s, and leaves its inputs alone', (id) => {
    const anyBytes = fc.uint8Array({ maxLength: 200 });
    const counts = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        anyBytes,
        anyBytes,
        counts,
        fc.integer({ min: 1, max: 200 }),
        (password, salt, c, length) => {
          const before = [password.slice(), salt.slice()];
          const reference = pbkdf2Sync(password, salt, c, length, id);
          expect(toHex(pbkdf2(HASHES[id], password, salt, c, length))).toBe(reference.toString('hex'));
          expect([password, salt]).toEqual(before);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('numbers its blocks with four bytes', () => {
    const length = 32 * 258;
    const reference = pbkdf2Sync('password', 'salt', 1, length, 'sha256');
    expect(toHex(pbkdf2(sha256, utf8('password'), utf8('salt'), 1, length))).toBe(reference.toString('hex'));
  });
});
