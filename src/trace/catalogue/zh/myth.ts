/** Chinese: common sentences that are not quite so, and better ones. */
export const myth = {
  'myth.about': '常见但不准确的说法：其中对的部分，以及一次实际运行的反例。',
  'myth.arg': '哪一个；省略则列出全部',
  'myth.column.name': '名称',
  'myth.column.said': '常见说法',
  'myth.label.said': '常见说法',
  'myth.label.truth': '对的部分',
  'myth.label.run': '实际运行',
  'myth.label.claims': '若果真如此，则',
  'myth.label.better': '应该说',
  'myth.holds': '是',
  'myth.fails': '否',
  'myth.unexpected': '这次运行没有推翻这个说法，这不应该发生；请报告',
  'myth.error.name': 'name：应为 {names} 之一，却是 {got}',

  'myth.value.plaintext': '明文',
  'myth.value.ciphertext': '密文',
  'myth.value.sum': '异或的量',
  'myth.value.key': '密钥',
  'myth.value.hash': '散列值',
  'myth.value.first': '第 16 到 31 字节',
  'myth.value.second': '第二个',
  'myth.value.checksum': '校验和',
  'myth.value.premaster': '预主密钥',
  'myth.value.master': '主密钥',
  'myth.value.signature': '签名',
  'myth.value.block': 's^e mod n',
  'myth.value.secondBlock': '第二块',
  'myth.value.wrapped': '用 RSA 加密的会话密钥',

  'myth.symmetric-is-xor.said': '对称密码不过是异或 (XOR)。',
  'myth.symmetric-is-xor.truth':
    '流密码 (stream cipher) 和 CTR 最后确实是与密钥流异或；但产生密钥流的，不能只是异或。',
  'myth.symmetric-is-xor.step.without':
    '去掉 S 盒的 AES：随机取 {trials} 组 a、b、c，E(a) xor E(b) xor E(c) = E(a xor b xor c) 成立 {times} 次：只剩下异或了。',
  'myth.symmetric-is-xor.step.solve': '一块已知明文就给出关于 128 个密钥比特的 128 个方程，解出来就是密钥。',
  'myth.symmetric-is-xor.step.opened': '用这个密钥读出了下一条消息。',
  'myth.symmetric-is-xor.step.closed': '方程解出的密钥读不出下一条消息。',
  'myth.symmetric-is-xor.step.real': '真正的 AES，带 S 盒：{trials} 组中等式成立 {times} 次。',
  'myth.symmetric-is-xor.claim.affine': 'AES 是一组异或方程',
  'myth.symmetric-is-xor.claim.solved': '从一块已知明文就能解出 AES 密钥',
  'myth.symmetric-is-xor.better':
    '密码把线性的步骤（异或、移位、混合）与代换 (substitution) 结合起来；没有代换，一切都是线性的，解方程就能破解。',

  'myth.altered-ciphertext-garbage.said': '密文在途中被改动，解密就会得到乱码。',
  'myth.altered-ciphertext-garbage.truth':
    '在 ECB 和 CBC 里，被改的那一块确实成了乱码；但 CTR 和 OFB 不会，而且谁也不会发出警报。',
  'myth.altered-ciphertext-garbage.step.send': 'Alice 用 AES-CTR 发出一张付款单。',
  'myth.altered-ciphertext-garbage.step.alter': '攻击者知道付款单的格式，翻转了密文的 {bits} 个比特。',
  'myth.altered-ciphertext-garbage.step.receive': '接收方解密；明文有 {turned} 个比特翻转。',
  'myth.altered-ciphertext-garbage.step.cbc': '在 CBC 里，同样的改动使 {garbled} 块成为乱码。',
  'myth.altered-ciphertext-garbage.step.gcm': '在 GCM 里，认证标签不符，什么也不给出。',
  'myth.altered-ciphertext-garbage.step.gcmFooled': '在 GCM 里，改动没有被发现。',
  'myth.altered-ciphertext-garbage.claim.garbage': '得到的不是攻击者想要的内容',
  'myth.altered-ciphertext-garbage.claim.noticed': '接收方发现了',
  'myth.altered-ciphertext-garbage.better':
    '加密只管保密，不防篡改；防篡改要靠消息认证码 (MAC)，或 GCM 这样带认证标签的模式。',

  'myth.hashing-is-encryption.said': '散列就是加密；MD5 把口令加密了。',
  'myth.hashing-is-encryption.truth':
    '两者都把文字变得不可读。如果被散列的内容猜得到，确实能查出来，但靠的是猜。',
  'myth.hashing-is-encryption.step.long': '{bytes} 字节变成 32 字节的 SHA-256 散列值。',
  'myth.hashing-is-encryption.step.collision':
    '两条不同的 128 字节消息，MD5 散列值相同：“解密”该给出哪一条？',
  'myth.hashing-is-encryption.step.different': '两条消息的 MD5 散列值不同。',
  'myth.hashing-is-encryption.step.guess':
    '散列过的 PIN 猜了 {guesses} 次就找到了：{pin}。每猜一次就散列一次、比对一次，没有解密任何东西。',
  'myth.hashing-is-encryption.step.key': '而且没有密钥："Alice and Bob" 的散列值，谁算都一样。',
  'myth.hashing-is-encryption.claim.back': '由散列值能还原出唯一的消息',
  'myth.hashing-is-encryption.claim.room': '散列值里装得下消息',
  'myth.hashing-is-encryption.claim.secret': 'PIN 经过散列就保密了',
  'myth.hashing-is-encryption.better':
    '加密有密钥，也能还原；散列函数 (hash function) 两样都没有。散列值是指纹 (fingerprint)；存口令要用慢而加盐的散列。',

  'myth.checksum-protects.said': '校验和能保护数据。',
  'myth.checksum-protects.truth': '防噪声，没错：它就是为此而设的。',
  'myth.checksum-protects.step.send': '发出一个页面，带着 IP、TCP 和 UDP 用的校验和。',
  'myth.checksum-protects.step.noise': '噪声：逐一翻转它的 {bits} 个比特，发现 {noticed} 次。',
  'myth.checksum-protects.step.forged':
    '人为篡改：换一个页面，重新算出校验和（谁都会算）。接收方看不出任何问题。',
  'myth.checksum-protects.step.refused': '人为篡改：换一个页面和校验和；接收方拒收。',
  'myth.checksum-protects.step.mac': '换成 HMAC，没有密钥，同一个人就失败了。',
  'myth.checksum-protects.step.macFooled': '换成 HMAC，同一个人照样得手。',
  'myth.checksum-protects.claim.noticed': '接收方发现了伪造的页面',
  'myth.checksum-protects.better': '校验和防噪声；防人要靠消息认证码 (MAC) 或数字签名 (signature)。',

  'myth.encrypted-hash.said': '把散列值与消息一起加密发出，就没人能改。',
  'myth.encrypted-hash.truth': '散列值确实读不到；在有些模式里，改动也碰巧会弄坏它。',
  'myth.encrypted-hash.step.send': 'Alice 把付款单和它的 SHA-256 散列值一起用 AES-CTR 加密发出。',
  'myth.encrypted-hash.step.alter':
    '攻击者知道付款单，也就知道散列值：他把两者异或掉，再异或进自己的付款单及其散列值。',
  'myth.encrypted-hash.step.accepts': '接收方解密，校验相符，读到：',
  'myth.encrypted-hash.step.refuses': '接收方解密，校验不符，扔掉：',
  'myth.encrypted-hash.step.mac': '现在用 HMAC-SHA-256 代替散列值：文字照样能改，认证码他却算不出来。',
  'myth.encrypted-hash.claim.noticed': '接收方发现付款单被改',
  'myth.encrypted-hash.claim.sameAsMac': '加密的散列值与 MAC 一样可靠',
  'myth.encrypted-hash.better': '校验本身就得用到密钥：消息认证码 (MAC)，或带认证标签的模式。',

  'myth.symmetric-less-secure.said': '对称加密不如非对称加密安全。',
  'myth.symmetric-less-secure.truth': '对称密码要求双方事先有同一个密钥；难在分发，不在强度。',
  'myth.symmetric-less-secure.step.break':
    '{bits} 比特：AES 有这么多未知的密钥比特时，平均试了 {keys} 个密钥；同样长的 RSA 模数，试除 {divisions} 次就分解了。',
  'myth.symmetric-less-secure.step.strength':
    '{modulus} 比特的 RSA，破解难度估计相当于 {strength} 比特密钥的对称密码；NIST SP 800-57 取整为 {rounded}。',
  'myth.symmetric-less-secure.table.break':
    '有这么多未知比特的 AES 密钥，和同样长的 RSA 模数：破解各用了多少次。',
  'myth.symmetric-less-secure.column.bits': '比特数',
  'myth.symmetric-less-secure.column.keys': '平均试过的 AES 密钥数',
  'myth.symmetric-less-secure.column.divisions': '分解模数的试除次数',
  'myth.symmetric-less-secure.table.strength':
    '更长的模数相当于多少比特的对称密钥：按 FIPS 140-2 实施指南 7.5 估计，以及 NIST SP 800-57 第 1 部分的取整值：',
  'myth.symmetric-less-secure.column.modulus': 'n 的比特数',
  'myth.symmetric-less-secure.column.strength': '估计值',
  'myth.symmetric-less-secure.column.rounded': 'SP 800-57',
  'myth.symmetric-less-secure.claim.harder': '同样的比特数，RSA 更难破解',
  'myth.symmetric-less-secure.claim.shorter': '128 比特的 RSA 密钥抵得上 128 比特的 AES 密钥',
  'myth.symmetric-less-secure.better':
    'AES-128 大约与 RSA-3072 一样强。两者解决不同的问题：AES 保密，RSA 帮助商定密钥。',

  'myth.private-key-encrypts.said': '私钥加密、公钥解密，就是签名。',
  'myth.private-key-encrypts.truth':
    '教科书式 RSA 的两种运算确实都是模幂运算 (modular exponentiation)。但签名是给所有人验的，不隐藏任何东西。',
  'myth.private-key-encrypts.step.sign':
    'Alice 用 RSA-PSS 给同一张订单签了两次。两个签名不同，验签通过的有 {good} 个。',
  'myth.private-key-encrypts.step.recover':
    '用公钥还原编码消息 (recover the encoded message)，得到看似随机的块；里面既没有订单，也没有它的散列值，而且两块不同。',
  'myth.private-key-encrypts.step.older':
    '用 PKCS#1 v1.5 时，块尾可以读到散列值：谁都能读，因为公钥是公开的。',
  'myth.private-key-encrypts.claim.message': '用公钥能还原出消息',
  'myth.private-key-encrypts.claim.hash': '用公钥能还原出所签的内容，且每次相同',
  'myth.private-key-encrypts.claim.hidden': '私钥算出的结果是保密的',
  'myth.private-key-encrypts.better': '私钥签名，公钥验签；公钥加密，私钥解密。',

  'myth.master-secret-encrypted.said': '主密钥 (master secret) 是把预主密钥 (premaster secret) 加密得来的。',
  'myth.master-secret-encrypted.truth': '它确实由预主密钥和两个随机数算出，看上去也是随机的。',
  'myth.master-secret-encrypted.step.derive':
    'PRF（预主密钥，"master secret"，客户端随机数 + 服务器随机数）：{from} 字节变成 {to} 字节。',
  'myth.master-secret-encrypted.step.same':
    '另一方用同样的输入算出同样的结果：什么也没有发送，什么也没有解密。',
  'myth.master-secret-encrypted.step.differs': '另一方算出了别的结果。',
  'myth.master-secret-encrypted.claim.room': '预主密钥就在主密钥里，可以还原',
  'myth.master-secret-encrypted.claim.sent': '必须把主密钥发给另一方去解密',
  'myth.master-secret-encrypted.better': '双方用伪随机函数 (PRF) 各自派生主密钥；由它无法倒推。',

  'myth.recorded-is-safe.said': '加密的流量，录下来也没有用。',
  'myth.recorded-is-safe.truth': '只要密钥一直保密，密码算法一直够强，确实没有用。',
  'myth.recorded-is-safe.step.record': '客户端通过 TLS 写信，密钥交换用 RSA。全部 {bytes} 字节都被录下。',
  'myth.recorded-is-safe.step.read':
    '几年后服务器的私钥失窃。用它解密预主密钥，由此派生出各个密钥，信就打开了：',
  'myth.recorded-is-safe.step.closed': '失窃的私钥打不开录下的内容。',
  'myth.recorded-is-safe.step.dh':
    '同一封信，改用 Diffie-Hellman 的 TLS：私钥只用来签名，双方事后都销毁了各自的秘密指数。',
  'myth.recorded-is-safe.step.closedDh': '失窃的私钥打不开这一份：试过 {tries} 种用法。',
  'myth.recorded-is-safe.step.readDh': '失窃的私钥连这一份也能打开：{tries} 种用法之一。',
  'myth.recorded-is-safe.claim.forever': '私钥失窃之后，录下的内容仍然读不懂',
  'myth.recorded-is-safe.better':
    '若由 RSA 传送密钥，一个私钥失窃，所有录下的内容都能打开。Diffie-Hellman 若每次用新的秘密指数、用完即毁，就没有什么可偷：这就是前向保密 (forward secrecy)。',
};
