/** What operations on vectors say, in Chinese. */

export const VECTORS_SENTENCES = {
  'expected a multiple of 8 bits up to {most}, got {got}': '应为 8 的倍数，至多 {most} 位，却是 {got}',
  'expected an RSA key, got {got}': '应为 RSA 密钥，却是 {got}',
  'node:crypto expects {hash}, as sha, got {got}': 'node:crypto 要求与 sha 相同的 {hash}，却是 {got}',
  'node:crypto expects a key with its two primes': 'node:crypto 要求密钥带有两个素数',
};
