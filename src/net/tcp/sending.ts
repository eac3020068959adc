/**
 * What goes out: segments, acknowledgements, and how much text may go now (RFC 9293, 3.8.6; RFC 5681).
 */
import { ACK, FIN, PSH, RST, SYN, type TcpOptions } from '../wire/tcp.ts';
import type { Why } from './events.ts';
import { isBefore, seqAdd, seqDifference, seqMax } from './sequence.ts';
import type { Tcb } from './tcb.ts';

const NO_TEXT: Uint8Array = new Uint8Array(0);
const LARGEST_WINDOW = 65_535;

/** <SEQ><ACK><CTL>: every segment of a connection passes here. */
function transmit(tcb: Tcb, flags: number, seq: number, payload = NO_TEXT, options: TcpOptions = {}): void {
  const acknowledges = (flags & ACK) !== 0;
  tcb.send.push({
    sourcePort: tcb.local.port,
    destinationPort: tcb.remote.port,
    seq,
    ack: acknowledges ? tcb.rcvNxt : 0,
    flags,
    window: (flags & RST) !== 0 ? 0 : windowToOffer(tcb, (flags & SYN) !== 0),
    urgentPointer: 0,
    options,
    payload,
  });
  tcb.lastSent = tcb.now;
  if (acknowledges) {
    tcb.ackNeeded = 'no';
    tcb.ackIsDuplicate = false;
    tcb.unackedReceived = 0;
    tcb.delayedAckAt = undefined;
  }
}

/**
 * Receiver's silly window avoidance (3.8.6.2.2): the right edge stays until it can move by a segment or half the buffer.
 * A SYN's window is not scaled (RFC 7323, 2.2). Rounding down to the scale may take back less than one unit of it on
 * the wire; what was promised is accepted all the same.
 */
function windowToOffer(tcb: Tcb, isSyn: boolean): number {
  const { receiveBuffer, mss } = tcb.profile;
  const free = receiveBuffer - tcb.received.unread;
  const growth = free - tcb.rcvWnd;
  const grows = !tcb.ackIsDuplicate && growth >= Math.min(receiveBuffer / 2, mss);
  const open = grows ? free : Math.min(tcb.rcvWnd, free);
  const scale = isSyn ? 0 : tcb.rcvScale;
  const field = Math.min(Math.max(open, 0) >>> scale, LARGEST_WINDOW);
  const edge = seqAdd(tcb.rcvNxt, field << scale);
  tcb.rcvEdge = seqMax(tcb.rcvEdge, edge);
  return field;
}

/** After reading: tells the peer only where the window had shrunk to half and has doubled, as Linux does. */
export function offerWindowAfterRead(tcb: Tcb): void {
  const { receiveBuffer, mss } = tcb.profile;
  const current = (Math.max(tcb.rcvWnd, 0) >>> tcb.rcvScale) << tcb.rcvScale;
  const free = receiveBuffer - tcb.received.unread;
  if (current * 2 > receiveBuffer || free < 2 * current) return;
  if (free - current >= Math.min(receiveBuffer / 2, mss)) tcb.ackNeeded = 'now';
}

export function sendAck(tcb: Tcb): void {
  transmit(tcb, ACK, tcb.sndMax);
}

/** <SEQ=SEG.ACK><CTL=RST> and the like. */
export function sendReset(tcb: Tcb, seq: number): void {
  transmit(tcb, RST, seq);
}

/** SYN, or SYN-ACK in SYN-RECEIVED. Both options answer only what the peer offered (RFC 7323, 2.2). */
export function sendSyn(tcb: Tcb, why?: Why): void {
  const { mss, windowScale } = tcb.profile;
  const answers = tcb.state === 'SYN-RECEIVED';
  const scales = windowScale !== undefined && (!answers || tcb.scaleAgreed);
  const options = { mss, ...(scales ? { windowScale } : {}) };
  transmit(tcb, answers ? SYN | ACK : SYN, tcb.iss, NO_TEXT, options);
  tcb.sndNxt = seqAdd(tcb.iss, 1);
  tcb.sndMax = tcb.sndNxt;
  if (why) tcb.events.push({ type: 'retransmission', seq: tcb.iss, length: 1, why });
  tcb.timing = why === undefined ? { end: tcb.sndNxt, since: tcb.now } : undefined;
  tcb.retransmitAt = tcb.now + tcb.rto.rto;
}

/** Sends what the windows admit, then the ACK that is still owed. */
export function output(tcb: Tcb): void {
  if (tcb.isSynchronized && tcb.state !== 'TIME-WAIT' && tcb.state !== 'FIN-WAIT-2') sendText(tcb);
  if (tcb.ackNeeded === 'now') sendAck(tcb);
  else if (tcb.ackNeeded === 'delayed') tcb.delayedAckAt ??= tcb.now + tcb.profile.delayedAck;
}

/**
 * 1. Go on at SND.NXT; what lies before sndMax goes a second time, in segments of its own.
 * 2. The peer's window and the congestion window bound what is outstanding.
 * 3. A full segment goes; a smaller one only as the sender's silly window avoidance allows (3.8.6.2.1).
 * 4. The FIN takes the place after the last byte.
 * 5. Where something waits and nothing is outstanding, the persist timer sees to it.
 */
