/** Well-known mistakes in deriving keys: what was done wrong, and what the standard says. */
export const vectorsMistakesDerivation = {
  'vectors.mistake.hkdf-salt-and-ikm-swapped':
    "Salt and input key material are exchanged. In the extract step the salt is HMAC's key, and the IKM its message.",
  'vectors.mistake.hkdf-counter-from-0': 'The counter starts with 0. The byte behind info is 01 for T(1).',
  'vectors.mistake.hkdf-extract-left-out':
    'The extract step is left out. The key of the expand step is HMAC(salt, IKM), not the IKM.',
  'vectors.mistake.hkdf-without-previous-block':
    'T(i) is made without T(i-1). The block before stands in front of info.',
  'vectors.mistake.hkdf-info-left-out': 'info is left out. It stands between T(i-1) and the counter.',
  'vectors.mistake.hkdf-counter-of-4-bytes': 'The counter has four bytes. It is a single byte.',
  'vectors.mistake.pbkdf2-iterations-off-by-one':
    'There is one iteration too many or too few. The first HMAC, over the salt, counts as one.',
  'vectors.mistake.pbkdf2-index-from-0': 'The number of the first block is 0. Blocks are counted from 1.',
  'vectors.mistake.pbkdf2-index-little-endian':
    'The number of the block is little-endian. INT(i) has four bytes, the highest first.',
  'vectors.mistake.pbkdf2-index-left-out': 'The number of the block is missing behind the salt.',
  'vectors.mistake.pbkdf2-last-iteration-only': 'The last U is given out. A block is the XOR of all of them.',
  'vectors.mistake.pbkdf2-password-and-salt-swapped':
    "Password and salt are exchanged. The password is HMAC's key.",
  'vectors.mistake.tls-master-secret-randoms-in-wrong-order':
    "The randoms are in the wrong order. For the master secret the client's comes first; for the key block, the server's.",
  'vectors.mistake.tls-key-block-randoms-in-wrong-order':
    "The randoms are in the wrong order. For the key block the server's comes first; for the master secret, the client's.",
  'vectors.mistake.tls-key-block-for-master-secret':
    "The label is that of the key block. The master secret is made with `master secret` and the client's random first; the key block comes from it afterwards.",
  'vectors.mistake.tls-master-secret-for-key-block':
    "The label is that of the master secret. The key block is made with `key expansion` and the server's random first.",
  'vectors.mistake.tls-master-secret-derived-twice':
    'A master secret is derived from the master secret first. The field is the master secret already.',
  'vectors.mistake.tls-finished-labels-swapped':
    'The labels of the two sides are exchanged: `client finished` is for what the client sends, `server finished` for what the server sends.',
  'vectors.mistake.tls-handshake-hash-hashed-again':
    'The hash of the handshake messages is hashed once more. The field is the digest already.',
  'vectors.mistake.tls-prf-label-left-out':
    'The label is left out. The PRF takes label and seed, one after the other.',
  'vectors.mistake.tls-prf-label-with-nul':
    'A zero byte stands behind the label. The label is its ASCII characters, without the end of a string in C.',
  'vectors.mistake.tls-prf-seed-before-label': 'The seed stands before the label. The label comes first.',
  'vectors.mistake.tls-prf-always-sha256':
    'The PRF uses SHA-256. The cipher suite says otherwise here: the field sha has the hash function.',
  'vectors.mistake.tls-prf-of-tls10':
    'This is the PRF of TLS 1.0, of MD5 and SHA-1. TLS 1.2 uses P_hash with one hash function, SHA-256 as a rule.',
  'vectors.mistake.tls-prf-of-tls12':
    'This is the PRF of TLS 1.2, with SHA-256. TLS 1.0 XORs P_MD5 and P_SHA-1, each with one half of the secret.',
  'vectors.mistake.tls-prf-first-a-skipped':
    'The first block is made with A(0). It is made with A(1) = HMAC(secret, seed).',
  'vectors.mistake.tls-prf-without-seed-behind-a':
    'The seed is missing behind A(i). A block of the output is HMAC(secret, A(i) + seed), not A(i) and not HMAC(secret, A(i)).',
  'vectors.mistake.tls-prf-a-not-iterated': 'All blocks are made with A(1). A(i) is HMAC(secret, A(i-1)).',
  'vectors.mistake.tls-master-secret-cut':
    'The master secret is too short. It has 48 bytes, whatever was exchanged.',
  'vectors.mistake.tls-premaster-secret-without-version':
    'The first two bytes of the premaster secret are left out. The version in them is part of the secret.',
} as const;
