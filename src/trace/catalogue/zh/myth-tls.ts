/** Chinese: common sentences about TLS that are not quite so, and better ones. */
export const mythTls = {
  'myth.value.record': '它的记录',
  'myth.value.powers': '第一块 ^ e mod n',
  'myth.value.nextPremaster': '下一个',
  'myth.value.request': '收到',
  'myth.value.aliceSends': '客户端发出',
  'myth.value.bobSends': '服务器发出',

  'myth.server-uses-private-key.said': '服务器用自己的私钥加密网页。',
  'myth.server-uses-private-key.truth':
    '每个连接它确实要用一次私钥：解密预主密钥 (premaster secret)；在较新的版本里则是签名。',
  'myth.server-uses-private-key.step.answer': '服务器通过 TLS 回答，{bytes} 字节，放在一条记录里。',
  'myth.server-uses-private-key.step.public':
    '若真是用私钥，那就谁都能读，因为公钥人人都有。把它的 {blocks} 块各算一次 e 次方 mod n，看不到回答的任何痕迹。',
  'myth.server-uses-private-key.step.readByAll': '对它的 {blocks} 块用一次公钥，就得到了回答。',
  'myth.server-uses-private-key.step.key':
    '能打开它的是一个 {length} 字节的密钥 (server_write_key)。它由预主密钥派生而来，客户端和服务器各自派生。',
  'myth.server-uses-private-key.step.accepted':
    '第二个连接里，另一个人只有派生出来的密钥，没有私钥，替服务器写了一条记录。客户端接受了，并读到：',
  'myth.server-uses-private-key.step.refused':
    '第二个连接里，另一个人只有派生出来的密钥，没有私钥，替服务器写了一条记录。客户端拒绝了。',
  'myth.server-uses-private-key.claim.public': '谁有公钥（也就是所有人），谁就能读服务器发出的内容',
  'myth.server-uses-private-key.claim.only': '只有用私钥才能做出客户端接受的内容',
  'myth.server-uses-private-key.better':
    'RSA 只运送预主密钥：由客户端用服务器的公钥加密，发给服务器。此后的一切都用由它派生的对称密钥加密。',

  'myth.client-needs-private-key.said': '客户端也需要私钥，服务器才能给它发送加密的回答。',
  'myth.client-needs-private-key.truth':
    '服务器可以要求客户端出示证书（双向认证，mutual TLS），有证书的客户端就用私钥签名。公司内部常用；在网上，人们改用密码登录。',
  'myth.client-needs-private-key.step.talk':
    '一个只有根证书、没有任何私钥的客户端，连上了，也得到了回答。在它发出的 {messages} 条记录里，出示的证书数：{certificates}。',
  'myth.client-needs-private-key.step.broken': '连接失败。',
  'myth.client-needs-private-key.step.fresh': '它的秘密每次连接重新产生：两个预主密钥，开头都是版本号。',
  'myth.client-needs-private-key.step.same': '它的预主密钥每次相同。',
  'myth.client-needs-private-key.step.asked':
    '现在服务器要求出示证书（CertificateRequest：{requests} 条）。客户端回答一张证书清单，其中的证书数：{certificates}；照样得到服务。',
  'myth.client-needs-private-key.claim.without': '没有私钥就连不上',
  'myth.client-needs-private-key.claim.shows': '客户端也出示证书',
  'myth.client-needs-private-key.claim.kept': '它的秘密是长期保存的',
  'myth.client-needs-private-key.claim.asked': '服务器若要求，就能得到证书，否则断开',
  'myth.client-needs-private-key.better':
    '只有服务器需要私钥。客户端随机产生一个新的秘密，用服务器的公钥加密发过去：从此双方都有它。客户端是谁，TLS 并不说。',

  'myth.cipher-list-comes-later.said': '服务器先发证书，然后客户端发来它所会的密码套件清单。',
  'myth.cipher-list-comes-later.truth':
    '两者都在最初的一来一回之中。证书之后才来的，是预主密钥 (premaster secret)。',
  'myth.cipher-list-comes-later.step.order':
    '一次握手：{count} 个密码套件 (cipher suite) 的清单在第 {list} 条消息 (ClientHello)，服务器的选择在第 {choice} 条 (ServerHello)，证书是第 {certificate} 条。',
  'myth.cipher-list-comes-later.step.other':
    '换一个客户端，清单不同；同一台服务器、同一张证书，选的套件就不同：是 {after}，而不是 {before}。',
  'myth.cipher-list-comes-later.step.held': '途中把证书扣下。客户端已经知道选的是什么：{suite}。',
  'myth.cipher-list-comes-later.step.unknown': '途中把证书扣下。客户端还不知道选的是什么。',
  'myth.cipher-list-comes-later.claim.first': '证书在清单之前',
  'myth.cipher-list-comes-later.claim.later': '证书到来之前，套件还没有选定',
  'myth.cipher-list-comes-later.claim.depends': '只由证书决定：清单不同也没有影响',
  'myth.cipher-list-comes-later.better':
    '清单就在 ClientHello，即第一条消息里。服务器必须先知道它才能回答：选哪个套件，从而用哪种证书，都取决于它。',

  'myth.https-is-transport.said': 'HTTPS 在传输层加密。',
  'myth.https-is-transport.truth':
    '它的名字就叫传输层安全 (Transport Layer Security)；在程序看来，它也像一个连接：这头写，那头读。',
  'myth.https-is-transport.step.memory':
    '客户端与服务器在内存里通信：没有 TCP，没有网络。服务器那头得到的就是 HTTP，与写的时候一字不差：',
  'myth.https-is-transport.step.changed': '客户端与服务器在内存里通信。得到的内容变了：',
  'myth.https-is-transport.step.cut':
    '每条记录都切成 {piece} 字节一段到达，像 TCP 可能做的那样：一切正常，因为 TLS 要的是字节流。',
  'myth.https-is-transport.step.cutBroken': '每条记录都切成 {piece} 字节一段到达：连接失败。',
  'myth.https-is-transport.step.mixed':
    '两条记录到达的次序颠倒：TLS 不会像 TCP 那样排好，而是以 {alert} 结束。',
  'myth.https-is-transport.step.lost':
    '丢了一条记录：TLS 不会像 TCP 那样要求重发，而是在下一条到来时以 {alert} 结束。',
  'myth.https-is-transport.step.repaired': '记录乱序或丢失，TLS 都补救了。',
  'myth.https-is-transport.claim.tcp': '它是 TCP 的一部分：没有 TCP 就不能加密',
  'myth.https-is-transport.claim.order': '它像传输层一样，负责次序和丢失',
  'myth.https-is-transport.claim.http': '加密之后，HTTP 就变成了另一种协议',
  'myth.https-is-transport.better':
    'TLS 在 TCP 与 HTTP 之间：TCP 把每个字节按次序送到，HTTP 则原封不动。OSI 的分层套不上它。它下面的一切仍是明文：地址、端口、长度、时间。',
};
