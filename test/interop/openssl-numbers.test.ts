/** openssl has the same groups, judges our primes, and shares a Diffie–Hellman secret with us. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DH_GROUP_NAMES, dhGroup, dhShared, judgePublicValue } from '../../src/dh/index.ts';
import { i2osp, isProbablePrime, os2ip } from '../../src/math/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { generateKey } from '../../src/rsa/index.ts';
import { hasPeer } from './peer.ts';

const groups = DH_GROUP_NAMES.filter((name) => name.startsWith('ffdhe'));

describe.skipIf(!hasPeer('openssl'))('openssl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crypto-primer-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  /** The numbers of a Diffie–Hellman key, private and public. */
  const numbersOf = (file: string) => {
    const text = openssl('pkey', '-in', file, '-noout', '-text');
    const number = (label: string) => {
      const hex = new RegExp(`${label}:\\s+([0-9a-f:\\s]+)`).exec(text)![1]!;
      return BigInt(`0x${hex.replace(/[^0-9a-f]/g, '')}`);
    };
    return { privateValue: number('private-key'), publicValue: number('public-key') };
  };

  it.each(groups)('has the prime of %s', (name) => {
    openssl('genpkey', '-algorithm', 'DH', '-pkeyopt', `group:${name}`, '-outform', 'DER', '-out', 'key.der');
    const parsed = openssl('asn1parse', '-inform', 'DER', '-in', 'key.der');
    expect(parsed).toContain(`:${dhGroup(name).p.toString(16).toUpperCase()}`);
  });

  it('shares a secret with us', () => {
    for (const name of ['a', 'b']) {
      openssl('genpkey', '-algorithm', 'DH', '-pkeyopt', 'group:ffdhe2048', '-out', `${name}.pem`);
      openssl('pkey', '-in', `${name}.pem`, '-pubout', '-out', `${name}.pub`);
    }
    openssl('pkeyutl', '-derive', '-inkey', 'a.pem', '-peerkey', 'b.pub', '-out', 'secret');
    const [ours, theirs] = [numbersOf('a.pem'), numbersOf('b.pem')];
    const group = dhGroup('ffdhe2048');
    expect(judgePublicValue(group, theirs.publicValue)).toEqual({ valid: true });
    const secret = i2osp(dhShared(group, ours.privateValue, theirs.publicValue), 256);
    writeFileSync(join(folder, 'ours'), secret);
    expect(openssl('dgst', '-sha256', '-r', 'ours').slice(0, 64)).toBe(
      openssl('dgst', '-sha256', '-r', 'secret').slice(0, 64),
    );
  });

  it('calls our primes prime, and we its', () => {
    const { p, q } = generateKey(1024, { random: seededRandom('openssl') }).crt!;
    for (const prime of [p, q]) expect(openssl('prime', `${prime}`)).toMatch(/is prime/);
    const theirs = openssl('prime', '-generate', '-bits', '512').trim();
    expect(isProbablePrime(BigInt(theirs))).toBe(true);
    expect(os2ip(i2osp(BigInt(theirs), 64))).toBe(BigInt(theirs));
  });
});
