/** What hash functions, MACs and key derivation say, in Chinese. */

export const HASH_SENTENCES = {
  'expected a hash function such as sha256, got {got}': '应为 sha256 这样的散列函数，却是 {got}',
  'expected at least {count} bytes, the output of the extract step, got {got}':
    '至少应有 {count} 字节，即提取 (extract) 一步的输出，却只有 {got} 字节',
  'expected at most {most}, got {got}': '至多 {most}，却是 {got}',
  'expected ASCII, got {got}': '应为 ASCII 字符，却有 {got}',
};

export const HASH_NAMES = {
  prk: '伪随机密钥 (PRK)',
};
