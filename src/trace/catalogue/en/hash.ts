/** Words of hash functions, MACs and key derivation. */
export const hash = {
  'cli.noun.hash': 'MD5, SHA-1 and SHA-2 of files, checked lists of them, the avalanche',
  'cli.noun.hmac': 'HMAC: a digest that takes a key, so that nobody else can make it',
  'cli.noun.kdf': 'keys from secrets and passwords: HKDF, PBKDF2, the PRF of TLS 1.2',

  'hash.about': '{name}: digests of {bits} bits, printed or checked as sha256sum does.',
  'hash.arg.files': 'files to read, or the lists to check; - or nothing is standard input',
  'hash.opt.hash': 'hash function',
  'hash.opt.tag': 'write lines in the style of BSD',
  'hash.opt.check': 'read lists of digests and names, and check the files they name',
  'hash.opt.ignoreMissing': 'check: pass over files that are not there',
  'hash.opt.quiet': 'check: no line for a file that is as it should be',
  'hash.opt.status': 'check: no line for any file; the exit status tells',
  'hash.opt.strict': 'check: fail on a line that is not properly formatted',
  'hash.opt.warn': 'check: name every line that is not properly formatted',
  'hash.error.unknown': 'expected one of {choices}, got {got}',
  'hash.error.files': 'files that could not be read: {failed} of {count}',
  'hash.error.onlyCheck': '{flags}: only for a check; add -c, or leave it out',
  'hash.error.tagInCheck': '--tag: only for writing; a check reads both styles, so leave it out',
  'hash.check.line': '{list}: line {line} is not properly formatted for {algorithm}',
  'hash.check.noLines':
    '{list}: expected lines of {algorithm} values and names, as crypto hash prints them, got none',
  'hash.check.noFile': '{list}: none of its files is there, so none was checked',
  'hash.check.malformed': 'WARNING: lines that are not properly formatted: {count}',
  'hash.check.unreadable': 'WARNING: listed files that could not be read: {count}',
  'hash.check.mismatched': 'WARNING: files that did NOT match: {count}',

  'hash.weak.md5':
    'two files with the same MD5 are made within a second, so it detects noise but no forgery; use sha256',
  'hash.weak.sha1':
    'two files with the same SHA-1 have been made (SHAttered, 2017), so it proves nothing against a forger; use sha256',
  'hash.weak.hmacMd5':
    'no practical forgery of HMAC-MD5 is known, but new designs should not use it (RFC 6151); use sha256',
  'hash.weak.shortKey':
    'a key shorter than {least} bytes may be guessed (SP 800-131A), got {got}; draw one with crypto random {example}',
  'hash.weak.iterations':
    'iterations: {iterations}; the fewer there are, the faster an attacker tries passwords: take 600000 or more',
  'hash.weak.salt':
    'a salt shorter than {least} bytes (SP 800-132) may repeat, and then equal passwords show, got {got}; draw one with crypto random {least}',

  'hash.compare.about': 'Show which bits of the digest change when the input changes: the avalanche.',
  'hash.compare.a': 'a text, or hex:…, text:…, base64:…, file:PATH',
  'hash.compare.b': 'another one; or --flip',
  'hash.compare.flip': 'compare with A after flipping this bit; 0 is the top bit of the first byte',
  'hash.compare.bytes': 'bytes',
  'hash.compare.bits': 'bits that differ (█)',
  'hash.compare.inputBits': 'Bits that differ in the inputs: {differ} of {of}',
  'hash.compare.lengths': 'The inputs have different lengths: {a} and {b} bytes',
  'hash.compare.digestBits': 'Bits that differ in the digests: {differ} of {of} ({percent} %)',
  'hash.compare.learned':
    'About half, as if both were drawn at random: however small the change, it leaves no visible trace (the avalanche effect).',
  'hash.compare.equal':
    'Equal inputs always have equal digests: a hash function takes no key and nothing random.',
  'hash.compare.collision':
    'A collision: different inputs, one digest. Whoever signs the one has signed the other.',
  'hash.error.oneOther': 'b: expected a second value or --flip BIT, one of the two',
  'hash.error.nothingToFlip': '--flip: expected at least one byte to flip a bit of, got none',
  'hash.error.flip': '--flip: expected a bit from 0 to {most}, got {got}',

  'hash.hmac.about': 'HMAC-{name}: tags of {bits} bits under a key, printed or checked like digests.',
  'hash.hmac.key': 'the shared key, in hex, or as text:…, base64:…, file:PATH',
  'hash.hmac.verify': 'check one file against this tag, written like a key',
  'hash.error.noKey': '--key: expected the shared key, got none; draw one with crypto random {example}',
  'hash.error.verifyOne': '--verify: checks one file; for several make a list, and check it with -c',
  'hash.error.tag': '{path}: the tag does not match; the file or the tag was changed, or the key is another',
  'hash.error.tagLength': '{path}: expected a tag of {expected} bytes, got {got}',

  'hash.kdf.about.hkdf':
    'HKDF (RFC 5869): keys from a secret nobody can guess, such as that of Diffie-Hellman; for a password, PBKDF2.',
  'hash.kdf.about.pbkdf2': 'PBKDF2 (RFC 8018): a key from a password, slow on purpose.',
  'hash.kdf.about.tls12-prf': 'The pseudorandom function of TLS 1.2 (RFC 5246, 5): all keys of a connection.',
  'hash.kdf.ikm': 'input keying material, in hex, or as text:…, base64:…, file:PATH',
  'hash.kdf.hkdfSalt': 'salt, public and random; zeros where there is none',
  'hash.kdf.info': 'what this key is for; another purpose gives another key',
  'hash.kdf.password': 'password, as text:…, file:PATH, base64:…, or in hex',
  'hash.kdf.pbkdf2Salt': 'random bytes, different for every password and stored beside the key',
  'hash.kdf.iterations': 'how many times each guess has to be hashed',
  'hash.kdf.secret': 'premaster or master secret, in hex, or as text:…, base64:…, file:PATH',
  'hash.kdf.label': "what is derived, as 'text:master secret'",
  'hash.kdf.seed': 'the randoms of client and server, joined',
  'hash.kdf.length': 'bytes to derive; by default as many as a digest has',
  'hash.kdf.encoding': 'how the output is written: hex by default, raw into a file',
} as const;
