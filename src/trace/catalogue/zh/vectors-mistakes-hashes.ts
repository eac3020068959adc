/** 散列函数、HMAC 与输出中的常见错误：错在哪里，标准怎么说。 */
export const vectorsMistakesHashes = {
  'vectors.mistake.hash-length-in-bytes': '填充末尾的长度用的是字节数。应当是消息的比特数。',
  'vectors.mistake.sha-length-little-endian': '填充中的长度用了小端。SHA 中高位字节在前，只有 MD5 相反。',
  'vectors.mistake.md5-length-big-endian': '填充中的长度用了大端。MD5 中低位字节在前。',
  'vectors.mistake.sha512-length-in-8-bytes':
    '填充中的长度只占 8 个字节。SHA-384 和 SHA-512 占 16 个：填充到模 128 余 112 为止。',
  'vectors.mistake.hash-no-80-after-message':
    '消息后面没有字节 80。填充以一个比特 1 开始（首字节的最高位），然后才是零。',
  'vectors.mistake.hash-no-extra-block':
    '长度放不下时没有再加一个分组。长度模 64 余 56 到 63（或模 128 余 112 到 127）时，填充要延续到下一个分组。',
  'vectors.mistake.hash-needless-block': '多了一个分组。字节 80 和长度恰好填满分组时，不再加分组。',
  'vectors.mistake.hash-not-added-to-chaining-value':
    '工作变量没有加到之前的散列值上。每个分组的所有轮之后，都要逐个相加。',
  'vectors.mistake.hash-blocks-not-chained': '每个分组都从初始值开始。应当从上一个分组的散列值开始。',
  'vectors.mistake.hash-rotations-wrong-way': '字的循环移位方向反了。MD5 和 SHA-1 向左，SHA-2 向右。',
  'vectors.mistake.sha1-schedule-not-rotated':
    '消息调度的字没有循环移位。从 W[16] 起都要循环左移一位；少了这一步就是 SHA-0。',
  'vectors.mistake.hash-one-function-for-all-rounds':
    '所有轮都用了第一个函数。SHA-1 每 20 轮换一次函数，MD5 每 16 步换一次。',
  'vectors.mistake.sha2-rotates-for-shift': '小写 σ 的最后一项用了循环移位。应当是移位：移出的比特丢弃。',
  'vectors.mistake.sha-words-little-endian': '分组中的字按小端读取了。SHA 高位字节在前。',
  'vectors.mistake.md5-words-big-endian': '分组中的字按大端读取了。MD5 低位字节在前。',
  'vectors.mistake.sha-digest-little-endian': '摘要中的字按小端写出了。SHA 高位字节在前。',
  'vectors.mistake.md5-digest-big-endian': '摘要中的字按大端写出了。MD5 先写 A 的最低字节。',
  'vectors.mistake.sha2-initial-value-of-longer':
    '初始值用的是较长的那个函数的。SHA-224、SHA-384 和 SHA-512/t 都有自己的初始值。',
  'vectors.mistake.sha2-not-truncated': '摘要没有截短。SHA-224、SHA-384 和 SHA-512/t 只输出前面的比特。',
  'vectors.mistake.sha2-longer-function':
    '这是较长的那个函数的摘要：把 SHA-256 当成了 SHA-224，或把 SHA-512 当成了其他函数。初始值不同，而且摘要要截短。',
  'vectors.mistake.hash-of-hex-text': '散列的是消息的十六进制字符。字段是十六进制文本，要先解码成字节。',
  'vectors.mistake.hash-with-newline': '换行符也参与了散列。消息就是解码出来的字节，别无其他。',
  'vectors.mistake.hash-with-nul': '消息末尾的零字节也参与了散列，像 C 语言字符串的结尾。要用给定的长度。',
  'vectors.mistake.hmac-long-key-not-hashed': '超过一个分组的密钥没有先散列。应当用它的摘要代替，再补零。',
  'vectors.mistake.hmac-key-always-hashed': '密钥不超过一个分组，却被散列了。这样的密钥只补零。',
  'vectors.mistake.hmac-block-of-64-bytes-always':
    '密钥补到了 64 字节。SHA-384 和 SHA-512 的分组是 128 字节。',
  'vectors.mistake.hmac-pads-swapped': 'ipad 和 opad 用反了。内层散列用密钥异或 36，外层异或 5c。',
  'vectors.mistake.hmac-key-before-message':
    '直接散列了密钥加消息。HMAC 要散列两次，因为这样的摘要不知道密钥也能延长。',
  'vectors.mistake.hmac-key-after-message':
    '直接散列了消息加密钥。HMAC 要散列两次，每次前面都是补齐并异或过的密钥。',
  'vectors.mistake.hmac-inner-digest-as-hex': '内层摘要以十六进制字符的形式进入了外层散列。应当用字节。',
  'vectors.mistake.hmac-key-not-padded': '密钥没有先补零到一个分组就异或了。',
  'vectors.mistake.hmac-inner-hash-only': '只算了内层散列。它的摘要还要放在密钥异或 5c 之后再散列一次。',
  'vectors.mistake.hmac-key-as-hex-text':
    '把密钥的十六进制字符本身当成了密钥。字段是十六进制文本，要先解码成字节。',
  'vectors.mistake.hmac-message-as-hex-text':
    '把消息的十六进制字符本身当成了消息。字段是十六进制文本，要先解码成字节。',
  'vectors.mistake.hmac-truncated-wrongly': '认证标签没有按要求截短。字段 tagSize 说明输出开头的多少个比特。',
  'vectors.mistake.output-as-text-of-hex': '输出是正确结果的十六进制字符，又编码了一次十六进制。只编码一次。',
  'vectors.mistake.output-reversed': '输出的字节是对的，但顺序反了。',
  'vectors.mistake.output-twice': '正确的结果输出了两遍。可能两次回答之间没有清空缓冲区。',
  'vectors.mistake.output-leading-zeros-lost':
    '开头的零丢失了，像数那样。输出是字节串：长度不变，零也要保留。',
  'vectors.mistake.hmac-empty-tag-accepted':
    '接受了空的认证标签。若只比较收到的那几个字节，长度就由发送者决定了：要先检查长度。',
  'vectors.mistake.hmac-tag-compared-in-part':
    '接受了只有开头几个字节正确的认证标签。标签的每个字节都要比较。',
  'vectors.mistake.hmac-tag-not-checked': '接受了错误的认证标签。要算出消息的标签，并比较每个字节。',
} as const;
