/** Chinese words of `crypto tls demo`, of the trace of a handshake, and of the ladder. */
export const tlsDemo = {
  'tls.demo.about':
    '在内存中完成一次采用 RSA 密钥交换的 TLS 1.2 握手 (handshake)：谁发送什么，每个密钥如何派生。',
  'tls.demo.opt.suite':
    '密码套件 (cipher suite)，如 AES128-GCM-SHA256 或 TLS_RSA_WITH_AES_128_GCM_SHA256；也可用 DES-CBC3-SHA、RC4-SHA、RC4-MD5、NULL-SHA256',
  'tls.demo.opt.ems': '双方都使用 extended_master_secret (RFC 7627)',
  'tls.demo.opt.etm': '双方都使用 encrypt_then_mac (RFC 7366)，只对 CBC 套件有效',
  'tls.demo.opt.resume': '同一会话的第二次握手，沿用其主密钥 (master secret)',
  'tls.demo.opt.message': '逐字节拆解第 N 条消息',
  'tls.demo.opt.all': '逐字节显示全部消息，以及派生的全部步骤',
  'tls.demo.opt.html': '把全部内容写成一个网页，供浏览器查看',
  'tls.demo.error.message': '--message：应为 1 到 {count} 之间的数，却是 {got}',
  'tls.demo.history':
    'RSA 密钥交换已成历史：谁录下通信，日后又得到服务器的私钥，就能读到全部内容，也就是没有前向保密 (forward secrecy)；但它仍是最清楚的入门：只发送一个用公钥加密的秘密，所有密钥都由它派生',
  'tls.demo.etmIgnored': '--etm：不起作用，因为 {suite} 不是 CBC 套件 (RFC 7366, 3)',
  'tls.demo.htmlWritten': '已写入：{path}；它不从别处加载任何内容，并含有这次连接的全部秘密',

  'tls.demo.error.htmlAlone': '--html：网页已包含全部内容，不能与 {name} 同用',
  'tls.demo.error.jsonStdout': '--html：--json 要占用标准输出；请为网页指定文件名',

  'tls.demo.title': 'TLS 1.2，套件 {suite}，客户端与 {host} 都在内存中',
  'tls.demo.bytes': '{count} 字节',
  'tls.demo.bytesEncrypted': '{count} 字节，已加密',
  'tls.demo.bytesWithMac': '{count} 字节，带 MAC',
  'tls.demo.legend': '─ 途中可读，═ 受新密钥保护。预主密钥由客户端单独产生；双方由它派生出相同的密钥：',
  'tls.demo.legendResumed':
    '─ 途中可读，═ 受新密钥保护。不发送任何秘密：双方都保存着该会话 (session) 的主密钥。',
  'tls.demo.derivation': '派生的各个步骤',
  'tls.demo.more': '--message N 拆解一条消息；--all 显示全部；--html 文件 写成网页。',

  'tls.tree.premaster': '版本号和 46 个随机字节；在第 {number} 条中，用服务器公钥加密',
  'tls.tree.random': '在第 {number} 条中，人人可见',
  'tls.tree.master': 'PRF（预主密钥，"{label}"，客户端随机数 + 服务器随机数）',
  'tls.tree.masterExtended': 'PRF（预主密钥，"{label}"，会话散列值）',
  'tls.tree.masterResumed': '沿用该会话首次握手时的',
  'tls.tree.sessionHash': '握手消息 {messages} 的散列值',
  'tls.tree.keyBlock': 'PRF（主密钥，"key expansion"，服务器随机数 + 客户端随机数）',
  'tls.tree.verifyData': 'PRF（主密钥，"{label}"，握手消息 {messages} 的散列值）',
  'tls.tree.inMessage': '在第 {number} 条中',
  'tls.tree.keyBlockCbc': '{count} 字节；其中没有 IV：CBC 为每条记录新取随机的 IV',
  'tls.tree.piece': '第 {from} 到 {to} 字节',
  'tls.tree.name.preMasterSecret': '预主密钥 (premaster secret)',
  'tls.tree.name.clientRandom': '客户端随机数',
  'tls.tree.name.serverRandom': '服务器随机数',
  'tls.tree.name.sessionHash': '会话散列值 (session hash)',
  'tls.tree.name.masterSecret': '主密钥 (master secret)',
  'tls.tree.name.keyBlock': '密钥块 (key block)',

  'tls.demoPage.title': '与 {host} 的一次 TLS 1.2 握手，逐字节看',
  'tls.demoPage.lead': '客户端和服务器都在内存中，证书是新签发的：双方说了什么，又如何派生出相同的密钥。',
  'tls.demoPage.history':
    'RSA 密钥交换已成历史。谁录下通信，多年后又得到服务器的私钥，就能读到全部内容：它没有前向保密 (forward secrecy)，TLS 1.3 已将它取消。但它仍是最清楚的入门：只发送一个用公钥加密的秘密，所有密钥都由它派生。',
  'tls.demoPage.secret': '本页含有这次连接的全部秘密；这次连接是专为本页建立的，已经结束。',
  'tls.demoPage.seeded': '由 --seed {seed} 产生：知道这个词的人都能重算，因此这里的一切都不保密。',
  'tls.demoPage.ladder': '谁说了什么',
  'tls.demoPage.ladderSays': '细箭头：途中人人可读。粗箭头：受新密钥保护。点击箭头可看它的字节。',
  'tls.demoPage.tree': '密钥如何派生',
  'tls.demoPage.treeSays':
    '预主密钥 (premaster secret) 由客户端单独产生。其余的一切，双方各自由它和两个公开的随机数派生。红框里的内容必须保密。',
  'tls.demoPage.treeResumed':
    '不发送任何秘密：双方都保存着该会话的主密钥 (master secret)，由它和新的随机数派生新的密钥。红框里的内容必须保密。',
  'tls.demoPage.messages': '每条消息，每个字节',
  'tls.demoPage.messagesSay': '每种颜色是一个字段；表中列出它的名称、值，以及定义它的条款。',
  'tls.demoPage.follow': '在终端上逐步看：',
  'tls.demoPage.footer': '由 crypto tls demo --html 生成。它不从别处加载任何内容，也不运行脚本。',

  'tls.ladder.client': '客户端',
  'tls.ladder.server': '服务器',
  'tls.ladder.applicationData': '应用数据',
  'tls.ladder.alert': '警报：{alert}',

  'tls.fields.offset': '偏移',
  'tls.fields.length': '长度',
  'tls.fields.field': '字段',
  'tls.fields.value': '值',
  'tls.fields.clause': '条款',
  'tls.fields.record': '传输的 {count} 字节：',
  'tls.fields.premaster': '其中除去 PKCS#1 v1.5 填充后的 {count} 字节：',
  'tls.fields.plaintext': '解密后的 {count} 字节：',
  'tls.fields.macInput': '计算 MAC 的输入，{count} 字节：',
  'tls.fields.nonce': '一次性随机数 (nonce)，{count} 字节：',
  'tls.fields.additionalData': '附加认证数据 (AAD)，{count} 字节：',
  'tls.fields.certificate': 'crypto cert show 可以拆解证书。',

  'explain.tls.message.clientHello':
    '客户端说明自己支持什么，并附上一个随机数，每个密钥的派生都要用到它；记录写作 TLS 1.0 是为了兼容旧服务器，算数的是 client_version',
  'explain.tls.message.serverHello': '服务器选定一个套件，并附上自己的随机数',
  'explain.tls.message.certificate':
    '服务器出示证书；证书谁都能复制：服务器是否真有私钥，要到它的 Finished 才能证明',
  'explain.tls.message.serverHelloDone': '服务器说完了；采用 RSA 密钥交换时，没有 ServerKeyExchange',
  'explain.tls.message.clientKeyExchange': '客户端产生预主密钥 (premaster secret)，并用证书中的公钥加密',
  'explain.tls.message.finished':
    '新密钥下的第一条记录：由主密钥和此前全部握手消息的散列值派生；消息若在途中被改，或双方密钥不同，在这里就会发现',
  'explain.tls.message.changeCipherSpec':
    '从这里起，发送方开始保护自己的记录；它不是握手消息，因此不计入散列值',
  'explain.tls.message.applicationData': '握手就是为了它：受密钥保护的数据',
  'explain.tls.message.closeNotify':
    '发送方没有更多内容了；没有这条消息，就分不清连接是正常结束，还是被人切断',
  'explain.tls.message.alert': '发送方发现了错误',
  'explain.tls.message.other': '另一条握手消息',
  'explain.tls.plaintext.cbc':
    '解密得到：内容和 MAC，然后是补足整块的填充 (padding)，每个填充字节的值都等于 padding_length',
  'explain.tls.plaintext.etm':
    '解密得到：内容，然后是补足整块的填充 (padding)，每个填充字节的值都等于 padding_length',
  'explain.tls.plaintext.gcm': '解密得到：只有内容；GCM 不需要填充，认证标签在密文之外',
  'explain.tls.plaintext.stream': '解密得到：内容和 MAC；流密码不需要填充',
  'explain.tls.macInput': '消息认证码 (MAC) 覆盖序号、记录头和内容；内容与 MAC 一起加密',
  'explain.tls.macInput.open': '消息认证码 (MAC) 覆盖序号、记录头和内容；内容不加密',
  'explain.tls.macInput.outside':
    'encrypt_then_mac：消息认证码 (MAC) 覆盖序号、记录头和密文；MAC 验证不通过，就不解密',
  'explain.tls.mac': 'HMAC，散列函数 {hash}，密钥 {key}：记录若被改动、重发或换了位置，MAC 就对不上',
  'explain.tls.nonce': 'GCM 的一次性随机数 (nonce)：保密的 {iv}，加上随记录发送的 8 个字节',
  'explain.tls.additionalData': '序号、类型、版本和长度与内容一起认证，但不加密',
  'explain.tls.tag': 'GCM 的认证标签，密钥 {key}：验证通过之前，不输出任何明文',
  'explain.tls.clientRandom': '客户端产生的 32 字节，在第 {number} 条消息中',
  'explain.tls.serverRandom': '服务器产生的 32 字节，在第 {number} 条消息中',
  'explain.tls.premaster': 'ClientHello 中提出的版本号，加上 46 个随机字节：唯一要发送的秘密',
  'explain.tls.encryptedPremaster':
    'RSA 加密 (PKCS#1 v1.5)，公钥 {bits} 位，在第 {number} 条消息中：只有私钥能解密',
  'explain.tls.sessionHash': '握手消息 {messages} 的 {hash} 值：只属于这一次握手',
  'explain.tls.master':
    'PRF(pre_master_secret, "{label}", client_random + server_random)，散列函数 {hash}，48 字节：是派生，不是加密',
  'explain.tls.master.extended':
    'PRF(pre_master_secret, "{label}", session_hash)，散列函数 {hash}，48 字节：与此前的全部握手消息绑定',
  'explain.tls.master.resumed': '该会话的主密钥，首次握手时派生；只有随机数是新的',
  'explain.tls.keyBlock':
    'PRF(master_secret, "{label}", server_random + client_random)，散列函数 {hash}，{length} 字节：两个随机数的次序与前面相反；切成 {count} 段',
  'explain.tls.handshakeHash': '握手消息 {messages} 的 {hash} 值',
  'explain.tls.verifyData':
    'PRF(master_secret, "{label}", 该散列值)，散列函数 {hash}，12 字节，在第 {number} 条消息中',
} as const;
