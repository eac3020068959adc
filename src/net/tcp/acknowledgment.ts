/** An acknowledgement in a synchronized state (RFC 9293, 3.10.7.4, fifth; RFC 5681; RFC 6298). */
import { FIN, type TcpSegment } from '../wire/tcp.ts';
import { retransmitFirst } from './sending.ts';
import { isAtMost, isBefore, seqDifference, seqMax } from './sequence.ts';
import type { Tcb } from './tcb.ts';

/** SEG.ACK is at most what was sent, and not older than MAX.SND.WND. */
export function onAcknowledgment(tcb: Tcb, segment: TcpSegment): void {
  const { ack } = segment;
  tcb.unansweredProbes = 0;
  if (isBefore(tcb.sndUna, ack)) {
    acknowledge(tcb, ack);
    updateWindow(tcb, segment);
    return;
  }
  // RFC 5681, 2: what counts as a duplicate.
  const window = segment.window << tcb.sndScale;
  const isDuplicate =
    ack === tcb.sndUna &&
    tcb.sndUna !== tcb.sndMax &&
    segment.payload.length === 0 &&
    (segment.flags & FIN) === 0 &&
    window === tcb.sndWnd;
  if (isDuplicate && tcb.congestion.onDuplicateAck(tcb.sndUna, tcb.sndMax, tcb.flightSize)) {
    retransmitFirst(tcb, 'fast');
  }
  if (ack === tcb.sndUna) updateWindow(tcb, segment);
}

/**
 * 1. Measure the round trip, unless anything was sent twice (RFC 6298, 3).
 * 2. Forget what is acknowledged.
 * 3. Let the congestion window grow, or send the next hole.
 * 4. Start the timer again, or stop it (RFC 6298, 5.2 and 5.3).
 */
function acknowledge(tcb: Tcb, ack: number): void {
  if (tcb.timing && isAtMost(tcb.timing.end, ack)) {
    tcb.rto.sample(tcb.now - tcb.timing.since);
    tcb.timing = undefined;
  }
  const acked = seqDifference(ack, tcb.sndUna);
  const text = Math.min(acked, tcb.queued);
  if (tcb.closing && acked > text && isBefore(tcb.finSeq, tcb.sndMax)) tcb.finAcked = true;
  tcb.sendRing.drop(text);
  tcb.queued -= text;
  tcb.sndUna = ack;
  tcb.sndNxt = seqMax(tcb.sndNxt, ack);
  tcb.sndMax = seqMax(tcb.sndMax, ack);
  tcb.retries = 0;
  tcb.probeOut = false;
  tcb.retransmitAt = undefined;
  if (tcb.congestion.onNewAck(acked, ack, tcb.flightSize)) retransmitFirst(tcb, 'recovery');
  tcb.retransmitAt = ack === tcb.sndMax ? undefined : tcb.now + tcb.rto.rto;
  if (tcb.bufferWasFull && tcb.queued < tcb.profile.sendBuffer) {
    tcb.bufferWasFull = false;
    if (!tcb.closing) tcb.events.push({ type: 'writable' });
  }
}

/** SND.WL1 and SND.WL2 keep an older segment from taking the window back. */
function updateWindow(tcb: Tcb, segment: TcpSegment): void {
  const { seq, ack } = segment;
  const isNews = isBefore(tcb.sndWl1, seq) || (tcb.sndWl1 === seq && isAtMost(tcb.sndWl2, ack));
  if (!isNews) return;
  tcb.sndWnd = segment.window << tcb.sndScale;
  tcb.maxSndWnd = Math.max(tcb.maxSndWnd, tcb.sndWnd);
  tcb.sndWl1 = seq;
  tcb.sndWl2 = ack;
  if (tcb.sndWnd > 0) {
    tcb.persistAt = undefined;
    tcb.probes = 0;
    tcb.probeOut = false;
  }
}
