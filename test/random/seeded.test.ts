import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, toHex, utf8 } from '../../src/bytes/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { withCode } from '../with-code.ts';
import { independentDrbg } from './independent-drbg.ts';

/** The recipe in the head of `seeded.ts`, followed by hand. */
function recompute(word: string, name: string): (length: number) => string {
  const seed = createHash('sha256').update(`crypto-primer/seed/1\0${word}`).digest();
  return independentDrbg(concat(seed, utf8(name)));
}

describe('seededRandom', () => {
  it('never changes: runs made long ago must come out again', () => {
    const random = seededRandom('demo');
    expect(toHex(random.bytes(16))).toBe('90b3765581ee7712fd5d45e5b868076a');
    expect(toHex(random.bytes(16))).toBe('ae258576cd8e0555ee2dfe7e2427f8ac');
    expect(toHex(random.substream('aes.key').bytes(16))).toBe('3a0ecd9ece1028cf5c609cd2016af4a5');
  });

  it('can be recomputed from its description', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (word, name) => {
        const [source, stream] = [recompute(word, ''), recompute(word, name)];
        const random = seededRandom(word);
        const named = random.substream(name);
        for (const length of [16, 32, 100]) {
          expect(toHex(random.bytes(length))).toBe(source(length));
          expect(toHex(named.bytes(length))).toBe(stream(length));
        }
      }),
    );
  });

  it('has sub-streams that do not depend on each other, nor on their order', () => {
    const one = seededRandom('w');
    const [p1, q1] = [one.substream('rsa.p').bytes(40), one.substream('rsa.q').bytes(40)];
    const two = seededRandom('w');
    two.bytes(7);
    const [q2, p2] = [two.substream('rsa.q'), two.substream('rsa.p')];
    expect([q2.bytes(40), p2.bytes(40)]).toEqual([q1, p1]);
    expect(p1).not.toEqual(q1);
  });

  it('joins the names of nested sub-streams', () => {
    const random = seededRandom('w');
    expect(random.substream('rsa').substream('p').bytes(8)).toEqual(random.substream('rsa.p').bytes(8));
    expect(random.substream('rsa').bytes(8)).not.toEqual(random.substream('rsa.p').bytes(8));
  });

  it('refuses a sub-stream without a name', () => {
    expect(() => seededRandom('w').substream('')).toThrow(withCode('bad-argument', /^name: /));
  });

  it('takes a lone surrogate for U+FFFD', () => {
    expect(seededRandom('\ud800').bytes(8)).toEqual(seededRandom('\ufffd').bytes(8));
  });

  it('admits that it is not secret', () => {
    expect(seededRandom('w').secret).toBe(false);
    expect(seededRandom('w').substream('a').secret).toBe(false);
  });
});
