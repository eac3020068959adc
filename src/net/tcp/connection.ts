/**
 * One TCP connection (RFC 9293, with RFC 5681, 5961, 6298, 6582 and 7323's window scale): sans-I/O, every call gives
 * what to send, what happened, and when to call `tick`.
 *
 * No SACK, no timestamps, no urgent data: a lossy path is slower than with them.
 */
import { SYN, type TcpSegment } from '../wire/tcp.ts';
import { segmentArrives } from './arrival.ts';
import type { Endpoint, TcpOutput, TcpState } from './events.ts';
import { learnPeer } from './handshake.ts';
import { LINUX, type TcpProfile } from './profile.ts';
import { offerWindowAfterRead, output, sendReset, sendSyn } from './sending.ts';
import { seqAdd, seqDifference } from './sequence.ts';
import { Tcb } from './tcb.ts';
import { nextDue, runTimers } from './timers.ts';

export interface TcpConnectionOptions {
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** The initial sequence number. */
  readonly iss: number;
  readonly profile?: TcpProfile;
  readonly noDelay?: boolean;
  readonly keepAlive?: boolean;
}

/** The four categories of the bytes to send: numbers of bytes. */
export interface SendWindow {
  /** Sent and acknowledged. */
  readonly acked: number;
  /** Sent, not acknowledged. */
  readonly sentUnacked: number;
  /** Not sent, the receiver has room. */
  readonly usable: number;
  /** Not sent, beyond the window. */
  readonly beyond: number;
  /** SND.WND; what of it is free; and what congestion control leaves of it. */
  readonly advertised: number;
  readonly effective: number;
  readonly cwnd: number;
  readonly ssthresh: number;
  readonly rto: number;
  readonly srtt: number | undefined;
}

export class TcpConnection {
  readonly #tcb: Tcb;

  constructor(options: TcpConnectionOptions, passive = false) {
    this.#tcb = new Tcb({ ...options, profile: options.profile ?? LINUX, passive });
  }

