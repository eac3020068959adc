/** Chinese words of the ladder that all lessons on the network share. */
export const netLadder = {
  'net.error.jsonStdout': '--pcap：--json 要占用标准输出；请为抓包文件指定文件名',
  'net.opt.pcap': '把发送的内容（包括丢失的）写成抓包文件 (pcapng)，可用 Wireshark 打开；时间是发送时间',
  'net.ladder.lost': '✗ 丢失',
  'net.ladder.dropped': '✗ 丢失',
  'net.ladder.altered': '被黑客改动',
  'net.ladder.injected': '由别人插入',
  'net.ladder.held': '在途中滞留',
  'net.ladder.late': '早先发出，在途中滞留',
  'net.ladder.duplicated': '到达两次',
  'net.ladder.timeout': '放弃',
  'net.ladder.reset': '被重置',
  'net.why.timeout': '重传：超时未得应答',
  'net.why.fast': '重传：收到三个重复 ACK',
  'net.why.recovery': '重传：还有一处缺口',
  'net.why.simultaneous-open': '重传：双方同时打开',
  'net.why.probe': '探查已关闭的窗口',
} as const;
