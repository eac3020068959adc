/**
 * Rounds of published Monte Carlo tests, and the same loops over node:crypto, whose ciphers carry the mode's state on by themselves.
 *
 * The rounds are from NIST's ACVP-Server (gen-val/json-files/ACVP-AES-* and ACVP-TDES-*, expectedResults.json) and CBCMCT128.rsp.
 */
import { type Cipher, createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../../src/bytes/index.ts';
import { cipherLoop, hashLoop, type Loop } from '../../../../src/vectors/formats/cavp/monte-carlo.ts';
import { scratchEngine } from '../../../../src/vectors/index.ts';
import { runText, summaryOf } from '../run-text.ts';

function resultOf(loop: Loop): string {
  const steps = loop();
  let next = steps.next();
  while (!next.done) {
    const answer = scratchEngine.answer(next.value);
    if (answer instanceof Promise || answer.kind !== 'output' || answer.output === true || !answer.output)
      throw new Error(JSON.stringify(answer));
    next = steps.next(answer.output);
  }
  return toHex(next.value);
}

type Direction = 'encrypt' | 'decrypt';

describe('published rounds', () => {
  it.each<[string, Direction, string, string, string, string]>([
    [
      'aes-cbc',
      'encrypt',
      '9dc2c84a37850c11699818605f47958c',
      '256953b2feab2a04ae0180d8335bbed6',
      '2e586692e647f5028ec6fa47a55a2aab',
      '1b1ebd1fc45ec43037fd4844241a437f',
    ],
    [
      'aes-cbc',
      'decrypt',
      'f22c753d5d1e5bbbeaaa5e310e3afcf02db7a10c0d20d6364474d28554726ab0',
      '071bcc62f7449e8f206600f615e7b5b2',
      '4f3a60d730c64e8a8742c757f55e7962',
      '526fcd5a8c3c81233721389c3d9d57ca',
    ],
    [
      'aes-ofb',
      'decrypt',
      '152329ae085ba0fc0409fa5b963a2e00d1419708efa7d913e641414daed179a9',
      '81801432127a2a03c5b063381df802cf',
      'ca08845a9e00fc51d757bae4e835586a',
      '874078ff69da619df25ab9ee8b16fcef',
    ],
    [
      'aes-cfb',
      'decrypt',
      '49d1257f2decd32de9517808c8e487f0ddf7d317e30d24f5aff258aec00a8f75',
      'a960923e310810bc5b9b76e9443d0735',
      '4b811b64b242f0f5334f54d6b80e048b',
      '214cc581ee474e5ad708d1f96b8f3857',
    ],
    [
      '3des-cbc',
      'decrypt',
      'f1c20e64ba158591857f9861851a7f37bfcd020486b607ab',
      '2c3eb2ae56ccc16f',
      '92ee3289dd493471',
      '87af6cdb404676f7',
    ],
    [
      '3des-cfb',
      'encrypt',
      '4ce50e80e6f48ce9f45bfb4aea3e544a92a22ffd0b94685d',
      '22bc27c76e99f5a2',
      '88dfbd2d17324c05',
      '4f4b8c715d36ca6a',
    ],
    [
      '3des-cfb',
      'decrypt',
      '34a15bec920116e05d861f947af4dc91ecf198cdc26d0d8f',
      'b97b179fd132c379',
      'daaaea91fa269b4b',
      '7c15575fbcf6f736',
    ],
    [
      '3des-ofb',
      'encrypt',
      '5e6ba7ea5ec7d36e62852adc7f43e991c2c758c78fc85bf4',
      'bd25c6539e0f7b51',
      'c6cba16f15072b4c',
      '6bceee7e5034c777',
    ],
    [
      '3des-ofb',
      'decrypt',
      'd39d3b7a5e83ece33b94fdcd38ef7c733bd986ba868afb5e',
      '3edb83dd2740e897',
      'c54f989cbcb1d0de',
      '87eed60e02e7b7d4',
    ],
  ])('%s %s', (cipher, direction, key, iv, text, output) => {
    const loop = cipherLoop({
      cipher,
      direction,
      key: fromHex(key),
      iv: fromHex(iv),
      text: fromHex(text),
    });
    expect(resultOf(loop)).toBe(output);
  });
});

describe('over node:crypto', () => {
  const key = (size: number) => Uint8Array.from({ length: size }, (_, i) => 37 * i + 11);

  it.each<[string, string, Direction]>([
    ['aes-ecb', 'aes-128-ecb', 'encrypt'],
    ['aes-ecb', 'aes-128-ecb', 'decrypt'],
    ['aes-cfb', 'aes-128-cfb', 'encrypt'],
    ['aes-ofb', 'aes-128-ofb', 'encrypt'],
    ['3des-ecb', 'des-ede3', 'encrypt'],
    ['3des-ecb', 'des-ede3', 'decrypt'],
    ['3des-cbc', 'des-ede3-cbc', 'encrypt'],
  ])('%s as %s %s', (cipher, theirs, direction) => {
    const isAes = cipher.startsWith('aes');
    const [k, block] = isAes ? [key(16), 16] : [key(24), 8];
    const iv = cipher.endsWith('ecb') ? undefined : key(2 * block).subarray(block);
    const start = Uint8Array.from({ length: block }, (_, i) => i);
    const create = direction === 'encrypt' ? createCipheriv : createDecipheriv;
    const stream = create(theirs, k, iv ?? null) as Cipher;
    stream.setAutoPadding(false);
    let [text, before]: [Uint8Array, Uint8Array | undefined] = [start, iv];
    for (let j = 0; j < (isAes ? 1000 : 10_000); j++) {
      const output = stream.update(text);
      [text, before] = iv ? [before!, output] : [output, undefined];
    }
    const loop = cipherLoop({ cipher, direction, key: k, iv, text: start });
    expect(resultOf(loop)).toBe(toHex(before ?? text));
  });

  it.each([undefined, 16, 32, 64, 100])('the alternate test of hash functions, %s bytes', (size) => {
    const seed = key(size ?? 32);
    let three = [seed, seed, seed];
    for (let j = 0; j < 1000; j++) {
      const joined = Buffer.concat(three);
      const message =
        size === undefined ? joined : Buffer.concat([joined, Buffer.alloc(size)]).subarray(0, size);
      three = [three[1]!, three[2]!, createHash('sha256').update(message).digest()];
    }
    expect(resultOf(hashLoop('sha256', seed, size))).toBe(toHex(three[2]!));
  });
});

describe('files', () => {
  it('AES: each record is a round of its own', async () => {
    const text = `# Config info for aes_values\n# AESVS MCT test data for CBC\n# State : Encrypt and Decrypt\n\n[ENCRYPT]\n\nCOUNT = 0\nKEY = 9dc2c84a37850c11699818605f47958c\nIV = 256953b2feab2a04ae0180d8335bbed6\nPLAINTEXT = 2e586692e647f5028ec6fa47a55a2aab\nCIPHERTEXT = 1b1ebd1fc45ec43037fd4844241a437f\n`;
    const result = await runText('x', text);
    expect(result.file.algorithm).toBe('AES-CBC Monte Carlo');
    expect(summaryOf(result)).toEqual({ passed: 1, failed: [], skipped: {} });
    const wrong = await runText('x', text.replace('1b1ebd1f', '1b1ebd1e'));
    expect(summaryOf(wrong).failed).toEqual(['ENCRYPT 0 aes-cbc-encrypt']);
  });

  it('Triple DES with three keys', async () => {
    const text = `# Config Info for : "tdes_values"\n# TDES Monte Carlo (Modes) Test for CFB64\n\n[ENCRYPT]\n\nCOUNT = 0\nKEY1 = 4ce50e80e6f48ce9\nKEY2 = f45bfb4aea3e544a\nKEY3 = 92a22ffd0b94685d\nIV = 22bc27c76e99f5a2\nPLAINTEXT = 88dfbd2d17324c05\nCIPHERTEXT = 4f4b8c715d36ca6a\n`;
    const result = await runText('x', text);
    expect(result.file.algorithm).toBe('TDES-CFB64 Monte Carlo');
    expect(summaryOf(result).passed).toBe(1);
  });

  it('SHA: each round starts from the one before; answers left open are skipped', async () => {
    const text = `#  "SHA-1 Monte" information for "sha_values"\n\n[L = 20]\n\nSeed = dd4df644eaf3d85bace2b21accaa22b28821f5cd\n\nCOUNT = 0\nMD = 11f5c38b4479d4ad55cb69fadf62de0b036d5163\n\nCOUNT = 1\nMD = 5c26de848c21586bec36995809cb02d3677423d9\n\nCOUNT = 2\n\ti = 3\n\tM = 00\nMD = ?\n\nCOUNT = 3\nMD = 00\n`;
    const result = await runText('x', text);
    expect(result.file.algorithm).toBe('SHA-1 Monte Carlo');
    expect(result.file.cases.map(({ id }) => id)).toEqual(['L=20 0', 'L=20 1', 'L=20 2', 'L=20 3']);
    expect(summaryOf(result)).toEqual({
      passed: 2,
      failed: [],
      skipped: { 'the file leaves the answer open': 2 },
    });
    expect(summaryOf(await runText('x', text.replace('11f5c38b', '11f5c38a'))).failed.length).toBe(2);
  });
});
