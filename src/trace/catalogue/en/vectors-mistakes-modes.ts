/** Well-known mistakes in modes and paddings: what was done wrong, and what the standard says. */
export const vectorsMistakesModes = {
  'vectors.mistake.cbc-as-ecb':
    'Each block is handled on its own, as in ECB. CBC XORs each plaintext block with the ciphertext block before it, the first one with the IV.',
  'vectors.mistake.cbc-iv-reused':
    'The IV is used for every block. It is for the first one only; after that comes the ciphertext block before.',
  'vectors.mistake.cbc-chained-with-plaintext':
    'Blocks are chained with the plaintext before them. CBC chains with the ciphertext block before.',
  'vectors.mistake.cbc-xor-after-encryption':
    'The XOR with the block before comes after encryption. CBC XORs first and encrypts then; decryption does it the other way round.',
  'vectors.mistake.cfb-as-ofb': 'The keystream is fed back, as in OFB. CFB feeds the ciphertext block back.',
  'vectors.mistake.cfb-feeds-back-plaintext':
    'The plaintext is fed back. CFB feeds the ciphertext block back, in decryption as well.',
  'vectors.mistake.cfb-8':
    'CFB is done with 8 bits at a time. Here the segment is the whole block: in libraries, set the segment size to it.',
  'vectors.mistake.cfb-not-chained':
    'The IV is encrypted for every block. Only the first one uses the IV, the next ones the ciphertext block before.',
  'vectors.mistake.ofb-as-cfb':
    'The ciphertext is fed back, as in CFB. OFB feeds back what comes out of the cipher.',
  'vectors.mistake.ctr-little-endian':
    'The counter is increased at its first byte. It is a big-endian number: the last byte counts first.',
  'vectors.mistake.ctr-one-too-late':
    'The counter is increased before the first block. The first block is encrypted with the counter as it is given.',
  'vectors.mistake.ctr-only-last-byte':
    'Only the last byte of the counter is increased, without a carry. ff at the end carries into the byte before it.',
  'vectors.mistake.ctr-only-last-word':
    "Only the last 32 bits of the counter are increased. That is GCM's counter; here the whole block is one number.",
  'vectors.mistake.ctr-not-incremented': 'The counter is not increased: every block gets the same keystream.',
  'vectors.mistake.stream-mode-with-inverse-cipher':
    'The keystream is made with the decryption of the block cipher. CFB, OFB and CTR encrypt blocks in both directions.',
  'vectors.mistake.iv-ignored': 'The IV is not used: zeros stand in its place.',
  'vectors.mistake.iv-before-ciphertext':
    'The IV stands before the ciphertext. The output is the ciphertext alone.',
  'vectors.mistake.padding-not-asked-for':
    'The message is padded. Only operations with pkcs7 in their name pad; this one takes whole blocks, or any length in CFB, OFB and CTR.',
  'vectors.mistake.last-partial-block-lost':
    'The last block is lost because it is not whole. CFB, OFB and CTR use as much of the keystream as there is message.',
  'vectors.mistake.gcm-no-length-block':
    'The block of lengths is missing. GHASH ends with the lengths of A and C in bits, 64 bits each.',
  'vectors.mistake.gcm-lengths-in-bytes':
    'The lengths are in bytes. GHASH ends with the lengths of A and C in bits.',
  'vectors.mistake.gcm-lengths-swapped':
    'The lengths are in the wrong order. The length of A comes first, then that of C.',
  'vectors.mistake.gcm-tag-not-masked':
    'The tag is the output of GHASH itself. It is XORed with the encryption of J0.',
  'vectors.mistake.gcm-text-before-aad':
    'The ciphertext is hashed before the additional data. A comes first, then C.',
  'vectors.mistake.gcm-aad-left-out':
    'The additional data is not hashed. The tag covers it as well as the ciphertext.',
  'vectors.mistake.gcm-not-filled-to-blocks':
    'A and C are joined without zeros between them. Each of them is filled up to whole blocks.',
  'vectors.mistake.gcm-plaintext-hashed': 'The plaintext is hashed. The tag is over the ciphertext.',
  'vectors.mistake.gcm-short-iv-hashed':
    'J0 is made with GHASH. Of an IV of 12 bytes, J0 is the IV and 00000001; only other lengths are hashed.',
  'vectors.mistake.gcm-starts-at-j0':
    'The first block is encrypted with J0. J0 is kept for the tag; the text starts with the counter after it.',
  'vectors.mistake.gcm-bits-reflected':
    'The bits of each byte are taken from the wrong end in GF(2^128). The leftmost bit of a block is the coefficient of x^0.',
  'vectors.mistake.gcm-no-tag': 'The tag is missing. The output is the ciphertext followed by the tag.',
  'vectors.mistake.gcm-tag-first':
    'The tag stands before the ciphertext. The output is the ciphertext followed by the tag.',
  'vectors.mistake.gcm-tag-not-checked':
    'The message is given out although the tag is wrong. Without the right tag there is no output, only a refusal.',
  'vectors.mistake.padding-not-on-full-blocks':
    'A message of whole blocks is not padded. It gets a whole block of padding, so that the padding can always be told from the message.',
  'vectors.mistake.padding-zeros-instead':
    'The padding is zeros. This one is another: look at the name of the operation.',
  'vectors.mistake.padding-x923-instead':
    'The padding is that of ANSI X9.23: zeros and a count. Another was asked for; in PKCS #7 every byte is the count.',
  'vectors.mistake.padding-iso-instead':
    'The padding is that of ISO/IEC 7816-4: 80 and zeros. Another was asked for; in PKCS #7 every byte is the count.',
  'vectors.mistake.padding-pkcs7-instead':
    'The padding is that of PKCS #7, where every byte is the count. Another was asked for: look at the name of the operation.',
  'vectors.mistake.padding-count-too-small':
    'The count in the padding is one too small. It counts all bytes of the padding, the last one as well.',
  'vectors.mistake.padding-full-block-of-zeros':
    'A message of whole blocks gets one more block of zeros. Zero padding adds nothing there.',
  'vectors.mistake.padding-to-16-always':
    'The message is padded to blocks of 16 bytes. The field blockSize says how long a block is.',
  'vectors.mistake.padding-not-removed': 'The padding is still there. It comes off after decryption.',
  'vectors.mistake.padding-count-off-by-one':
    'One byte too many or too few is removed. The last byte counts all bytes of the padding, itself as well.',
  'vectors.mistake.padding-all-equal-bytes-removed':
    'All bytes at the end that are equal are removed. The message may end in that byte, too: remove as many as the last byte says.',
  'vectors.mistake.padding-zeros-removed':
    'Only the zeros at the end are removed. The byte 80 before them belongs to the padding, too.',
  'vectors.mistake.padding-partial-block-accepted':
    'The length is not looked at. What is padded is whole blocks, at least one; anything else is refused.',
  'vectors.mistake.padding-zero-count-accepted':
    'A last byte 00 is taken for padding. There is always at least one byte of padding: a count of 0 is refused.',
  'vectors.mistake.padding-longer-than-block-accepted':
    'A padding longer than a block is accepted. It has at most as many bytes as a block; more is refused.',
  'vectors.mistake.padding-only-last-byte-checked':
    'Only the last byte of the padding counts here. All the bytes that it counts are checked, and what is no padding is refused.',
  'vectors.mistake.padding-marker-not-checked':
    'Another byte than 80 is taken for the start of the padding. Without 80 before the zeros it is refused.',
  'vectors.mistake.padding-behind-marker-not-checked':
    'What stands behind the byte 80 is not looked at. Only zeros may follow it.',
  'vectors.mistake.gcm-tag-compared-in-part':
    'A tag is accepted that is right in its first bytes only. All bytes of the tag are compared, and without the right one there is only a refusal.',
} as const;
