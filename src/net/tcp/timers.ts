/** What each timer does when it is due (RFC 9293, 3.10.8; RFC 6298, 5.4 to 5.6). */
import { retransmitFirst, sendAck, sendKeepAlive, sendProbe, sendSyn } from './sending.ts';
import { seqDifference } from './sequence.ts';
import type { Tcb } from './tcb.ts';

export function nextDue(tcb: Tcb): number | undefined {
  let next: number | undefined;
  for (const due of [tcb.retransmitAt, tcb.persistAt, tcb.delayedAckAt, tcb.keepAliveAt, tcb.lingerAt]) {
    if (due !== undefined && (next === undefined || due < next)) next = due;
  }
  return next;
}

export function runTimers(tcb: Tcb): void {
  const isDue = (due: number | undefined) => due !== undefined && due <= tcb.now;
  if (isDue(tcb.lingerAt)) {
    tcb.remove();
    return;
  }
  if (isDue(tcb.delayedAckAt)) sendAck(tcb);
  if (isDue(tcb.retransmitAt)) retransmissionTimeout(tcb);
  if (isDue(tcb.persistAt)) persistTimeout(tcb);
  if (isDue(tcb.keepAliveAt)) keepAliveTimeout(tcb);
}

function giveUp(tcb: Tcb): void {
  tcb.events.push({ type: 'timeout' });
  tcb.remove();
}

function retransmissionTimeout(tcb: Tcb): void {
  tcb.retransmitAt = undefined;
  const { profile } = tcb;
  const isSyn = tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED';
  const most =
    tcb.state === 'SYN-SENT' ? profile.synRetries : isSyn ? profile.synAckRetries : profile.retries2;
  if (tcb.retries >= most) {
    giveUp(tcb);
    return;
  }
  if (!isSyn) {
    const outstanding = seqDifference(tcb.sndMax, tcb.sndUna);
    tcb.congestion.onTimeout(outstanding, tcb.sndMax, tcb.retries === 0);
  }
  // A peer that answers with a closed window lives: that does not count (3.8.6.1).
  const isHeld = !isSyn && tcb.sndWnd === 0 && tcb.now - tcb.lastReceived < profile.maxRto;
  tcb.retries += isHeld ? 0 : 1;
  tcb.rto.backOff();
  if (isSyn) {
    tcb.synTimedOut = true;
    sendSyn(tcb, 'timeout');
    return;
  }
  // Go back: what follows is sent again as the window opens, less what is acknowledged meanwhile.
  tcb.sndNxt = tcb.sndUna;
  retransmitFirst(tcb, 'timeout');
  tcb.retransmitAt = tcb.now + tcb.rto.rto;
}

function persistTimeout(tcb: Tcb): void {
  tcb.persistAt = undefined;
  const waits = seqDifference(tcb.finSeq, tcb.sndNxt) > 0;
  if (!waits || tcb.sndNxt !== tcb.sndUna) return;
  if (tcb.unansweredProbes >= tcb.profile.retries2) {
    giveUp(tcb);
    return;
  }
  sendProbe(tcb);
  if (!tcb.probeOut) return;
  tcb.unansweredProbes++;
  tcb.persistAt = tcb.now + Math.min(tcb.rto.rto * 2 ** Math.min(tcb.probes, 16), tcb.profile.maxRto);
}

function keepAliveTimeout(tcb: Tcb): void {
  const { time, interval, probes } = tcb.profile.keepAlive;
  if (tcb.keepAliveProbes === 0 && tcb.now - tcb.lastReceived < time) {
    tcb.keepAliveAt = tcb.lastReceived + time;
    return;
  }
  if (tcb.keepAliveProbes >= probes) {
    giveUp(tcb);
    return;
  }
  sendKeepAlive(tcb);
  tcb.keepAliveAt = tcb.now + interval;
}
