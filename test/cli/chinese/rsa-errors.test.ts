/** What RSA refuses, in Chinese from end to end. */
import { describe, expect, it } from 'vitest';
import { chineseError } from '../../../src/cli/chinese/errors.ts';
import { CryptoError } from '../../../src/errors.ts';
import { sha256, sha512 } from '../../../src/hash/index.ts';
import {
  decryptBlock,
  encryptBlock,
  oaepDecrypt,
  oaepEncrypt,
  pkcs1Decrypt,
  pkcs1Encrypt,
  pkcs1Sign,
  pssSign,
} from '../../../src/rsa/index.ts';
import { KEY_1024, TOY } from '../../rsa/keys.ts';

const empty = new Uint8Array(0);
const block = (fill: number, length = 128) => new Uint8Array(length).fill(fill);
const { crt } = TOY;

describe('what RSA says, in Chinese', () => {
  it.each<[string, () => unknown]>([
    ['公钥：模数 n 应为不小于 15 的奇数，却是偶数', () => encryptBlock({ n: 16n, e: 3n }, 1n)],
    ['公钥：模数 n 应为不小于 15 的奇数，却更小', () => encryptBlock({ n: 9n, e: 3n }, 1n)],
    [
      '公钥：公钥指数 e 应为 3 到 n - 1 的奇数，却更大；通常用 65537',
      () => encryptBlock({ n: 15n, e: 17n }, 1n),
    ],
    [
      '公钥：模数 n 至多 16384 比特，却有 16385 比特',
      () => encryptBlock({ n: (1n << 16384n) + 1n, e: 3n }, 1n),
    ],
    ['私钥：私钥指数 d 应为 1 到 n - 1 的数，却不是', () => decryptBlock({ ...TOY, d: 0n }, 1n)],
    ['私钥：素数 p 与 q 之积应为 n，却不是', () => decryptBlock({ ...TOY, crt: { ...crt!, p: 59n } }, 1n)],
    [
      '私钥：密钥里的各个数应彼此相符，可是结果的 e 次方 mod n 不是原来的数；请检查密钥',
      () => decryptBlock({ ...TOY, crt: { ...crt!, qInv: 3n } }, 5n),
    ],
    ['m：应为 0 到 n - 1 的数，却是负数', () => encryptBlock(TOY, -1n)],
    ['c：应为 0 到 n - 1 的数，却不小于 n', () => decryptBlock(TOY, 3233n)],
    [
      '公钥：PKCS#1 v1.5 填充要求模数至少 11 字节，却只有 2 字节；请用更长的密钥',
      () => pkcs1Encrypt(TOY, empty),
    ],
    [
      '私钥：OAEP 配 SHA-512 要求模数至少 130 字节，却只有 128 字节；请用更长的密钥',
      () => oaepDecrypt(KEY_1024, block(0), { hash: sha512 }),
    ],
    [
      '消息：1024 比特的密钥用 PKCS#1 v1.5 填充至多加密 117 字节，却有 118 字节；请用 RSA 加密一个对称密钥，再用它加密消息',
      () => pkcs1Encrypt(KEY_1024, block(0, 118)),
    ],
    [
      '消息：1024 比特的密钥用 OAEP 配 SHA-256 至多加密 62 字节，却有 63 字节；请用 RSA 加密一个对称密钥，再用它加密消息',
      () => oaepEncrypt(KEY_1024, block(0, 63), { hash: sha256 }),
    ],
    [
      '密文：应与模数一样有 128 字节，却是 3 字节；也许被截断了，也许是为别的密钥加密的，或用了别的写法',
      () => pkcs1Decrypt(KEY_1024, block(0, 3)),
    ],
    [
      '密文：作为数应小于模数 n，却不是；也许被改动过，也许是为别的密钥加密的',
      () => oaepDecrypt(KEY_1024, block(255)),
    ],
    [
      '密文：里面应有 PKCS#1 v1.5 填充，却没有；也许密钥不对，也许用的是另一种填充，也许数据被改动过',
      () => pkcs1Decrypt(KEY_1024, block(0)),
    ],
    [
      '密文：里面应有 OAEP 填充，却没有；也许密钥、散列函数、MGF1 的散列函数或标签 (label) 与加密时不同，也许数据被改动过',
      () => oaepDecrypt(KEY_1024, block(0)),
    ],
    [
      '私钥：给 SHA-256 散列值签名，模数至少应有 62 字节，却只有 2 字节；请用更长的密钥',
      () => pkcs1Sign(TOY, sha256, empty),
    ],
    [
      '私钥：PSS 配 SHA-256 要求模数至少 266 比特，却只有 12 比特；请用更长的密钥',
      () => pssSign(TOY, sha256, empty),
    ],
    [
      '盐 (salt)：1024 比特的密钥用 PSS 配 SHA-512 至多放得下 62 字节，却是 64 字节',
      () => pssSign(KEY_1024, sha512, empty),
    ],
    ['盐 (salt)：应为 0 到 2048 的整数，却是 -1', () => pssSign(KEY_1024, sha256, empty, { saltLength: -1 })],
  ])('%s', (chinese, attempt) => {
    let message = '';
    try {
      attempt();
    } catch (error) {
      expect(error).toBeInstanceOf(CryptoError);
      message = (error as CryptoError).message;
    }
    expect(chineseError(message)).toBe(chinese);
  });
});
