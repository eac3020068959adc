/** Well-known mistakes in hash functions and HMAC, and in handing out results: what was done wrong, and what the standard says. */
export const vectorsMistakesHashes = {
  'vectors.mistake.hash-length-in-bytes':
    'The length at the end of the padding is in bytes. It is the length of the message in bits.',
  'vectors.mistake.sha-length-little-endian':
    'The length in the padding is little-endian. SHA writes it with the highest byte first; only MD5 does not.',
  'vectors.mistake.md5-length-big-endian':
    'The length in the padding is big-endian. MD5 writes it with the lowest byte first.',
  'vectors.mistake.sha512-length-in-8-bytes':
    'The length in the padding has 8 bytes. SHA-384 and SHA-512 have 16: the padding goes up to 112 bytes modulo 128.',
  'vectors.mistake.hash-no-80-after-message':
    'There is no byte 80 behind the message. The padding starts with a bit 1, the highest of its first byte, before the zeros.',
  'vectors.mistake.hash-no-extra-block':
    'There is no further block where the length does not fit behind the message. Then the padding goes on in one more block (56 to 63 bytes modulo 64, or 112 to 127 modulo 128).',
  'vectors.mistake.hash-needless-block':
    'There is a block too many. Where the byte 80 and the length just fill the block, no other follows.',
  'vectors.mistake.hash-not-added-to-chaining-value':
    'The working variables are not added to the hash value before. After the rounds of each block, each of them is.',
  'vectors.mistake.hash-blocks-not-chained':
    'Every block starts from the initial value. It starts from the hash value of the block before.',
  'vectors.mistake.hash-rotations-wrong-way':
    'Words are rotated the wrong way. MD5 and SHA-1 rotate to the left, SHA-2 to the right.',
  'vectors.mistake.sha1-schedule-not-rotated':
    'The words of the message schedule are not rotated. From W[16] on each is rotated to the left by one; without it, this is SHA-0.',
  'vectors.mistake.hash-one-function-for-all-rounds':
    'All rounds use the first function. It changes every 20 rounds in SHA-1, and every 16 operations in MD5.',
  'vectors.mistake.sha2-rotates-for-shift':
    'The last part of the small sigmas rotates. It shifts: bits that fall out are lost.',
  'vectors.mistake.sha-words-little-endian':
    'The words of a block are read little-endian. SHA reads the highest byte first.',
  'vectors.mistake.md5-words-big-endian':
    'The words of a block are read big-endian. MD5 reads the lowest byte first.',
  'vectors.mistake.sha-digest-little-endian':
    'The words of the digest are written little-endian. SHA writes the highest byte first.',
  'vectors.mistake.md5-digest-big-endian':
    'The words of the digest are written big-endian. MD5 writes the lowest byte of A first.',
  'vectors.mistake.sha2-initial-value-of-longer':
    'The initial value is that of the longer function. SHA-224, SHA-384 and SHA-512/t have their own.',
  'vectors.mistake.sha2-not-truncated':
    'The digest is not cut. SHA-224, SHA-384 and SHA-512/t give out the first bits only.',
  'vectors.mistake.sha2-longer-function':
    'This is the digest of the longer function: SHA-256 for SHA-224, SHA-512 for the others. Its initial value is another, and the digest is cut.',
  'vectors.mistake.hash-of-hex-text':
    'The hex digits of the message are hashed. Fields are hex: decode them to bytes first.',
  'vectors.mistake.hash-with-newline':
    'A line break is hashed with the message. The message is the decoded bytes and nothing else.',
  'vectors.mistake.hash-with-nul':
    'A zero byte is hashed with the message, as it ends a string in C. Take the length that was given.',
  'vectors.mistake.hmac-long-key-not-hashed':
    'A key longer than a block is not hashed. Its digest is used in its place, filled with zeros.',
  'vectors.mistake.hmac-key-always-hashed':
    'The key is hashed although it is not longer than a block. Such a key is only filled with zeros.',
  'vectors.mistake.hmac-block-of-64-bytes-always':
    'The key is filled to 64 bytes. A block of SHA-384 and SHA-512 has 128 bytes.',
  'vectors.mistake.hmac-pads-swapped':
    'ipad and opad are exchanged. The inner hash has the key XORed with 36, the outer one with 5c.',
  'vectors.mistake.hmac-key-before-message':
    'The key and the message are hashed one after the other. HMAC hashes twice, since such a digest can be extended without the key.',
  'vectors.mistake.hmac-key-after-message':
    'The message and the key are hashed one after the other. HMAC hashes twice, with the padded key in front both times.',
  'vectors.mistake.hmac-inner-digest-as-hex':
    'The inner digest is hashed as hex digits. It goes into the outer hash as bytes.',
  'vectors.mistake.hmac-key-not-padded':
    'The key is not filled with zeros to a whole block before it is XORed.',
  'vectors.mistake.hmac-inner-hash-only':
    'Only the inner hash is computed. Its digest is hashed again, behind the key XORed with 5c.',
  'vectors.mistake.hmac-key-as-hex-text':
    "The key's hex digits are taken as the key. Fields are hex: decode them to bytes first.",
  'vectors.mistake.hmac-message-as-hex-text':
    'The hex digits of the message are taken as the message. Fields are hex: decode them to bytes first.',
  'vectors.mistake.hmac-truncated-wrongly':
    'The tag is not cut as asked. The field tagSize says how many bits at its start are given out.',
  'vectors.mistake.output-as-text-of-hex':
    'The output is the hex digits of the right one, encoded as hex again. Encode once.',
  'vectors.mistake.output-reversed': 'The output has the right bytes in the reverse order.',
  'vectors.mistake.output-twice':
    'The right output is given out twice. A buffer may not have been emptied between two answers.',
  'vectors.mistake.output-leading-zeros-lost':
    'The zeros at the start are lost, as happens to a number. The output is bytes: it keeps its length, zeros and all.',
  'vectors.mistake.hmac-empty-tag-accepted':
    'An empty tag is accepted. Comparing as many bytes as were sent leaves the length to the sender: it must be checked first.',
  'vectors.mistake.hmac-tag-compared-in-part':
    'A tag is accepted that is right in its first bytes only. All bytes of the tag are compared.',
  'vectors.mistake.hmac-tag-not-checked':
    'A wrong tag is accepted. Compute the tag of the message, and compare all of its bytes.',
} as const;
