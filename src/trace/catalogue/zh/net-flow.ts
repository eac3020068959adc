/** Chinese words of `crypto tcp window`, `crypto tcp synflood` and `crypto udp`. */
export const netFlow = {
  'tcp.about.window': '滑动窗口：哪些字节可以发送，哪些必须等待',
  'tcp.opt.bytes': 'Alice 发送多少字节',
  'tcp.opt.window': 'Bob 的缓冲区字节数，他的窗口不会超过它',
  'tcp.opt.loseSegments': 'Alice 的这些报文段丢失，例如 4 或 4,6；4,4 丢两次',
  'tcp.opt.slowReader': 'Bob 的程序起初不读：窗口关闭',
  'net.opt.all': '显示每一步，相同的步骤也不折叠',
  'tcp.error.noSegment': '--lose：应为报文段的编号，从 1 到实际发送的 {count}，却是 {got}',
  'tcp.window.intro': 'Alice 发送 {bytes} 字节，每个报文段 {segment} 字节；Bob 的缓冲区有 {window} 字节。',
  'tcp.window.acked': '已发送并得到确认',
  'tcp.window.flight': '已发送未确认',
  'tcp.window.may': '可以发送',
  'tcp.window.wait': '不可发送',
  'tcp.window.usable': '可用窗口 = rwnd（Bob 通告的窗口）与 cwnd（拥塞窗口）中的较小者 - 在途字节',
  'tcp.window.duplicate': '#1：同一个 ACK 又来一次，即第一个重复 ACK；#2：第二个',
  'tcp.window.legendBob': 'Bob：{received} 按序收到，{held} 缺口之后先留着的',
  'tcp.window.head.time': '时间',
  'tcp.window.head.ack': '收到 ack',
  'tcp.window.head.sends': '发送',
  'tcp.window.head.usable': '可用',
  'tcp.window.bob': 'Bob：',
  'tcp.window.update': '窗口更新 (window update)',
  'tcp.window.closed': '窗口关闭了',
  'tcp.window.folded': '…… 还有 {count} 步与此相似',
  'tcp.window.learned.both':
    '在途字节从未超过 {most}。有数据要等的时候，{network} 次是因为拥塞窗口 (cwnd)，{receiver} 次是因为 Bob 的窗口 (rwnd)：较小的那个说了算。',
  'tcp.window.learned.receiver':
    '在途字节从未超过 {most}：Bob 的窗口 (rwnd) 让 Alice 等了 {receiver} 次，拥塞窗口 (cwnd) 一次也没有。',
  'tcp.window.learned.network':
    '在途字节从未超过 {most}：拥塞窗口 (cwnd) 让 Alice 等了 {network} 次，它随着确认而增大；Bob 的窗口 (rwnd) 一次也没有。',
  'tcp.window.learned.neither': '{bytes} 字节一次就全部放得进两个窗口：什么都不用等。',
  'tcp.window.learned.fast':
    '丢了 {lost} 个报文段。三个重复 ACK 告诉了 Alice：她在 {fastAt} 秒就重发，没有等定时器。重发的共 {repeated} 字节；缺口之后的字节 Bob 先留着，最多时有 {held} 字节。拥塞窗口从 {before} 降到 {least}。',
  'tcp.window.learned.timeout':
    '丢了 {lost} 个报文段。重复 ACK 只有 {duplicates} 个，要靠定时器才发现：Alice 在 {timeoutAt} 秒重发，拥塞窗口从 {before} 降到 {least}。',
  'tcp.window.learned.fastAndTimeout':
    '丢了 {lost} 个报文段。{fast} 次重传来得快，靠的是重复 ACK，首次在 {fastAt} 秒；{timeout} 次要等定时器，首次在 {timeoutAt} 秒。拥塞窗口从 {before} 降到 {least}。',
  'tcp.window.learned.gaveUp': 'Alice 放弃了：报文段丢了 {lost} 次，定时器让她重发了 {timeout} 次。',
  'tcp.window.learned.doubling':
    'Bob 的窗口在 {closed} 秒关闭。窗口更新可能会丢失，所以 Alice 用一个字节探查了 {probes} 次，每次等待的时间是上一次的两倍；Bob 在 {read} 秒读取，从 {opened} 秒起她继续发送。',
  'tcp.window.learned.probed':
    'Bob 的窗口在 {closed} 秒关闭。窗口更新可能会丢失，所以 Alice 用一个字节探查了 {probes} 次；Bob 在 {read} 秒读取，从 {opened} 秒起她继续发送。',
  'tcp.window.learned.stayedClosed': 'Bob 的窗口在 {closed} 秒关闭，Alice 探查了 {probes} 次：它没有再打开。',
  'tcp.window.learned.noProbe': 'Bob 的窗口在 {closed} 秒关闭，而 Alice 已经没有要发送的了：无需探查。',
  'tcp.window.learned.neverClosed':
    'Bob 的窗口缩小到 {rwnd} 字节，从未关闭：{bytes} 字节全部放得进他的缓冲区。',
} as const;
