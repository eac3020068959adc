/** Words of the explanations of RSA. */
export const explainRsa = {
  'explain.rsa.pow.square': 'Bit {index} of the exponent: square. {before}^2 mod n = {value}',
  'explain.rsa.pow.multiply': 'Bit {index} is 1: multiply as well. {before} · {base} mod n = {value}',
  'explain.rsa.pow.leftOut': '… {count} more steps of this power …',

  'explain.rsa.textbook.n': 'n = p · q = {p} · {q} = {value}. It is public; p and q are not.',
  'explain.rsa.textbook.phi': "Euler's totient: phi(n) = (p - 1)(q - 1) = {value}",
  'explain.rsa.textbook.lambda': 'lambda(n), the least common multiple of p - 1 and q - 1: {value}',
  'explain.rsa.textbook.euclid':
    "Euclid's algorithm: {a} = {quotient} · {b} + {value}, and {factor} · {e} leaves {value} modulo lambda(n)",
  'explain.rsa.textbook.d': 'So e · d = {e} · {value} leaves 1 modulo lambda(n): d = {value}',
  'explain.rsa.textbook.dPhi':
    'Modulo phi(n) instead, as many books have it, d = {value}: {times} times lambda(n) more than the smallest, and it works as well.',
  'explain.rsa.textbook.c': 'Encrypt with the public key: c = m^e mod n = {m}^{e} mod {n} = {value}',
  'explain.rsa.textbook.m': 'Decrypt with the private key: m = c^d mod n = {c}^{d} mod {n} = {value}',
  'explain.rsa.textbook.mPhi': 'And with the other d = {d}: {value}',
  'explain.rsa.textbook.k':
    'Why does m come back? e · d = {e} · {d} = {product} = 1 + {value} · {lambda}, that is 1 + k · lambda(n).',
  'explain.rsa.textbook.fermat':
    "Modulo {name} = {prime}, by Fermat's little theorem, m^{order} leaves {power}. lambda(n) is {times} · {order}, so m^(k · lambda(n)) leaves 1 too, and m^(e · d) leaves what m leaves: {residue} = {value}",
  'explain.rsa.textbook.zero':
    'Modulo {name} = {prime}, m leaves 0, and so does each of its powers: m^(e · d) leaves {value}.',
  'explain.rsa.textbook.why':
    'So p and q both divide m^(e · d) - m. They are different primes, so n = {n} divides it as well (Chinese remainder theorem): m^(e · d) mod n = m = {value}',

  'explain.rsa.key.e':
    'The public exponent is chosen first: e = {value}, odd, and short so that encryption is fast.',
  'explain.rsa.key.prime': '{name} is a random prime of {bits} bits, and {name} - 1 shares no factor with e.',
  'explain.rsa.key.primeFound':
    '{name} is a random prime of {bits} bits, number {tried} of the candidates tested, and {name} - 1 shares no factor with e.',
  'explain.rsa.key.distance':
    'p and q differ by a number of {bits} bits: closer ones would be found from the square root of n (Fermat).',
  'explain.rsa.key.n':
    'The modulus n = p · q, of {bits} bits. It is public; finding p and q in it is the hard problem.',
  'explain.rsa.key.phi': "Euler's totient phi(n) = (p - 1)(q - 1), which many books use.",
  'explain.rsa.key.lambda':
    'lambda(n), the least common multiple of p - 1 and q - 1, which the standards use.',
  'explain.rsa.key.d':
    'The private exponent d, of {bits} bits, is the inverse of e modulo lambda(n): e · d leaves {product}.',
  'explain.rsa.key.dP':
    'd mod (p - 1): with this and the next two numbers, a private operation takes about a quarter of the time.',
  'explain.rsa.key.dQ': 'd mod (q - 1)',
  'explain.rsa.key.qInv': 'The inverse of q modulo p, with which the two halves are put together.',
  'explain.rsa.key.check': 'A trial: 2, encrypted and decrypted, is {value} again.',

  'explain.rsa.pkcs1.PS':
    'Draw {length} random bytes, none of them zero: with the other bytes they fill the {k} bytes of the modulus.',
  'explain.rsa.pkcs1.EM': 'The block: 00 02, the random bytes, 00 where they end, and the message.',
  'explain.rsa.oaep.lHash': 'The {hash} hash of the label, which both sides must agree on.',
  'explain.rsa.oaep.PS': 'Zero bytes: {length}, so that the block becomes as long as the modulus.',
  'explain.rsa.oaep.DB': 'The data block: hash of the label, zeros, 01 where they end, and the message.',
  'explain.rsa.oaep.seed': 'Draw {length} random bytes.',
  'explain.rsa.oaep.dbMask': 'MGF1 with {hash} stretches the seed to the length of the data block.',
  'explain.rsa.oaep.maskedDB': 'The data block XOR this mask: it looks random now.',
  'explain.rsa.oaep.seedMask': 'MGF1 makes a mask for the seed, from all of the masked data block.',
  'explain.rsa.oaep.maskedSeed':
    'The seed XOR its mask: only whoever has the whole block gets it back, all or nothing.',
  'explain.rsa.oaep.EM': 'The block: 00 (so that it stays below n), masked seed, masked data block.',
  'explain.rsa.encrypt.m': 'The block read as one number m, its first byte the most significant.',
  'explain.rsa.encrypt.c': 'c = m^e mod n, with the public exponent {e}.',
  'explain.rsa.encrypt.C': 'c written as {k} bytes: the ciphertext.',

  'explain.rsa.sign.H': 'The {hash} hash of the message: only this is signed, however long the message is.',
  'explain.rsa.sign.T':
    'DigestInfo, the hash behind the name of its hash function, in DER, so that nobody can pass it off as that of a weaker one.',
  'explain.rsa.sign.PS': 'Bytes ff: {length}, up to the length of the modulus. Nothing here is random.',
  'explain.rsa.sign.EM': 'The block: 00 01, the bytes ff, 00 where they end, and DigestInfo.',
  'explain.rsa.sign.m': 'The block read as one number m.',
  'explain.rsa.sign.s1': 's_1 = m^dP mod p: half of the work, modulo one prime.',
  'explain.rsa.sign.s2': 's_2 = m^dQ mod q: the other half.',
  'explain.rsa.sign.h': 'h = (s_1 - s_2) · qInv mod p',
  'explain.rsa.sign.sCrt': 's = s_2 + q · h, which is m^d mod n (Chinese remainder theorem).',
  'explain.rsa.sign.s': 's = m^d mod n; without CRT, since the key does not have exactly two known primes.',
  'explain.rsa.sign.check':
    's^e mod n, with the public exponent {e}, is m again: checked before the signature is given out, since a fault in one half would give the key away.',
  'explain.rsa.sign.S': 's written as {k} bytes: the signature.',

  'explain.rsa.pss.mHash': 'The {hash} hash of the message.',
  'explain.rsa.pss.salt': 'Draw {length} random bytes: two signatures of one message differ.',
  'explain.rsa.pss.MPrime': "M': eight zero bytes, the hash of the message, the salt.",
  'explain.rsa.pss.H':
    "The {hash} hash of M'. The message has gone through two hashes: nothing leads back to it.",
  'explain.rsa.pss.PS': 'Zero bytes: {length}, so that the block becomes as long as the modulus.',
  'explain.rsa.pss.DB': 'The data block: zeros, 01 where they end, and the salt.',
  'explain.rsa.pss.dbMask': 'MGF1 with {hash} stretches H to the length of the data block.',
  'explain.rsa.pss.maskedDB':
    'The data block XOR this mask; its top bits are cleared ({cleared}), so that the block stays below n.',
  'explain.rsa.pss.EM': 'The block: masked data block, H, and bc at the end.',
} as const;
