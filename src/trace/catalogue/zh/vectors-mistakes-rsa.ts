/** RSA、素数与证书中的常见错误：错在哪里，标准怎么说。 */
export const vectorsMistakesRsa = {
  'vectors.mistake.rsa-public-exponent-to-decrypt': '用了公开指数 e。解密用私有指数 d。',
  'vectors.mistake.rsa-little-endian': '数按小端读写了。首字节是最高字节。',
  'vectors.mistake.rsa-exclusive-or-for-power':
    '用运算符 ^ 求幂，而它在 Python、C 和 JavaScript 中是异或。要用 pow(m, e, n) 或模幂。',
  'vectors.mistake.rsa-product-for-power': '把数乘以了指数。应当求幂。',
  'vectors.mistake.rsa-not-reduced': '幂没有模 n。',
  'vectors.mistake.rsa-one-multiplication-off': '多乘或少乘了一次：指数差了一。',
  'vectors.mistake.rsa-pkcs1-zeros-for-padding':
    '填充串用了零。它应当是非零的随机字节，否则无法分辨消息从哪里开始。',
  'vectors.mistake.rsa-pkcs1-block-type-1-to-encrypt': '块以 00 01 开头。那是签名用的；加密用 00 02。',
  'vectors.mistake.rsa-pkcs1-no-separator': '填充和消息之间没有零字节。',
  'vectors.mistake.rsa-pkcs1-no-first-zero': '块以 02 开头。前面还有一个字节 00，保证这个数小于 n。',
  'vectors.mistake.rsa-pkcs1-no-padding': '消息没有填充就加密了。',
  'vectors.mistake.rsa-pkcs1-block-not-filled': '块比模数短。填充串要把它补到 n 的长度。',
  'vectors.mistake.rsa-pkcs1-zero-in-padding': '随机字节中有零。第一个零表示填充结束，所以填充中不能有零。',
  'vectors.mistake.rsa-oaep-for-pkcs1': '填充用了 OAEP。这里要的是 PKCS#1 v1.5。',
  'vectors.mistake.rsa-pkcs1-for-oaep': '填充用了 PKCS#1 v1.5。这里要的是 OAEP。',
  'vectors.mistake.rsa-oaep-label-left-out': '漏掉了标签（label）。它的散列位于数据块的开头。',
  'vectors.mistake.rsa-oaep-other-hash-in-mgf1':
    'MGF1 的散列函数与字段 mgfSha 不符。许多库不另外指定时这里用 SHA-1。',
  'vectors.mistake.rsa-oaep-other-hash': 'OAEP 的散列函数与字段 sha 不符。',
  'vectors.mistake.rsa-pkcs1-padding-not-removed': '填充没有去掉。消息从 00 02 之后的第一个零的后面开始。',
  'vectors.mistake.rsa-pkcs1-last-zero-taken':
    '消息取自最后一个零之后。应当从第一个零之后开始，消息本身也可能含零。',
  'vectors.mistake.rsa-pkcs1-padding-not-checked':
    '没有检查就去掉了填充。块不以 00 02 和至少八个非零字节开头时，要拒绝。',
  'vectors.mistake.rsa-pkcs1-separator-left': '填充和消息之间的零也随消息输出了。',
  'vectors.mistake.rsa-verify-rest-not-checked':
    '接受了摘要后面的多余字节，或过短的填充：e = 3 时任何人都能伪造这样的签名。应当构造完整的块再比较。',
  'vectors.mistake.rsa-verify-only-digest-compared':
    '只比较了块末尾的摘要。前面的内容同样要核对：应当构造完整的块再比较。',
  'vectors.mistake.rsa-verify-length-not-checked': '没有检查签名的长度。签名与模数等长。',
  'vectors.mistake.rsa-sign-zeros-for-padding': '填充串用了零。签名的填充串是字节 ff。',
  'vectors.mistake.rsa-sign-block-type-2': '块以 00 02 开头。那是加密用的；签名用 00 01 和字节 ff。',
  'vectors.mistake.rsa-sign-no-separator': '填充和 DigestInfo 之间没有零字节。',
  'vectors.mistake.rsa-sign-no-first-zero': '块以 01 开头。前面还有一个字节 00。',
  'vectors.mistake.rsa-sign-no-padding':
    '摘要没有填充就签名了：DigestInfo 前面要有 00 01、若干字节 ff 和 00。',
  'vectors.mistake.rsa-sign-no-digest-info': '签名的摘要外面没有 DigestInfo，它说明用的是哪个散列函数。',
  'vectors.mistake.rsa-sign-message-not-hashed': '块中是消息本身。应当对它的摘要签名。',
  'vectors.mistake.rsa-sign-digest-of-hex':
    '摘要是对消息的十六进制字符算的。字段是十六进制文本，要先解码成字节。',
  'vectors.mistake.rsa-sign-digest-as-hex': '块中的摘要是十六进制字符。应当是字节。',
  'vectors.mistake.rsa-sign-hashed-twice': '摘要又被散列了一次。许多库自己会散列消息：把消息交给它们即可。',
  'vectors.mistake.rsa-sign-wrong-object-identifier': 'DigestInfo 中写的散列函数与摘要的不符。',
  'vectors.mistake.rsa-sign-other-hash': '用了另一个散列函数。应当用字段 sha 指定的。',
  'vectors.mistake.rsa-sign-no-null':
    'DigestInfo 中对象标识符后面缺少 NULL。这些散列函数的参数是 NULL（05 00）。',
  'vectors.mistake.rsa-sign-md5-and-sha1':
    '签的是 MD5 和 SHA-1 的摘要，这是 TLS 1.0 的做法。这里要用 DigestInfo 和字段 sha 指定的摘要。',
  'vectors.mistake.rsa-sign-with-public-exponent': '用了公开指数 e。签名用私有指数 d。',
  'vectors.mistake.rsa-pss-for-pkcs1': '签名用了 PSS。这里要的是 PKCS#1 v1.5。',
  'vectors.mistake.rsa-pkcs1-for-pss': '签名用了 PKCS#1 v1.5。这里要的是 PSS。',
  'vectors.mistake.rsa-pss-salt-of-other-length': '盐的长度与字段 sLen 不符。',
  'vectors.mistake.rsa-pss-other-hash-in-mgf1': 'MGF1 的散列函数与字段 mgfSha 不符。',
  'vectors.mistake.prime-negative-number': '把负数当成了素数。数值是补码：最高位为 1 表示负数。',
  'vectors.mistake.prime-one': '把 1 当成了素数。',
  'vectors.mistake.prime-fermat-test-only':
    '只做费马测试不够：卡迈克尔（Carmichael）数等合数也能通过。要用 Miller-Rabin 测试，并随机取底。',
  'vectors.mistake.rsa-pkcs1-short-padding-accepted':
    '接受了不足八个字节的填充串。00 02 后面至少要有八个非零字节，否则要拒绝。',
  'vectors.mistake.rsa-ciphertext-range-not-checked':
    '没有检查密文的长度，或没有检查它是否小于 n。密文与 n 等长，作为数小于 n；否则要拒绝。',
  'vectors.mistake.rsa-verify-range-not-checked': '接受了不小于 n 的签名：它对 n 取模后是同一个数。',
  'vectors.mistake.rsa-verify-padding-not-checked':
    '没有检查 DigestInfo 前面的内容：00 01、若干字节 ff 和 00。应当构造完整的块再比较。',
  'vectors.mistake.rsa-verify-hash-not-checked':
    'DigestInfo 中写的是另一个散列函数，却接受了。写明的散列函数与摘要同样要核对：应当构造完整的块再比较。',
  'vectors.mistake.rsa-verify-anything-accepted':
    '接受了不属于这条消息的签名。从消息算出的值必须与签名中的值比较。',
  'vectors.mistake.rsa-pss-salt-length-not-checked': '接受了长度与字段 sLen 不符的盐。',
  'vectors.mistake.rsa-number-not-below-modulus':
    '接受了不小于 n 的数。RSA 只接受 0 到 n - 1 的数，其他的要拒绝。',
  'vectors.mistake.certificate-fault-accepted':
    '接受了无效的证书链：{reason}，出在第 {depth} 个证书（叶证书为第 0 个）。crypto cert verify 会说得更详细，docs/faults.md 里有这样的证书链。',
} as const;
