/** What the SYNs settle: sequence numbers, segment size and window scale (RFC 9293, 3.5 and 3.7.1; RFC 7323, 2). */
import type { TcpSegment } from '../wire/tcp.ts';
import { Congestion } from './congestion.ts';
import { seqAdd } from './sequence.ts';
import { DEFAULT_MSS, type Tcb } from './tcb.ts';

/** RFC 7323, 2.3: a larger shift counts as this one. */
const LARGEST_SHIFT = 14;
const SYN_WINDOW = 65_535;

/** From the peer's SYN or SYN-ACK. */
export function learnPeer(tcb: Tcb, segment: TcpSegment): void {
  const { profile } = tcb;
  const { mss, windowScale } = segment.options;
  tcb.irs = segment.seq;
  tcb.rcvNxt = seqAdd(segment.seq, 1);
  // What our own SYN offered, if one has gone.
  tcb.rcvEdge = seqAdd(tcb.rcvNxt, Math.min(profile.receiveBuffer, SYN_WINDOW));
  tcb.sndMss = Math.max(Math.min(mss ?? DEFAULT_MSS, profile.mss), 1);
  tcb.scaleAgreed = windowScale !== undefined && profile.windowScale !== undefined;
  tcb.sndScale = tcb.scaleAgreed ? Math.min(windowScale!, LARGEST_SHIFT) : 0;
  tcb.rcvScale = tcb.scaleAgreed ? profile.windowScale! : 0;
  tcb.sndWnd = segment.window;
  tcb.maxSndWnd = segment.window;
  tcb.sndWl1 = segment.seq;
  tcb.sndWl2 = segment.ack;
}

/** Our SYN is acknowledged: by a SYN-ACK, whose window is not scaled, or by the third segment. */
export function establish(tcb: Tcb, segment: TcpSegment): void {
  if (tcb.state === 'SYN-RECEIVED') tcb.sndWnd = segment.window << tcb.sndScale;
  tcb.maxSndWnd = tcb.sndWnd;
  tcb.sndWl1 = segment.seq;
  tcb.sndWl2 = segment.ack;
  tcb.sndUna = segment.ack;
  if (tcb.timing) tcb.rto.sample(tcb.now - tcb.timing.since);
  tcb.timing = undefined;
  tcb.retransmitAt = undefined;
  tcb.retries = 0;
  if (tcb.synTimedOut) tcb.rto.restart(tcb.profile.fallbackRto);
  // RFC 5681, 3.1: a lost SYN makes for a first window of one segment.
  const segments = tcb.synTimedOut ? 1 : tcb.profile.initialWindow;
  tcb.congestion = new Congestion(tcb.sndMss, segments, tcb.iss);
  if (tcb.keepAlive) tcb.keepAliveAt = tcb.now + tcb.profile.keepAlive.time;
  tcb.enter('ESTABLISHED');
  tcb.events.push({ type: 'connected' });
}
