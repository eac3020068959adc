/** Words of `crypto tcp window`, `crypto tcp synflood` and `crypto udp`. */
export const netFlow = {
  'tcp.about.window': 'the sliding window: what may be sent, and what must wait',
  'tcp.opt.bytes': 'how many bytes Alice sends',
  'tcp.opt.window': "Bob's buffer in bytes, which his window never exceeds",
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
  'tcp.window.duplicate': '#1: this ACK once more, a first duplicate; #2: a second',
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
    '{lost|segment was lost|segments were lost}. Three duplicate ACKs told Alice: she sent again at {fastAt} s, before any timer. Sent again: {repeated} bytes; Bob had kept up to {held} behind the gap. The congestion window fell from {before} to {least}.',
  'tcp.window.learned.timeout':
    '{lost|segment was lost|segments were lost}. There were {duplicates|duplicate ACK|duplicate ACKs}, and only the timer told: Alice sent again at {timeoutAt} s, with a congestion window down from {before} to {least}.',
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
} as const;
