/** The chains with one fault each, judged by `openssl verify`: its first number is the one that the fault states. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pemEncode } from '../../src/asn1/index.ts';
import { verifyChain } from '../../src/x509/index.ts';
import { chainOptions, FAULTS } from '../x509/faults.ts';
import { hasPeer } from './peer.ts';

describe.skipIf(!hasPeer('openssl'))('openssl verify, of a fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crypto-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(FAULTS)('$name: we say $reason, openssl $opensslError', (fault) => {
    const { name, root, chain, leaf, crls, reason, opensslError, opensslArgs } = fault;
    const cwd = join(folder, name);
    mkdirSync(cwd);
    const write = (file: string, label: string, list: readonly { readonly der: Uint8Array }[]) =>
      writeFileSync(join(cwd, file), list.map(({ der }) => pemEncode(label, der)).join(''));
    write('root.pem', 'CERTIFICATE', [root]);
    write('chain.pem', 'CERTIFICATE', chain);
    write('leaf.pem', 'CERTIFICATE', [leaf]);
    write('crl.pem', 'X509 CRL', crls);
    const { stdout, stderr } = spawnSync('openssl', ['verify', ...opensslArgs], { cwd, encoding: 'utf8' });
    const errors = [...(stderr + stdout).matchAll(/error (\d+) at (\d+) depth/g)];
    const [number = 0] = errors.map((found) => Number(found[1]));
    expect(number, stderr + stdout).toBe(opensslError ?? 0);
    expect(/^leaf\.pem: OK$/m.test(stdout)).toBe(number === 0);
    // Whatever else it says is of the same certificate: one thing is wrong. (Of a path that is too long it blames who set the limit.)
    const verdict = verifyChain(leaf, chainOptions(fault));
    expect(verdict.valid ? null : verdict.reason).toBe(reason);
    if (verdict.valid || name === 'path-too-long') return;
    for (const found of errors) expect(Number(found[2])).toBe(verdict.depth);
  });
});
