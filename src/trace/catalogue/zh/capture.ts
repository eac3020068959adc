/** Chinese words of captures of network traffic. */
export const capture = {
  'cli.noun.capture': '网络抓包文件（pcapng、pcap）：谁和谁通信，经过如何',

  'capture.read.about': '说明抓包文件 (capture) 里发生了什么：会话、握手、数据、重传和关闭。',
  'capture.read.file': 'pcapng 或 pcap 文件；- 或省略表示标准输入',
  'capture.read.packets': '每个分组一行，写法同 tcpdump',

  'capture.head': '{format}：{packets} 个分组 (packet)，历时 {seconds} 秒',
  'capture.secrets.inside': '文件里有 TLS 密钥：谁拿到文件，谁就能解密。',
  'capture.secrets.none': '文件里没有 TLS 密钥。',
  'capture.others': '未解析的分组（不是 IPv4 上的 TCP 或 UDP，或被截短）：{count}',
  'capture.malformed': '格式有误的分组：{count}',
  'capture.badChecksums': '校验和 (checksum) 不对的分组：{count}',
  'capture.more': '……另有 {count} 个会话；用 --json 可看全部',

  'capture.label.handshake': '握手',
  'capture.label.data': '数据',
  'capture.label.again': '重传',
  'capture.label.close': '关闭',
  'capture.data': '{bytes} 字节，分组 {packets} 个',
  'capture.handshake.complete': 'SYN、SYN-ACK、ACK：完成',
  'capture.handshake.syn-ack': 'SYN、SYN-ACK，没有 ACK：半开',
  'capture.handshake.syn': 'SYN，没有应答',
  'capture.handshake.refused': 'SYN，对方答以 RST：被拒绝',
  'capture.handshake.none': '抓包里没有',
  'capture.close.fin': '两端各发一个 FIN',
  'capture.close.half': '只有一端发了 FIN',
  'capture.close.reset': 'RST：中断',
  'capture.close.open': '抓包里没有',
} as const;
