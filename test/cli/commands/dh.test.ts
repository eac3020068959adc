/** The parts of `crypto dh` by themselves, and what it makes, computed again by node:crypto. */
import { createDecipheriv, createDiffieHellman, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenGroup } from '../../../src/cli/commands/dh/chosen-group.ts';
import { eavesdrop } from '../../../src/cli/commands/dh/eavesdrop.ts';
import { runExchange } from '../../../src/cli/commands/dh/exchange-run.ts';
import { runIntercept } from '../../../src/cli/commands/dh/intercept-run.ts';
import { strengthOf } from '../../../src/cli/commands/dh/strength.ts';
import { openSession, type Session } from '../../../src/cli/session.ts';
import { DH_GROUP_NAMES, dhPublic } from '../../../src/dh/index.ts';
import { withCode } from '../../with-code.ts';

const PRIMES = [5n, 7n, 11n, 13n, 23n, 31n, 37n, 61n, 97n, 127n, 251n];

/** A session under `--json` that keeps what it says. */
function listen(): { session: Session; printed: Record<string, string>[]; notes: string[] } {
  const printed: Record<string, string>[] = [];
  const notes: string[] = [];
  const session: Session = {
    ...openSession(['--json'], {}),
    printJson: (value) => void printed.push(value as Record<string, string>),
    note: (key, ..._values) => void notes.push(key),
  };
  return { session, printed, notes };
}

const { session } = listen();
const anyToy = fc
  .constantFrom(...PRIMES)
  .chain((p) => fc.record({ p: fc.constant(p), g: fc.bigInt({ min: 2n, max: p - 2n }) }));

describe('a group of numbers', () => {
  it('has as many powers as its order says, or half of them and a prime', () => {
    fc.assert(
      fc.property(anyToy, ({ p, g }) => {
        const powers = new Set<bigint>();
        for (let power = g; !powers.has(power); power = (power * g) % p) powers.add(power);
        expect(chosenGroup(session, { p, g }).order).toBe(BigInt(powers.size));
      }),
    );
  });

  it('is a subgroup where the rest of p - 1 is too long to be factored', () => {
    const p = 2n ** 521n - 1n;
    // 17 divides p - 1: the power of 3 to (p - 1) / 17 has an order of 17.
    const g = BigInt(`0x${powerOfThree(p)}`);
    expect(chosenGroup(session, { p, g }).order).toBe(17n);
    expect(chosenGroup(session, { p, g: 3n }).order).toBe(p - 1n);
  });

  it('is refused unless p is prime and not too long', () => {
    expect(() => chosenGroup(session, { p: 2n ** 8192n + 1n, g: 2n })).toThrow(withCode('too-large'));
    expect(() => chosenGroup(session, { p: 561n, g: 2n })).toThrow(withCode('bad-argument'));
    expect(() => chosenGroup(session, { p: 2n ** 1024n + 1n, g: 2n })).toThrow(withCode('bad-argument'));
  });
});

/** 3^((p - 1) / 17) mod p in hex, as node:crypto has it. */
function powerOfThree(p: bigint): string {
  const exchange = createDiffieHellman(bytesOf(p), 3);
  exchange.setPrivateKey(bytesOf((p - 1n) / 17n));
  return exchange.generateKeys('hex');
}

function bytesOf(value: bigint): Buffer {
  const digits = value.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
}

describe('Eve', () => {
  it('finds an exponent that gives what was sent, the first there is', () => {
    fc.assert(
      fc.property(anyToy, fc.bigInt({ min: 1n, max: 3n }), fc.bigInt({ min: 1n, max: 3n }), (toy, x, y) => {
        const group = chosenGroup(session, toy);
        const sent = { a: dhPublic(group, x), b: dhPublic(group, y) };
        const { tries, found } = eavesdrop(group, sent, 1000, () => {});
        expect(dhPublic(group, found!.exponent)).toBe(sent[found!.of]);
        expect(tries).toBe(Number(found!.exponent));
        expect(found!.exponent).toBe(x < y ? x % group.order || x : y % group.order || y);
      }),
    );
  });

  it('stops where her tries end', () => {
    const group = chosenGroup(session, { group: 'toy353' });
    const sent = { a: dhPublic(group, 97n), b: dhPublic(group, 233n) };
    expect(eavesdrop(group, sent, 96, () => {})).toEqual({ tries: 96 });
    expect(eavesdrop(group, sent, 97, () => {}).found).toEqual({ of: 'a', exponent: 97n });
  });
});

describe('what is shown', () => {
  it.each(['ffdhe2048', 'ffdhe3072'] as const)('agrees with node:crypto in %s', (group) => {
    const { session, printed } = listen();
    runExchange(session, { group, seed: 'w', tries: 1 });
    const [{ p, g, a, b, A, B, aliceShared, bobShared }] = printed as [Record<string, string>];
    const exchange = createDiffieHellman(bytesOf(BigInt(p!)), Number(g));
    exchange.setPrivateKey(bytesOf(BigInt(a!)));
    expect(BigInt(`0x${exchange.generateKeys('hex')}`)).toBe(BigInt(A!));
    const shared = BigInt(`0x${exchange.computeSecret(bytesOf(BigInt(B!))).toString('hex')}`);
    expect([BigInt(aliceShared!), BigInt(bobShared!)]).toEqual([shared, shared]);
    expect(a).not.toBe(b);
  });

  it('lets Mallory read and Bob believe, as node:crypto decrypts it', () => {
    const { session, printed } = listen();
    runIntercept(session, { group: 'ffdhe2048', seed: 'w' });
    const [shown] = printed as [Record<string, string>];
    expect(shown.malloryWithAlice).toBe(shown.aliceShared);
    expect(shown.malloryWithBob).toBe(shown.bobShared);
    expect(shown.aliceShared).not.toBe(shown.bobShared);
    expect(opened(shown.malloryWithAlice!, shown.sealed!)).toBe('Please pay Bob 100 euros. Alice');
    expect(opened(shown.bobShared!, shown.resealed!)).toBe('Please pay Bob 900 euros. Alice');
    expect(shown).toMatchObject({ malloryReads: shown.sent, bobReads: 'Please pay Bob 900 euros. Alice' });
  });

  it('has a strength for every group of the RFC, and for no toy', () => {
    for (const name of DH_GROUP_NAMES) expect(strengthOf(name) === undefined).toBe(name.startsWith('toy'));
  });

  it('calls a long group weak only where it is', () => {
    const { session, notes } = listen();
    runExchange(session, { group: 'ffdhe2048', a: 6n, b: 7n });
    expect(notes).toEqual([]);
    runExchange(session, { p: 2n ** 1279n - 1n, g: 3n, a: 6n, b: 7n });
    expect(notes).toEqual(['dh.weak.short']);
  });
});

function opened(secret: string, sealedHex: string): string {
  const ikm = bytesOf(BigInt(secret));
  const padded = Buffer.concat([Buffer.alloc(256 - ikm.length), ikm]);
  const key = Buffer.from(hkdfSync('sha256', padded, '', 'crypto dh intercept', 16));
  const sealed = Buffer.from(sealedHex, 'hex');
  const decipher = createDecipheriv('aes-128-gcm', key, Buffer.alloc(12)).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString();
}
