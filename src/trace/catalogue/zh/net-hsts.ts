/** Chinese words of `crypto http hsts`, and of every ladder with a hacker between two parties. */
export const netHsts = {
  'hop.party.alice': 'Alice',
  'hop.party.hacker': '黑客',
  'hop.party.bank': 'bank.example',
  'hop.legend': '── 明文   ══ 受 TLS 保护',
  'hop.opt.noSecrets': '抓包文件中不放 TLS 的秘密',
  'hop.pcap': '已写入：{path}；各部分依次都在其中',
  'hop.pcapShut': '已写入：{path}，不含 TLS 的秘密：这就是线路上的窃听者录下的；各部分依次都在其中',
  'hop.pcapOpen': '已写入：{path}；内含各方的 TLS 秘密，Wireshark 和 tshark 会显示解密后的内容',

  'hsts.about':
    'Alice 输入 bank.example，浏览器先用明文去问。黑客让她一直停在明文上（SSL 剥离，SSL stripping），直到 HSTS 阻止他。',
  'hsts.opt.visit': '黑客在哪一次访问时出现；两次中的第一次没有他',
  'hsts.opt.preload': '该域名在浏览器自带的名单上',
  'hsts.opt.noHsts': '银行从不发送 Strict-Transport-Security',
  'hsts.opt.noHacker': '线路上没有别人：重定向本来的样子',
  'hsts.title.first': '第一次访问，黑客在线路上。Alice 输入 bank.example/login。',
  'hsts.title.second': '第二次访问，黑客在线路上；第一次没有他。',
  'hsts.title.honest': '线路上没有别人。Alice 输入 bank.example/login。',
  'hsts.visit.before': '── 第一次访问',
  'hsts.visit.watched': '── 一小时以后',
  'hsts.learned.both':
    '第一次访问时，浏览器用明文去问，谁先回答就由谁决定：黑客与银行之间用 TLS，与 Alice 之间不用，于是读到了 {password}。银行一旦在 TLS 之下说过 Strict-Transport-Security，浏览器就不再用明文去问，黑客也就等不到可以回答的请求。第一次访问仍然是敞开的（首次使用时信任，trust on first use），除非该域名是浏览器自带的：--preload。此外，他总可以切断线路。',
  'hsts.learned.first':
    '浏览器还什么都没有记住，所以用明文去问。黑客与银行之间用 TLS，与 Alice 之间不用，并且扣下了 Strict-Transport-Security：他读到了 {password}。Alice 能看到的是：地址栏显示 {url}。',
  'hsts.learned.never':
    '银行从不说 Strict-Transport-Security，每次访问就都从明文开始，每次都可以被剥离：黑客读到了 {password}。Alice 能看到的是：地址栏显示 {url}。',
  'hsts.learned.gap':
    '重定向起了作用。但第一个请求和它的应答都是明文：谁抢在银行之前回答，就由谁决定 Alice 去哪里。',
  'hsts.learned.remembered':
    '浏览器记得这家银行，在任何东西发出之前就把 http:// 换成了 https://：黑客等着明文请求，却一个也没有等到。他仍然可以切断线路；而且第一次访问是敞开的。',
  'hsts.learned.known':
    '浏览器记得这家银行，在任何东西发出之前就把 http:// 换成了 https://：没有任何东西以明文发出。',
  'hsts.learned.preload': '该域名是浏览器自带的，所以连第一次访问也不从明文开始：没有什么可以剥离。',
} as const;
