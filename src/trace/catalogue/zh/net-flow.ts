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
  'tcp.window.duplicate': '#1、#2：同一个 ACK 又来一次（重复 ACK），rwnd 容得下时，各允许多发一个新报文段',
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
    '丢了 {lost} 个报文段。三个重复 ACK 告诉了 Alice：她在 {fastAt} 秒就重发，没有等定时器。重发的共 {repeated} 字节；缺口之后的字节 Bob 先留着，最多时有 {held} 字节。拥塞窗口从 {before} 降到 {least}；ssthresh 现为 {ssthresh}：低于它时窗口增长很快（慢启动，slow start），达到之后增长很慢。',
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
  'tcp.about.synflood': '伪造来源的 SYN 占满服务器的位置；SYN cookie',
  'tcp.opt.count': '伪造多少个 SYN，每 10 毫秒一个',
  'tcp.opt.backlog': 'Bob 至多保留多少个半开连接',
  'tcp.opt.cookies': '位置占满时用 SYN cookie 应答',
  'tcp.synflood.intro':
    '黑客伪造无人使用的源地址，发送 {count} 个 SYN。Bob 为半开连接 (half-open) 留有 {backlog} 个位置（backlog，即 SYN 队列）：',
  'tcp.synflood.time': '时间',
  'tcp.synflood.halfOpen': '半开',
  'tcp.synflood.dropped': '丢弃',
  'tcp.synflood.first': '第一个 SYN，得到应答',
  'tcp.synflood.repeat': '+{wait} 秒：第 {count} 次重发 SYN-ACK',
  'tcp.synflood.gone': '+{wait} 秒：该位置空出',
  'tcp.synflood.full': '位置全部占满',
  'tcp.synflood.empty': '位置全部空出',
  'tcp.synflood.syn.dropped': 'Alice 的 SYN：被丢弃',
  'tcp.synflood.syn.kept': 'Alice 的 SYN：得到应答',
  'tcp.synflood.syn.cookie': 'Alice 的 SYN：得到一个 cookie',
  'tcp.synflood.connected': 'Alice 连上了',
  'tcp.synflood.gaveUp': 'Alice 放弃',
  'tcp.synflood.sum':
    '一个 SYN 占用一个位置 {sum} = {total} 秒：SYN-ACK 重发 {repeats} 次，依 {profile} 的默认值（tcp_synack_retries = {setting}，首次等 1 秒）。别的系统数值不同。',
  'tcp.synflood.cookie': 'Alice 收到的 SYN-ACK 序号是 {number}，关于她的 SYN，Bob 别的什么都没有保存：',
  'tcp.synflood.cookie.period': '时间，以 64 秒为一步，模 32：{period}',
  'tcp.synflood.cookie.mss': '八种长度中的哪一种：不超过她所求的最大一种是 {mss}',
  'tcp.synflood.cookie.tag': '以上各项和地址的 HMAC，密钥只有 Bob 知道',
  'tcp.synflood.learned.late':
    'Alice 的 SYN 被丢弃了 {drops} 次。位置被占 {place} 秒之后才空出来，这才轮到她：她在 {at} 秒连上，离第一次尝试已有 {waited} 秒。',
  'tcp.synflood.learned.never':
    'Alice 的 SYN 被丢弃了 {drops} 次，她在 {gaveUp} 秒时放弃：她每次来时，位置都已被伪造的 SYN 占满。',
  'tcp.synflood.learned.room':
    '{backlog} 个位置至多被占去 {most} 个：还有位置给 Alice，她在 {at} 秒连上，离第一次尝试 {waited} 秒。',
  'tcp.synflood.learned.lucky':
    '{backlog} 个位置在 {full} 秒时全部占满，但 Alice 来时恰有一个空着：她在 {at} 秒连上，离第一次尝试 {waited} 秒。',
  'tcp.synflood.learned.cookie':
    'Bob 用 {cookies} 个 cookie 应答，什么都不保存；Alice 在 {at} 秒连上，离第一次尝试 {waited} 秒。代价：她要求报文段长 {asked} 字节，得到的是 {used}；窗口扩大因子 (window scale) 也丢了，她的窗口达不到 64 KiB。',
  'tcp.synflood.learned.cookieFree':
    'Bob 用 {cookies} 个 cookie 应答，什么都不保存；Alice 在 {at} 秒连上，离第一次尝试 {waited} 秒。',
  'cli.noun.udp': 'UDP 与 TCP 对照：丢失、重复、迟到，一个听之任之，一个设法补救',
  'udp.about': '同样的编号消息经 UDP 和 TCP 发送，遇到同样的丢失',
  'udp.opt.count': '多少条消息，每 10 毫秒一条',
  'udp.opt.loss': '每条消息丢失的概率，从 0 到 1',
  'udp.error.loss': '应为 0 到 1 的概率，例如 0.2，却是 {got}',
  'udp.intro':
    'Alice 用 UDP 给 Bob 发送 {count} 条消息，再用 TCP 发送同样的消息。每条都可能丢失 ({loss})、重复 ({duplicate}) 或被耽搁 ({reorder})，第一次发送时在两边遭遇相同；TCP 另外发送的都能到达。',
  'udp.introAlike':
    'Alice 用 UDP 给 Bob 发送 {count} 条消息，再用 TCP 发送同样的消息。每条都可能丢失 ({loss})、重复 ({duplicate}) 或被耽搁 ({reorder})。',
  'udp.head.sent': '发送',
  'udp.head.arrives': '到达',
  'udp.head.read': '读到',
  'udp.lost': '✗ 丢失',
  'udp.twice': '两次',
  'udp.late': '迟到',
  'udp.again': '{time} 时重发',
  'udp.waited': '要等第 {number} 条',
  'udp.folded': '…… 还有 {count} 条 (--all)',
  'udp.cost.arrived': '到达的消息（共 {count} 条）',
  'udp.cost.twice': '到达两次',
  'udp.cost.late': '乱序到达',
  'udp.cost.last': '最后一条到达',
  'udp.cost.packets': '双向数据包数',
  'udp.cost.header': '首部字节数',
  'udp.cost.bytes': '线路上的字节数',
  'udp.learned.harmed':
    'UDP：丢失 {lost} 条，重复 {twice} 条，乱序 {late} 条，除非程序自己处理，否则就是如此。TCP 重传 {repeats} 个报文段，按序交付了 {count} 条中的 {arrived} 条：最后一条在 {tcpLast} 秒，而 UDP 在 {udpLast} 秒就传完了。',
  'udp.learned.unharmed':
    '这一次没有数据报出事；即使出了事，也没有谁会告知。UDP 用了 {udpPackets} 个数据包，TCP 用了 {tcpPackets} 个。',
  'udp.learned.nothing':
    '一个数据报也没有到，UDP 也没有告知任何人。TCP 重传 {repeats} 个报文段，交付了 {count} 条中的 {arrived} 条，最后一条在 {tcpLast} 秒。',
} as const;
