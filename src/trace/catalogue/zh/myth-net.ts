/** Chinese: common sentences about TCP and HTTP that are not quite so, and better ones. */
export const mythNet = {
  'myth.value.cookie': 'cookie',

  'myth.http-handshake.said': 'HTTP 三次握手。',
  'myth.http-handshake.truth': '第一个请求之前确实有这样一次握手，因为 HTTP/1.1 运行在 TCP 之上。',
  'myth.http-handshake.step.count':
    'Alice 用 http:// 打开一个页面。之前的握手：{segments} 个报文段 (segment)，其中属于 HTTP 的有 {bytes} 字节。',
  'myth.http-handshake.step.requests': '她在这个连接上发出 {requests} 个请求，而连接只建立了一次。',
  'myth.http-handshake.step.silent':
    '另一个连接上什么也不传，更没有 HTTP：它的握手同样是 {segments} 个报文段。',
  'myth.http-handshake.claim.bytes': '握手里带有 HTTP 的内容',
  'myth.http-handshake.claim.each': '每个请求都先握一次手',
  'myth.http-handshake.claim.only': '没有 HTTP 就没有这样的握手',
  'myth.http-handshake.better':
    '三次握手 (three-way handshake) 是 TCP 的：一次握手，三个报文段，整个连接只做一次。HTTP 没有握手。',

  'myth.https-is-stateless.said': 'HTTPS 是无状态的。',
  'myth.https-is-stateless.truth':
    '无状态的是 HTTP：每个请求单独就能理解，需要记住的东西（例如 cookie）随请求一起发来。',
  'myth.https-is-stateless.step.http':
    '对同一个请求，带 cookie 时银行回答 {with}，不带时回答 {without}：上一个请求的事，它一概不知。',
  'myth.https-is-stateless.step.twice':
    '在 TLS 之下，把一条记录 (record) 送到两次。服务器给记录编号，而序号也参与计算 MAC：它以 {alert} 断开连接。',
  'myth.https-is-stateless.step.missing': '在另一个连接里漏掉一条记录，下一条就无法单独打开：{alert}。',
  'myth.https-is-stateless.claim.again': '同一条记录再来一次，意思不变',
  'myth.https-is-stateless.claim.alone': '不看前面的记录，也能读一条记录',
  'myth.https-is-stateless.better':
    'HTTP 是无状态的；它下面的 TLS 却有状态：连接期间，双方一直保存着密钥和记录的序号，会话还会保存得更久。',

  'myth.keep-alive.said': 'HTTP 的 keep-alive 就是 TCP 的 keep-alive。',
  'myth.keep-alive.truth': '两者同名，也都与保持连接有关。',
  'myth.keep-alive.step.http':
    'Alice 在一个连接上发出 {requests} 个请求，HTTP/1.1 默认就是这样。TCP 的 keep-alive 报文段：{probes} 个。',
  'myth.keep-alive.step.tcp':
    '另一个连接打开了 TCP 的 keep-alive，上面什么也不传：过了 {minutes} 分钟（Linux 的取值），TCP 才去问对方还在不在；三小时之内问了 {probes} 次。',
  'myth.keep-alive.step.bytes': '这些报文段里，应用程序的数据有 {bytes} 字节。',
  'myth.keep-alive.claim.needs': '要在一个连接上发几个请求，就需要 TCP 的 keep-alive',
  'myth.keep-alive.claim.carries': 'TCP 的 keep-alive 传送请求',
  'myth.keep-alive.claim.soon': '加载页面时，TCP 的 keep-alive 就在起作用',
  'myth.keep-alive.better':
    'HTTP 的 keep-alive 是把连接留给下一个请求；TCP 的 keep-alive 是在空闲很久之后，问一问对方是否还在。两者互不依赖。',

  'myth.cookie-is-password.said': 'cookie 把你的密码发回给服务器。',
  'myth.cookie-is-password.truth':
    '在会话结束之前，谁有 cookie，谁就被当作是你；就这一点来说，它和密码一样管用。',
  'myth.cookie-is-password.step.logIn':
    'Alice 登录并打开账户页面，一共 {requests} 个请求，其中带密码的有 {sent} 个。',
  'myth.cookie-is-password.step.search':
    '在她的 cookie 里查找密码的 {forms} 种形式（原样、十六进制、base64、三种散列值）；找到的个数：{found}。',
  'myth.cookie-is-password.step.again': '她用同一个密码再登录一次，得到的是另一个 cookie。',
  'myth.cookie-is-password.claim.each': '带密码的请求不止一个',
  'myth.cookie-is-password.claim.inside': 'cookie 以某种形式包含密码',
  'myth.cookie-is-password.claim.same': '密码相同，cookie 就相同',
  'myth.cookie-is-password.better':
    'cookie 里是登录时服务器产生的一个随机数。服务器记得它属于谁，也可以把它作废；密码却一直有效。',
} as const;
