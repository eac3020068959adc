/** 密钥派生中的常见错误：错在哪里，标准怎么说。 */
export const vectorsMistakesDerivation = {
  'vectors.mistake.hkdf-salt-and-ikm-swapped':
    '盐和输入密钥材料（IKM）用反了。提取（extract）时盐是 HMAC 的密钥，IKM 是消息。',
  'vectors.mistake.hkdf-counter-from-0': '计数器从 0 开始了。计算 T(1) 时，info 后面的字节是 01。',
  'vectors.mistake.hkdf-extract-left-out':
    '漏掉了提取（extract）这一步。扩展（expand）的密钥是 HMAC(salt, IKM)，不是 IKM。',
  'vectors.mistake.hkdf-without-previous-block': '计算 T(i) 时没有用 T(i-1)。info 前面要放上一个块。',
  'vectors.mistake.hkdf-info-left-out': '漏掉了 info。它位于 T(i-1) 和计数器之间。',
  'vectors.mistake.hkdf-counter-of-4-bytes': '计数器占了四个字节。它只有一个字节。',
  'vectors.mistake.pbkdf2-iterations-off-by-one': '迭代次数多了或少了一次。对盐做的第一次 HMAC 也算一次。',
  'vectors.mistake.pbkdf2-index-from-0': '第一个块的序号是 0。块从 1 开始编号。',
  'vectors.mistake.pbkdf2-index-little-endian': '块的序号用了小端。INT(i) 占四个字节，高位在前。',
  'vectors.mistake.pbkdf2-index-left-out': '盐后面没有接块的序号。',
  'vectors.mistake.pbkdf2-last-iteration-only': '输出的是最后一个 U。一个块是所有 U 的异或。',
  'vectors.mistake.pbkdf2-password-and-salt-swapped': '口令和盐用反了。口令是 HMAC 的密钥。',
  'vectors.mistake.tls-master-secret-randoms-in-wrong-order':
    '两个随机数的顺序反了。派生主密钥时客户端的在前，派生密钥块（key block）时服务器的在前。',
  'vectors.mistake.tls-key-block-randoms-in-wrong-order':
    '两个随机数的顺序反了。派生密钥块（key block）时服务器的在前，派生主密钥时客户端的在前。',
  'vectors.mistake.tls-key-block-for-master-secret':
    '标签用成了密钥块的。派生主密钥用标签 `master secret`，客户端随机数在前；之后才从主密钥派生密钥块（key block）。',
  'vectors.mistake.tls-master-secret-for-key-block':
    '标签用成了主密钥的。派生密钥块（key block）用标签 `key expansion`，服务器随机数在前。',
  'vectors.mistake.tls-master-secret-derived-twice': '又从主密钥派生了一次主密钥。给出的字段已经是主密钥。',
  'vectors.mistake.tls-finished-labels-swapped':
    '双方的标签用反了：客户端发送的用 `client finished`，服务器发送的用 `server finished`。',
  'vectors.mistake.tls-handshake-hash-hashed-again': '握手消息的散列又被散列了一次。给出的字段已经是摘要。',
  'vectors.mistake.tls-prf-label-left-out': '漏掉了标签。PRF 的输入是标签后面接种子。',
  'vectors.mistake.tls-prf-label-with-nul':
    '标签后面多了一个零字节。标签只是 ASCII 字符，不带 C 语言字符串的结尾。',
  'vectors.mistake.tls-prf-seed-before-label': '种子放在了标签前面。标签在前。',
  'vectors.mistake.tls-prf-always-sha256': 'PRF 用了 SHA-256。这里密码套件另有规定：散列函数见字段 sha。',
  'vectors.mistake.tls-prf-of-tls10':
    '这是 TLS 1.0 的 PRF，用 MD5 和 SHA-1。TLS 1.2 的 P_hash 只用一个散列函数，一般是 SHA-256。',
  'vectors.mistake.tls-prf-of-tls12':
    '这是 TLS 1.2 的 PRF，用 SHA-256。TLS 1.0 把 P_MD5 和 P_SHA-1 异或，各用秘密的一半。',
  'vectors.mistake.tls-prf-first-a-skipped': '第一个块用了 A(0)。应当用 A(1) = HMAC(secret, seed)。',
  'vectors.mistake.tls-prf-without-seed-behind-a':
    'A(i) 后面没有接种子。输出的一个块是 HMAC(secret, A(i) + seed)，而不是 A(i)，也不是 HMAC(secret, A(i))。',
  'vectors.mistake.tls-prf-a-not-iterated': '所有块都用了 A(1)。A(i) 是 HMAC(secret, A(i-1))。',
  'vectors.mistake.tls-master-secret-cut': '主密钥太短。无论交换了什么，主密钥都是 48 字节。',
  'vectors.mistake.tls-premaster-secret-without-version':
    '漏掉了预主密钥的前两个字节。其中的版本号也是预主密钥的一部分。',
} as const;
