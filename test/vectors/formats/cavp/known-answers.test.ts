/** Records of NIST's files, as pyca/cryptography publishes them in vectors/cryptography_vectors; every kind once. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../../src/bytes/index.ts';
import { readCavp } from '../../../../src/vectors/formats/cavp/index.ts';
import { samples } from '../../../samples.ts';
import { runText, summaryOf } from '../run-text.ts';
import { SIG_GEN_15, SIG_GEN_PSS, SIG_GEN_X931, SIG_VER_15, SIG_VER_PSS } from './rsa-files.ts';

/** Of a file with a name that says nothing. */
const run = async (text: string, name = 'x') => {
  const result = await runText(name, text);
  const { algorithm, cases } = result.file;
  return { algorithm, ids: cases.map(({ id }) => id), ...summaryOf(result) };
};
const ops = (text: string) =>
  readCavp('x', text).cases.flatMap(({ checks }) =>
    checks.map((check) => ('request' in check ? check.request.op : `${check.op} (loop)`)),
  );

const CBC_MMT = `# CAVS 11.1
# Config info for aes_values
# AESVS MMT test data for CBC
# State : Encrypt and Decrypt

[ENCRYPT]

COUNT = 0
KEY = 1f8e4973953f3fb0bd6b16662e9a3c17
IV = 2fe2b333ceda8f98f4a99b40d2cd34a8
PLAINTEXT = 45cf12964fc824ab76616ae2f4bf0822
CIPHERTEXT = 0f61c4d44c5147c03c195ad7e2cc12b2

COUNT = 1
KEY = 0700d603a1c514e46b6191ba430a3a0c
IV = aad1583cd91365e3bb2f0c3430d065bb
PLAINTEXT = 068b25c7bfb1f8bdd4cfc908f69dffc5ddc726a197f0e5f720f730393279be91
CIPHERTEXT = c4dc61d9725967a3020104a9738f23868527ce839aab1752fd8bdb95a82c4d00

[DECRYPT]

COUNT = 0
KEY = 1f8e4973953f3fb0bd6b16662e9a3c17
IV = 2fe2b333ceda8f98f4a99b40d2cd34a8
CIPHERTEXT = 0f61c4d44c5147c03c195ad7e2cc12b2
PLAINTEXT = 45cf12964fc824ab76616ae2f4bf0822
`;

