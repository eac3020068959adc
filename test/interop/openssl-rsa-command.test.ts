/** The command and OpenSSL's, with the defaults of both; and the keys that each makes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/hash/index.ts';
import { parsePrivateKey } from '../../src/keys/index.ts';
import { pssSign } from '../../src/rsa/index.ts';
import { runCrypto } from '../cli/run-crypto.ts';
import { message, openOpensslRsa, secret } from './openssl-rsa-peer.ts';
import { hasPeer } from './peer.ts';

describe.skipIf(!hasPeer('openssl'))('openssl and the command', () => {
  const openssl = openOpensslRsa();

  describe('the command, with the defaults of both', () => {
    const crypto = async (...args: string[]) => {
      const { status, stdout, stderr } = await runCrypto(['rsa', ...args], { cwd: openssl.cwd });
      expect(status, stderr).toBe(0);
      return new Uint8Array(stdout);
    };

    it.each([
      ['PKCS#1 v1.5', [], []],
      ['OAEP', ['--padding', 'oaep'], ['rsa_padding_mode:oaep']],
      [
        'OAEP with SHA-256',
        ['--padding', 'oaep', '--hash', 'sha256'],
        ['rsa_padding_mode:oaep', 'rsa_oaep_md:sha256'],
      ],
    ])('encrypts and decrypts %s', async (_, ours, theirs) => {
      const ciphertext = await crypto('encrypt', '--key', 'public.pem', ...ours, 'secret');
      expect(openssl.decrypted(theirs, ciphertext)).toEqual(secret);
      writeFileSync(openssl.path('ciphertext'), openssl.encrypted(theirs));
      expect(await crypto('decrypt', '--key', 'key.pem', ...ours, 'ciphertext')).toEqual(secret);
    });

    it.each([
      ['PKCS#1 v1.5', [], []],
      ['PSS', ['--padding', 'pss'], ['rsa_padding_mode:pss']],
    ])('signs and verifies %s', async (_, ours, theirs) => {
      const signature = await crypto('sign', '--key', 'key.pem', ...ours, 'message');
      expect(openssl.verified('sha256', theirs, signature)).toBe('Verified OK\n');
      writeFileSync(openssl.path('theirs'), openssl.signed('sha256', theirs));
      const verify = ['--key', 'public.pem', '--signature', 'theirs', ...ours, 'message'];
      expect(Buffer.from(await crypto('verify', ...verify)).toString()).toMatch(/^signature: valid/);
    });
  });

  it('checks the keys that we make, of any size, under a seed or none', async () => {
    for (const args of [
      ['--bits', '512'],
      ['--bits', '1031'],
      ['--seed', 'word'],
      ['--exponent', '3'],
    ]) {
      const { stdout, status } = await runCrypto(['rsa', 'keygen', ...args]);
      expect(status).toBe(0);
      const checked = openssl.run(['pkey', '-check', '-noout'], stdout);
      expect(Buffer.from(checked).toString()).toContain('Key is valid');
    }
  });

  it('reads keys under a passphrase both ways', async () => {
    const pass = ['-passout', 'pass:secret'];
    openssl.run(['pkcs8', '-topk8', '-in', 'key.pem', '-out', 'sealed.pem', ...pass]);
    const opened = await runCrypto(['rsa', 'convert', 'sealed.pem', '--passphrase', 'secret'], {
      cwd: openssl.cwd,
    });
    expect(opened.stdout.toString()).toBe(readFileSync(openssl.path('key.pem'), 'utf8'));
    const sealed = await runCrypto(['rsa', 'convert', 'key.pem', '--new-passphrase', 'secret'], {
      cwd: openssl.cwd,
    });
    const back = openssl.run(['pkey', '-passin', 'pass:secret'], sealed.stdout);
    expect(Buffer.from(back).toString()).toBe(readFileSync(openssl.path('key.pem'), 'utf8'));
  });

  it('keeps to what a key for PSS alone allows', async () => {
    const restriction = ['rsa_keygen_bits:2048', 'rsa_pss_keygen_md:sha256', 'rsa_pss_keygen_saltlen:32'];
    const options = restriction.flatMap((option) => ['-pkeyopt', option]);
    const mgf = ['-pkeyopt', 'rsa_pss_keygen_mgf1_md:sha256'];
    openssl.run(['genpkey', '-algorithm', 'rsa-pss', ...options, ...mgf, '-out', 'pss.pem']);
    const crypto = (...args: string[]) => runCrypto(['rsa', ...args], { cwd: openssl.cwd });
    const pss = ['--key', 'pss.pem', '--padding', 'pss'];
    expect((await crypto('sign', ...pss, 'message', '-o', 'good.sig')).status).toBe(0);
    expect((await crypto('verify', ...pss, '--signature', 'good.sig', 'message')).status).toBe(0);
    openssl.run(['pkey', '-in', 'pss.pem', '-pubout', '-out', 'pss-public.pem']);
    openssl.run(['dgst', '-sha256', '-verify', 'pss-public.pem', '-signature', 'good.sig', 'message']);
    for (const args of [
      ['sign', '--key', 'pss.pem', 'message'],
      ['sign', ...pss, '--hash', 'sha512', 'message'],
      ['sign', ...pss, '--salt', '20', 'message'],
      ['encrypt', '--key', 'pss.pem', 'secret'],
    ]) {
      expect(await crypto(...args)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('pss.pem: this key'),
      });
    }
    const plain = parsePrivateKey(readFileSync(openssl.path('pss.pem')));
    if (plain.algorithm !== 'rsassa-pss') throw new Error(plain.algorithm);
    const signature = pssSign(plain.rsa, sha256, message, { saltLength: 20 });
    writeFileSync(openssl.path('short.sig'), signature);
    expect(await crypto('verify', ...pss, '--signature', 'short.sig', 'message')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('salt of at least 32 bytes, got one of 20'),
    });
  });
});