  /** From a SYN that came to a listener: SYN-RECEIVED, and the SYN-ACK (3.10.7.2). */
  static accept(options: TcpConnectionOptions, syn: TcpSegment, now: number) {
    const connection = new TcpConnection(options, true);
    const output = connection.#run(now, (tcb) => {
      learnPeer(tcb, syn);
      tcb.rcvEdge = tcb.rcvNxt;
      tcb.events.push({ type: 'state', from: 'LISTEN', to: 'SYN-RECEIVED' });
      tcb.state = 'SYN-RECEIVED';
      sendSyn(tcb);
    });
    return { connection, output };
  }

  /** From the ACK of a SYN cookie: as if the SYN had been kept. `options.iss` is the cookie. */
  static resume(options: TcpConnectionOptions, mss: number, ack: TcpSegment, now: number) {
    const connection = new TcpConnection(options, true);
    const output = connection.#run(now, (tcb) => {
      const syn = { ...ack, seq: seqAdd(ack.seq, -1), flags: SYN, options: { mss } };
      learnPeer(tcb, syn);
      tcb.sndNxt = seqAdd(tcb.iss, 1);
      tcb.sndMax = tcb.sndNxt;
      tcb.state = 'SYN-RECEIVED';
      segmentArrives(tcb, ack);
    });
    return { connection, output };
  }

  get state(): TcpState {
    return this.#tcb.state;
  }

  get local(): Endpoint {
    return this.#tcb.local;
  }

  get remote(): Endpoint {
    return this.#tcb.remote;
  }

  /** When `tick` is due. */
  get wakeAt(): number | undefined {
    return nextDue(this.#tcb);
  }

  /** SND.UNA, SND.NXT (the highest sent) and RCV.NXT, as they stand. */
  get numbers() {
    const { iss, irs, sndUna, sndMax, rcvNxt, rcvWnd } = this.#tcb;
    return { iss, irs, sndUna, sndNxt: sndMax, rcvNxt, rcvWnd };
  }

  /** Bytes that can be read. */
  get readable(): number {
    return this.#tcb.received.unread;
  }

  /** Bytes that came behind a gap, by their places in the stream, from 0. */
  get held(): readonly { readonly left: number; readonly right: number }[] {
    return this.#tcb.received.held;
  }

  /** The peer's FIN has come. */
  get isFinished(): boolean {
    return this.#tcb.finReceived;
  }

  /** OPEN, active (3.10.1). */
  open(now: number): TcpOutput {
    return this.#run(now, (tcb) => {
      if (tcb.state !== 'CLOSED') return;
      tcb.enter('SYN-SENT');
      sendSyn(tcb);
    });
  }

  receive(segment: TcpSegment, now: number): TcpOutput {
    return this.#run(now, (tcb) => segmentArrives(tcb, segment));
  }

  /** SEND (3.10.2): `taken` bytes were queued; more can be after `writable`. None after CLOSE. */
  write(bytes: Uint8Array, now: number): TcpOutput & { readonly taken: number } {
    let taken = 0;
    const done = this.#run(now, (tcb) => {
      const { state } = tcb;
      const isOpen = tcb.isSynchronized || state === 'SYN-SENT' || state === 'SYN-RECEIVED';
      if (!isOpen || tcb.closing) return;
      taken = Math.min(bytes.length, tcb.profile.sendBuffer - tcb.queued);
      tcb.sendRing.write(tcb.queued, bytes.subarray(0, taken));
      tcb.queued += taken;
      if (taken < bytes.length) tcb.bufferWasFull = true;
    });
    return { ...done, taken };
  }

  /** RECEIVE (3.10.3). */
  read(most: number, now: number): TcpOutput & { readonly bytes: Uint8Array } {
    let bytes: Uint8Array = new Uint8Array(0);
    const done = this.#run(now, (tcb) => {
      bytes = tcb.received.read(most);
      if (bytes.length > 0 && tcb.isSynchronized && !tcb.finReceived) offerWindowAfterRead(tcb);
    });
    return { ...done, bytes };
  }

  /** CLOSE (3.10.4): nothing more to send; receiving goes on. The socket call shutdown(). */
  shutdown(now: number): TcpOutput {
    return this.#run(now, (tcb) => {
      if (tcb.state === 'SYN-SENT') tcb.remove();
      else if (tcb.state !== 'CLOSED') tcb.closing = true;
    });
  }

  /** The socket call close(): CLOSE, and nobody reads. What was not read, or comes later, is answered with a reset. */
  close(now: number): TcpOutput {
    return this.#run(now, (tcb) => {
      if (tcb.state === 'CLOSED') return;
      if (tcb.state === 'SYN-SENT') {
        tcb.remove();
        return;
      }
      if (tcb.received.unread > 0) {
        sendReset(tcb, tcb.sndMax);
        tcb.flush();
        return;
      }
      tcb.closing = true;
      tcb.orphan = true;
      if (tcb.state === 'FIN-WAIT-2') tcb.lingerAt = now + tcb.profile.finTimeout;
    });
  }

  /** ABORT (3.10.5): a reset where the peer knows of the connection. */
  abort(now: number): TcpOutput {
    return this.#run(now, (tcb) => {
      if (tcb.state === 'CLOSED') return;
      const tells = ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'];
      if (tells.includes(tcb.state)) sendReset(tcb, tcb.sndMax);
      tcb.flush();
    });
  }

  tick(now: number): TcpOutput {
    return this.#run(now, runTimers);
  }

  /** The window as it stands. */
  sendWindow(): SendWindow {
    const { iss, sndUna, sndMax, sndWnd, queued, congestion, rto } = this.#tcb;
    const sentUnacked = Math.min(seqDifference(sndMax, sndUna), queued);
    const effective = Math.max(sndWnd - seqDifference(sndMax, sndUna), 0);
    const unsent = queued - sentUnacked;
    return {
      acked: Math.max(seqDifference(sndUna, iss) - 1 - (this.#tcb.finAcked ? 1 : 0), 0),
      sentUnacked,
      usable: Math.min(unsent, effective),
      beyond: Math.max(unsent - effective, 0),
      advertised: sndWnd,
      effective,
      cwnd: congestion.cwnd,
      ssthresh: congestion.ssthresh,
      rto: rto.rto,
      srtt: rto.srtt,
    };
  }

  #run(now: number, action: (tcb: Tcb) => void): TcpOutput {
    const tcb = this.#tcb;
    tcb.now = now;
    action(tcb);
    if (tcb.state !== 'CLOSED') output(tcb);
    const { send, events } = tcb;
    tcb.send = [];
    tcb.events = [];
    const wakeAt = nextDue(tcb);
    return wakeAt === undefined ? { send, events } : { send, events, wakeAt };
  }
}
