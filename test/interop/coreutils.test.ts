/** `crypto hash` and the coreutils: the same lines, and each checks the other's lists. Perl's shasum has the rest. */
import { randomFillSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from './peer.ts';

const sandbox = openSandbox();
const cwd = sandbox.folder('coreutils');
const NAMES = [
  'plain',
  'two words',
  '-dash',
  '*star',
  'back\\slash',
  'new\nline',
  'return\r',
  ' (a) = b',
  '密',
];
for (const name of [...NAMES, 'empty', 'large']) {
  const length = name === 'empty' ? 0 : name === 'large' ? 3_000_001 : 100;
  writeFileSync(join(cwd, name), randomFillSync(new Uint8Array(length)));
}

/** Warnings of weakness set aside, both do the same and say the same. */
async function agree(ours: string, theirs: string) {
  const [a, b] = await Promise.all([sandbox.bash(ours, cwd), sandbox.bash(theirs, cwd)]);
  expect(b.status, b.stderr).toBe(0);
  expect([a.stdout.toString(), a.status], ours).toEqual([b.stdout.toString(), b.status]);
}

describe.skipIf(!hasPeer('sha256sum', ['--version']))('coreutils', () => {
  it.concurrent.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])('%s', async (id) => {
    const crypto = `crypto hash ${id}`;
    const sum = `${id}sum`;
    await agree(`${crypto} -- *`, `${sum} -- *`);
    await agree(`${crypto} --tag -- *`, `${sum} --tag -- *`);
    await agree(`${crypto} < large`, `${sum} < large`);
    for (const style of ['', '--tag']) {
      await agree(`${crypto} ${style} -- * | ${sum} -c --quiet`, 'true');
      await agree(`${sum} ${style} -- * | ${crypto} -c --quiet`, 'true');
    }
    await agree(`${sum} -b plain | ${crypto} -c`, `${crypto} plain | ${sum} -c`);
  });

  it('names the same files as altered or missing, and fails', async () => {
    const list =
      "sha256sum plain large '*star' | sed 's/^[0-9a-f]\\{8\\}/00000000/; s/large$/gone/'; sha256sum -- -dash";
    const [ours, theirs] = await Promise.all(
      ['crypto hash sha256', 'sha256sum'].map((sum) => sandbox.bash(`(${list}) | ${sum} -c`, cwd)),
    );
    expect(theirs!.stdout.toString()).toContain('gone: FAILED open or read');
    expect([ours!.stdout.toString(), ours!.status]).toEqual([theirs!.stdout.toString(), theirs!.status]);
  });
});

describe.skipIf(!hasPeer('shasum', ['--version']))('shasum', () => {
  it.concurrent.each([
    ['sha512-224', '512224'],
    ['sha512-256', '512256'],
  ])('%s', async (id, number) => {
    await agree(`crypto hash ${id} plain empty large`, `shasum -a ${number} plain empty large`);
    await agree(`crypto hash ${id} --tag plain large`, `shasum -a ${number} --tag plain large`);
    await agree(
      `crypto hash ${id} plain large | shasum -a ${number} -c -`,
      "printf 'plain: OK\\nlarge: OK\\n'",
    );
    await agree(
      `shasum -a ${number} plain large | crypto hash ${id} -c`,
      "printf 'plain: OK\\nlarge: OK\\n'",
    );
  });
});

describe.skipIf(!hasPeer('openssl'))('openssl', () => {
  it.concurrent.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-224', 'sha512-256'])(
    'dgst -%s, and with -hmac',
    async (id) => {
      const key = '000102030405060708090a0b0c0d0e0f';
      const mac = `openssl dgst -${id} -mac HMAC -macopt hexkey:${key}`;
      await agree(`openssl dgst -${id} plain large | crypto hash ${id} -c --quiet`, 'true');
      await agree(`${mac} plain large | crypto hmac ${id} --key ${key} -c --quiet`, 'true');
      await agree(`crypto hmac ${id} --key ${key} plain large`, `${mac} -r plain large | sed 's/ \\*/  /'`);
    },
  );

  it.concurrent.each([
    [
      'hkdf --hash sha512 --ikm 0001020304 --salt 0506 --info 07 --length 100',
      '-keylen 100 -kdfopt digest:SHA512 -kdfopt hexkey:0001020304 -kdfopt hexsalt:0506 -kdfopt hexinfo:07 HKDF',
    ],
    [
      'pbkdf2 --hash sha384 --password text:password --salt 0001020304050607 --iterations 1000 --length 60',
      '-keylen 60 -kdfopt digest:SHA384 -kdfopt pass:password -kdfopt hexsalt:0001020304050607 -kdfopt iter:1000 PBKDF2',
    ],
    [
      'tls12-prf --hash sha384 --secret 0001020304 --label text:key --seed 0506 --length 100',
      '-keylen 100 -kdfopt digest:SHA384 -kdfopt hexsecret:0001020304 -kdfopt seed:key -kdfopt hexseed:0506 TLS1-PRF',
    ],
  ])('kdf %s', async (ours, theirs) => {
    await agree(`crypto kdf ${ours} --encoding raw`, `openssl kdf -binary ${theirs}`);
  });
});
