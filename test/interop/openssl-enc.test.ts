/** Byte for byte what `openssl enc` writes, in both directions: the library at every length, the command on files. */
import { spawnSync } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aes, type BlockCipher, des, tripleDes } from '../../src/block/index.ts';
import { concat, fromHex } from '../../src/bytes/index.ts';
import { createDecryptor, createEncryptor, type ModeName } from '../../src/modes/index.ts';
import { runCrypto } from '../cli/run-crypto.ts';
import { hasPeer } from './peer.ts';

const KEY = '2b7e151628aed2a6abf7158809cf4f3c8e73b0f7da0e6452c810f32b809079e5';
const IV = 'f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff';

interface Row {
  readonly openssl: string;
  readonly noun: string;
  readonly cipher: (key: Uint8Array) => BlockCipher;
  readonly keyBytes: number;
  readonly ivBytes: number;
  readonly mode: ModeName;
}

const aesRows: Row[] = [16, 24, 32].flatMap((keyBytes) =>
  (['ecb', 'cbc', 'cfb', 'ofb', 'ctr'] as const).map((mode) => ({
    openssl: `aes-${keyBytes * 8}-${mode}`,
    noun: 'aes',
    cipher: aes,
    keyBytes,
    ivBytes: mode === 'ecb' ? 0 : 16,
    mode,
  })),
);
const desRow = { noun: 'des', cipher: des, keyBytes: 8 };
const tripleRow = { noun: '3des', cipher: tripleDes, keyBytes: 24 };
const rows: Row[] = [
  ...aesRows,
  { ...tripleRow, openssl: 'des-ede3-cbc', ivBytes: 8, mode: 'cbc' },
  { ...tripleRow, openssl: 'des-ede3', ivBytes: 0, mode: 'ecb' },
  { ...tripleRow, openssl: 'des-ede3-cfb', ivBytes: 8, mode: 'cfb' },
  { ...tripleRow, openssl: 'des-ede3-ofb', ivBytes: 8, mode: 'ofb' },
  { ...tripleRow, openssl: 'des-ede-cbc', keyBytes: 16, ivBytes: 8, mode: 'cbc' },
  { ...desRow, openssl: 'des-cbc', ivBytes: 8, mode: 'cbc' },
  { ...desRow, openssl: 'des-ecb', ivBytes: 0, mode: 'ecb' },
  { ...desRow, openssl: 'des-ofb', ivBytes: 8, mode: 'ofb' },
];

const folder = mkdtempSync(join(tmpdir(), 'crypto-openssl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function openssl(row: Row, direction: '-e' | '-d', input: Uint8Array): Buffer {
  const iv = row.ivBytes ? ['-iv', IV.slice(0, row.ivBytes * 2)] : [];
  const args = ['enc', direction, `-${row.openssl}`, '-K', KEY.slice(0, row.keyBytes * 2), ...iv];
  const providers = ['-provider', 'legacy', '-provider', 'default'];
  const { stdout, stderr, status } = spawnSync('openssl', [...args, ...providers], {
    input,
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}

describe.skipIf(!hasPeer('openssl'))('openssl enc', () => {
  describe.each(rows)('-$openssl', (row) => {
    const cipher = row.cipher(fromHex(KEY.slice(0, row.keyBytes * 2)));
    const options = { mode: row.mode, ...(row.ivBytes && { iv: fromHex(IV.slice(0, row.ivBytes * 2)) }) };
    const block = cipher.blockSize;
    const lengths = [0, 1, block - 1, block, block + 1, 2 * block - 1, 2 * block, 2 * block + 1, 1000];

    it.each(lengths)('%i bytes, both ways', (length) => {
      const msg = randomFillSync(new Uint8Array(length));
      const encryptor = createEncryptor(cipher, options);
      const ours = concat(encryptor.update(msg), encryptor.final());
      expect(Buffer.from(ours)).toEqual(openssl(row, '-e', msg));
      expect(openssl(row, '-d', ours)).toEqual(Buffer.from(msg));
      const decryptor = createDecryptor(cipher, options);
      expect(concat(decryptor.update(ours), decryptor.final())).toEqual(msg);
    });
  });

  describe('the command, on a file of several megabytes', () => {
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const msg = randomFillSync(new Uint8Array(5_000_003));
    const plain = join(folder, 'plain');
    writeFileSync(plain, msg);

    it.each(
      rows.filter((row) => ['aes-128-cbc', 'aes-256-ctr', 'des-ede3-cbc', 'des-cbc'].includes(row.openssl)),
    )('-$openssl', async (row) => {
      const sealed = join(folder, row.openssl);
      const key = [
        '--mode',
        row.mode,
        '--key',
        KEY.slice(0, row.keyBytes * 2),
        '--iv',
        IV.slice(0, row.ivBytes * 2),
      ];
      expect((await runCrypto([row.noun, 'encrypt', ...key, plain, '-o', sealed])).status).toBe(0);
      expect(digest(readFileSync(sealed))).toBe(digest(openssl(row, '-e', msg)));
      const { stdout } = await runCrypto([row.noun, 'decrypt', ...key], { input: openssl(row, '-e', msg) });
      expect(digest(stdout)).toBe(digest(msg));
    });
  });
});
