/** Chinese words of hash functions, MACs and key derivation. */
export const hash = {
  'hash.error.unknown': '应为 {choices} 之一，却是 {got}',
  'hash.weak.md5': '一秒之内就能造出 MD5 相同的两个文件，它只能发现噪声，挡不住伪造；请用 sha256',
  'hash.weak.sha1': '已有人造出 SHA-1 相同的两个文件（SHAttered，2017 年），它挡不住伪造；请用 sha256',
} as const;
