/** Chinese words of the scenes on the network: 1, 13, 15, 17 and 18. */
export const storyNet = {
  'story.value.cookie': '和 cookie',
  'story.value.form': '表单',
  'story.value.command': '命令',

  'story.title.postcard': '明文 (plaintext) 就像明信片',
  'story.step.postcard.send':
    '登录 http://bank.example。TCP 先用了 {segments} 个报文段 (segment) 建立连接，接着发出填好口令的表单，全是明文。',
  'story.step.postcard.read': '就在线路上，边看边抄：抄到了口令，还有银行因此发给她的 cookie：{cookie}',
  'story.step.postcard.use': '自己连接银行，出示这个 cookie。',
  'story.step.postcard.answer': '只认 cookie，把她的账户页面给了他。',
  'story.step.postcard.insert':
    '在返回给她的页面里插入 {bytes} 字节的广告，改好 HTTP 的长度和 TCP 的序号，再重算 TCP 的校验和 (checksum)。',
  'story.step.postcard.see': '收到改过的页面，而她的电脑照单全收。',
  'story.figure.checksums': '装着页面的报文段，Alice 的 TCP 怎么看：',
  'story.checksum.segment': '报文段',
  'story.checksum.carried': '其中的校验和',
  'story.checksum.computed': 'Alice 算出的',
  'story.checksum.tcp': '她的 TCP',
  'story.checksum.takes': '接受',
  'story.checksum.drops': '丢弃',
  'story.segment.sent': '银行发出的原样',
  'story.segment.careless': '插入广告，校验和照旧',
  'story.segment.altered': '插入广告，校验和重算',
  'story.learned.postcard': '谁传递明文，谁就能读它、用它、改它；谁都能算的校验和只能发现噪声，挡不住人。',
  'story.still.postcard': '读到一切、改动一切、冒充任何人。',
  'story.because.cookieIsAlice': '谁有 cookie，谁就是 Alice',

  'story.title.numbers': '双方互相确认初始序号 (ISN)',
  'story.step.numbers.syn': '随机取一个数，从它开始给自己的字节编号：x = {x}，用 SYN 发给 Bob。',
  'story.step.numbers.answer':
    '确认的办法是说出他接下来等的序号 x+1；同时发出自己的序号 y = {y}。SYN 和 ACK 合在一个报文段里。',
  'story.step.numbers.confirm':
    '也确认了他的序号：y+1。现在双方都知道对方收到了自己的序号：一次握手，{segments} 个报文段，这就是 TCP 的三次握手 (three-way handshake)。',
  'story.step.numbers.repeat':
    '下一次连接时，SYN 丢了。没人应答，她就在 {after} 毫秒时重发，到 {connected} 毫秒时连上。',
  'story.step.numbers.stale':
    '收到一个迟到的 SYN，而 Alice 早已放弃那次连接。如果两个报文段就够，他现在就留着 {two} 个没人要的连接；但 Alice 用 RST 回绝了他的 SYN-ACK，所以三次握手之下他留着 {three} 个。',
  'story.step.numbers.ask':
    '看不到 Bob 发给 Alice 的应答。但 Bob 用的是旧系统 (4.4BSD)，每个连接的序号加 64000：他自己先连接一次，得到 {sample}，于是猜 {guess}，再以 Alice 的名义发出 SYN、ACK 和一条命令。',
  'story.step.numbers.believe': '选的正是 {number}，ACK 对得上：他以为命令是 Alice 发的。',
  'story.step.numbers.doubt': '选的是 {number}，ACK 对不上：他拒绝了。',
  'story.step.numbers.again':
    '又去试今天的 Bob，他的序号由地址、端口和一个秘密的散列值加上时钟得出 (RFC 6528)；这次猜 {guess}。',
  'story.figure.threeArrows': '三个箭头，一次握手（箭头从旁边的时刻出发）：',
  'story.document.http':
    '第 1 幕的全部数据包，可用 Wireshark 或 crypto capture read 打开：口令和 cookie 都是明文，而校验和全部正确',
  'story.document.tcpHandshake': '第 13 幕的三个报文段',
  'story.learned.numbers':
    '双方的序号都要得到对方确认，这需要三个报文段。序号猜不出来，看不到应答的人就进不来。',
  'story.still.numbers': '站在线路上为所欲为：在那里他看得见序号，根本不用猜（第 1 幕）。',
  'story.attack.isnOld': '冒充 Alice 建立连接（序号可预测）',
  'story.attack.isnHashed': '冒充 Alice 建立连接（序号按 RFC 6528）',
  'story.because.isnStep': '每个序号都是上一个加 64000',
  'story.because.isnSecret': '算序号要用他没有的秘密',

  'story.title.relation': '藏住了内容，藏不住谁和谁来往',
  'story.step.relation.send': '像第 1 幕那样登录，但这次是 https://bank.example：TCP 一共传了 {bytes} 字节。',
  'story.step.relation.search':
    '还是站在线路上，在经过的一切里找 {secrets} 样东西（口令、cookie、她要看哪个页面、页面内容）；找到的个数：{found}。',
  'story.step.relation.refused':
    '在另一次同样的连接里，把页面的密文翻转了 1 比特，再重算 TCP 的校验和。TCP 接受了，TLS 却没有 (bad_record_mac)，连接随即断开。',
  'story.step.relation.altered': '在另一次同样的连接里，把页面的密文翻转了 1 比特，Alice 看到了改过的页面。',
  'story.step.relation.see':
    '仍然看得到她在和谁通信：bank.example 这个名字在 ClientHello (server_name) 和证书里以明文出现了 {times} 次；在此之前，DNS 查询里就已经有了。',
  'story.step.relation.measure':
    '自己也打开登录页面：那条记录长 {length} 字节。她的记录里恰好只有一条这么长，于是知道她什么时候打开了这个页面。',
  'story.step.relation.unsure':
    '自己也打开登录页面：那条记录长 {length} 字节。她的记录里这么长的不止一条，或者一条也没有。',
  'story.step.relation.open':
    '的浏览器可以写出密钥日志 (key log)。有了它，同样的数据包就能打开：共 {bytes} 字节的 HTTP。',
  'story.step.relation.closed': '的浏览器写出了密钥日志 (key log)，但数据包打不开。',
  'story.figure.capture': '同一份抓包，没有密钥日志和有密钥日志：',
  'story.capture.from': '来自',
  'story.capture.bytes': '字节',
  'story.capture.shut': '没有密钥日志',
  'story.capture.open': '有密钥日志',
  'story.document.https': '第 15 幕的全部数据包，内含密钥日志：Wireshark 不用任何设置就能显示解密后的内容',
  'story.document.httpsShut': '同样的数据包，但没有密钥日志：黑客手里的就是这一份',
  'story.document.httpsKeys':
    '就是那份密钥日志：wireshark -o tls.keylog_file:https-keys.log https-no-secrets.pcapng 能显示其中的 HTTP',
  'story.learned.relation':
    'HTTPS 藏住了说的是什么，被改动了也能发现；但谁和谁、什么时候、传了多少，仍然看得见。',
  'story.still.relation':
    '看到名字、时间和数据量；把录下的内容留着（第 16 幕）；或者在 TLS 开始之前下手（第 17 幕）。',
  'story.attack.relationRead': '读取口令、cookie 或页面',
  'story.attack.relationAlter': '篡改页面',
  'story.attack.relationName': '看出她用的是哪家银行',
  'story.attack.relationSize': '凭长度认出页面',
  'story.because.encrypted': '内容已加密，他没有密钥',
  'story.because.recordTag': '记录的认证标签对不上',
  'story.because.helloClear': '名字和证书都是明文',
  'story.because.lengthClear': '加密藏不住长度',

  'story.value.url': '地址栏',
  'story.value.read': '黑客读到',
  'story.title.weakest': '最弱的一步在 TLS 之前',
  'story.step.weakest.type':
    '输入 bank.example，没写 https://。浏览器就先用 http:// 明文去问；银行本来只会回答：请到 https:// 来，这叫重定向 (redirect)。',
  'story.step.weakest.strip':
    '抢先回答。他自己用 https:// 向银行取页面，再用 http:// 转给 Alice，这叫剥离 TLS (SSL stripping)。',
  'story.step.weakest.login': '看到的正是她的银行：没有警告，也没有小锁，她就登录了。',
  'story.step.weakest.again': '正常访问过一次，一小时后又来。银行没有任何要求，于是黑客又读到了：',
  'story.step.weakest.demand':
    '从此在应答里带上 Strict-Transport-Security (HSTS)：一年之内，只许用 https:// 来。',
  'story.step.weakest.known':
    '正常访问过一次后又来，输入的还是那个名字。浏览器记得，一开始就用 https://；明文请求的个数：{clear}。',
  'story.step.weakest.preload':
    '另一次是第一次访问，但浏览器自带的名单里就有这个名字，这叫预加载 (preload)；明文请求的个数：{clear}。',
  'story.figure.redirect': '第一次访问：重定向始终没有到达 Alice：',
  'story.learned.weakest':
    'TLS 只保护走 TLS 的内容。它之前的那一步，HSTS 从第二次访问起守住，预加载名单从第一次就守住。',
  'story.still.weakest': '等人第一次访问不在名单上的网站；或者把 Alice 引到另一个名字去。',
  'story.attack.stripFirst': '第一次访问时剥离 https://',
  'story.attack.stripNever': '以后再剥离（银行不发 HSTS）',
  'story.attack.stripKnown': '以后再剥离（银行发过 HSTS）',
  'story.attack.stripPreload': '第一次就剥离（名字已预加载）',
  'story.because.notYetKnown': '浏览器还不认识这个网站',
  'story.because.neverKnown': '没有谁要求浏览器坚持用 https://',
  'story.because.known': 'HSTS：浏览器一开始就用 https://',
  'story.because.preloaded': '名单是浏览器自带的',

  'story.title.goodbye': '再见要说两遍：每个方向各一遍',
  'story.step.goodbye.fin': '没有要发的了：发出 FIN，序号 u = {u}；Bob 用 u+1 确认。一个方向关闭了。',
  'story.step.goodbye.both':
    '也发完之后，关闭另一个方向：发出 FIN，序号 v = {v}；Alice 用 v+1 确认。一共 {segments} 个报文段。',
  'story.step.goodbye.wait':
    '先关闭的一方，还要再留 {seconds} 秒 (TIME-WAIT)：报文段最长寿命的两倍（2 MSL；这是 Linux 的取值）。',
  'story.step.goodbye.half':
    '有一次还没发完：他确认了 Alice 的 FIN 之后，又有 {bytes} 字节到达她那里。这叫半关闭 (half-close)。',
  'story.step.goodbye.again':
    '有一次，最后的 ACK 丢了。Bob 重发 FIN；她还在，于是再确认一次。RST 的个数：{resets}。',
  'story.step.goodbye.never': '有一次，最后的 ACK 丢了。Bob 没有重发 FIN。RST 的个数：{resets}。',
  'story.step.goodbye.gone':
    '又有一次不等就走了。重发的 FIN 找不到人，RST 的个数：{resets}。Bob 无从知道他最后的数据到了没有。',
  'story.figure.fourArrows': '四个箭头，再加 2 MSL（箭头从旁边的时刻出发）：',
  'story.document.tcpClose': '第 18 幕的连接，从 SYN 到最后的 ACK',
  'story.learned.goodbye':
    '两个方向各自关闭，各要一个 FIN 和对它的 ACK；先关闭的一方还要等一等，以防最后的 ACK 丢失。',
  'story.still.goodbye':
    '在看得见序号的地方自己发一个 FIN 或 RST，让页面半途而断。所以 TLS 要在自己的密钥保护下另行道别 (close_notify)。',
} as const;
