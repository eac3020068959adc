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
    '每次完整握手它确实要用一次私钥：解密预主密钥 (premaster secret)；若采用 Diffie-Hellman，则是签名。',
  'myth.server-uses-private-key.step.answer': '服务器通过 TLS 作出回答，{bytes} 字节，放在一条记录里。',
  'myth.server-uses-private-key.step.public':
    '如果是用私钥加密的，那么谁都能读，因为公钥人人都有。把它的 {blocks} 块各算一次 e 次方 mod n，看不到回答的任何内容。',
  'myth.server-uses-private-key.step.readByAll': '用公钥处理它的 {blocks} 块，就得到了回答。',
  'myth.server-uses-private-key.step.key':
    '能解密它的是一个 {length} 字节的密钥 (server_write_key)，由客户端和服务器各自从预主密钥派生。',
  'myth.server-uses-private-key.step.accepted':
    '在第二个连接里，有个人只有派生出来的密钥，没有私钥，却替服务器写了一条记录。客户端接受了它，读到：',
  'myth.server-uses-private-key.step.refused':
    '在第二个连接里，有个人只有派生出来的密钥，没有私钥，却替服务器写了一条记录。客户端拒绝了它。',
  'myth.server-uses-private-key.claim.public': '谁有公钥（也就是所有人），谁就能读服务器发出的内容',
  'myth.server-uses-private-key.claim.only': '只有用私钥才能做出客户端接受的内容',
  'myth.server-uses-private-key.better':
    'RSA 只用来运送预主密钥：客户端用服务器的公钥加密它，发给服务器。此后的数据都用由它派生的对称密钥加密。',

  'myth.client-needs-private-key.said': '客户端也需要私钥，服务器才能给它发送加密的回答。',
  'myth.client-needs-private-key.truth':
    '服务器可以要求客户端出示证书（双向认证，mutual TLS），有证书的客户端就用自己的私钥签名。公司内部常这样做；在网上，人们改用密码登录。',
  'myth.client-needs-private-key.step.talk':
    '一个只信任根证书、没有任何私钥的客户端，连接成功，也得到了回答。它发出 {messages} 条记录，其中的证书数：{certificates}。',
  'myth.client-needs-private-key.step.broken': '连接失败。',
  'myth.client-needs-private-key.step.fresh':
    '它为每次连接产生新的秘密。下面是两个预主密钥 (premaster secret)，开头都是版本号：',
  'myth.client-needs-private-key.step.same': '它的预主密钥 (premaster secret) 每次都相同。',
  'myth.client-needs-private-key.step.asked':
    '现在服务器要求出示证书（CertificateRequest：{requests} 条）。客户端发出一个证书列表（其中的证书数：{certificates}），照样得到了回答。',
  'myth.client-needs-private-key.claim.without': '没有私钥就无法连接',
  'myth.client-needs-private-key.claim.shows': '客户端也像服务器一样出示证书',
  'myth.client-needs-private-key.claim.kept': '客户端在各次连接之间一直使用同一个秘密',
  'myth.client-needs-private-key.claim.asked': '服务器要求证书，就能得到，否则断开连接',
  'myth.client-needs-private-key.better':
    '只有服务器需要私钥。客户端产生一个新的秘密，用服务器的公钥加密后发送；从此双方都有它。没有客户端证书时，TLS 并不说明客户端是谁。',

  'myth.cipher-list-comes-later.said': '服务器先发送证书，然后客户端发送它支持的密码套件列表。',
  'myth.cipher-list-comes-later.truth':
    '两者都来得很早：列表在第一条消息里，证书在对它的回答里。证书之后才发送的，是预主密钥 (premaster secret)。',
  'myth.cipher-list-comes-later.step.order':
    '一次握手：{count} 个密码套件 (cipher suite) 的列表在第 {list} 条消息 (ClientHello)，服务器的选择在第 {choice} 条 (ServerHello)，证书是第 {certificate} 条。',
  'myth.cipher-list-comes-later.step.other':
    '换一个客户端，列表不同；同一台服务器、同一张证书，选定的套件也就不同：是 {after}，而不是 {before}。',
  'myth.cipher-list-comes-later.step.held': '证书在途中被扣下。客户端已经知道选定了什么：{suite}。',
  'myth.cipher-list-comes-later.step.unknown': '证书在途中被扣下。客户端还不知道选定了什么。',
  'myth.cipher-list-comes-later.claim.first': '证书在列表之前',
  'myth.cipher-list-comes-later.claim.later': '证书到来之前，套件还没有选定',
  'myth.cipher-list-comes-later.claim.depends': '只由证书决定：换一个列表也没有影响',
  'myth.cipher-list-comes-later.better':
    '列表就在第一条消息 ClientHello 里。服务器必须先收到它才能回答：从列表里选定套件，再选用与套件相配的证书。',

  'myth.https-is-transport.said': 'HTTPS 在传输层加密。',
  'myth.https-is-transport.truth':
    '它的名字就叫传输层安全 (Transport Layer Security)；程序使用它也像使用 TCP 连接：一端写，另一端读。',
  'myth.https-is-transport.step.memory':
    '客户端与服务器在内存中通信：没有 TCP，没有网络。服务器读到的就是 HTTP，与客户端写的一字不差：',
  'myth.https-is-transport.step.changed': '客户端与服务器在内存中通信。服务器读到的内容变了：',
  'myth.https-is-transport.step.cut':
    '每条记录都分成 {piece} 字节一段到达，TCP 就可能这样交付。一切正常：TLS 读的是字节流。',
  'myth.https-is-transport.step.cutBroken': '每条记录都分成 {piece} 字节一段到达：连接失败。',
  'myth.https-is-transport.step.mixed': '两条记录颠倒了次序到达。TCP 会重新排好；TLS 则以 {alert} 结束连接。',
  'myth.https-is-transport.step.lost':
    '丢失了一条记录。TCP 会重传；TLS 则在下一条到达时以 {alert} 结束连接。',
  'myth.https-is-transport.step.repaired': '记录乱序或丢失，TLS 都修复了。',
  'myth.https-is-transport.claim.tcp': 'TLS 是 TCP 的一部分：没有 TCP 就不能加密',
  'myth.https-is-transport.claim.order': 'TLS 像传输层一样，恢复次序和丢失的数据',
  'myth.https-is-transport.claim.http': '加密之后，HTTP 就成了另一种协议',
  'myth.https-is-transport.better':
    'TLS 在 TCP 与 HTTP 之间：TCP 按次序送到每个字节，HTTP 保持不变。OSI 的分层套不到 TLS 上。在它之下的仍是明文：地址、端口、长度、时间。',
};
