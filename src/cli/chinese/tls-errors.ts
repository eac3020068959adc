/** What TLS says about a peer, in Chinese; the names of messages, fields and extensions stay as the standards have them. */

export const TLS_SENTENCES = {
  'expected a multiple of 3 from 3 up, got {got}': '应为 3 的倍数，至少为 3，却是 {got}',
  'expected one of SSL 2.0, got too few bytes': '应为 SSL 2.0 格式的消息，字节却太少',
  'expected a protocol that we offered, got {got}': '应为我们提出的协议之一，却是 {got}',
  'expected 2 bytes, got {got}': '应为 2 字节，却是 {got} 字节',
  'expected at most {most} warnings in a row, got more': '最多连续 {most} 个警告，却有更多',
  'expected the level 1 or 2, got {got}': '级别应为 1 或 2，却是 {got}',
  'the peer ended the connection with number {count}': '对方以编号 {count} 的警报结束了连接',
  'the peer ended the connection with {alert}': '对方以 {alert} 结束了连接',
  'expected a plain RSA key, got {got}': '应为普通的 RSA 密钥，却是 {got}',
  'expected keyEncipherment in keyUsage, as RSA key exchange needs it, got {got}':
    'keyUsage 应含 RSA 密钥交换所需的 keyEncipherment，却是 {got}',
  'expected one to be trusted, got {name}, which fails: {reason}':
    '应为可信的证书，{name} 却未通过验证：{reason}',
  'expected a chain of at most {most}, got a longer one': '证书链最多 {most} 张证书，却更长',
  'expected none from a client, got {got}': '客户端不应出示证书，却有 {got} 张',
  'expected one byte 01, got something else': '应为一个字节 01，却是别的内容',
  'expected one that we offered, got {got}': '应为我们提出的套件之一，却是 {got}',
  'expected that of the session, {suite}, got {got}': '应为该会话的套件 {suite}，却是 {got}',
  'expected at least one, got none': '至少应有一个，却一个也没有',
  'expected one of ours, such as {suite}, got none of them': '应有我们支持的套件，例如 {suite}，却一个也没有',
  'expected that of the session that goes on, {suite}, among them': '其中应有所恢复会话的套件 {suite}',
  'expected TLS 1.2 from a client that fell back, got {got}':
    '客户端降低版本重试时，也应为 TLS 1.2，却是 {got}',
  'expected TLS 1.2, got {got}': '应为 TLS 1.2，却是 {got}',
  'expected 0, which is none, got {got}': '应为 0，即不压缩，却是 {got}',
  'expected 0, which is none, among them, got others': '其中应有 0，即不压缩，却只有别的',
  'expected it with a CBC suite only, got it with {suite}': '只能用于 CBC 套件，却用在 {suite} 上',
  'expected as in the session that goes on, got the contrary': '应与所恢复的会话一致，却相反',
  'expected it again, as in the session that goes on, got none': '应与所恢复的会话一样再次给出，却没有',
  'expected each once, got type {count} twice': '每种只能出现一次，类型 {count} 却出现了两次',
  'expected a new connection after 2^53 records, got one more': '2^53 条记录之后应另建连接，却又来了一条',
  'expected a {type} that is not empty (6.2.1), got 0 bytes':
    '{type} 类型的记录不得为空 (6.2.1)，却是 0 字节',
  'expected at most {most} bytes of plaintext, got {got}': '明文最多 {most} 字节，却有 {got} 字节',
  'expected at most {most} empty ones in a row, got more': '最多连续 {most} 条空记录，却有更多',
  'expected one whose MAC or tag fits the keys of this connection, got one that was changed, sent again or moved':
    '应能用本连接的密钥验证 MAC（或认证标签），却验证失败：记录被改动、重放或错位了',
  'expected the type 20, 21, 22 or 23, got {count}': '类型应为 20、21、22 或 23，却是 {count}',
  'expected the type 20, 21, 22 or 23, got {count}, which looks like {thing}':
    '类型应为 20、21、22 或 23，却是 {count}，看起来是{thing}',
  'expected the type 20, 21, 22 or 23, got {count}, the text {got}: this does not speak TLS':
    '类型应为 20、21、22 或 23，却是 {count}，即文本 {got}：对方说的不是 TLS',
  'expected an empty one, got {thing} (RFC 5746)': '应为空，却{thing} (RFC 5746)',
  'expected a host name, got an empty one': '应为主机名，却是空的',
  'expected up to 255 letters, digits, dots and hyphens, got {got}':
    '应为至多 255 个字母、数字、点和连字符，却是 {got}',
  'expected a name, got none': '应有一个名称，却没有',
  'expected one name, got {count}': '应有一个名称，却有 {count} 个',
  'expected a name, got {count}': '应有一个名称，却有 {count} 个',
  'expected one host name, got several': '应只有一个主机名，却有几个',
  'expected that of the messages that we saw, got another; a message was changed on the way, or the master secrets differ':
    '应与我们所见的消息相符，却不相符；有消息在途中被改动，或者双方的主密钥不同',
  'expected a host name such as bob.example, got {got}': '应为 bob.example 这样的主机名，却是 {got}',
  'expected that of the server, and those above it, got none': '应为服务器的证书及其上级证书，却一张也没有',
  'expected the key of the first certificate, got another; the server’s own certificate comes first':
    '应为第一张证书的私钥，却是另一个；服务器自己的证书应排在最前',
  'expected an object, got {got}': '应为对象，却是 {got}',
  'expected a name of 1 to 255 bytes, got {got}': '名称应为 1 到 255 字节，却是 {got} 字节',
  'expected a connection that is open, got one that is {status}': '应为已建立的连接，却{status}',
};

/** Pieces of these sentences. */
export const TLS_FINDINGS = {
  'HTTP without TLS': '未经 TLS 的 HTTP',
  SSH: ' SSH',
  'the greeting of a mail or FTP server': '邮件或 FTP 服务器的问候',
  'a hello of SSL 2.0': ' SSL 2.0 的 hello',
  'one of another handshake': '来自另一次握手',
  none: '没有',
  'the rest of a handshake message': '握手消息的其余部分',
  'not open yet': '尚未建立',
  closing: '正在关闭',
  closed: '已关闭',
  broken: '已中断',
  nothing: '没有消息',
};

export const TLS_NAMES = {
  record: '记录',
  handshake: '握手',
  'handshake message': '握手消息',
  'handshake message {number}': '{number} 号握手消息',
  alert: '警报 (alert)',
  write: '写入',
  extensions: '扩展',
  suite: '密码套件',
  suites: '密码套件',
  alpn: '应用层协议 (ALPN)',
  config: '配置',
  certificates: '证书',
  serverName: 'server_name',
  'certificate {count}': '证书 {count}',
};
