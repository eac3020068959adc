/** Each decrypts and verifies what the other made: PKCS #1, OAEP and PSS, the library in a matrix, the command with defaults. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toHex, utf8 } from '../../src/bytes/index.ts';
import { HASHES, type HashId } from '../../src/hash/index.ts';
import { encodePkcs8, encodeSpki, toPem } from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import {
  generateKey,
  oaepDecrypt,
  oaepEncrypt,
  pkcs1Decrypt,
  pkcs1Encrypt,
  pkcs1Sign,
  pkcs1Verify,
  pssSign,
  pssVerify,
} from '../../src/rsa/index.ts';
import { runCrypto } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from './peer.ts';

const key = generateKey(2048, { random: seededRandom('interop') });
const publicKey = { n: key.n, e: key.e };
const secret = utf8('sixteen letters.');
const message = utf8('I owe you 100, and not 900.');

/** OpenSSL's names of the hash functions. */
const OPENSSL: Readonly<Record<HashId, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  'sha512-224': 'sha512-224',
  'sha512-256': 'sha512-256',
};
const IDS = Object.keys(OPENSSL) as HashId[];

describe.skipIf(!hasPeer('openssl'))('openssl', () => {
  const cwd = openSandbox().folder('rsa');
  const path = (name: string) => join(cwd, name);

  beforeAll(() => {
    writeFileSync(path('key.pem'), toPem('pkcs8', encodePkcs8({ algorithm: 'rsa', rsa: key })));
    writeFileSync(path('public.pem'), toPem('spki', encodeSpki({ algorithm: 'rsa', rsa: publicKey })));
    writeFileSync(path('message'), message);
    writeFileSync(path('secret'), secret);
  });

  function openssl(args: readonly string[], input: Uint8Array = new Uint8Array(0)): Uint8Array {
    const { stdout, stderr, status } = spawnSync('openssl', args, { cwd, input });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
    return new Uint8Array(stdout);
  }

  const pkeyopts = (options: readonly string[]) => options.flatMap((option) => ['-pkeyopt', option]);
  const theirEncryption = (options: readonly string[]) =>
    openssl(['pkeyutl', '-encrypt', '-pubin', '-inkey', 'public.pem', ...pkeyopts(options)], secret);
  const theirDecryption = (options: readonly string[], ciphertext: Uint8Array) =>
    openssl(['pkeyutl', '-decrypt', '-inkey', 'key.pem', ...pkeyopts(options)], ciphertext);

  const sigopts = (options: readonly string[]) => options.flatMap((option) => ['-sigopt', option]);
  const theirSignature = (hash: HashId, options: readonly string[]) =>
    openssl(['dgst', `-${OPENSSL[hash]}`, '-sign', 'key.pem', ...sigopts(options)], message);
  const theirVerdict = (hash: HashId, options: readonly string[], signature: Uint8Array) => {
    writeFileSync(path('signature'), signature);
    const verify = ['-verify', 'public.pem', '-signature', 'signature', ...sigopts(options)];
    return Buffer.from(openssl(['dgst', `-${OPENSSL[hash]}`, ...verify], message)).toString();
  };

  describe('encryption', () => {
    it('PKCS #1 v1.5, both ways', () => {
      expect(theirDecryption([], pkcs1Encrypt(publicKey, secret))).toEqual(secret);
      expect(pkcs1Decrypt(key, theirEncryption([]))).toEqual(secret);
    });

    it('OAEP with the defaults of both', () => {
      const mode = ['rsa_padding_mode:oaep'];
      expect(theirDecryption(mode, oaepEncrypt(publicKey, secret))).toEqual(secret);
      expect(oaepDecrypt(key, theirEncryption(mode))).toEqual(secret);
    });

    it.each(
      IDS.flatMap((hash) =>
        [undefined, 'sha1' as const, 'sha512' as const].map((mgf) => [hash, mgf] as const),
      ),
    )('OAEP with %s, MGF1 with %s, both ways', (hash, mgf) => {
      const label = utf8('label');
      const mode = [
        'rsa_padding_mode:oaep',
        `rsa_oaep_md:${OPENSSL[hash]}`,
        ...(mgf ? [`rsa_mgf1_md:${OPENSSL[mgf]}`] : []),
        `rsa_oaep_label:${toHex(label)}`,
      ];
      const ours = { hash: HASHES[hash], ...(mgf && { mgfHash: HASHES[mgf] }), label };
      expect(theirDecryption(mode, oaepEncrypt(publicKey, secret, ours))).toEqual(secret);
      expect(oaepDecrypt(key, theirEncryption(mode), ours)).toEqual(secret);
    });
  });

  describe('signatures', () => {
    it.each(IDS)('PKCS #1 v1.5 with %s: the same bytes', (hash) => {
      const ours = pkcs1Sign(key, HASHES[hash], message);
      expect(toHex(ours)).toBe(toHex(theirSignature(hash, [])));
      expect(theirVerdict(hash, [], ours)).toBe('Verified OK\n');
      expect(pkcs1Verify(publicKey, HASHES[hash], message, ours).valid).toBe(true);
    });

    const salts = [0, 1, 20, 32, 'digest', 'max'] as const;
    it.each(
      (['sha1', 'sha256', 'sha384', 'sha512', 'md5'] as const).flatMap((hash) =>
        salts.map((salt) => [hash, salt] as const),
      ),
    )('PSS with %s and a salt of %s, both ways', (hash, salt) => {
      const { digestLength } = HASHES[hash];
      const saltLength = salt === 'digest' ? digestLength : salt === 'max' ? 256 - digestLength - 2 : salt;
      const mode = ['rsa_padding_mode:pss', `rsa_pss_saltlen:${salt}`];
      const theirs = theirSignature(hash, mode);
      expect(pssVerify(publicKey, HASHES[hash], message, theirs, { saltLength })).toMatchObject({
        valid: true,
        saltLength,
      });
      const ours = pssSign(key, HASHES[hash], message, { saltLength });
      expect(theirVerdict(hash, mode, ours)).toBe('Verified OK\n');
    });

    it.each(IDS.map((hash) => [hash, hash === 'sha256' ? 'sha1' : 'sha256'] as const))(
      'PSS with %s, MGF1 with %s, both ways',
      (hash, mgf) => {
        const mode = ['rsa_padding_mode:pss', `rsa_mgf1_md:${OPENSSL[mgf]}`];
        const options = { mgfHash: HASHES[mgf], saltLength: 'auto' } as const;
        expect(pssVerify(publicKey, HASHES[hash], message, theirSignature(hash, mode), options).valid).toBe(
          true,
        );
        const ours = pssSign(key, HASHES[hash], message, { mgfHash: HASHES[mgf] });
        expect(theirVerdict(hash, mode, ours)).toBe('Verified OK\n');
      },
    );
  });

  describe('the command, with the defaults of both', () => {
    const crypto = async (...args: string[]) => {
      const { status, stdout, stderr } = await runCrypto(['rsa', ...args], { cwd });
      expect(status, stderr).toBe(0);
      return new Uint8Array(stdout);
    };

    it.each([
      ['PKCS #1 v1.5', [], []],
      ['OAEP', ['--padding', 'oaep'], ['rsa_padding_mode:oaep']],
    ])('encrypts and decrypts %s', async (_, ours, theirs) => {
      const ciphertext = await crypto('encrypt', '--key', 'public.pem', ...ours, 'secret');
      expect(theirDecryption(theirs, ciphertext)).toEqual(secret);
      writeFileSync(path('ciphertext'), theirEncryption(theirs));
      expect(await crypto('decrypt', '--key', 'key.pem', ...ours, 'ciphertext')).toEqual(secret);
    });

    it.each([
      ['PKCS #1 v1.5', [], []],
      ['PSS', ['--padding', 'pss'], ['rsa_padding_mode:pss']],
    ])('signs and verifies %s', async (_, ours, theirs) => {
      const signature = await crypto('sign', '--key', 'key.pem', ...ours, 'message');
      expect(theirVerdict('sha256', theirs, signature)).toBe('Verified OK\n');
      writeFileSync(path('theirs'), theirSignature('sha256', theirs));
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
      const checked = openssl(['pkey', '-check', '-noout'], stdout);
      expect(Buffer.from(checked).toString()).toContain('Key is valid');
    }
  });

  it('reads keys under a passphrase both ways', async () => {
    const pass = ['-passout', 'pass:secret'];
    openssl(['pkcs8', '-topk8', '-in', 'key.pem', '-out', 'sealed.pem', ...pass]);
    const opened = await runCrypto(['rsa', 'convert', 'sealed.pem', '--passphrase', 'secret'], { cwd });
    expect(opened.stdout.toString()).toBe(readFileSync(path('key.pem'), 'utf8'));
    const sealed = await runCrypto(['rsa', 'convert', 'key.pem', '--new-passphrase', 'secret'], { cwd });
    const back = openssl(['pkey', '-passin', 'pass:secret'], sealed.stdout);
    expect(Buffer.from(back).toString()).toBe(readFileSync(path('key.pem'), 'utf8'));
  });
});
