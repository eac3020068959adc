/**
 * SEGMENT ARRIVES as a table: for each state and each combination of SYN, ACK, FIN and RST, with a sequence number that
 * is acceptable or not and an acknowledgement that is good, old or in the future, what is answered and the next state.
 *
 * Written from the text of RFC 9293, 3.10.7.1 to 3.10.7.4, rule by rule, without a look at the code. Where the RFC leaves
 * a choice: RFC 5961 is followed (RFC 9293 recommends it), the 2 MSL time starts again only with a repeated FIN, and
 * controls besides SYN in a first segment are left to the peer to repeat.
 */
import type { TcpState } from '../../../src/net/tcp/events.ts';

export interface Arriving {
  readonly syn: boolean;
  readonly ack: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  /** At RCV.NXT; later in the window; before it; behind its right edge. */
  readonly seq: 'next' | 'inside' | 'old' | 'beyond';
  /** Acknowledges all that is sent; less than SND.UNA - MAX.SND.WND; more than SND.NXT; what is acknowledged already. */
  readonly acks: 'all' | 'ancient' | 'future' | 'same';
}

/** `nothing`; an `ack` <SEQ=SND.NXT><ACK=RCV.NXT>; a reset with <SEQ=SEG.ACK>, or with <SEQ=0><ACK=…>; a SYN-ACK. */
export type Answer = 'nothing' | 'ack' | 'rst' | 'rst-ack' | 'syn-ack';

export interface Outcome {
  readonly answer: Answer;
  readonly state: TcpState;
}

/** Where a passive connection was given up, the listener listens on and the entry is gone. */
const GONE: TcpState = 'CLOSED';

export function expectedOutcome(state: TcpState, isPassive: boolean, segment: Arriving): Outcome {
  if (state === 'CLOSED') return inClosed(segment);
  if (state === 'LISTEN') return inListen(segment);
  if (state === 'SYN-SENT') return inSynSent(segment);
  return inOther(state, isPassive, segment);
}

/** 3.10.7.1 */
function inClosed({ rst, ack }: Arriving): Outcome {
  // "An incoming segment containing a RST is discarded. An incoming segment not containing a RST causes a RST".
  if (rst) return { answer: 'nothing', state: 'CLOSED' };
  return { answer: ack ? 'rst' : 'rst-ack', state: 'CLOSED' };
}

/** 3.10.7.2; the states of the entry, not of the listener. */
function inListen({ rst, ack, syn }: Arriving): Outcome {
  if (rst) return { answer: 'nothing', state: 'LISTEN' };
  if (ack) return { answer: 'rst', state: 'LISTEN' };
  if (syn) return { answer: 'syn-ack', state: 'SYN-RECEIVED' };
  return { answer: 'nothing', state: 'LISTEN' };
}

/** 3.10.7.3; the sequence number is free. "same" and "ancient" are at most ISS. */
function inSynSent({ rst, ack, syn, fin, acks }: Arriving): Outcome {
  if (ack && acks !== 'all') return { answer: rst ? 'nothing' : 'rst', state: 'SYN-SENT' };
  if (rst) return ack ? { answer: 'nothing', state: 'CLOSED' } : { answer: 'nothing', state: 'SYN-SENT' };
  if (!syn) return { answer: 'nothing', state: 'SYN-SENT' };
  if (!ack) return { answer: 'syn-ack', state: 'SYN-RECEIVED' };
  return { answer: 'ack', state: fin ? 'CLOSE-WAIT' : 'ESTABLISHED' };
}

/** 3.10.7.4 */
function inOther(state: TcpState, isPassive: boolean, segment: Arriving): Outcome {
  const { syn, ack, fin, rst, seq, acks } = segment;
  const stay = (answer: Answer): Outcome => ({ answer, state });

  // First. "If an incoming segment is not acceptable, an acknowledgment should be sent in reply (unless the RST bit is
  // set, if so drop the segment and return)".
  if (seq === 'old' || seq === 'beyond') return stay(rst ? 'nothing' : 'ack');

  // Second, with the three cases of RFC 5961.
  if (rst) return seq === 'next' ? { answer: 'nothing', state: GONE } : stay('ack');

  // Fourth.
  if (syn) return state === 'SYN-RECEIVED' && isPassive ? { answer: 'nothing', state: GONE } : stay('ack');

  // Fifth.
  if (!ack) return stay('nothing');
  let now = state;
  if (state === 'SYN-RECEIVED') {
    if (acks !== 'all') return stay('rst');
    now = 'ESTABLISHED';
  } else {
    if (acks === 'future') return stay('ack');
    if (acks === 'ancient') return stay('ack');
    // In FIN-WAIT-1, CLOSING and LAST-ACK all that is outstanding is our FIN.
    const finAcked = acks === 'all';
    if (state === 'FIN-WAIT-1' && finAcked) now = 'FIN-WAIT-2';
    if (state === 'CLOSING' && !finAcked) return stay('nothing');
    if (state === 'CLOSING') now = 'TIME-WAIT';
    if (state === 'LAST-ACK' && finAcked) return { answer: 'nothing', state: 'CLOSED' };
  }

  // Eighth. A FIN behind a gap waits, and the gap is told.
  if (!fin) return { answer: 'nothing', state: now };
  const hadFin = ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'].includes(now);
  if (hadFin || seq === 'inside') return { answer: 'ack', state: now };
  if (now === 'ESTABLISHED') now = 'CLOSE-WAIT';
  else if (now === 'FIN-WAIT-1') now = 'CLOSING';
  else if (now === 'FIN-WAIT-2') now = 'TIME-WAIT';
  return { answer: 'ack', state: now };
}
