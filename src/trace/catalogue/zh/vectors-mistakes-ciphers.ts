/** 密码算法中的常见错误：错在哪里，标准怎么说。 */
export const vectorsMistakesCiphers = {
  'vectors.mistake.aes-mix-columns-in-last-round':
    '最后一轮也做了列混合（MixColumns）。标准中最后一轮没有列混合：行移位之后直接加轮密钥。',
  'vectors.mistake.aes-no-mix-columns': '所有轮都没有做列混合（MixColumns）。除最后一轮外，每一轮都要做。',
  'vectors.mistake.aes-shift-rows-wrong-way':
    '行移位（ShiftRows）向右转了。加密时第 r 行循环左移 r 个字节，解密时才向右移。',
  'vectors.mistake.aes-no-shift-rows': '漏掉了行移位（ShiftRows）。每一轮都有这一步，最后一轮也不例外。',
  'vectors.mistake.aes-rows-and-columns-swapped':
    '状态（state）是按行填的。标准按列填：第 n 个字节位于第 n mod 4 行、第 n / 4 列。',
  'vectors.mistake.aes-mix-columns-matrix-transposed':
    '列混合（MixColumns）的矩阵转置了：02 03 01 01 是第一行，不是第一列。',
  'vectors.mistake.aes-key-before-mix-columns':
    '加轮密钥（AddRoundKey）做在了列混合之前。加密时每一轮最后才加轮密钥；解密时则先加轮密钥，再做逆列混合。',
  'vectors.mistake.aes-inverse-s-box':
    '字节代换（SubBytes）用了逆 S 盒，解密反而用了 S 盒。加密用 S 盒（63 7c 77 …），解密用逆 S 盒（52 09 6a …）。',
  'vectors.mistake.aes-no-first-round-key':
    '漏掉了第一次加轮密钥（AddRoundKey）。第 1 轮之前要先加上密钥扩展的前四个字。',
  'vectors.mistake.aes-no-last-round-key':
    '漏掉了最后一次加轮密钥（AddRoundKey）。最后一轮和其他轮一样，以加轮密钥结束。',
  'vectors.mistake.aes-one-round-too-few':
    '少做了一轮。16、24、32 字节的密钥分别有 10、12、14 轮，最后一轮也算在内；循环要从 1 数到 Nr，而不是 Nr - 1。',
  'vectors.mistake.aes-ten-rounds-always':
    '所有密钥都只做了 10 轮。24 字节的密钥要 12 轮，32 字节的要 14 轮。',
  'vectors.mistake.aes-key-cut-to-16-bytes':
    '只用了密钥的前 16 个字节。更长的密钥要整个参与密钥扩展，轮数也更多。',
  'vectors.mistake.aes-key-schedule-without-rcon':
    '密钥扩展漏掉了 Rcon。每隔 Nk 个字，首字节要异或下一个轮常数（01、02、04……）。',
  'vectors.mistake.aes-key-schedule-rcon-not-reduced':
    '80 之后的轮常数（Rcon）错了。应当是 1b：倍乘在 GF(2^8) 中进行，要模 11b。',
  'vectors.mistake.aes-key-schedule-without-rot-word':
    '密钥扩展漏掉了 RotWord。每隔 Nk 个字，要把前一个字循环左移一个字节：a0 a1 a2 a3 变为 a1 a2 a3 a0。',
  'vectors.mistake.aes-key-schedule-without-sub-word':
    '密钥扩展漏掉了 SubWord。每隔 Nk 个字，要逐字节经过 S 盒。',
  'vectors.mistake.aes-256-without-extra-sub-word':
    '32 字节密钥的密钥扩展少了一处 SubWord。Nk 为 8 时，i mod 8 = 4 的字也要经过 S 盒。',
  'vectors.mistake.aes-little-endian-words':
    '密钥的字把首字节当成了最低字节，RotWord 和 Rcon 都作用在了错误的一端。字的首字节是最高字节：Rcon[1] 是 01000000。',
  'vectors.mistake.block-encrypted-to-decrypt': '该解密分组的地方做的是加密。ECB 和 CBC 的解密要用逆密码。',
  'vectors.mistake.aes-decryption-keys-not-reversed':
    '解密时轮密钥的顺序和加密时一样。解密要从最后一个轮密钥用到第一个。',
  'vectors.mistake.aes-decryption-mix-columns':
    '解密时做的是列混合（MixColumns），应当是逆列混合（InvMixColumns），它的矩阵以 0e 0b 0d 09 开头。',
  'vectors.mistake.aes-decryption-s-box':
    '解密时用的是加密的 S 盒。逆字节代换（InvSubBytes）用逆 S 盒，以 52 09 6a 开头。',
  'vectors.mistake.des-bits-from-wrong-end':
    '比特从最低位开始编号了。DES 的所有表中，第 1 位都是首字节的最高位。',
  'vectors.mistake.des-no-final-swap':
    '最后没有交换左右两半。预输出是 R16 L16：16 轮之后还要把两半对调一次。',
  'vectors.mistake.des-no-initial-permutation': '漏掉了初始置换 IP 和最后的逆初始置换。',
  'vectors.mistake.des-initial-permutation-at-end':
    '最后又做了一次 IP。最后应当做它的逆置换，以 40 8 48 16 开头。',
  'vectors.mistake.des-no-permutation-p': '漏掉了 S 盒之后的置换 P。',
  'vectors.mistake.des-s-box-row-and-column':
    'S 盒的行列取错了。六个比特中，首位和末位依次组成行号，中间四位组成列号。',
  'vectors.mistake.des-one-round-too-few': '少了最后一轮：一共 16 轮。',
  'vectors.mistake.des-no-pc-1':
    '密钥编排漏掉了置换选择 PC-1。它去掉每个字节的第 8 位（校验位），并重排其余 56 位。',
  'vectors.mistake.des-key-rotated-by-one':
    '每一轮都只把密钥的两半循环移动一位。除第 1、2、9、16 轮外，都要移动两位。',
  'vectors.mistake.des-key-rotated-right': '密钥的两半向右移了。密钥编排中 C 和 D 循环左移。',
  'vectors.mistake.des-decryption-keys-not-reversed':
    '解密时轮密钥的顺序和加密时一样。解密是同样的轮，但从 K16 用到 K1。',
  'vectors.mistake.3des-three-encryptions':
    '三次都做了加密。中间一次是解密：先用 K1 加密，再用 K2 解密，再用 K3 加密。',
  'vectors.mistake.3des-keys-in-wrong-order': 'K1 和 K3 用反了。加密从 K1 开始，解密从 K3 开始。',
  'vectors.mistake.3des-first-key-for-third': '把 K1 当作了 K3。只有密钥为 16 字节时，K3 才等于 K1。',
  'vectors.mistake.3des-once-only': '只用 K1 做了一次 DES。3DES 要做三次。',
  'vectors.mistake.3des-encrypted-to-decrypt':
    '该解密的地方做的是加密。解密是：先用 K3 解密，再用 K2 加密，再用 K1 解密。',
  'vectors.mistake.xor-key-not-repeated': '密钥没有循环使用。消息比密钥长时，要从密钥的首字节重新开始。',
  'vectors.mistake.xor-first-key-byte-only':
    '每个字节都只异或了密钥的首字节。第 i 个字节要异或密钥的第 i mod 长度 个字节。',
  'vectors.mistake.xor-key-as-hex-text':
    '把密钥的十六进制字符本身当成了密钥。字段是十六进制文本，要先解码成字节。',
  'vectors.mistake.xor-added-instead': '字节做了模 256 的加法。应当做异或。',
  'vectors.mistake.rc4-no-swap-in-schedule': '密钥调度没有交换 S[i] 和 S[j]。256 步中每一步都要交换。',
  'vectors.mistake.rc4-no-swap-in-stream': '产生密钥流时没有交换 S[i] 和 S[j]。产生每个字节之前都要交换。',
  'vectors.mistake.rc4-first-byte-dropped': '密钥流晚了一个字节。第一个字节也要用上。',
  'vectors.mistake.rc4-offset-ignored': '密钥流从头开始用了。字段 offset 说明先丢弃多少个字节。',
  'vectors.mistake.rc4-i-starts-too-low': 'i 在加一之前就被使用了。i 从 0 开始，第一步先变成 1。',
  'vectors.mistake.rc4-j-not-reset': 'j 沿用了密钥调度结束时的值。产生密钥流之前 j 要重新置 0。',
  'vectors.mistake.rc4-sum-instead-of-lookup': '直接输出了 S[i] + S[j]。密钥流字节是 S[S[i] + S[j]]。',
  'vectors.mistake.rc4-key-not-repeated': '密钥用零补到了 256 字节。密钥应当循环使用：key[i mod 长度]。',
} as const;
