/** Words of `crypto tcp window`, `crypto tcp synflood` and `crypto udp`. */
export const netFlow = {
  'tcp.about.window': 'the sliding window: what may be sent, and what must wait',
  'tcp.opt.bytes': 'how many bytes Alice sends',
  'tcp.opt.window': "Bob's buffer in bytes: his window at most",
  'tcp.opt.loseSegments': 'lose these segments of Alice, e.g. 4 or 4,6; 4,4 twice',
  'tcp.opt.slowReader': "Bob's program does not read at first: the window closes",
  'net.opt.all': 'show every step instead of folding equal ones',
  'tcp.error.noSegment':
    '--lose: expected numbers of segments from 1 to the {count} that were sent, got {got}',
  'tcp.window.intro': "Alice sends {bytes|byte|bytes} in segments of {segment}; Bob's buffer has {window}.",
  'tcp.window.acked': 'acknowledged',
  'tcp.window.flight': 'sent, not acknowledged',
  'tcp.window.may': 'may be sent',
  'tcp.window.wait': 'must wait',
  'tcp.window.usable': 'usable = the smaller of rwnd (from Bob) and cwnd (for the network) - in flight',
  'tcp.window.duplicate': '#1, #2: this ACK again (duplicate); each lets one segment go if rwnd allows',
  'tcp.window.legendBob': 'Bob: {received} in order, {held} kept behind a gap',
  'tcp.window.head.time': 'time',
  'tcp.window.head.ack': 'ack',
  'tcp.window.head.sends': 'sends',
  'tcp.window.head.usable': 'usable',
  'tcp.window.bob': 'Bob:',
  'tcp.window.update': 'window update',
  'tcp.window.closed': 'the window is closed',
  'tcp.window.folded': '… {count} more steps like these',
  'tcp.window.learned.both':
    'Never more than {most} bytes were in flight. Where something had to wait, it was {network|time|times} for the congestion window (cwnd), {receiver|time|times} for that of Bob (rwnd): the smaller one counts.',
  'tcp.window.learned.receiver':
    "Never more than {most} bytes were in flight: Bob's window (rwnd) held Alice back {receiver|time|times}, the congestion window (cwnd) never.",
  'tcp.window.learned.network':
    "Never more than {most} bytes were in flight: the congestion window (cwnd) held Alice back {network|time|times}, and grew with the acknowledgements; Bob's window (rwnd) never did.",
  'tcp.window.learned.neither': '{bytes|byte|bytes} fitted into both windows at once: nothing had to wait.',
  'tcp.window.learned.fast':
    '{lost|segment was lost|segments were lost}. Three duplicate ACKs told Alice: she sent again at {fastAt} s, before any timer. Sent again: {repeated} bytes; Bob had kept up to {held} behind the gap. The congestion window fell from {before} to {least}; ssthresh is now {ssthresh}: below it the window grows fast (slow start), from there on slowly.',
  'tcp.window.learned.timeout':
    '{lost|segment was lost|segments were lost}. With {duplicates|duplicate ACK|duplicate ACKs}, too few, only the timer told: Alice sent again at {timeoutAt} s, with a congestion window down from {before} to {least}.',
  'tcp.window.learned.fastAndTimeout':
    '{lost|segment was lost|segments were lost}. {fast|repeat|repeats} came soon, after duplicate ACKs, the first at {fastAt} s; {timeout|repeat|repeats} waited for the timer, the first at {timeoutAt} s. The congestion window fell from {before} to {least}.',
  'tcp.window.learned.gaveUp':
    'Alice gave up: {lost} times a segment was lost, and {timeout} times the timer had it sent again.',
  'tcp.window.learned.doubling':
    "Bob's window closed at {closed} s. Alice asked {probes} times with one byte, each time after twice as long, since an update could get lost; Bob read at {read} s, and from {opened} s on she sent again.",
  'tcp.window.learned.probed':
    "Bob's window closed at {closed} s. Alice asked {probes|time|times} with one byte, since an update could get lost; Bob read at {read} s, and from {opened} s on she sent again.",
  'tcp.window.learned.stayedClosed':
    "Bob's window closed at {closed} s, and Alice asked {probes|time|times}: it did not open again.",
  'tcp.window.learned.noProbe':
    "Bob's window closed at {closed} s, and nothing was left to send: there was nothing to ask.",
  'tcp.window.learned.neverClosed':
    "Bob's window shrank to {rwnd} bytes and never closed: {bytes|byte|bytes} fitted into his buffer.",
  'tcp.about.synflood': 'SYNs with forged senders fill the places of a server; SYN cookies',
  'tcp.opt.count': 'how many forged SYNs, one every 10 ms',
  'tcp.opt.backlog': 'how many half-open connections Bob keeps at most',
  'tcp.opt.cookies': 'answer with SYN cookies when all places are taken',
  'tcp.synflood.intro':
    'The hacker sends {count|SYN|SYNs} from addresses where nobody is. Bob has {backlog|place|places} for half-open connections (his backlog):',
  'tcp.synflood.time': 'time',
  'tcp.synflood.halfOpen': 'half-open',
  'tcp.synflood.dropped': 'dropped',
  'tcp.synflood.first': 'first SYN, answered',
  'tcp.synflood.repeat': '+{wait} s: SYN-ACK again ({count})',
  'tcp.synflood.gone': '+{wait} s: its place is free',
  'tcp.synflood.full': 'all places are taken',
  'tcp.synflood.empty': 'all places are free',
  'tcp.synflood.syn.dropped': "Alice's SYN: dropped",
  'tcp.synflood.syn.kept': "Alice's SYN: answered",
  'tcp.synflood.syn.cookie': "Alice's SYN: a cookie",
  'tcp.synflood.connected': 'Alice is connected',
  'tcp.synflood.gaveUp': 'Alice gives up',
  'tcp.synflood.sum':
    "One SYN takes a place for {sum} = {total} s: {repeats} repeats of the SYN-ACK, by {profile}'s defaults (tcp_synack_retries = {setting}, first wait 1 s). Other systems have other numbers.",
  'tcp.synflood.cookie': "Alice's SYN-ACK has the number {number}, and Bob keeps nothing else of her SYN:",
  'tcp.synflood.cookie.period': 'time in steps of 64 s, modulo 32: {period}',
  'tcp.synflood.cookie.mss': 'which of eight sizes: {mss} is the next below what she asked for',
  'tcp.synflood.cookie.tag': 'HMAC of it all, under a secret of Bob',
  'tcp.synflood.learned.late':
    "Alice's SYN was dropped {drops|time|times}. Only when places became free, {place} s after they were taken, was there one for her: she is connected at {at} s, {waited} s after her first try.",
  'tcp.synflood.learned.never':
    "Alice's SYN was dropped {drops|time|times}, and at {gaveUp} s she gave up: each time she came, forged SYNs had taken every place.",
  'tcp.synflood.learned.room':
    'At most {most} of {backlog} places were taken: there was room for Alice, who is connected at {at} s, {waited} s after her first try.',
  'tcp.synflood.learned.lucky':
    'All {backlog|place was|places were} taken at {full} s, but one was free when Alice came: she is connected at {at} s, {waited} s after her first try.',
  'tcp.synflood.learned.cookie':
    'With {cookies|cookie|cookies} Bob answered without keeping anything, and Alice is connected at {at} s, {waited} s after her first try. The price: she asked for segments of {asked} bytes and gets {used}; and the window scale is lost, so that her window stays below 64 KiB.',
  'tcp.synflood.learned.cookieFree':
    'With {cookies|cookie|cookies} Bob answered without keeping anything, and Alice is connected at {at} s, {waited} s after her first try.',
  'cli.noun.udp': 'UDP beside TCP: what is lost, doubled or late stays so, or is mended',
  'udp.about': 'numbered messages over UDP and over TCP, with the same losses',
  'udp.opt.count': 'how many messages, one every 10 ms',
  'udp.opt.loss': 'probability from 0 to 1 that a message is lost',
  'udp.error.loss': 'expected a probability from 0 to 1 such as 0.2, got {got}',
  'udp.intro':
    'Alice sends {count|message|messages} to Bob by UDP, and the same by TCP. Each may get lost ({loss}), come twice ({duplicate}) or be held back ({reorder}), and the first time it is sent it meets the same fate in both; what else TCP sends comes through.',
  'udp.introAlike':
    'Alice sends {count|message|messages} to Bob by UDP, and the same by TCP. Each may get lost ({loss}), come twice ({duplicate}) or be held back ({reorder}).',
  'udp.head.sent': 'sent',
  'udp.head.arrives': 'arrives',
  'udp.head.read': 'read',
  'udp.lost': '✗ lost',
  'udp.twice': 'twice',
  'udp.late': 'late',
  'udp.again': 'sent again at {time}',
  'udp.waited': 'waited for {number}',
  'udp.folded': '… {count} more (--all)',
  'udp.cost.arrived': 'messages that came, of {count}',
  'udp.cost.twice': 'came twice',
  'udp.cost.late': 'came after a later one',
  'udp.cost.last': 'the last at',
  'udp.cost.packets': 'packets in both directions',
  'udp.cost.header': 'header in bytes',
  'udp.cost.bytes': 'bytes on the line',
  'udp.learned.harmed':
    'UDP: {lost} lost, {twice} twice, {late} out of order, and so they stay, unless the program itself sees to it. TCP delivered {arrived} of {count}, in order, with {repeats|segment|segments} sent again: the last at {tcpLast} s, where UDP was done at {udpLast} s.',
  'udp.learned.unharmed':
    'Nothing happened to any datagram this time, and nobody would have told had it. TCP took {tcpPackets} packets where UDP took {udpPackets}.',
  'udp.learned.nothing':
    'No datagram came, and UDP told nobody. TCP delivered {arrived} of {count}, with {repeats|segment|segments} sent again, the last at {tcpLast} s.',
} as const;