describe('block ciphers', () => {
  const right = { algorithm: 'AES-CBC', ids: ['ENCRYPT 0', 'ENCRYPT 1', 'DECRYPT 0'], passed: 3, failed: [] };

  it('AES, MMT', async () => {
    expect(await run(CBC_MMT)).toEqual({ ...right, skipped: {} });
    expect(ops(CBC_MMT)).toEqual(['aes-cbc-encrypt', 'aes-cbc-encrypt', 'aes-cbc-decrypt']);
  });

  it.each<[string, (text: string) => string]>([
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['no last line end', (text) => text.trimEnd()],
    ['no spaces', (text) => text.replaceAll(' = ', '=')],
    ['spaces at the ends', (text) => text.replaceAll('\n', '  \n')],
    ['names in lower case', (text) => text.replaceAll(/^[A-Z]+ =/gm, (name) => name.toLowerCase())],
    ['values in upper case', (text) => text.replaceAll(/= [0-9a-f]+$/gm, (value) => value.toUpperCase())],
    ['no blank lines', (text) => text.replaceAll('\n\n', '\n')],
  ])('with %s', async (_, change) => {
    expect(change(CBC_MMT)).not.toBe(CBC_MMT);
    expect(await run(change(CBC_MMT))).toMatchObject(right);
  });

  it('tells a wrong answer', async () => {
    const wrong = CBC_MMT.replace('c4dc61d9', 'c4dc61d8');
    expect((await run(wrong)).failed).toEqual(['ENCRYPT 1 aes-cbc-encrypt']);
  });

  it.each([
    ['VarTxt test data for CFB128', 'AES-CFB128', 'aes-cfb-encrypt', '3ad78e726c1ec02b7ebfe92b23d9ec34'],
    ['VarTxt test data for OFB', 'AES-OFB', 'aes-ofb-encrypt', '3ad78e726c1ec02b7ebfe92b23d9ec34'],
  ])('AESVS %s', async (about, algorithm, op, ct) => {
    const text = `# AESVS ${about}\n\n[ENCRYPT]\n\nCOUNT = 0\nKEY = ${'00'.repeat(16)}\nIV = 8${'0'.repeat(31)}\nPLAINTEXT = ${'00'.repeat(16)}\nCIPHERTEXT = ${ct}\n`;
    expect(await run(text)).toMatchObject({ algorithm, passed: 1 });
    expect(ops(text)).toEqual([op]);
  });

  it.each([
    [
      'INVERSE PERMUTATION - KAT for ECB',
      'KEYs = 0101010101010101\nPLAINTEXT = 95f8a5e5dd31d900\nCIPHERTEXT = 8000000000000000',
      'TDES-ECB',
      '3des-ecb-encrypt',
    ],
    [
      'TDES Multi block Message Test for ECB',
      'KEY1 = 49e692290d2a5e46\nKEY2 = bace79b9648a4c5d\nKEY3 = 491004c262dc9d49\nPLAINTEXT = 6b1540781b01ce1997adae102dbf3c5b\nCIPHERTEXT = 4d0dc182d6e481ac4a3dc6ab6976ccae',
      'TDES-ECB',
      '3des-ecb-encrypt',
    ],
    [
      'TDES Multi block Message Test for OFB',
      'KEY1 = 378c89d3b0917080\nKEY2 = 2af18013c2ef6210\nKEY3 = 378c89d3b0917080\nIV = 007817d4bbdc69a1\nPLAINTEXT = 168260d5faed24b9f73aae088a477528\nCIPHERTEXT = cfd4e0fadf100f3aa5eec0b30084df47',
      'TDES-OFB',
      '3des-ofb-encrypt',
    ],
    [
      'TDES Multi block Message Test for CFB64',
      'KEY1 = 19b55e5b26769d51\nKEY2 = 6143bc61f79d9464\nKEY3 = 52795e9d3dbad0d3\nIV = 97bfae1bd78ce0f9\nPLAINTEXT = 5f0fc5c6085d3f653ec52980a4af5b5b\nCIPHERTEXT = 744b45a196330899df78e8e778049f1d',
      'TDES-CFB64',
      '3des-cfb-encrypt',
    ],
  ])('%s', async (about, record, algorithm, op) => {
    const text = `# Config Info for : "tdes_values"\n# ${about}\n\n[ENCRYPT]\nCOUNT = 0\n${record}\n`;
    expect(await run(text)).toMatchObject({ algorithm, passed: 1, ids: ['ENCRYPT 0'] });
    expect(ops(text)).toEqual([op]);
  });

  it('CTR, whose comments do not say CTR', async () => {
    const text = `# AES Counter test vectors from RFC 3686\n\n[ENCRYPT]\nCOUNT = 0\nKEY = AE6852F8121067CC4BF7A5765577F39E\nIV = 00000030000000000000000000000001\nPLAINTEXT = 53696E676C6520626C6F636B206D7367\nCIPHERTEXT = E4095D4FB7A7B3792D6175A3261311B8\n`;
    expect(await run(text, 'CTR/aes-128-ctr.txt')).toMatchObject({ algorithm: 'AES-CTR', passed: 1 });
  });

  it('skips feedback of bits and bytes, and modes with several ciphers', async () => {
    const cfb1 = `# AESVS GFSbox test data for CFB1\n\n[ENCRYPT]\n\nCOUNT = 0\nKEY = ${'00'.repeat(16)}\nIV = f34481ec3cc627bacd5dc3fb08f273e6\nPLAINTEXT = 0\nCIPHERTEXT = 0\n`;
    expect((await run(cfb1)).skipped).toEqual({ 'AES-CFB1: not an algorithm of this toolkit': 1 });
    const cbci =
      '# VARIABLE KEY - KAT for ECB\n[ENCRYPT]\nCOUNT = 0\nKEYs = 8001010101010101\nIV1 = 00\nIV2 = 00\nIV3 = 00\nPLAINTEXT = 00\nCIPHERTEXT1 = 00\n';
    expect((await run(cbci, '3DES/CBC/TCBCIvarkey.rsp')).skipped).toEqual({
      'TDES-CBCI: not an algorithm of this toolkit': 1,
    });
  });

  it('skips keys of another size', async () => {
    const text = CBC_MMT.replace('1f8e4973953f3fb0bd6b16662e9a3c17', '00');
    expect((await run(text)).skipped).toEqual({ 'key of 8 bits: out of range here': 1 });
  });

  it('RC4 from an offset', async () => {
    const text = `COUNT = 0\nKEY = 0102030405\nOFFSET = 0\nPLAINTEXT = ${'00'.repeat(16)}\nCIPHERTEXT = b2396305f03dc027ccc3524a0a1118a8\n`;
    expect(await run(text)).toMatchObject({ algorithm: 'RC4', passed: 1, ids: ['0'] });
  });
});

