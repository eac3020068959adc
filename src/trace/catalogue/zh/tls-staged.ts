/** Chinese words of `crypto tls demo --fault`: what is wrong in each, who notices, and what is to be learnt. */
export const tlsStaged = {
  'tls.staged.opt': '故意制造一个错误：看谁发现、怎样发现；list 列出所有名字',
  'tls.staged.title': '{name}：{wrong}',
  'tls.staged.clause': '（{clause}）',
  'tls.staged.side.client': '客户端',
  'tls.staged.side.server': '服务器',
  'tls.staged.alert': '警报 (alert)：{alert}',
  'tls.staged.bytes': '{count} 字节',
  'tls.staged.changed': '途中被改',
  'tls.staged.wrong': '散列值不对',
  'tls.staged.copied': '途中被复制',
  'tls.staged.again': '复制品',
  'tls.staged.cut': '没有到达',
  'tls.staged.reasonEnd': '连接：结束之前应有 close_notify，却没有',
  'tls.staged.noticed': '{side}在 {message} 处发现错误，发出警报 {alert}，并结束连接。',
  'tls.staged.noticedEnd': '{side}在连接断开时发现：没有收到 close_notify，收到的数据可能不完整。',
  'tls.staged.unnoticed': '谁也没有发现。',
  'tls.staged.sound': '同样的双方，不出错再运行一次：握手完成，双方都读到全部内容，并正常关闭连接。',
  'tls.staged.soundFails': '同样的双方，不出错再运行一次：也失败了。',
  'tls.staged.unexpected': '错误没有按预期被发现，这不应该发生，请报告给我们',
  'tls.staged.error.name': '--fault：应为 {names} 之一，或 list，却是 {got}',
  'tls.staged.error.alone': '--fault：不能与 {name} 一起用，它有自己的显示方式',
  'tls.staged.column.name': '名字',
  'tls.staged.column.by': '谁发现',
  'tls.staged.column.alert': '警报',
  'tls.staged.column.wrong': '错在哪里',

  'tls.staged.tampered-hello': '中间人把 ClientHello 里的密码套件 (cipher suite) 删得只剩 RC4（降级攻击）',
  'tls.lesson.tampered-hello':
    'ClientHello 是明文，谁都能改。服务器仍接受 RC4，看不出任何异常。但双方 Finished 里的 verify_data 都取决于发送者所见全部握手消息的散列值，而服务器收到的 ClientHello 并不是客户端发出的那一条。不过，只有在 Finished 之前没人能攻破密钥，这种保护才有效：Logjam 攻击（2015 年）把密钥交换降级到 512 位的 Diffie-Hellman 群，及时算出秘密，伪造了 Finished。所以，不愿使用的套件就不要提出来。加上 --ems，密钥也取决于全部消息：双方的密钥不同，服务器根本打不开客户端的 Finished。',
  'tls.staged.swapped-public-key': '中间人把服务器证书里的公钥换成自己的',
  'tls.lesson.swapped-public-key':
    '如果客户端用这个公钥加密预主密钥 (premaster secret)，中间人就能读到全部内容。但 CA 是对名字和公钥一起签名的：换了公钥，签名就对不上。演示的第 9 幕是没有证书时的同一种攻击，在那里它成功了。',
  'tls.staged.untrusted-ca': '签发服务器证书的根，客户端并不信任',
  'tls.lesson.untrusted-ca':
    '每个签名都对得上，直到一个自己为自己担保的根证书；而这样的根证书谁都能做。信任哪些根，必须由别的途径决定：它们随浏览器或操作系统一起提供。',
  'tls.staged.wrong-host': '证书没有问题，但上面的名字是 mallory.example',
  'tls.lesson.wrong-host':
    '它由可信的 CA 签发，持有者也确有私钥，只是名字不是客户端要找的主机。不比对名字的客户端，只要对方有一张证书，就会与之通信。',
  'tls.staged.expired': '证书在 30 天前就已过期',
  'tls.lesson.expired':
    '密钥没有任何变化，但已经没有人为它担保；即使它曾被撤销，撤销列表上也可能不再有它。这种错误多半是疏忽，而不是攻击。',
  'tls.staged.tampered-premaster': '加密的预主密钥 (premaster secret) 在途中被翻转了 1 比特',
  'tls.lesson.tampered-premaster':
    '服务器发现填充不对，但不说出来：它改用自己产生的随机预主密钥继续，派生出另一组密钥，因而打不开客户端的 Finished。如果从警报本身，或从警报到来的早晚，能看出填充是对是错，攻击者只要询问足够多次，就能解密录下的预主密钥（Bleichenbacher，1998 年）。',
  'tls.staged.bad-finished': '服务器算错了散列值；它的 Finished 用正确的密钥保护，内容却不对',
  'tls.lesson.bad-finished':
    '记录打得开，MAC（或认证标签）也对，但 verify_data 与客户端所见的消息不符。中间人做不出这样的记录，因为他没有密钥。要么是服务器有错误，要么是有人在密钥产生之前改过消息。收到对方的 Finished 并验证之后，双方才知道彼此看到的是同一次握手。',
  'tls.staged.flipped-record-bit': '一条记录 (record) 在途中被翻转了 1 比特',
  'tls.lesson.flipped-record-bit':
    '翻转哪一个比特都一样：类型、长度、内容与 MAC（或认证标签）是一个整体。警报也不说究竟哪里不对：填充预言机 (padding oracle) 攻击需要接收方透露是填充不对还是 MAC 不对，或通过警报（Vaudenay，2002 年），或通过时间（Lucky Thirteen，2013 年）。而且连接就此结束，谁也不能在同一组密钥下再试一次。',
  'tls.staged.replayed-record': '中间人把付款的记录 (record) 发送了两次',
  'tls.lesson.replayed-record':
    '它是一条真实的记录，一个比特都不差。但双方都在计数：每条记录的序号都参与 MAC（或认证标签）的计算。这条记录用序号 1 生成，它的复制品却要用序号 2 验证。所以记录不能重放 (replay)，不能删除，也不能换位置。在第 12 幕里，同一封信发送两次，就付了两次款。',
  'tls.staged.truncated': '中间人在服务器的最后一条数据记录之前切断连接',
  'tls.lesson.truncated':
    'TCP 连接的结束不受保护，途中谁都能伪造。收到的都是真的，但未必是全部。正常结束的一方，会在密钥保护下用 close_notify 说明。这里客户端读到了付款成功，却没有读到余额。不理会 close_notify 的程序，会把一半当成全部。',
};
