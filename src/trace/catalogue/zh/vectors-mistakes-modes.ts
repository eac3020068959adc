/** 工作模式与填充中的常见错误：错在哪里，标准怎么说。 */
export const vectorsMistakesModes = {
  'vectors.mistake.cbc-as-ecb':
    '每个分组都独立处理，成了 ECB。CBC 要把每个明文分组与前一个密文分组异或，第一个与 IV 异或。',
  'vectors.mistake.cbc-iv-reused': '每个分组都用了 IV。IV 只用于第一个分组，之后用前一个密文分组。',
  'vectors.mistake.cbc-chained-with-plaintext': '用前一个明文分组做了链接。CBC 用的是前一个密文分组。',
  'vectors.mistake.cbc-xor-after-encryption':
    '先加密后异或了。CBC 加密时先与前一个密文分组异或，再加密；解密时相反。',
  'vectors.mistake.cfb-as-ofb': '反馈的是密钥流，成了 OFB。CFB 反馈的是密文分组。',
  'vectors.mistake.cfb-feeds-back-plaintext': '反馈的是明文。CFB 反馈密文分组，解密时也一样。',
  'vectors.mistake.cfb-8': '每次只处理 8 位，成了 CFB-8。这里的段长是整个分组：使用库时要设好 segment size。',
  'vectors.mistake.cfb-not-chained':
    '每个分组都加密 IV 作为密钥流。只有第一个分组用 IV，之后用前一个密文分组。',
  'vectors.mistake.ofb-as-cfb': '反馈的是密文，成了 CFB。OFB 反馈的是密码的输出。',
  'vectors.mistake.ctr-little-endian': '计数器从首字节开始加一。它是大端的数：先加最后一个字节。',
  'vectors.mistake.ctr-one-too-late': '第一个分组之前计数器就加了一。第一个分组要用给定的计数器本身。',
  'vectors.mistake.ctr-only-last-byte':
    '计数器只加了最后一个字节，没有进位。末字节 ff 加一时要向前一个字节进位。',
  'vectors.mistake.ctr-only-last-word':
    '计数器只加了最后 32 位或 64 位。GCM 才只数 32 位；这里整个分组是一个数。',
  'vectors.mistake.ctr-not-incremented': '计数器没有加一：每个分组的密钥流都一样。',
  'vectors.mistake.stream-mode-with-inverse-cipher':
    '密钥流是用分组密码的解密产生的。CFB、OFB 和 CTR 在两个方向上都对分组做加密。',
  'vectors.mistake.iv-ignored': '没有使用 IV，用的是全零。',
  'vectors.mistake.iv-before-ciphertext': '密文前面带上了 IV。输出只要密文。',
  'vectors.mistake.padding-not-asked-for':
    '消息做了填充。只有名字里带 pkcs7 的运算才填充；这里要求整分组的消息，CFB、OFB、CTR 则接受任意长度。',
  'vectors.mistake.last-partial-block-lost':
    '最后一个不足一组的分组丢失了。CFB、OFB 和 CTR 有多少消息就用多少密钥流。',
  'vectors.mistake.gcm-no-length-block': '缺少长度分组。GHASH 最后要处理 A 和 C 的比特长度，各 64 位。',
  'vectors.mistake.gcm-lengths-in-bytes': '长度用的是字节数。GHASH 最后处理的是 A 和 C 的比特长度。',
  'vectors.mistake.gcm-lengths-swapped': '两个长度的顺序反了。先是 A 的长度，再是 C 的长度。',
  'vectors.mistake.gcm-tag-not-masked': '直接把 GHASH 的输出当作认证标签。还要与 J0 的加密结果异或。',
  'vectors.mistake.gcm-text-before-aad': '先处理了密文，后处理附加数据。GHASH 中先 A 后 C。',
  'vectors.mistake.gcm-aad-left-out': '附加数据没有参与 GHASH。认证标签既覆盖密文，也覆盖附加数据。',
  'vectors.mistake.gcm-not-filled-to-blocks': 'A 和 C 之间没有补零就连在了一起。两者要各自补零到整分组。',
  'vectors.mistake.gcm-plaintext-hashed': 'GHASH 处理的是明文。认证标签是对密文计算的。',
  'vectors.mistake.gcm-short-iv-hashed':
    'J0 是用 GHASH 算出来的。IV 为 12 字节时，J0 就是 IV 加 00000001；其他长度才用 GHASH。',
  'vectors.mistake.gcm-starts-at-j0': '第一个分组用了 J0。J0 留给认证标签；正文从下一个计数器开始。',
  'vectors.mistake.gcm-bits-reflected':
    '在 GF(2^128) 中每个字节的比特顺序反了。分组最左边的比特是 x^0 的系数。',
  'vectors.mistake.gcm-no-tag': '缺少认证标签。输出是密文，后面接认证标签。',
  'vectors.mistake.gcm-tag-first': '认证标签放在了密文前面。输出是密文，后面接认证标签。',
  'vectors.mistake.gcm-tag-not-checked': '认证标签不对，却还是输出了消息。标签不对时只能拒绝，不能有输出。',
  'vectors.mistake.padding-not-on-full-blocks':
    '消息恰为整分组时没有填充。这时也要加一整个分组的填充，这样才总能分清填充和消息。',
  'vectors.mistake.padding-zeros-instead': '填充用的是零。这里要的是另一种填充：看运算的名字。',
  'vectors.mistake.padding-x923-instead':
    '填充用的是 ANSI X9.23：若干零加计数。这里要的是另一种；PKCS #7 中每个填充字节都是计数。',
  'vectors.mistake.padding-iso-instead':
    '填充用的是 ISO/IEC 7816-4：80 加若干零。这里要的是另一种；PKCS #7 中每个填充字节都是计数。',
  'vectors.mistake.padding-pkcs7-instead':
    '填充用的是 PKCS #7，每个字节都是计数。这里要的是另一种：看运算的名字。',
  'vectors.mistake.padding-count-too-small': '填充中的计数少了一。计数包括所有填充字节，最后一个也算。',
  'vectors.mistake.padding-full-block-of-zeros':
    '消息恰为整分组时多加了一个全零分组。零填充这时不加任何字节。',
  'vectors.mistake.padding-to-16-always': '消息总是填充到 16 字节的分组。分组长度由字段 blockSize 给出。',
  'vectors.mistake.padding-not-removed': '填充没有去掉。解密之后要去掉填充。',
  'vectors.mistake.padding-count-off-by-one':
    '去掉的填充多了或少了一个字节。末字节的计数包括所有填充字节，也包括它自己。',
  'vectors.mistake.padding-all-equal-bytes-removed':
    '末尾所有相同的字节都去掉了。消息本身也可能以这个字节结尾：只去掉末字节所说的个数。',
  'vectors.mistake.padding-zeros-removed': '只去掉了末尾的零。它们前面的字节 80 也属于填充。',
  'vectors.mistake.padding-partial-block-accepted':
    '没有检查长度。填充后的数据是整分组，至少一个；否则要拒绝。',
  'vectors.mistake.padding-zero-count-accepted':
    '末字节 00 被当成了填充。填充至少有一个字节：计数为 0 时要拒绝。',
  'vectors.mistake.padding-longer-than-block-accepted':
    '接受了比一个分组还长的填充。填充至多一个分组长，再长就要拒绝。',
  'vectors.mistake.padding-only-last-byte-checked':
    '只看了填充的末字节。它所计的每个字节都要检查，不合规就要拒绝。',
  'vectors.mistake.padding-marker-not-checked':
    '把不是 80 的字节当成了填充的开头。零的前面没有 80 时要拒绝。',
  'vectors.mistake.padding-behind-marker-not-checked': '没有检查字节 80 后面的内容。它后面只能是零。',
  'vectors.mistake.gcm-tag-compared-in-part':
    '接受了只有开头几个字节正确的认证标签。标签的每个字节都要比较，不对就只能拒绝。',
} as const;