function sendText(tcb: Tcb): void {
  if (tcb.flightSize === 0 && tcb.now - tcb.lastSent > tcb.rto.rto) tcb.congestion.onIdle();
  while (sendNext(tcb));
  const waits = seqDifference(tcb.finSeq, tcb.sndNxt) > 0;
  if (waits && tcb.sndNxt === tcb.sndUna && tcb.retransmitAt === undefined) {
    tcb.persistAt ??= tcb.now + tcb.rto.rto;
  }
}

function sendNext(tcb: Tcb): boolean {
  const { sndNxt, sndUna, sndMss, finSeq } = tcb;
  const unsent = seqDifference(finSeq, sndNxt);
  const finDue = tcb.closing && !tcb.finAcked && unsent >= 0;
  if (unsent <= 0 && !finDue) return false;
  const usableWindow = tcb.sndWnd - tcb.flightSize;
  const usable = Math.min(usableWindow, tcb.congestion.allowance - tcb.flightSize);
  const again = isBefore(sndNxt, tcb.sndMax);
  const limit = again ? Math.min(unsent, seqDifference(tcb.sndMax, sndNxt)) : unsent;
  const length = Math.max(Math.min(limit, usable, sndMss), 0);
  if (limit > 0) {
    if (length === 0) return false;
    const isFull = length === sndMss;
    const isLast = length === limit && (again || !isHeldByNagle(tcb));
    const isHalfWindow = length >= tcb.maxSndWnd / 2 && sndNxt === sndUna;
    if (!isFull && !isLast && !isHalfWindow) return false;
  } else if (usable < 0) return false;
  // The FIN goes with the text, unless the text had gone without it before.
  const withFin = finDue && length === unsent && (!again || isBefore(finSeq, tcb.sndMax) || length === 0);
  sendData(tcb, length, withFin, again ? 'timeout' : undefined);
  return true;
}

/**
 * Nagle's algorithm as Linux has it, with Minshall's change: a small segment waits only while another small one is not
 * acknowledged, so that the last piece of a long write goes at once. (RFC 9293, 3.7.4: while anything is not.)
 */
function isHeldByNagle(tcb: Tcb): boolean {
  return !tcb.noDelay && !tcb.closing && isBefore(tcb.sndUna, tcb.smallEnd);
}

/** One segment at SND.NXT. */
function sendData(tcb: Tcb, length: number, withFin: boolean, again: Why | undefined): void {
  const { sndNxt, sndUna } = tcb;
  const payload = length === 0 ? NO_TEXT : tcb.sendRing.copy(seqDifference(sndNxt, sndUna), length);
  const end = seqAdd(sndNxt, length + (withFin ? 1 : 0));
  const isPush = length > 0 && seqAdd(sndNxt, length) === tcb.finSeq;
  transmit(tcb, ACK | (isPush ? PSH : 0) | (withFin ? FIN : 0), sndNxt, payload);
  if (again) {
    tcb.events.push({ type: 'retransmission', seq: sndNxt, length: seqDifference(end, sndNxt), why: again });
    // Karn: whatever was being timed cannot be any more.
    tcb.timing = undefined;
  } else if (!tcb.timing) tcb.timing = { end, since: tcb.now };
  if (!again && length > 0 && length < tcb.sndMss) tcb.smallEnd = end;
  tcb.sndNxt = end;
  tcb.sndMax = seqMax(tcb.sndMax, end);
  tcb.persistAt = undefined;
  tcb.probeOut = false;
  tcb.retransmitAt ??= tcb.now + tcb.rto.rto;
  if (withFin) {
    if (tcb.state === 'ESTABLISHED') tcb.enter('FIN-WAIT-1');
    else if (tcb.state === 'CLOSE-WAIT') tcb.enter('LAST-ACK');
  }
}

/** Sends the first unacknowledged segment again; SND.NXT stays where it was. */
export function retransmitFirst(tcb: Tcb, why: Why): void {
  const { sndNxt, sndMax, sndUna, finSeq } = tcb;
  const text = Math.max(
    Math.min(seqDifference(finSeq, sndUna), seqDifference(sndMax, sndUna), tcb.sndMss),
    0,
  );
  const withFin = tcb.closing && seqAdd(sndUna, text) === finSeq && isBefore(finSeq, sndMax);
  if (text === 0 && !withFin) return;
  tcb.sndNxt = sndUna;
  sendData(tcb, text, withFin, why);
  tcb.sndNxt = seqMax(sndNxt, tcb.sndNxt);
}

/** 3.8.6.1: one byte of the text that waits, or all that fits where the window is small. */
export function sendProbe(tcb: Tcb): void {
  const length = Math.min(seqDifference(tcb.finSeq, tcb.sndNxt), Math.max(tcb.sndWnd, 1), tcb.sndMss);
  if (tcb.sndWnd > 0) {
    sendData(tcb, length, false, isBefore(tcb.sndNxt, tcb.sndMax) ? 'timeout' : undefined);
    return;
  }
  tcb.probes++;
  tcb.probeOut = true;
  tcb.events.push({ type: 'probe', seq: tcb.sndNxt, attempt: tcb.probes });
  transmit(tcb, ACK, tcb.sndNxt, tcb.sendRing.copy(seqDifference(tcb.sndNxt, tcb.sndUna), 1));
}

/** An old number asks whether the peer is there (3.8.4). */
export function sendKeepAlive(tcb: Tcb): void {
  tcb.keepAliveProbes++;
  tcb.events.push({ type: 'keep-alive', attempt: tcb.keepAliveProbes });
  transmit(tcb, ACK, seqAdd(tcb.sndMax, -1));
}
