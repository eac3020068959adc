/** Chinese words of what is to be learnt from each fault of `crypto ca fault`. */
export const caFaultLessons = {
  'ca.lesson.good':
    '根证书 (root)、中间 CA 和服务器证书，以及两个 CA 各自的撤销列表 (CRL)，都合乎规定。不论程序对其他错误怎么说，这一条必须接受：什么都拒绝的检查，当然能“发现”所有错误。',

  'ca.lesson.expired':
    '在判断的时刻，它已经过期 30 天。签名仍然成立；但 CA 不会永远为一个名字担保，而且证书过期之后，撤销列表 (CRL) 可以不再列出它。',
  'ca.lesson.not-yet-valid':
    '它要在判断的时刻一天之后才生效。多半是哪里的时钟不准，这里的或 CA 的；所以 CA 常把起始时间往前推几分钟。',
  'ca.lesson.expired-intermediate':
    '链上每张证书都必须在有效期内，不只是最后一张。服务器的管理员看自己的证书一切正常：CA 自己早有新的证书，应当换上新的一并发送。',
  'ca.lesson.expired-root':
    '在 RFC 5280 里，信任锚 (trust anchor) 只是名字和公钥，没有日期；OpenSSL 和本工具还是会看。2020 年 5 月 30 日 AddTrust External CA Root 过期，找不到别的路径的程序就拒绝了一批服务器，而那些服务器自己的证书毫无问题。',

  'ca.lesson.wrong-host':
    'Mallory 拥有 mallory.example，同一个 CA 给它签发证书，合情合理。所有签名都成立：只有与 Alice 想找的名字比一比，才知道对方不是 Bob。不比这一步，随便谁有一张证书就能冒充任何人。',
  'ca.lesson.common-name-only':
    '通用名 (common name) 从未说明自己是主机、人还是产品，所以 RFC 9525 不看它，浏览器也不看。没有 DNS 名时，OpenSSL 还会看。',
  'ca.lesson.wildcard-too-wide':
    '它等于代表 example 之下的每一台主机。没有 CA 能知道它们同属一个主人，所以 * 之后至少要有两段。',
  'ca.lesson.wildcard-above':
    '* 恰好代表一段，不能是零段，也不能是两段。既要 bob.example 又要它之下的主机，就两个都写上。',
  'ca.lesson.wildcard-in-label':
    'RFC 6125 没有定论，RFC 9525 明确禁止：一眼看不明白的规则容易藏住错误。OpenSSL 至今接受。',
  'ca.lesson.ip-in-dns-name':
    '地址应当写成 iPAddress，即 4 或 16 个字节。写成 dNSName 的文字，就成了一台名字像地址的主机；只比较文字的程序会把两者混为一谈。',
  'ca.lesson.nul-in-name':
    '在 CA 看来，这是 mallory.example 之下的一台主机，归 Mallory 所有。而在 C 语言里，零字节表示字符串结束，所以 2009 年的浏览器读到 bob.example 就信了。比较名字必须比较全长。',
  'ca.lesson.wrong-purpose':
    '它的扩展密钥用法 (extKeyUsage) 只有 clientAuth。CA 对登录的人和对服务器的审查不同；不看用途，较松的审查就能通吃。',
  'ca.lesson.wrong-purpose-key-usage':
    '它的密钥用法 (keyUsage) 只有 dataEncipherment。TLS 服务器要么为握手签名 (digitalSignature)，要么接收用它的公钥加密的会话密钥 (keyEncipherment)，这个密钥两样都不许。',
  'ca.lesson.wrong-purpose-intermediate':
    '按 RFC 5280，CA 证书的扩展密钥用法 (extKeyUsage) 并不限制下级。浏览器、OpenSSL 和本工具都把它当作限制：这样，公司内部登录用的 CA 就不能签发服务器证书。',
  'ca.lesson.name-constraint-violated':
    '公司的 CA 可以只管公司自己的名字（名称约束 nameConstraints 的 permittedSubtrees）。万一密钥被盗，别人的名字依然安全。',
  'ca.lesson.excluded-name':
    '反过来的写法 (excludedSubtrees)：不许这个 CA 签发 bob.example 及其之下的名字，再下级的 CA 也无权重新允许。',
  'ca.lesson.address-not-permitted':
    '各类名字分别受限：这条约束与 DNS 名无关。但只要有一个名字越界，这里是地址 192.0.2.1，整张证书连同其他合规的名字都作废。',

  'ca.lesson.untrusted-root':
    '谁都能造一张根证书 (root)：这条命令刚刚就造了一张。证书链若不止于自己早已持有的公钥，就什么也证明不了，而 root.pem 是另一张。所以中间人总想让受害者安装他的根证书。',
  'ca.lesson.self-signed':
    '密钥为自己的名字作保，说明不了它是谁的。若是自己的机器，这样也可以：核对指纹 (fingerprint)，然后只信任这一张证书。',
  'ca.lesson.missing-intermediate':
    '真实服务器上最常见的错误：文件里只有自己的证书。浏览器若在别处见过中间证书，就看不出问题；curl 和手机则会失败。',
  'ca.lesson.wrong-issuer-name':
    '签名确实出自中间 CA 的密钥。但证书链先靠名字来找，而叫这个名字的 CA 谁也没听说过。',
  'ca.lesson.tampered-subject':
    'Mallory 先为 mob.example 申请到证书，再把每个 m 改成 b。现在内容的散列值 (hash) 与签名里的不同：--explain 会并排显示两者。',
  'ca.lesson.tampered-signature':
    '签名是一个数，取 e 次幂应得到以 00 01 ff 开头的数据。翻转其中一个比特，结果就是完全不同的数，不再有这种格式。',
  'ca.lesson.tampered-dates':
    '它本已过期，持有者没有去找 CA，而是自己改了日期。证书的全部内容都在签名之下，日期也不例外。',
  'ca.lesson.swapped-key':
    '中间人把 Bob 的公钥换成自己的（leaf-key.pem 就是他的私钥）。签名是对 Bob 的公钥做的，对他的公钥不成立。',
  'ca.lesson.forged-by-another-key':
    '每一处都写得和 CA 写的一样，光看内容看不出破绽。没有 CA 的私钥，Mallory 什么都能写，唯独写不出签名。',
  'ca.lesson.forged-intermediate':
    '下面一级的签名成立，上面一级的不成立。只检查服务器与 CA 之间那一级的程序，就会相信这条链。',
  'ca.lesson.mismatched-algorithms':
    '算法写了两处，只有一处在签名之下。两处必须相同：否则外人就能改变签名的解读方式。这里外面写的那个是对的。',
  'ca.lesson.weak-hash':
    '2017 年有人展示了 SHA-1 相同的两个文件。能造出散列值相同的两份内容，就可以让人签其中一份，而签名对两份都成立。OpenSSL 要到 -auth_level 1 才检查这一点。',
  'ca.lesson.weak-hash-md5':
    '2008 年，研究者申请到一张用 MD5 签名的普通证书，签名恰好也适用于他们预先准备的一张 CA 证书：从此他们本可以为任何主机签发证书。',
  'ca.lesson.weak-key':
    '512 比特的模数 1999 年首次被分解；到 2015 年，租来的计算机几个小时就够。那时人人都能得到私钥，证书只能证明有人持有它。',
  'ca.lesson.not-a-ca':
    'CA 的每个客户都有证书和能签名的密钥。阻止他给别人签发证书的，只有基本约束 (basicConstraints) 里的这一个比特 cA；而 Internet Explorer 直到 2002 年都不看它。',
  'ca.lesson.no-basic-constraints':
    '从版本 3 起，CA 必须写明自己是 CA：没写就是不是。密钥用法 (keyUsage) 里有 keyCertSign 还不够。',
  'ca.lesson.version-1-ca':
    '1988 年的证书格式无法写明谁是 CA。作为人工信任的根证书 (root) 尚可；放在中间，每个持有旧证书的人就都成了 CA。',
  'ca.lesson.path-too-long':
    '这个中间 CA 可以给服务器签发证书，但其下不许再有 CA（pathLenConstraint 为 0），它却签发了一个。OpenSSL 指出的是设限的那一级，本工具指出的是多出来的那一级。',
  'ca.lesson.wrong-key-usage':
    '它是 CA，但密钥用法 (keyUsage) 里没有 keyCertSign：这个密钥另有用途。OpenSSL 会报三次：79、26 和 32。',

  'ca.lesson.critical-unknown-extension':
    '关键 (critical) 的意思是：不认识就必须拒绝。这样才能发明新的限制，而旧程序不会视而不见。',
  'ca.lesson.duplicate-extension':
    '一处说只验证了域名，另一处说验证了整个公司。取第一个的程序和取最后一个的程序会得到不同的说法，所以禁止。OpenSSL 只对部分扩展检查这一点。',
  'ca.lesson.version-1-extensions':
    '扩展是版本 3 才有的。相信版本号的程序不会去读，于是漏掉名字、用途和各种限制。',
  'ca.lesson.negative-serial':
    'DER 的整数 (INTEGER) 有正负：首字节不小于 80（十六进制）就是负数。有些 CA 直接取随机字节，忘了在前面补零，签发过很多这样的证书。',
  'ca.lesson.zero-serial':
    '它必须是正数，同一个 CA 的各不相同。如今还要含至少 64 个随机比特：要预先制造碰撞，就得事先知道序列号。',
  'ca.lesson.long-serial': '至多 20 字节，好让每个程序都放得下：撤销列表 (CRL) 只靠序列号来指明证书。',

  'ca.lesson.revoked':
    '它的密钥被盗 (keyCompromise)，CA 把序列号列入了撤销列表。其他一切都合乎规定：不查列表的人发现不了。',
  'ca.lesson.revoked-intermediate':
    '它在根 CA 的列表上，它签发的一切随之作废。只查服务器证书的人 (--crl-check leaf) 会接受它。',
  'ca.lesson.missing-crl': '不知道，不等于没有撤销。浏览器多半放行；于是能扣住列表的中间人正好得利。',
  'ca.lesson.expired-crl':
    '新的列表 23 天之前就该有了。谁也伪造不了列表，但谁都可以拿出一份旧的，那时证书还没有被撤销。',
  'ca.lesson.not-yet-valid-crl': '列表是明天的，说明这里或 CA 的时钟不准；它对今天说了什么，无从知道。',
  'ca.lesson.crl-by-another-key':
    'Mallory 造了一份空列表。列表可以通过明文 HTTP 或由陌生人送来：只有签名才算数。',
  'ca.lesson.no-crl-sign':
    '它的密钥用法 (keyUsage) 有 keyCertSign，却没有 cRLSign。这样，签发证书和签发列表的密钥就可以分开保管；签名成立，只是这个密钥不许用来签列表。',
  'ca.lesson.critical-unknown-crl-extension':
    '它可能是说列表只管一部分证书，或者是另一份列表的续篇。看不懂它，列表就什么也没说。',
} as const;
