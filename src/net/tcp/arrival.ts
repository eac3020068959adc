/**
 * SEGMENT ARRIVES (RFC 9293, 3.10.7.3 and 3.10.7.4), for a connection; LISTEN and CLOSED, which have none, are in
 * stack.ts and reset.ts. With RFC 5961's answers to blind attacks, as RFC 9293 recommends.
 */
import { ACK, FIN, RST, SYN, type TcpSegment } from '../wire/tcp.ts';
import { onAcknowledgment } from './acknowledgment.ts';
import { establish, learnPeer } from './handshake.ts';
import { sendAck, sendReset, sendSyn } from './sending.ts';
import { isAtMost, isBefore, isWithin, seqAdd, seqDifference } from './sequence.ts';
import type { Tcb } from './tcb.ts';
import { receiveFin, receiveText } from './text-arrival.ts';

export function segmentArrives(tcb: Tcb, segment: TcpSegment): void {
  tcb.lastReceived = tcb.now;
  tcb.keepAliveProbes = 0;
  if (tcb.state === 'SYN-SENT') arriveInSynSent(tcb, segment);
  else if (tcb.state !== 'CLOSED') arriveInOther(tcb, segment);
}

const has = (segment: TcpSegment, flag: number) => (segment.flags & flag) !== 0;

/**
 * 3.10.7.3, SYN-SENT:
 * 1. ACK: one that does not acknowledge our SYN is answered with a reset.
 * 2. RST: believed only with such an ACK.
 * 3. (Security: not here.)
 * 4. SYN: with an ACK, ESTABLISHED; without one the other side opened too, SYN-RECEIVED.
 * 5. Neither SYN nor RST: dropped.
 */
function arriveInSynSent(tcb: Tcb, segment: TcpSegment): void {
  const acks = has(segment, ACK);
  if (acks && (isAtMost(segment.ack, tcb.iss) || isBefore(tcb.sndNxt, segment.ack))) {
    if (!has(segment, RST)) sendReset(tcb, segment.ack);
    return;
  }
  if (has(segment, RST)) {
    if (!acks) return;
    tcb.events.push({ type: 'reset', refused: true });
    tcb.remove();
    return;
  }
  if (!has(segment, SYN)) return;
  learnPeer(tcb, segment);
  if (acks) {
    establish(tcb, segment);
    tcb.ackNeeded = 'now';
    // "If there are other controls or text in the segment, then continue processing at the sixth step".
    if (segment.payload.length > 0 || has(segment, FIN)) {
      receiveText(tcb, seqAdd(segment.seq, 1), segment.payload);
      if (has(segment, FIN)) receiveFin(tcb, seqAdd(segment.seq, 1 + segment.payload.length));
    }
    return;
  }
  tcb.enter('SYN-RECEIVED');
  // Text in this SYN is not acknowledged, so the peer sends it again.
  sendSyn(tcb, 'simultaneous-open');
}

/**
 * 3.10.7.4, all other states:
 * 1. The sequence number: is any of it in the window?
 * 2. RST. 3. (Security.) 4. SYN. 5. ACK. 6. (URG: not here.) 7. Text. 8. FIN.
 */
function arriveInOther(tcb: Tcb, segment: TcpSegment): void {
  const admitted = checkSequence(tcb, segment);
  if (admitted === undefined) return;
  if (has(segment, RST)) {
    receiveReset(tcb, segment);
    return;
  }
  if (has(segment, SYN)) {
    // A SYN in the window: back to LISTEN, which for us means away; a synchronized connection asks (RFC 5961, 4.2).
    if (tcb.state === 'SYN-RECEIVED' && tcb.passive) tcb.remove();
    else challenge(tcb);
    return;
  }
  if (!has(segment, ACK)) return;
  if (!checkAck(tcb, segment)) return;
  const { text, fin, textSeq } = admitted;
  if (['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'].includes(tcb.state)) receiveText(tcb, textSeq, text);
  // "Do not process the FIN if the state is CLOSED, LISTEN, or SYN-SENT".
  if (fin && !isClosed(tcb)) receiveFin(tcb, seqAdd(textSeq, text.length));
}

/** A function, for the type checker believes that a state it has seen stays. */
const isClosed = (tcb: Tcb) => tcb.state === 'CLOSED';

interface Admitted {
  /** Trimmed to the window. */
  readonly text: Uint8Array;
  readonly textSeq: number;
  readonly fin: boolean;
}

/**
 * First: the four cases of the acceptability test (3.4), then the part of the segment inside the window.
 *
 * What is outside gets an ACK, unless it is a RST. A closed window takes no text, but valid ACKs (3.10.7.4). The
 * peer's FIN, repeated in TIME-WAIT, is behind the window by its nature: it is acknowledged and starts the time again.
 */
