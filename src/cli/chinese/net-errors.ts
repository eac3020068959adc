/** What links, packets and captures say, in Chinese. */

export const NET_SENTENCES = {
  'expected whole microseconds from now ({now}) on, got {got}': '应为从现在 ({now}) 起的整数微秒，却是 {got}',
  'expected at most {most} in one run, got more by {time} microseconds; does something wake itself for ever?':
    '一次运行至多 {most} 个，到 {time} 微秒时却已超过；是否有什么在不停地唤醒自己？',
  'expected whole microseconds from 0 to 10^12, got {got}': '应为 0 到 10^12 的整数微秒，却是 {got}',
  'expected whole microseconds from 0 up, got {got}': '应为从 0 起的整数微秒，却是 {got}',
  'expected a probability from 0 to 1, got {got}': '应为 0 到 1 的概率，却是 {got}',
  'expected a number from 1 up, got {got}': '应为从 1 起的数，却是 {got}',
  'expected a MAC address such as 02:00:00:00:00:0a, got {got}':
    '应为 02:00:00:00:00:0a 这样的 MAC 地址，却是 {got}',
  'expected an IPv4 address such as 192.0.2.10, got {got}': '应为 192.0.2.10 这样的 IPv4 地址，却是 {got}',
  'expected an EtherType from 1536 up at byte 12, got {got} (a length: IEEE 802.2 frames are not read)':
    '第 12 字节处应为从 1536 起的 EtherType，却是 {got}（这是长度：不读 IEEE 802.2 帧）',
  'expected at most 65515 bytes in an IPv4 packet, got {got}':
    '一个 IPv4 数据包里至多 65515 字节，却是 {got} 字节',
  'expected at most 65507 bytes in a UDP datagram, got {got}':
    '一个 UDP 数据报里至多 65507 字节，却是 {got} 字节',
  'expected at most {size} bytes in a TCP segment, got {got}':
    '一个 TCP 报文段里至多 {size} 字节，却是 {got} 字节',
  'expected at most 40 bytes of TCP options, got {got}': 'TCP 选项至多 40 字节，却是 {got} 字节',
  'expected from {least} to the {most} bytes there are at byte {at}, got {got}':
    '第 {at} 字节处应为 {least} 到现有的 {most} 字节，却是 {got}',
  'expected from {least} up at byte {at}, got {got}': '第 {at} 字节处应至少为 {least}，却是 {got}',
  "expected an option's kind from 2 to 255, got {got}": '选项类型应为 2 到 255，却是 {got}',
  'expected one that fits option {option} at byte {at}, got {got}':
    '第 {at} 字节处应为适合选项 {option} 的长度，却是 {got}',
  'expected a whole packet, got a piece of one at offset {at}':
    '应为完整的数据包，却是偏移 {at} 处的一个分片',
  'expected at most {most} packets, got more; cut it with editcap -c':
    '至多 {most} 个数据包，却更多；请用 editcap -c 切分',
  'expected at most {most} conversations, got more; cut it with editcap -c':
    '至多 {most} 个会话，却更多；请用 editcap -c 切分',
  'expected one from 1970 to 2255, got another': '应在 1970 到 2255 年之间，却不在',
  'expected at most {most} in a block, got more': '一个块里至多 {most} 个，却更多',
  'expected at most {most}, got more': '至多 {most} 个，却更多',
  'expected 0x1a2b3c4d in either order at byte {at}, got another':
    '第 {at} 字节处应为 0x1a2b3c4d（正序或倒序），却不是',
  'expected a multiple of 4 from 12 up at byte {at}, got {got}':
    '第 {at} 字节处应为从 12 起的 4 的倍数，却是 {got}',
  'expected {size} again at byte {at}, got {got}': '第 {at} 字节处应再次为 {size}，却是 {got}',
  'expected 4 at byte {at}, got {got}': '第 {at} 字节处应为 4，却是 {got}',
  'expected 1 of pcapng, got {got}': 'pcapng 的版本应为 1，却是 {got}',
  'expected 2 of pcap, got {got}': 'pcap 的版本应为 2，却是 {got}',
  'expected that of pcap, got another': '应为 pcap 的魔数，却不是',
  'expected one of the {count} described before the packet, got number {got}':
    '应为数据包之前描述过的 {count} 个之一，却是 {got} 号',
  'expected pcapng or pcap, as tcpdump -w and Wireshark write them, got {got}':
    '应为 tcpdump -w 和 Wireshark 所写的 pcapng 或 pcap，却是{got}',
  'expected one that nobody listens on, got {got}': '应为没有被监听的端口，却是 {got}',
  'expected one without a connection to {address}:{port}, got {got}':
    '应为与 {address}:{port} 之间还没有连接的端口，却是 {got}',
  'expected a free port from {first} to {last} towards {address}:{port}, got none':
    '去往 {address}:{port} 应有 {first} 到 {last} 之间的空闲端口，却一个也没有',
  'expected a port from 1 to 65535, got {got}': '应为 1 到 65535 的端口，却是 {got}',
  'expected a whole number of connections from 1 to 1000000, got {got}':
    '应为 1 到 1000000 的连接数（整数），却是 {got}',
};

export const NET_NAMES = {
  capture: '抓包文件',
  time: '时间',
  events: '事件',
  frame: '帧',
  address: '地址',
  payload: '载荷',
  packet: '数据包',
  block: '块',
  fragment: '分片',
  'IP version': 'IP 版本',
  'format version': '格式版本',
  etherType: '以太网类型',
  option: '选项',
  'option length': '选项长度',
  'header length': '首部长度',
  'total length': '总长度',
  'data offset': '数据偏移',
  'block length': '块长度',
  'byte-order magic': '字节序标记',
  'magic number': '魔数',
  'link type': '链路类型',
  interface: '接口',
  interfaces: '接口',
  comment: '注释',
  secrets: '密钥',
  port: '端口',
  localPort: '本地端口',
  backlog: '等待连接数的上限',
};
