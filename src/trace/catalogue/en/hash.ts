/** Words of hash functions, MACs and key derivation. */
export const hash = {
  'hash.error.unknown': 'expected one of {choices}, got {got}',
  'hash.weak.md5':
    'two files with the same MD5 are made within a second, so it tells noise and no forgery; use sha256',
  'hash.weak.sha1':
    'two files with the same SHA-1 have been made (SHAttered, 2017), so it proves nothing against a forger; use sha256',
} as const;