function checkSequence(tcb: Tcb, segment: TcpSegment): Admitted | undefined {
  const { seq, payload } = segment;
  const synLength = has(segment, SYN) ? 1 : 0;
  const finLength = has(segment, FIN) ? 1 : 0;
  const length = synLength + payload.length + finLength;
  const window = tcb.rcvWnd;
  const { rcvNxt } = tcb;
  const starts = window === 0 ? seq === rcvNxt : isWithin(seq, rcvNxt, window);
  const ends = length > 0 && isWithin(seqAdd(seq, length - 1), rcvNxt, window);
  const isAcceptable = window === 0 ? starts && length === 0 : starts || ends;
  const textSeq = seqAdd(seq, synLength);
  if (!isAcceptable) {
    if (has(segment, RST)) return undefined;
    const repeatsFin = finLength === 1 && seqAdd(seq, length) === rcvNxt;
    if (tcb.state === 'TIME-WAIT' && repeatsFin) tcb.lingerAt = tcb.now + tcb.profile.timeWait;
    // Pure ACKs are answered rarely, or two confused ends would answer each other for ever (RFC 5961, 7).
    if (length > 0) tcb.ackNeeded = 'now';
    else if (mayChallenge(tcb)) tcb.ackNeeded = 'now';
    const isAllowed = window === 0 && starts && synLength === 0;
    return isAllowed ? { text: payload.subarray(0, 0), textSeq: rcvNxt, fin: false } : undefined;
  }
  const before = Math.max(seqDifference(rcvNxt, textSeq), 0);
  const fits = Math.max(window - Math.max(seqDifference(textSeq, rcvNxt), 0), 0);
  const text = payload.subarray(before, Math.min(before + fits, payload.length));
  const isWhole = before + text.length >= payload.length;
  const fin = finLength === 1 && isWhole && isWithin(seqAdd(textSeq, payload.length), rcvNxt, window);
  return { text, textSeq: seqAdd(textSeq, Math.min(before, payload.length)), fin };
}

/** Second: a reset counts at RCV.NXT exactly; elsewhere in the window the peer is asked (RFC 5961, 3.2). */
function receiveReset(tcb: Tcb, segment: TcpSegment): void {
  if (segment.seq !== tcb.rcvNxt) {
    challenge(tcb);
    return;
  }
  const isOver = ['CLOSING', 'LAST-ACK', 'TIME-WAIT'].includes(tcb.state);
  const returnsToListen = tcb.state === 'SYN-RECEIVED' && tcb.passive;
  if (!isOver && !returnsToListen) {
    tcb.events.push({ type: 'reset', refused: tcb.state === 'SYN-RECEIVED' });
    tcb.flush();
  } else tcb.remove();
}

/** Fifth. False: the segment is done with. */
function checkAck(tcb: Tcb, segment: TcpSegment): boolean {
  const { ack } = segment;
  if (tcb.state === 'SYN-RECEIVED') {
    const isAcceptable = isBefore(tcb.sndUna, ack) && isAtMost(ack, tcb.sndMax);
    if (!isAcceptable) {
      sendReset(tcb, ack);
      return false;
    }
    establish(tcb, segment);
    return true;
  }
  const highest = tcb.probeOut ? seqAdd(tcb.sndMax, 1) : tcb.sndMax;
  if (isBefore(highest, ack)) {
    tcb.ackNeeded = 'now';
    return false;
  }
  if (isBefore(ack, seqAdd(tcb.sndUna, -tcb.maxSndWnd))) {
    challenge(tcb);
    return false;
  }
  onAcknowledgment(tcb, segment);
  return afterAck(tcb);
}

/** What an acknowledged FIN means, state by state. */
function afterAck(tcb: Tcb): boolean {
  if (!tcb.finAcked) return tcb.state !== 'CLOSING';
  if (tcb.state === 'FIN-WAIT-1') {
    tcb.enter('FIN-WAIT-2');
    if (tcb.orphan) tcb.lingerAt = tcb.now + tcb.profile.finTimeout;
  } else if (tcb.state === 'CLOSING') {
    tcb.enterTimeWait();
  } else if (tcb.state === 'LAST-ACK') {
    tcb.remove();
    return false;
  }
  return true;
}

function challenge(tcb: Tcb): void {
  if (!mayChallenge(tcb)) return;
  tcb.events.push({ type: 'challenge', seq: tcb.sndMax });
  sendAck(tcb);
}

function mayChallenge(tcb: Tcb): boolean {
  if (tcb.now - tcb.lastChallenge < tcb.profile.challengeInterval) return false;
  tcb.lastChallenge = tcb.now;
  return true;
}
