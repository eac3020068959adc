import { createDiffieHellman } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  customDhGroup,
  DH_GROUP_NAMES,
  dhGroup,
  dhKeyPair,
  dhPublic,
  dhShared,
  judgePublicValue,
} from '../../src/dh/index.ts';
import { bitLength, i2osp, os2ip } from '../../src/math/index.ts';
import { type RandomSource, seededRandom } from '../../src/random/index.ts';
import { withCode } from '../with-code.ts';

const toy = dhGroup('toy23');
const large = dhGroup('ffdhe2048');

describe('an exchange', () => {
  it('is that of the textbooks', () => {
    expect(dhPublic(toy, 6n)).toBe(8n);
    expect(dhPublic(toy, 15n)).toBe(19n);
    expect(dhShared(toy, 6n, 19n)).toBe(2n);
    expect(dhShared(toy, 15n, 8n)).toBe(2n);
    const stallings = dhGroup('toy353');
    expect([dhPublic(stallings, 97n), dhPublic(stallings, 233n)]).toEqual([40n, 248n]);
    expect([dhShared(stallings, 97n, 248n), dhShared(stallings, 233n, 40n)]).toEqual([160n, 160n]);
  });

  it.each(DH_GROUP_NAMES.filter((name) => !/6144|8192/.test(name)))(
    'in %s gives both the same secret',
    (name) => {
      const group = dhGroup(name);
      const random = seededRandom(`exchange ${name}`);
      const [alice, bob] = [dhKeyPair(group, random), dhKeyPair(group, random)];
      expect(dhPublic(group, alice.privateValue)).toBe(alice.publicValue);
      expect(dhShared(group, alice.privateValue, bob.publicValue)).toBe(
        dhShared(group, bob.privateValue, alice.publicValue),
      );
    },
  );

  it("agrees with Node's, on either side", () => {
    const k = bitLength(large.p) / 8;
    const theirs = createDiffieHellman(i2osp(large.p, k), i2osp(large.g, 1));
    const ours = dhKeyPair(large, seededRandom('node'));
    const theirPublic = os2ip(theirs.generateKeys());
    const secret = os2ip(theirs.computeSecret(i2osp(ours.publicValue, k)));
    expect(dhShared(large, ours.privateValue, theirPublic)).toBe(secret);
  });
});

describe('dhKeyPair', () => {
  it('draws short private values where RFC 7919 allows them, and all of them elsewhere', () => {
    const random = seededRandom('lengths');
    const lengths = Array.from({ length: 12 }, () => bitLength(dhKeyPair(large, random).privateValue));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(225);
    expect(Math.max(...lengths)).toBeGreaterThan(220);
    const drawn = new Set(Array.from({ length: 600 }, () => dhKeyPair(toy, random).privateValue));
    // 11 gives p - 1, which others refuse; 22 gives 1.
    const all = Array.from({ length: 21 }, (_, i) => BigInt(i + 1)).filter((x) => x !== 11n);
    expect([...drawn].sort((a, b) => Number(a - b))).toEqual(all);
  });

  it('is the same for the same seed', () => {
    expect(dhKeyPair(large, seededRandom('a'))).toEqual(dhKeyPair(large, seededRandom('a')));
    expect(dhKeyPair(large)).not.toEqual(dhKeyPair(large));
  });

  it('takes the least value where 1 is drawn', () => {
    const zeros: RandomSource = {
      bytes: (length) => new Uint8Array(length),
      substream: () => zeros,
      secret: true,
    };
    expect(dhKeyPair(large, zeros)).toEqual({ privateValue: 1n, publicValue: 2n });
  });
});

describe('what a peer sends', () => {
  const { p } = large;

  it.each([0n, 1n, p - 1n, p, p + 2n, -2n])('is refused where it would give the secret away', (y) => {
    expect(judgePublicValue(large, y)).toEqual({ valid: false, reason: 'out-of-range' });
    expect(() => dhShared(large, 5n, y)).toThrow(
      withCode('check-failed', /^peerPublic: expected a public value from 2 to p - 2, got another number/),
    );
  });

  it('is refused where it is no power of g', () => {
    // 2 is a square modulo p, so -2 is none.
    expect(judgePublicValue(large, p - 2n)).toEqual({ valid: false, reason: 'not-in-group', power: p - 1n });
    expect(() => dhShared(large, 5n, p - 2n)).toThrow(withCode('check-failed', /that is a power of g, got/));
    expect(judgePublicValue(large, 2n)).toEqual({ valid: true });
    expect(judgePublicValue(large, 4n)).toEqual({ valid: true });
  });

  it('is judged in a toy group as by counting', () => {
    const half = customDhGroup(23n, 2n);
    const powers = new Set(Array.from({ length: 11 }, (_, x) => 2n ** BigInt(x) % 23n));
    for (let y = 2n; y < 22n; y++) {
      expect(judgePublicValue(half, y).valid).toBe(powers.has(y));
      expect(judgePublicValue(toy, y)).toEqual({ valid: true });
    }
  });

  it('cannot be worked on with a private value that is none', () => {
    for (const x of [0n, -1n, 22n, 23n]) {
      expect(() => dhPublic(toy, x)).toThrow(
        withCode('bad-argument', /^privateValue: expected a number from 1 to p - 2/),
      );
      expect(() => dhShared(toy, x, 8n)).toThrow(withCode('bad-argument', /^privateValue: /));
    }
    expect(() => dhKeyPair(undefined as never)).toThrow(
      withCode('bad-argument', /^group: expected one such as/),
    );
    expect(() => dhPublic({ p: 23n } as never, 3n)).toThrow(withCode('bad-argument', /^group: /));
  });

  it('gives both the same secret, whatever the private values', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 21n }), fc.bigInt({ min: 1n, max: 21n }), (a, b) => {
        fc.pre(a !== 11n && b !== 11n);
        expect(dhShared(toy, a, dhPublic(toy, b))).toBe(dhShared(toy, b, dhPublic(toy, a)));
      }),
    ));
});
