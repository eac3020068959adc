/** Chinese words of `crypto tls demo --fault`: what is wrong in each, who notices, and what is to be learnt. */
export const tlsStaged = {
  'tls.staged.opt': '故意出一个错：看谁发现、怎样发现；list 列出所有名字',
  'tls.staged.title': '{name}：{wrong}',
  'tls.staged.clause': '（{clause}）',
  'tls.staged.side.client': '客户端',
  'tls.staged.side.server': '服务器',
  'tls.staged.alert': '警报 (Alert)：{alert}',
  'tls.staged.bytes': '{count} 字节',
  'tls.staged.changed': '途中被改',
  'tls.staged.wrong': '散列值不对',
  'tls.staged.copied': '途中被复制',
  'tls.staged.again': '复制品',
  'tls.staged.cut': '没有到达',
  'tls.staged.reasonEnd': '连接：结束之前应有 close_notify，却没有',
  'tls.staged.noticed': '{side}在 {message} 处发现，回以警报 {alert}，连接就此结束。',
  'tls.staged.noticedEnd': '{side}在连接结束时发现：没有收到 close_notify，所以手里的未必是全部。',
  'tls.staged.unnoticed': '谁也没有发现。',
  'tls.staged.sound': '同样的双方，不出错再跑一遍：握手完成，双方读到全部内容，并互相道别。',
  'tls.staged.soundFails': '同样的双方，不出错再跑一遍：也失败了。',
  'tls.staged.unexpected': '错误没有按应有的方式被发现，这不该发生，请报告',
  'tls.staged.error.name': '--fault：应为 {names}之一，或 list，却是 {got}',
  'tls.staged.error.alone': '--fault：不能与 {name} 一起用，它有自己的显示方式',
  'tls.staged.column.name': '名字',
  'tls.staged.column.by': '谁发现',
  'tls.staged.column.alert': '警报',
  'tls.staged.column.wrong': '错在哪里',

  'tls.staged.tampered-hello': '中间人把客户端提出的密码套件 (cipher suite) 删得只剩 RC4（降级攻击）',
  'tls.lesson.tampered-hello':
    'ClientHello 是明文，谁都能改：服务器仍肯用 RC4，看不出任何异常。可是双方的 Finished 都带着发送者所见全部消息的散列值，而客户端发出的 ClientHello 并不是服务器收到的那一个。这要靠密钥撑到那时候：2015 年的 Logjam 攻击，就是趁密钥太弱，及时算出来并伪造了 Finished。所以，不愿用的套件就不要提出来。加上 --ems，密钥本身就取决于全部消息，客户端的 Finished 根本打不开。',
  'tls.staged.swapped-public-key': '中间人把服务器证书里的公钥换成自己的',
  'tls.lesson.swapped-public-key':
    '客户端若用这个公钥加密预主密钥 (premaster secret)，中间人就什么都能读到。但 CA 是把名字和公钥一起签名的：换了公钥，签名就对不上。演示的第 9 幕就是没有证书时的同一种攻击，在那里它成功了。',
  'tls.staged.untrusted-ca': '服务器的证书出自一家客户端不认识的 CA',
  'tls.lesson.untrusted-ca':
    '所有签名都对得上，一直到一个自己为自己担保的根证书，而那样的根证书谁都能做。信任谁，得从别的途径来：随浏览器，或随操作系统。',
  'tls.staged.wrong-host': '证书是真的，但名字是 mallory.example',
  'tls.lesson.wrong-host':
    '它出自可信的 CA，主人也确有私钥，只是名字不是想找的那台主机。不比较名字的客户端，等于谁有一张证书就跟谁说话。',
  'tls.staged.expired': '证书已经过期 30 天',
  'tls.lesson.expired':
    '密钥没有任何变化，但已经没有人为它担保；即使被撤销过，列表上也可能不再有它。老实人最常犯的就是这个错。',
  'tls.staged.tampered-premaster': '加密的预主密钥 (premaster secret) 在途中被翻转 1 比特',
  'tls.lesson.tampered-premaster':
    '服务器看出填充不对，却什么也不说：它改用自己随机产生的预主密钥继续，于是客户端的 Finished 在另一组密钥下打不开。谁要是能凭警报、或凭警报来得早晚，分辨填充的对错，问的次数足够多，就能解密录下来的连接（Bleichenbacher，1998 年）。',
  'tls.staged.bad-finished': '服务器算错了，它的 Finished 密钥用得对，里面的散列值却不对',
  'tls.lesson.bad-finished':
    '记录打得开，MAC 也成立，只是内容不是客户端所见消息的散列值。中间人做不出来，因为他没有密钥：要么是服务器有毛病，要么是有人在密钥产生之前改过消息。双方要到 Finished 之后，才知道彼此看到的是同一次握手。',
  'tls.staged.flipped-record-bit': '一条记录 (record) 在途中被翻转 1 比特',
  'tls.lesson.flipped-record-bit':
    '翻转哪一个比特都一样：类型、长度、内容与 MAC（或认证标签）是连在一起的。警报也不说究竟哪里不对：填充预言 (padding oracle) 攻击靠的就是肯说的服务器（Vaudenay，2002 年；POODLE，2014 年）。而且连接到此为止，谁也不能在同一组密钥下再试一次。',
  'tls.staged.replayed-record': '中间人把付款的记录发了两遍',
  'tls.lesson.replayed-record':
    '它是一条真记录，一个比特都不差。可是双方都在数：每条记录的序号都算进 MAC（或认证标签），复制品到的时候是第 2 号，它自己却是第 1 号。所以记录不能重放 (replay)，不能抽掉，也不能换位置。第 12 幕里，同一封信发两遍，就付了两次钱。',
  'tls.staged.truncated': '中间人在服务器的最后一条记录之前掐断连接',
  'tls.lesson.truncated':
    'TCP 连接的结束不受保护，谁都能伪造。已到的都是真的，但是不是全部？老实结束的一方，会在密钥保护下用 close_notify 说一声。这里客户端读到了付款成功，却没读到余额。不看 close_notify 的程序，会把一半当成全部。',
};
