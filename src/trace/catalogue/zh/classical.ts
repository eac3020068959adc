/** Chinese words of `crypto caesar` and `crypto xor`. */
export const classical = {
  'classical.opt.shift': '每个字母移动几位：整数，模 26',
  'classical.opt.xorKey': '循环密钥 (repeating key)，十六进制，或 text:…、base64:…、file:路径',
  'classical.opt.pad': '一次性密钥 (pad)，至少和消息一样长，写法同密钥：file:路径',
  'classical.opt.top': '列出几个候选，最多 {most} 个',
  'classical.opt.maxKeyLength': '最长试到几个字节的密钥',
  'classical.opt.crib': '猜测某条消息里有的词 (crib)，逐个位置去试',
  'classical.error.noShift': '--key：应给出移动的位数，现在没有；凯撒用的是 3',
  'classical.error.noKeyOrPad':
    '--key 或 --pad：应给出其一，现在都没有；可用 crypto random N -o pad 产生一次性密钥',
  'classical.error.keyAndPad': '--key 与 --pad：只能给出其一，现在两个都给了',
  'classical.weak.caesar': '移位密码 (shift cipher) 只有 26 个密钥，crypto caesar break 一试便知；请用 aes',
  'classical.weak.xor': '密钥比消息短就会循环，在密文里露出规律，crypto xor break 能把它找出来；请用 aes',
  'classical.padSpent':
    '一次性密钥用过的部分就此作废：同一段再加密一条消息，两条都会泄露（见 crypto xor reuse）',
  'classical.column.key': '密钥',
  'classical.column.length': '密钥字节数',
  'classical.column.distance': '汉明距离',
  'classical.column.coincidence': '重合指数',
  'classical.column.perLetter': '比特/字母',
  'classical.column.perByte': '比特/字节',
  'classical.column.text': '文字',
  'classical.column.position': '位置',
  'classical.column.other': '另一条消息',
  'classical.caesar.break': '只凭密文 (ciphertext) 还原密钥和明文。',
  'classical.caesar.found': '密钥是 {key}。26 种结果里只有一种是英语：密钥空间太小，就没有秘密可言。',
  'classical.caesar.unsure': '最好的猜测：密钥 {key}。',
  'classical.caesar.failed':
    '怎么移位都不像英语：{letters} 个字母，最好的结果是 {score} 比特/字母，而英语约为 3，随机字母为 4.7；密文长一些也许就行',
  'classical.xor.break': '只凭密文 (ciphertext) 还原循环密钥 (repeating key) 和明文。',
  'classical.xor.found': '密钥共 {length} 个字节：{key}',
  'classical.xor.unsure': '最好的猜测，共 {length} 个字节：{key}',
  'classical.xor.foundInPart':
    '密钥共 {length} 个字节，其中 {guesses} 个只是猜测（在方括号里），可能有错：{key}',
  'classical.xor.doubtful': '猜测的是第 {places} 个字节（从 0 数起）；密文长一些就能确定。',
  'classical.xor.notEnglish':
    '{count} 个字节，用不超过 {longest} 个字节的密钥都还原不出英语：最好的结果是 {score} 比特/字节，而英语约为 3',
  'classical.xor.tryLonger': '；密钥若可能更长，请试 --max-key-length {limit}',
  'classical.xor.tryMore': '；密钥若可能更长，请给更多密文',
  'classical.xor.tooLittle':
    '密文太短，无法确定：只有 {count} 个字节时，随机字节也总能被某个密钥变成英语；请给更多密文',
  'classical.xor.repetitive':
    '每隔 {length} 个字节就大量重复，不像英语：凡是与密钥同步重复的文字，放在这里都说得通',
  'classical.reuse.about': '看同一个一次性密钥 (pad) 加密的两条消息泄露了什么。',
  'classical.reuse.a': '第一条密文，至多 1 MiB',
  'classical.reuse.b': '第二条密文，用的是同一个一次性密钥',
  'classical.reuse.legend': '字母：多半一条消息在此处是它，另一条是空格\n= 两条消息此处相同\n· 未知',
  'classical.reuse.learned':
    '一次性密钥抵消了：{length} 个字节里有 {equal} 个相同，{letters} 个露出字母。可用 --crib 猜一个词。',
  'classical.reuse.cut': '…… 只显示前 {shown} 个字节',
  'classical.reuse.crib': '若一条消息在位置 {position} 是“{crib}”，另一条在此就是“{fragment}”。',
  'classical.reuse.unlikely':
    '只有 {share} % 的字节最高比特是 0，而同一个一次性密钥加密的两段文字几乎全是 0：也许一次性密钥不同，也许不是文字',
} as const;
