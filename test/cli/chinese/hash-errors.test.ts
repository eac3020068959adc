/** What hash functions, MACs and key derivation refuse, in Chinese from end to end. */
import { describe, expect, it } from 'vitest';
import { chineseError } from '../../../src/cli/chinese/errors.ts';
import { CryptoError } from '../../../src/errors.ts';
import { type Hash, sha256 } from '../../../src/hash/index.ts';
import { hkdf, hkdfExpand, hmac, pbkdf2, tls12Prf } from '../../../src/mac/index.ts';

const empty = new Uint8Array(0);
const refused = (attempt: () => unknown) => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CryptoError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('what key derivation says, in Chinese', () => {
  it.each<[string, () => unknown]>([
    [
      'hash：应为 sha256 这样的散列函数，却是 a string',
      () => hmac('sha256' as unknown as Hash, empty, empty),
    ],
    ['length：至多 8160 字节，却是 8161 字节', () => hkdf(sha256, empty, empty, empty, 8161)],
    ['length：应为不小于 0 的整数，却是 -1', () => hkdf(sha256, empty, empty, empty, -1)],
    ['length：应为不小于 1 的整数，却是 0', () => pbkdf2(sha256, empty, empty, 1, 0)],
    ['length：至多 16777216 字节，却是 16777217 字节', () => pbkdf2(sha256, empty, empty, 1, 2 ** 24 + 1)],
    ['iterations：应为不小于 1 的整数，却是 0', () => pbkdf2(sha256, empty, empty, 0, 1)],
    ['iterations：至多 1000000000，却是 1000000001', () => pbkdf2(sha256, empty, empty, 10 ** 9 + 1, 1)],
    [
      '伪随机密钥 (PRK)：至少应有 32 字节，即提取 (extract) 一步的输出，却只有 16 字节',
      () => hkdfExpand(sha256, new Uint8Array(16), empty, 16),
    ],
    ['label：应为 ASCII 字符，却有 "密"', () => tls12Prf(sha256, empty, '密', empty, 16)],
  ])('%s', (chinese, attempt) => {
    expect(chineseError(refused(attempt))).toBe(chinese);
  });
});
