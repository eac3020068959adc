/** Chinese words of `crypto tcp handshake` and `crypto tcp close`. */
export const netTcp = {
  'cli.noun.tcp': 'TCP：逐个报文段演示连接的建立与关闭、滑动窗口、SYN 洪水',
  'tcp.about.handshake': '建立连接：三个报文段各起什么作用',
  'tcp.about.close': '关闭连接：四个报文段，以及为何要有 TIME-WAIT',
  'tcp.opt.lose': '让这个报文段丢失一次',
  'tcp.opt.twoWay': '一个迟到的 SYN，面对两次握手和三次握手的服务器',
  'tcp.opt.isn': 'Alice 和 Bob 的初始序号；显示绝对序号',
  'tcp.opt.predictable': '黑客猜测序号：先对 4.4BSD 的，再对 RFC 6528 的',
  'tcp.opt.reusePort': '立刻再用同一对端口：旧的重复报文到达',
  'tcp.opt.half': '一方发出 FIN 之后，另一方继续发送',
  'tcp.opt.three': 'Bob 的 FIN 与 ACK 合成一个报文段',
  'tcp.opt.simultaneous': '双方同时关闭',
  'tcp.opt.forgetClose': '从不调用 close() 的服务器',
  'tcp.error.isn': '应为两个 0 到 4294967295 之间的数，用逗号隔开，例如 1000,5000',
  'tcp.error.together': '{first}：不能与 {second} 同用，两者各演示一次运行',
  'tcp.handshake.learned':
    '双方各选一个序号，并都得到对方确认：这需要三个报文段。Alice 在 {alice} 秒时连上，Bob 在 {bob} 秒时连上。',
  'tcp.handshake.learned.syn':
    '没有应答，Alice 在 {at} 秒时重发 SYN；Bob 此前一无所知，他在 {bob} 秒时连上。',
  'tcp.handshake.learned.syn-ack':
    '双方都会重发：谁也不知道丢的是哪一个。第一次重发在 {at} 秒；Bob 在 {bob} 秒时连上。',
  'tcp.handshake.learned.ack':
    'Alice 从 {alice} 秒起就以为已经连上；Bob 没收到她的 ACK，在 {at} 秒时重发 SYN-ACK，{bob} 秒时连上。若先到的是数据，它同样起 ACK 的作用。',
  'tcp.handshake.twoWay': '两次握手：服务器一应答就算建立了连接。',
  'tcp.handshake.threeWay': '三次握手：服务器要等第三个报文段。',
  'tcp.handshake.learned.twoWay':
    '迟到的 SYN 使两次握手的服务器留下 {two} 个没人要的连接：它一应答，就认为连接已经建立。三次握手的服务器还要等第三个报文段，等来的却是 RST，因为 Alice 早已放弃；于是留下 {three} 个。',
  'tcp.handshake.attack.old': '4.4BSD 的序号：每个连接加 64000。Alice 此时不出声。',
  'tcp.handshake.attack.hashed': 'RFC 6528 的序号：由地址、端口和一个秘密算出的散列值。',
  'tcp.handshake.learned.attack':
    '黑客猜 {guess}，Bob 选的是 {number}：黑客虽从未见到 Bob 的应答，Bob 仍把命令当作 Alice 的收下。用 RFC 6528 时他猜 {otherGuess}，实际是 {otherNumber}：Bob 拒绝。',
  'tcp.handshake.learned.attack.figures':
    '按 4.4BSD 他猜 {guess}，实际是 {number}；用 RFC 6528 时他猜 {otherGuess}，实际是 {otherNumber}。只有猜中的人才能冒充 Alice。',
  'tcp.close.learned':
    '每个方向各以一个 FIN 和对它的 ACK 结束：共四个报文段。先关闭的 Alice 在 TIME-WAIT 中停留 {wait} 秒。',
  'tcp.close.withWait': '有 TIME-WAIT。',
  'tcp.close.withoutWait': '关掉 TIME-WAIT。',
  'tcp.close.learned.last-ack':
    'TIME-WAIT 的第一个理由：Alice 还在，能再次确认重发的 FIN。没有它，重发的 FIN 只得到 {resets} 个 RST：Bob 无从知道对方是否收到了他的 FIN。',
  'tcp.close.learned.reuse':
    'TIME-WAIT 的第二个理由：旧的重复报文消失之前，不让端口再被使用。没有它，Bob 在两个连接上读到 {payments} 次付款，而 Alice 只发了一次。（这里两个连接的初始序号相同；RFC 6528 的序号里有时钟，这种情形很少见。）',
  'tcp.close.refused': '从同一端口 connect()：被拒绝，它还处于 TIME-WAIT',
  'tcp.close.duplicate': '"PAY 100" 的一个旧副本到达',
  'tcp.close.loop': '双方都不认对方的 ACK，又各自应答；这类应答有频率限制，往复才停下（RFC 5961，7）',
  'tcp.close.learned.half':
    'FIN 只关闭一个方向：Alice 不再发送，却在 Bob 确认她的 FIN 之后仍收到 {bytes} 字节。',
  'tcp.close.learned.three':
    'Bob 没有别的要发，在该发 ACK 之前就关闭，于是 ACK 和 FIN 合在一起：共 {segments} 个报文段，而不是四个。',
  'tcp.close.learned.simultaneous': '两个 FIN 在途中交错：双方都经过 CLOSING，也都在 TIME-WAIT 中等待。',
  'tcp.close.learned.forget':
    '对方都已关闭，程序却没有：{count} 个连接停在 CLOSE-WAIT，没有定时器来结束它们。只有 close() 能。（图中只画出其中一个；Alice 一端 {seconds} 秒后离开 FIN-WAIT-2，与 Linux 相同。）',
  'tcp.close.tally': '{time} 秒时 Bob 一方，按 netstat 的统计（它写作 CLOSE_WAIT）：',
} as const;
