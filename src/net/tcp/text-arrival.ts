/** The text of a segment and its FIN (RFC 9293, 3.10.7.4, seventh and eighth), and when to acknowledge them (3.8.6.3). */
import { sendReset } from './sending.ts';
import { isBefore, seqAdd, seqDifference, seqMax } from './sequence.ts';
import type { Tcb } from './tcb.ts';

/** `text` begins at `seq`, which is RCV.NXT or later, and lies in the window. */
export function receiveText(tcb: Tcb, seq: number, text: Uint8Array): void {
  if (text.length === 0) return;
  if (tcb.orphan) {
    // 3.6.1: after a full close nobody reads it, and the peer has to know.
    sendReset(tcb, tcb.sndMax);
    tcb.remove();
    return;
  }
  const offset = seqDifference(seq, tcb.rcvNxt);
  const hadGap = tcb.received.hasGap;
  const advance = tcb.received.put(offset, text);
  if (advance === 0) {
    // RFC 5681, 4.2: out of order is told at once.
    tcb.ackNeeded = 'now';
    tcb.ackIsDuplicate = true;
    return;
  }
  tcb.rcvNxt = seqAdd(tcb.rcvNxt, advance);
  tcb.unackedReceived += advance;
  const isTwoSegments = tcb.unackedReceived >= 2 * Math.min(tcb.sndMss, tcb.profile.mss);
  if (hadGap || isTwoSegments) tcb.ackNeeded = 'now';
  else if (tcb.ackNeeded === 'no') tcb.ackNeeded = 'delayed';
  tcb.events.push({ type: 'data' });
  if (tcb.finAt === tcb.rcvNxt) receiveFin(tcb, tcb.rcvNxt);
}

/**
 * The FIN at `seq`; behind a gap it waits.
 *
 *     SYN-RECEIVED, ESTABLISHED   CLOSE-WAIT
 *     FIN-WAIT-1                  TIME-WAIT if our FIN is acknowledged, otherwise CLOSING
 *     FIN-WAIT-2                  TIME-WAIT
 *     others                      as they are; TIME-WAIT starts its time again
 */
export function receiveFin(tcb: Tcb, seq: number): void {
  if (tcb.finReceived) {
    tcb.ackNeeded = 'now';
    if (tcb.state === 'TIME-WAIT') tcb.lingerAt = tcb.now + tcb.profile.timeWait;
    return;
  }
  if (seq !== tcb.rcvNxt) {
    if (isBefore(tcb.rcvNxt, seq)) {
      tcb.finAt = seq;
      tcb.ackIsDuplicate = true;
    }
    tcb.ackNeeded = 'now';
    return;
  }
  tcb.finReceived = true;
  tcb.rcvNxt = seqAdd(tcb.rcvNxt, 1);
  tcb.rcvEdge = seqMax(tcb.rcvEdge, tcb.rcvNxt);
  if (tcb.profile.finAck === 'at-once' || tcb.state !== 'ESTABLISHED') tcb.ackNeeded = 'now';
  else if (tcb.ackNeeded === 'no') tcb.ackNeeded = 'delayed';
  if (tcb.state === 'ESTABLISHED') tcb.enter('CLOSE-WAIT');
  else if (tcb.state === 'FIN-WAIT-1' && !tcb.finAcked) tcb.enter('CLOSING');
  else if (tcb.state === 'FIN-WAIT-1' || tcb.state === 'FIN-WAIT-2') tcb.enterTimeWait();
  // After the state, which the program may change when it is told.
  tcb.events.push({ type: 'finished' });
}
