/** Well-known mistakes in RSA, primes and certificates: what was done wrong, and what the standard says. */
export const vectorsMistakesRsa = {
  'vectors.mistake.rsa-public-exponent-to-decrypt':
    'The public exponent is used. Decryption raises to the private exponent d.',
  'vectors.mistake.rsa-little-endian':
    'Numbers are read or written little-endian. The first byte is the highest.',
  'vectors.mistake.rsa-exclusive-or-for-power':
    'The power is computed with the operator ^, which is XOR in Python, C and JavaScript. Use pow(m, e, n) or modular exponentiation.',
  'vectors.mistake.rsa-product-for-power':
    'The number is multiplied by the exponent. It is to be raised to it.',
  'vectors.mistake.rsa-not-reduced': 'The power is not taken modulo n.',
  'vectors.mistake.rsa-one-multiplication-off':
    'There is one multiplication too many or too few: the exponent is off by one.',
  'vectors.mistake.rsa-pkcs1-zeros-for-padding':
    'The padding string is zeros. It is random bytes, none of which is zero; otherwise nobody can tell where the message starts.',
  'vectors.mistake.rsa-pkcs1-block-type-1-to-encrypt':
    'The block starts with 00 01. That is for signatures; encryption starts with 00 02.',
  'vectors.mistake.rsa-pkcs1-no-separator': 'There is no zero byte between the padding and the message.',
  'vectors.mistake.rsa-pkcs1-no-first-zero':
    'The block starts with 02. A byte 00 comes before it, which keeps the number below n.',
  'vectors.mistake.rsa-pkcs1-no-padding': 'The message is encrypted without padding.',
  'vectors.mistake.rsa-pkcs1-block-not-filled':
    'The block is shorter than the modulus. The padding string fills it up to the length of n.',
  'vectors.mistake.rsa-pkcs1-zero-in-padding':
    'There is a zero among the random bytes. The first zero ends the padding, so that none may be in it.',
  'vectors.mistake.rsa-oaep-for-pkcs1': 'The padding is OAEP. PKCS#1 v1.5 was asked for.',
  'vectors.mistake.rsa-pkcs1-for-oaep': 'The padding is that of PKCS#1 v1.5. OAEP was asked for.',
  'vectors.mistake.rsa-oaep-label-left-out':
    'The label is left out. Its hash stands at the start of the data block.',
  'vectors.mistake.rsa-oaep-other-hash-in-mgf1':
    'MGF1 uses another hash function than the field mgfSha says. Many libraries keep SHA-1 there unless told.',
  'vectors.mistake.rsa-oaep-other-hash': 'OAEP uses another hash function than the field sha says.',
  'vectors.mistake.rsa-pkcs1-padding-not-removed':
    'The padding is still there. The message starts behind the first zero that follows 00 02.',
  'vectors.mistake.rsa-pkcs1-last-zero-taken':
    'The message is taken from behind the last zero. It starts behind the first one; it may have zeros itself.',
  'vectors.mistake.rsa-pkcs1-padding-not-checked':
    'The padding is removed without a look at it. A block that does not start with 00 02 and eight bytes that are not zero is refused.',
  'vectors.mistake.rsa-pkcs1-separator-left':
    'The zero between padding and message is given out with the message.',
  'vectors.mistake.rsa-verify-rest-not-checked':
    'Bytes behind the digest, or too short a padding, are accepted: with e = 3 anybody can forge such a signature. Make the whole block and compare it.',
  'vectors.mistake.rsa-verify-only-digest-compared':
    'Only the digest at the end of the block is compared. What stands before it counts as well: make the whole block and compare it.',
  'vectors.mistake.rsa-verify-length-not-checked':
    'The length of the signature is not checked. It is that of the modulus.',
  'vectors.mistake.rsa-sign-zeros-for-padding': 'The padding string is zeros. In a signature it is bytes ff.',
  'vectors.mistake.rsa-sign-block-type-2':
    'The block starts with 00 02. That is for encryption; a signature starts with 00 01 and bytes ff.',
  'vectors.mistake.rsa-sign-no-separator': 'There is no zero byte between the padding and DigestInfo.',
  'vectors.mistake.rsa-sign-no-first-zero': 'The block starts with 01. A byte 00 comes before it.',
  'vectors.mistake.rsa-sign-no-padding':
    'The digest is signed without padding: 00 01, bytes ff and 00 come before DigestInfo.',
  'vectors.mistake.rsa-sign-no-digest-info':
    'The digest is signed without DigestInfo, which says which hash function it is of.',
  'vectors.mistake.rsa-sign-message-not-hashed':
    'The message itself is in the block. Its digest is to be signed.',
  'vectors.mistake.rsa-sign-digest-of-hex':
    "The digest is of the message's hex digits. Fields are hex: decode them to bytes first.",
  'vectors.mistake.rsa-sign-digest-as-hex': 'The digest is in the block as hex digits. It is bytes there.',
  'vectors.mistake.rsa-sign-hashed-twice':
    'The digest was hashed again. Many libraries hash the message themselves: hand them the message.',
  'vectors.mistake.rsa-sign-wrong-object-identifier':
    'DigestInfo names another hash function than the digest is of.',
  'vectors.mistake.rsa-sign-other-hash': 'Another hash function was used. The field sha says which.',
  'vectors.mistake.rsa-sign-no-null':
    'The NULL behind the object identifier is missing in DigestInfo. The parameters of these hash functions are NULL (05 00).',
  'vectors.mistake.rsa-sign-md5-and-sha1':
    'The digests of MD5 and SHA-1 are signed, as TLS 1.0 did. Here it is DigestInfo with the digest of the field sha.',
  'vectors.mistake.rsa-sign-with-public-exponent':
    'The public exponent is used. Signing raises to the private exponent d.',
  'vectors.mistake.rsa-pss-for-pkcs1': 'The signature is PSS. PKCS#1 v1.5 was asked for.',
  'vectors.mistake.rsa-pkcs1-for-pss': 'The signature is that of PKCS#1 v1.5. PSS was asked for.',
  'vectors.mistake.rsa-pss-salt-of-other-length': 'The salt has another length than the field sLen says.',
  'vectors.mistake.rsa-pss-other-hash-in-mgf1': 'MGF1 uses another hash function than the field mgfSha says.',
  'vectors.mistake.prime-negative-number':
    "A negative number is taken for a prime. The value is in two's complement: a first bit 1 is its sign.",
  'vectors.mistake.prime-one': '1 is taken for a prime.',
  'vectors.mistake.prime-fermat-test-only':
    "Fermat's test is not enough: Carmichael numbers and others pass it. Use Miller and Rabin's, with random bases.",
  'vectors.mistake.rsa-pkcs1-short-padding-accepted':
    'A padding string of fewer than eight bytes is accepted. Behind 00 02 there are at least eight bytes that are not zero, else it is refused.',
  'vectors.mistake.rsa-ciphertext-range-not-checked':
    'The length of the ciphertext is not checked, or that it is below n. It is as long as n and, as a number, smaller; anything else is refused.',
  'vectors.mistake.rsa-verify-range-not-checked':
    'A signature that is not below n is accepted: it stands for the same number modulo n.',
  'vectors.mistake.rsa-verify-padding-not-checked':
    'What stands before DigestInfo is not checked: 00 01, bytes ff and 00. Make the whole block and compare it.',
  'vectors.mistake.rsa-verify-hash-not-checked':
    'DigestInfo names another hash function, and was accepted. The name counts as much as the digest: make the whole block and compare it.',
  'vectors.mistake.rsa-verify-anything-accepted':
    'A signature that does not belong to this message is accepted. What is computed from the message must be compared with what stands in the signature.',
  'vectors.mistake.rsa-pss-salt-length-not-checked':
    'A salt of another length than the field sLen says is accepted.',
  'vectors.mistake.rsa-number-not-below-modulus':
    'A number that is not below n is accepted. RSA takes numbers from 0 to n - 1; others are refused.',
  'vectors.mistake.certificate-fault-accepted':
    'The chain is accepted, and is not valid: {reason}, at certificate {depth} from the leaf, which is 0. crypto cert verify tells more of it, and docs/faults.md has such chains.',
} as const;
