/** Chinese words of `crypto http` and `crypto https`. */
export const netWeb = {
  'cli.noun.http': '明文登录：DNS、TCP、HTTP，以及谁能读到它',
  'cli.noun.https': '同样的登录，受 TLS 保护；抓包文件可由 Wireshark 解密后打开',
  'web.about.http':
    '用真实的字节模拟一次明文登录 bank.example：DNS 查询、TCP 握手 (handshake)、带 cookie 的 HTTP，最后关闭连接。',
  'web.about.https':
    '用真实的字节模拟一次登录 bank.example：DNS 查询、TCP 握手 (handshake)、TLS 握手、带 cookie 的 HTTP，最后关闭连接。',
  'web.arg.url': 'bank.example 的一个页面，登录之后打开',
  'web.opt.lossy': '线路不好：有的数据包丢失、重复或乱序；种子相同，出问题的数据包也相同',
  'web.opt.all': '也显示单纯的 ACK',
  'web.opt.view': '从其中一方的角度看同一次运行',
  'web.opt.layers': '把每个数据包按层层嵌套显示，并对照 TCP/IP 与 OSI 的说法',
  'web.opt.pcap': '把数据包写成抓包文件 (pcapng) 供 Wireshark 打开，内含 TLS 的秘密',
  'web.opt.noSecrets': '抓包文件中不放 TLS 的秘密',
  'web.error.url': '<url>：应以 {start} 开头（这里只有这一个网站），却是 {got}',
  'web.error.oneWay': '{b}：不能与 {a} 同用；它们各自用一种方式显示这次运行',
  'web.pcapOpen': '已写入：{path}；内含 TLS 的秘密，Wireshark 和 tshark 会显示解密后的内容',
  'web.pcapShut': '已写入：{path}，不含 TLS 的秘密：线路上的窃听者录到的就是这些',
  'web.pcapClear': '已写入：{path}；其中没有任何加密',

  'web.party.alice': 'Alice',
  'web.party.bob': 'Bob',
  'web.phase.dns': '── DNS：由域名得到地址（UDP，明文）',
  'web.phase.tcp': '── TCP：三个报文段 (segment)，双方得知对方从哪个序号开始',
  'web.phase.tls': '── TLS：确认对方是谁，并得到只有双方才有的密钥',
  'web.phase.http': '── HTTP：登录，换得一个 cookie，再取页面',
  'web.phase.close': '── 关闭：双方各自结束自己的方向',
  'web.name.dns': 'DNS',
  'web.name.tcp': 'TCP',
  'web.name.tls': 'TLS',
  'web.name.http': 'HTTP',
  'web.name.close': '关闭',
  'web.lost': '丢失',
  'web.again': '重传（{why}），{bytes}',
  'web.why.timeout': '超时',
  'web.why.fast': '重复 ACK',
  'web.folded': '未显示的单纯 ACK：{count} 个；--all 会显示。',
  'web.cost.phase': '阶段',
  'web.cost.time': '时间',
  'web.cost.trips': '往返次数',
  'web.cost.times': '时间 / {trip} ms',
  'web.cost.packets': '数据包',
  'web.cost.bytes': '字节',
  'web.cost.useful': 'HTTP 字节',
  'web.cost.sum': '合计',
  'web.againList': 'TCP 重传了 {count} 个数据包（第 {numbers} 个）。tshark 标出的也是这些。',
  'web.learned.http':
    '口令和 cookie 原样经过线路：谁在窃听，谁就得到这两样。crypto https 显示受 TLS 保护的同一次登录。',
  'web.learned.https':
    '在 HTTP 的第一个字节之前，TLS 要花 {trips} 次往返和 {bytes} 字节；换来的是：线路上谁也读不到口令、cookie 和页面，改动也必被发现。',
  'web.learned.https.lossy':
    'TLS 用了 {time} ms，相当于不丢包的线路上 {trips} 次 {trip} ms 的往返；在 HTTP 的第一个字节之前还要 {bytes} 字节；换来的是：线路上谁也读不到口令、cookie 和页面，改动也必被发现。',
  'web.learned.gaveUp': '线路太差：没能到达页面。',

  'web.view.from': '来自',
  'web.view.reads.alice': 'Alice 读到的',
  'web.view.reads.bob': 'Bob 读到的',
  'web.view.reads.hacker': '黑客读到的（▒ 只有记录的类型和长度）',
  'web.can.knows': '知道：',
  'web.can.reads': '能读：',
  'web.can.changes': '能改：',
  'web.alice.http.knows':
    '自己的口令 {password} 和银行给的 cookie；但不知道对方是谁：没有任何东西证明那是 {host}。',
  'web.alice.http.reads': '自己收发的全部内容；线路上的其他人也一样能读。',
  'web.alice.http.changes': '自己发送的内容，包括 cookie：所以它的值必须无法猜到。',
  'web.alice.https.knows':
    '自己的口令 {password} 和银行给的 cookie；还知道对方就是 {host}：她信任的根签了它的证书，Finished 又证明它持有私钥。',
  'web.alice.https.reads': '自己收发的全部内容：TLS 到她的浏览器为止。',
  'web.alice.https.changes': '自己发送的内容，包括 cookie：所以它的值必须无法猜到。',
  'web.bob.http.knows':
    'alice 的口令，以及 cookie {cookie} 代表她的会话 (session)；但不知道发送它的是不是 Alice 本人。',
  'web.bob.http.reads': '来自 {address} 的全部内容；线路上的其他人也一样能读。',
  'web.bob.http.changes': '自己的应答；他也可以结束会话，此后这个 cookie 就毫无用处。',
  'web.bob.https.knows':
    'alice 的口令，以及 cookie {cookie} 代表她的会话 (session)；TLS 没有告诉他对方是谁：她没有出示证书，靠的是口令。',
  'web.bob.https.reads': '来自 {address} 的全部内容：TLS 到他的服务器为止，对服务器什么也不隐藏。',
  'web.bob.https.changes': '自己的应答；他也可以结束会话，此后这个 cookie 就毫无用处。',
  'web.hacker.http.knows': '口令 {password} 和 cookie {cookie}：有其中任何一个，在 {host} 看来他就是 Alice。',
  'web.hacker.http.reads': '每一个字节。',
  'web.hacker.http.changes': '两个方向的一切，而且不会被发现：IP 和 TCP 的校验和谁都能重新计算。',
  'web.hacker.https.knows':
    '谁在何时与谁通信、数据量多大；还有域名 {host}，它出现在 DNS、server_name 和证书中。',
  'web.hacker.https.reads':
    'ChangeCipherSpec 之前的握手，以及此后每条记录 (record) 的类型和长度；读不到路径、口令、cookie 和页面。但长度也会泄露信息：往往能看出是哪个页面。',
  'web.hacker.https.changes':
    '任何数据包，但必被发现：改过的记录通不过校验，连接随之结束。他可以切断线路，也可以伪造 DNS 应答，但假服务器没有私钥。',

  'web.layers.nested': '层层嵌套，各层自己的字节数',
  'web.layers.protocols': '协议',
  'web.layers.misfit': 'OSI 不合适的地方：',
  'web.layer.application': '应用层 (application)',
  'web.layer.transport': '传输层 (transport)',
  'web.layer.internet': '网际层 (internet)',
  'web.layer.link': '链路层 (link)',
  'web.misfit.tls':
    'TLS 管理会话（第 5 层），又改变数据在线路上的样子（第 6 层）；但它作为一整层架在 TCP 之上，属于程序本身。在 TCP/IP 看来，这些都是应用层。',
  'web.misfit.tcp': 'TCP 建立和关闭连接，使双方保持同步；OSI 把其中一部分交给会话层。',
  'web.misfit.cookie': '登录的会话是一个 cookie：它比任何一个连接都活得久，位于 HTTP 中，也就是第 7 层。',
  'web.misfit.link':
    'TCP/IP 的链路层相当于第 1、2 层之和。抓包文件中以太网只有 14 字节，不含前导码和帧校验序列。',
} as const;
