/** What operations on vectors say, in Chinese. */

export const VECTORS_SENTENCES = {
  'expected a multiple of 8 bits up to {most}, got {got}': '应为 8 的倍数，至多 {most} 位，却是 {got}',
  'expected at most {most} here, got {got}': '这里至多 {most}，却是 {got}',
  'expected at most {most} for all blocks together here, got {got}':
    '这里所有分组合计至多 {most}，却是 {got}',
  'expected an RSA key, got {got}': '应为 RSA 密钥，却是 {got}',
  'node:crypto expects {hash}, as sha, got {got}': 'node:crypto 要求与 sha 相同的 {hash}，却是 {got}',
  'node:crypto expects a key with its two primes': 'node:crypto 要求密钥带有两个素数',

  'expected an operation such as aes-cbc-encrypt, got {got}; crypto vectors make --list shows all':
    '应为 aes-cbc-encrypt 这样的运算，却是 {got}；crypto vectors make --list 列出全部',
  'expected {least} to {most}, got {got}': '应为 {least} 到 {most}，却是 {got}',
  'expected an answer for {op}, got none': '{op} 应有答案，却没有',
  'expected records of NAME = value, got none': '应有「名 = 值」形式的记录，却没有',
  'expected a number for {field}, got {got}': '{field} 应为数字，却是 {got}',
  'expected at most {most} records, got more': '至多 {most} 条记录，却更多',
  'expected at most {most} fields, got more': '至多 {most} 个字段，却更多',
  'expected at most {most} characters, got more': '至多 {most} 个字符，却更多',
};

/** Places in files. */
export const VECTORS_NAMES = {
  'line {n}': '第 {n} 行',
};
