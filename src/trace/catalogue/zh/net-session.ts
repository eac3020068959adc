/** Chinese words of `crypto http session`. */
export const netSession = {
  'session.about':
    '登录的 cookie 被盗，并从另一个地址使用；Secure、HttpOnly、MAC 以及把会话标识放进 URL 各有什么作用，逐一运行。',
  'session.opt.topic': '试什么，每一种都有和没有各运行一次；不指定时只运行盗用',
  'session.opt.url': '等同于 --topic url',
  'session.notOnLine': '── 黑客听不到这条线路，只能得到发给他的内容',
  'session.logout': '── Alice 退出登录；黑客再试一次',
  'session.clearPage': '── Alice 用明文打开银行的一个页面',
  'session.script': '── 黑客混进页面的脚本 (script) 读取 document.cookie',
  'session.click': '── Alice 点开一个链接，那是黑客的网站',
  'session.share': '── Alice 把页面的链接发给朋友，朋友又转给别人',
  'session.alter': '── 黑客以 mallory 登录，把自己 cookie 里的名字改成 alice',
  'session.title.line': 'cookie 里是会话标识，明文传输：黑客从线路上读到它。',
  'session.title.line.insecure': '登录受 TLS 保护；cookie 没有 Secure。',
  'session.title.line.secure': '登录受 TLS 保护；cookie 带 Secure。',
  'session.title.line.signed': '名字加 MAC，原样盗用。',
  'session.title.script.open': '页面里有脚本；cookie 没有 HttpOnly。',
  'session.title.script.httpOnly': '页面里有脚本；cookie 带 HttpOnly。',
  'session.title.alter.name': 'cookie 里只有名字。',
  'session.title.alter.signed': 'cookie 里是名字和它的 HMAC（俗称 signed cookie）。',
  'session.title.referer.whole': '会话标识在 URL 里；浏览器在 Referer 中发送整个地址。',
  'session.title.referer.origin': '会话标识在 URL 里；如今的浏览器，只发送来源 (origin)。',
  'session.title.link': '会话标识在 URL 里；Alice 分享了链接。',
  'session.head.try': '尝试',
  'session.head.got': '得到它',
  'session.head.entered': '被当作 Alice',
  'session.head.after': '退出之后',
  'session.yes': '是',
  'session.no': '否',
  'session.learned.plain':
    '谁持有 cookie，银行就把谁当作本人：从 {address} 使用它，打开的是 Alice 的账户，不需要口令。退出登录结束了服务器上的会话，这份副本从此毫无用处。',
  'session.learned.secure':
    'TLS 保护了登录，可是浏览器把同一个 cookie 随第一个明文请求发了出去。带 Secure 的 cookie 根本不会在 http:// 下发出。',
  'session.learned.http-only':
    '页面里的脚本能读取每一个没有 HttpOnly 的 cookie。但它仍然可以在 Alice 的浏览器里向银行发请求：HttpOnly 只是不让 cookie 出去，并没有把脚本挡在外面。',
  'session.learned.signed':
    '没有 MAC，他就给自己写上别人的名字；有了 MAC，改过的 cookie 被拒绝。但盗来的与原件一样有效，退出登录之后也是：服务器没有保存任何可以结束的东西。所以应当用会话标识，或对标识和时间计算 MAC。',
  'session.learned.url':
    'URL 到哪里，其中的会话标识就到哪里：旧浏览器的 Referer、分享的链接、日志。如今的浏览器只把来源告诉别的网站；分享的链接仍然会泄露。',
  'session.learned.other': '这次运行的结果与通常不同；请看表。',
} as const;
