/** Well-known mistakes in ciphers: what was done wrong, and what the standard says. */
export const vectorsMistakesCiphers = {
  'vectors.mistake.aes-mix-columns-in-last-round':
    'MixColumns is done in the last round, too. The last round goes from ShiftRows straight to AddRoundKey.',
  'vectors.mistake.aes-no-mix-columns': 'MixColumns is done in no round. All rounds but the last have it.',
  'vectors.mistake.aes-shift-rows-wrong-way':
    'ShiftRows rotates the rows to the right. Encryption rotates row r by r bytes to the left; only decryption goes to the right.',
  'vectors.mistake.aes-no-shift-rows': 'ShiftRows is left out. Every round has it, the last one as well.',
  'vectors.mistake.aes-rows-and-columns-swapped':
    'The state is filled row by row. The bytes of a block fill it column by column: byte n stands in row n mod 4, column n / 4.',
  'vectors.mistake.aes-mix-columns-matrix-transposed':
    'The matrix of MixColumns is transposed: its first row is 02 03 01 01, not its first column.',
  'vectors.mistake.aes-key-before-mix-columns':
    'AddRoundKey comes before MixColumns. In each round of encryption the round key is added last; in decryption it comes off before InvMixColumns.',
  'vectors.mistake.aes-inverse-s-box':
    'SubBytes uses the inverse S-box, and decryption the S-box. Encryption uses the S-box (63 7c 77 …), decryption the inverse (52 09 6a …).',
  'vectors.mistake.aes-no-first-round-key':
    'The first AddRoundKey is missing. The first four words of the key schedule are added before round 1.',
  'vectors.mistake.aes-no-last-round-key':
    'The last AddRoundKey is missing. The last round ends with it as all others do.',
  'vectors.mistake.aes-one-round-too-few':
    'There is one round too few. There are 10, 12 or 14 rounds for keys of 16, 24 or 32 bytes, the last one counted; count from 1 to Nr, not to Nr - 1.',
  'vectors.mistake.aes-ten-rounds-always':
    'There are 10 rounds for all keys. Keys of 24 bytes take 12, keys of 32 bytes 14.',
  'vectors.mistake.aes-key-cut-to-16-bytes':
    'Only the first 16 bytes of the key are used. Longer keys are expanded as a whole, and take more rounds.',
  'vectors.mistake.aes-key-schedule-without-rcon':
    'The key schedule leaves out Rcon. Every Nk-th word is XORed with the next round constant (01, 02, 04, …) in its first byte.',
  'vectors.mistake.aes-key-schedule-rcon-not-reduced':
    'The round constant after 80 is wrong. It is 1b: doubling goes on in GF(2^8), modulo 11b.',
  'vectors.mistake.aes-key-schedule-without-rot-word':
    'The key schedule leaves out RotWord. Every Nk-th word starts with the word before it rotated by one byte: a0 a1 a2 a3 becomes a1 a2 a3 a0.',
  'vectors.mistake.aes-key-schedule-without-sub-word':
    'The key schedule leaves out SubWord. Every Nk-th word goes through the S-box byte by byte.',
  'vectors.mistake.aes-256-without-extra-sub-word':
    'The key schedule for 32 bytes lacks its second SubWord. Where Nk is 8, the words with i mod 8 = 4 go through the S-box as well.',
  'vectors.mistake.aes-little-endian-words':
    'Words of the key are read with the first byte as the lowest, and RotWord and Rcon work on the wrong end. The first byte of a word is its highest: Rcon[1] is 01000000.',
  'vectors.mistake.block-encrypted-to-decrypt':
    'Blocks are encrypted where they should be decrypted. Decryption in ECB and CBC runs the inverse cipher.',
  'vectors.mistake.aes-decryption-keys-not-reversed':
    'Decryption uses the round keys in the order of encryption. It starts with the last one and ends with the first.',
  'vectors.mistake.aes-decryption-mix-columns':
    'Decryption does MixColumns where InvMixColumns belongs, whose matrix starts with 0e 0b 0d 09.',
  'vectors.mistake.aes-decryption-s-box':
    'Decryption uses the S-box of encryption. InvSubBytes uses the inverse S-box, which starts with 52 09 6a.',
  'vectors.mistake.des-bits-from-wrong-end':
    'Bits are numbered from the least significant one. In all tables of DES bit 1 is the most significant bit of the first byte.',
  'vectors.mistake.des-no-final-swap':
    'The halves are not swapped at the end. The preoutput is R16 L16: the last round leaves them unswapped, which one more exchange undoes.',
  'vectors.mistake.des-no-initial-permutation':
    'The initial permutation IP and its inverse at the end are left out.',
  'vectors.mistake.des-initial-permutation-at-end':
    'IP stands at the end, too. There belongs its inverse, which starts with 40 8 48 16.',
  'vectors.mistake.des-no-permutation-p': 'The permutation P behind the S-boxes is left out.',
  'vectors.mistake.des-s-box-row-and-column':
    'The S-boxes are read in the wrong row and column. Of six bits, the first and the last are the row (in this order), the middle four the column.',
  'vectors.mistake.des-one-round-too-few': 'The last round is missing: there are 16.',
  'vectors.mistake.des-no-pc-1':
    'PC-1 is left out of the key schedule. It drops every eighth bit, which is parity, and puts the other 56 in a new order.',
  'vectors.mistake.des-key-rotated-by-one':
    'The halves of the key are rotated by one place in every round. In all rounds but 1, 2, 9 and 16 it is two places.',
  'vectors.mistake.des-key-rotated-right':
    'The halves of the key are rotated to the right. The key schedule rotates C and D to the left.',
  'vectors.mistake.des-decryption-keys-not-reversed':
    'Decryption uses the round keys in the order of encryption. It is the same rounds with K16 first and K1 last.',
  'vectors.mistake.3des-three-encryptions':
    'All three passes encrypt. The middle one decrypts: E with K1, D with K2, E with K3.',
  'vectors.mistake.3des-keys-in-wrong-order':
    'K1 and K3 are exchanged. Encryption starts with K1, and decryption with K3.',
  'vectors.mistake.3des-first-key-for-third':
    'K1 is used for K3. Only of a key of 16 bytes is K3 the same as K1.',
  'vectors.mistake.3des-once-only': 'DES is run once, under K1. Triple DES runs it three times.',
  'vectors.mistake.3des-encrypted-to-decrypt':
    'Blocks are encrypted where they should be decrypted. Decryption is D with K3, E with K2, D with K1.',
  'vectors.mistake.xor-key-not-repeated':
    'The key is not repeated. Where the message is longer, it starts again with its first byte.',
  'vectors.mistake.xor-first-key-byte-only':
    'Every byte is XORed with the first byte of the key. Byte i is XORed with key byte i mod length.',
  'vectors.mistake.xor-key-as-hex-text':
    "The key's hex digits are taken as the key. Fields are hex: decode them to bytes first.",
  'vectors.mistake.xor-added-instead': 'Bytes are added modulo 256. They are to be XORed.',
  'vectors.mistake.rc4-no-swap-in-schedule':
    'The key schedule does not swap S[i] and S[j]. It does so in each of its 256 steps.',
  'vectors.mistake.rc4-no-swap-in-stream':
    'S[i] and S[j] are not swapped while the keystream is made. They are, before each byte.',
  'vectors.mistake.rc4-first-byte-dropped':
    'The keystream starts one byte too late. Its first byte is used as well.',
  'vectors.mistake.rc4-offset-ignored':
    'The keystream is used from its start. The field offset says how many bytes of it are thrown away first.',
  'vectors.mistake.rc4-i-starts-too-low':
    'i is used before it is increased. It starts with 0, and the first step makes it 1.',
  'vectors.mistake.rc4-j-not-reset':
    'j goes on from the key schedule. It starts again with 0 before the keystream.',
  'vectors.mistake.rc4-sum-instead-of-lookup':
    'The sum S[i] + S[j] is given out itself. The keystream byte is S[S[i] + S[j]].',
  'vectors.mistake.rc4-key-not-repeated':
    'The key is filled with zeros up to 256 bytes. It is repeated: key[i mod length].',
} as const;