describe('AES-GCM', () => {
  const section = (tag = 128) =>
    `[Keylen = 128]\n[IVlen = 96]\n[PTlen = 0]\n[AADlen = 0]\n[Taglen = ${tag}]\n`;

  it('both directions, FAIL among them', async () => {
    const text = `# GCM Decrypt with keysize 128 test information\n\n${section()}
Count = 0
Key = cf063a34d4a9a76c2c86787d3f96db71
IV = 113b9785971864c83b01c787
CT =${' '}
AAD =${' '}
Tag = 72ac8493e3a5228b5d130a69d2510e42
PT =${' '}

Count = 1
Key = a49a5e26a2f8cb63d05546c2a62f5343
IV = 907763b19b9b4ab6bd4f0281
CT =${' '}
AAD =${' '}
Tag = a2be08210d8c470a8df6e8fbd79ec5cf
FAIL
`;
    const label = 'Keylen=128 IVlen=96 PTlen=0 AADlen=0 Taglen=128';
    expect(await run(text)).toMatchObject({ passed: 2, ids: [`${label} 0`, `${label} 1`] });
    // A failure that is none, and a success that is none.
    expect((await run(text.replace('d130a69d2510e42', 'd130a69d2510e43'))).failed.length).toBe(1);
    expect((await run(text.replace('FAIL', 'PT ='))).failed.length).toBe(1);
    // Without comments the fields say the direction.
    expect((await run(text.replace(/^#.*$/m, ''))).algorithm).toBe('AES-GCM decrypt');
    const encrypt = `${section()}\nCount = 0\nKey = 11754cd72aec309bf52f7687212e8957\nIV = 3c819d9a9bed087615030b65\nPT =\nAAD =\nCT =\nTag = 250327c674aaf477aef2675748cf6971\n`;
    expect(await run(encrypt)).toMatchObject({ passed: 1, algorithm: 'AES-GCM encrypt' });
  });

  it('skips tags of other sizes', async () => {
    const text = `${section(40)}\nCount = 0\nKey = ${'00'.repeat(16)}\nIV = 00\nPT =\nAAD =\nCT =\nTag = 0000000000\n`;
    expect((await run(text)).skipped).toEqual({ 'tag of 40 bits: not a size of this toolkit': 1 });
  });
});

describe('hash functions', () => {
  it('SHA, short messages; the empty one is written 00', async () => {
    const text = `#  "SHA-384 ShortMsg" information\n\n[L = 48]\n\nLen = 0\nMsg = 00\nMD = 38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b\n\nLen = 8\nMsg = c5\nMD = b52b72da75d0666379e20f9b4a79c33a329a01f06a2fb7865c9062a28c1de860ba432edfd86b4cb1cb8a75b46076e3b1\n\nLen = 5\nMsg = 98\nMD = 00\n`;
    expect(await run(text)).toEqual({
      algorithm: 'SHA-384 ShortMsg',
      ids: ['L=48 1', 'L=48 2', 'L=48 3'],
      passed: 2,
      failed: [],
      skipped: { 'message of 5 bits: only whole bytes are hashed here': 1 },
    });
  });

  it.each(['SHA1', 'SHA-224', 'SHA-256', 'SHA384', 'SHA-512', 'SHA-512/224', 'SHA512_256'])(
    'knows %s by its name',
    (name) => {
      const text = `# "${name} LongMsg" information\n\nLen = 8\nMsg = 00\nMD = 00\n`;
      const [, size, cut = ''] = /(\d+)[/_]?(\d+)?$/.exec(name)!;
      expect(ops(text)).toEqual([`sha${size}${cut && `-${cut}`}`]);
    },
  );

  it('HMAC by the length of its digest', async () => {
    const mac = createHmac('sha256', Buffer.from('6b6579', 'hex')).update(Buffer.from('00ff', 'hex'));
    const text = `# HMAC information for "hmac_values"\n# Hash sizes tested: 20 28 32 48 64\n\n[L=32]\n\nCount = 0\nKlen = 3\nTlen = 16\nKey = 6b6579\nMsg = 00ff\nMac = ${toHex(mac.digest().subarray(0, 16))}\n`;
    expect(await run(text)).toMatchObject({ algorithm: 'HMAC', passed: 1, ids: ['L=32 0'] });
    expect(ops(text.replace('L=32', 'L=48'))).toEqual(['hmac-sha384']);
    expect((await run(text.replace('L=32', 'L=30'))).skipped).toEqual({
      'HMAC, 30 bytes: not an algorithm of this toolkit': 1,
    });
  });

  it('the samples', async () => {
    for (const [name, count] of [
      ['CBCGFSbox128.rsp', 14],
      ['SHA512ShortMsg.rsp', 129],
      ['TECBvarkey.rsp', 112],
      ['arc4.txt', 36],
    ] as const) {
      const text = samples(`cavp/${name}`);
      if (text === undefined) return;
      expect(await run(text)).toMatchObject({ passed: count, failed: [], skipped: {} });
    }
  });
});

describe('RSA', () => {
  it('signatures of PKCS#1 v1.5', async () => {
    expect(await run(SIG_GEN_15)).toMatchObject({ passed: 2, failed: [], skipped: {} });
    expect(ops(SIG_GEN_15)).toEqual(['rsa-pkcs1-verify', 'rsa-pkcs1-verify']);
    const { algorithm, passed, failed } = await run(SIG_VER_15);
    expect([algorithm, passed, failed]).toEqual(['RSA SigVer PKCS#1 v1.5', 2, []]);
    const [first, second] = readCavp('x', SIG_VER_15).cases;
    expect(first!.comment).toMatch(/^1 - Message changed/);
    expect([first, second].map((each) => each!.checks[0]!.want)).toEqual([
      { kind: 'output', output: false },
      { kind: 'output', output: true },
    ]);
  });

  it('PSS', async () => {
    expect(await run(SIG_GEN_PSS)).toMatchObject({ passed: 1, failed: [], skipped: {} });
    expect(await run(SIG_VER_PSS)).toMatchObject({ passed: 1, failed: [], skipped: {} });
  });

  it('skips ANSI X9.31', async () => {
    expect((await run(SIG_GEN_X931)).skipped).toEqual({
      'RSA, ANSI X9.31: not an algorithm of this toolkit': 1,
    });
  });
});
