/**
 * The transmission control block (RFC 9293, 3.3.1): everything that is known of one connection.
 *
 * The variables have the RFC's names. Not here: urgent data, SACK and timestamps (RFC 9293 asks for the first only).
 */

import type { TcpSegment } from '../wire/tcp.ts';
import { ByteRing } from './byte-ring.ts';
import { Congestion } from './congestion.ts';
import type { Endpoint, TcpEvent, TcpState } from './events.ts';
import type { TcpProfile } from './profile.ts';
import { ReceiveBuffer } from './reassembly.ts';
import { RtoEstimator } from './rto.ts';
import { seqAdd, seqDifference } from './sequence.ts';

/** What a SYN without the option means (RFC 9293, 3.7.1). */
export const DEFAULT_MSS = 536;

export interface TcbOptions {
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** The initial send sequence number. */
  readonly iss: number;
  readonly profile: TcpProfile;
  /** Made by a SYN that came to a listener. */
  readonly passive: boolean;
  /** Small segments go at once (TCP_NODELAY); otherwise Nagle's algorithm (3.7.4) holds them. */
  readonly noDelay?: boolean;
  readonly keepAlive?: boolean;
}

export class Tcb {
  readonly local: Endpoint;
  readonly remote: Endpoint;
  readonly profile: TcpProfile;
  readonly passive: boolean;
  readonly noDelay: boolean;
  readonly keepAlive: boolean;
  now = 0;
  state: TcpState = 'CLOSED';

  // Send sequence space. SND.NXT goes back with a timeout; sndMax is the highest ever sent.
  readonly iss: number;
  sndUna: number;
  sndNxt: number;
  sndMax: number;
  sndWnd = 0;
  sndWl1 = 0;
  sndWl2 = 0;
  sndScale = 0;
  /** Both SYNs had the option (RFC 7323, 2.2). */
  scaleAgreed = false;
  maxSndWnd = 0;
  sndMss = DEFAULT_MSS;
  /** Text from SND.UNA on: sent and not acknowledged, then not sent. */
  readonly sendRing = new ByteRing();
  queued = 0;
  /** The end of the last segment that was not full. */
  smallEnd: number;
  bufferWasFull = false;
  /** The user said CLOSE: a FIN follows the last byte queued. */
  closing = false;
  finAcked = false;
  /** Nobody reads any more. */
  orphan = false;

  // Receive sequence space.
  irs = 0;
  rcvNxt = 0;
  /** The right edge of the widest window ever offered: what it promised is kept. */
  rcvEdge = 0;
  rcvScale = 0;
  readonly received: ReceiveBuffer;
  /** Where a FIN stands that came before the text in front of it. */
  finAt: number | undefined;
  finReceived = false;

  readonly rto: RtoEstimator;
  congestion: Congestion;
  /** The segment being timed: its end, and when it went. */
  timing: { readonly end: number; readonly since: number } | undefined;
  retries = 0;
  synTimedOut = false;
  lastSent = 0;
  lastReceived = 0;
  lastChallenge = Number.NEGATIVE_INFINITY;
  /** In a row, which sets their distance; and those of them that nothing has answered. */
  probes = 0;
  unansweredProbes = 0;
  /** A byte beyond SND.NXT is out, sent into a closed window. */
  probeOut = false;
  keepAliveProbes = 0;

  ackNeeded: 'no' | 'delayed' | 'now' = 'no';
  /** The ACK that is needed is a duplicate: its window is that of the last one, or it would not count (RFC 5681, 2). */
  ackIsDuplicate = false;
  /** Received since the last ACK went out. */
  unackedReceived = 0;

  // When each timer is due.
  retransmitAt: number | undefined;
  persistAt: number | undefined;
  delayedAckAt: number | undefined;
  keepAliveAt: number | undefined;
  /** TIME-WAIT, and FIN-WAIT-2 after close(). */
  lingerAt: number | undefined;

  send: TcpSegment[] = [];
  events: TcpEvent[] = [];

  constructor(options: TcbOptions) {
    const { profile, iss } = options;
    this.local = options.local;
    this.remote = options.remote;
    this.profile = profile;
    this.passive = options.passive;
    this.noDelay = options.noDelay ?? false;
    this.keepAlive = options.keepAlive ?? false;
    this.iss = iss >>> 0;
    this.sndUna = this.iss;
    this.sndNxt = this.iss;
    this.sndMax = this.iss;
    this.smallEnd = this.iss;
    this.received = new ReceiveBuffer(profile.maxGaps);
    this.rto = new RtoEstimator(profile);
    this.congestion = new Congestion(this.sndMss, profile.initialWindow, this.iss);
  }

  enter(state: TcpState): void {
    if (state === this.state) return;
    this.events.push({ type: 'state', from: this.state, to: state });
    this.state = state;
  }

  /** Deletes the TCB: no timer stays, and no byte but those received in order, which can still be read. */
  remove(): void {
    this.enter('CLOSED');
    this.stopTimers();
    this.sendRing.clear();
    this.queued = 0;
    this.ackNeeded = 'no';
    this.events.push({ type: 'closed' });
  }

  /** A reset takes what was not read with it (3.10.7.4, second). */
  flush(): void {
    this.received.clear();
    this.remove();
  }

  enterTimeWait(): void {
    this.stopTimers();
    this.enter('TIME-WAIT');
    this.lingerAt = this.now + this.profile.timeWait;
  }

  stopTimers(): void {
    this.retransmitAt = undefined;
    this.persistAt = undefined;
    this.delayedAckAt = undefined;
    this.keepAliveAt = undefined;
    this.lingerAt = undefined;
  }

  /** RCV.WND: up to the edge that was promised. */
  get rcvWnd(): number {
    return seqDifference(this.rcvEdge, this.rcvNxt);
  }

  /** The number of our FIN, whether sent or not. */
  get finSeq(): number {
    const synOut = this.sndUna === this.iss ? 1 : 0;
    return seqAdd(this.sndUna, synOut + this.queued);
  }

  get flightSize(): number {
    return seqDifference(this.sndNxt, this.sndUna);
  }

  get isSynchronized(): boolean {
    return !['CLOSED', 'LISTEN', 'SYN-SENT', 'SYN-RECEIVED'].includes(this.state);
  }
}
