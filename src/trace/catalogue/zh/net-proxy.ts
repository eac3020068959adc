/** Chinese words of `crypto https proxy`. */
export const netProxy = {
  'proxy.about':
    '代理 (proxy) 用自己的 CA 签发证书，从中拆开 TLS：安装了它的根证书，它就读到口令；没有安装，握手就失败。两种情况都真的运行。',
  'proxy.opt.installed': '只运行安装了代理根证书的情况，或只运行没有安装的 (unknown)',
  'proxy.hello': '── 代理用自己签发的证书应答她的 ClientHello',
  'proxy.title.installed': 'Alice 安装了代理的根证书。她打开 https://bank.example/login。',
  'proxy.title.unknown': '没有那个根证书。她打开同一个页面。',
  'proxy.head.what': '证书',
  'proxy.head.shown': '出示给 Alice 的',
  'proxy.head.bank': '银行自己的',
  'proxy.row.subject': '主体',
  'proxy.row.issuer': '颁发者',
  'proxy.row.fingerprint': 'SHA-256',
  'proxy.learned.both':
    '证书所证明的，只是你信任的那些根所说的话：多了一个根，代理就成了 bank.example，读到了 {password}。没有它，浏览器就中断握手（警报 (alert) {alert}），什么也没有发出。Alice 可以从颁发者 {issuer} 看出来，也可以把指纹与另一条线路上看到的比对；地址栏看上去完全一样。',
  'proxy.learned.installed':
    '浏览器没有发现任何问题：它信任的一个根签了这张证书，所以代理读到了 {password}。Alice 可以从颁发者 {issuer} 看出来，也可以把指纹与另一条线路上看到的比对；地址栏看上去完全一样。',
  'proxy.learned.unknown':
    '浏览器信任的根都没有签过这张证书：它中断了握手（警报 (alert) {alert}），没有发出任何请求。谁把这样的警告点掉，结果就和安装了根证书一样；浏览器记得 HSTS 时，根本不给点掉的机会（RFC 6797，8.4 和 12.1）。',
} as const;
