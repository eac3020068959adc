/**
 * Congestion control (RFC 5681) with NewReno's partial acknowledgements (RFC 6582): how much the network gets.
 *
 * All in bytes. It decides; sending is another file's matter.
 */
import { isAtMost } from './sequence.ts';

export class Congestion {
  readonly #smss: number;
  readonly #initial: number;
  cwnd: number;
  ssthresh = Number.POSITIVE_INFINITY;
  dupAcks = 0;
  /** The highest number sent when recovery began: recovery ends there, and does not begin before it. */
  recover: number;
  inRecovery = false;
  #acked = 0;

  constructor(smss: number, initialSegments: number, iss: number) {
    this.#smss = smss;
    this.#initial = smss * initialSegments;
    this.cwnd = this.#initial;
    this.recover = iss;
  }

  /** What may be outstanding: the first two duplicate ACKs each let one new segment go (RFC 3042). */
  get allowance(): number {
    return this.inRecovery ? this.cwnd : this.cwnd + Math.min(this.dupAcks, 2) * this.#smss;
  }

  /** 3.1: slow start below ssthresh, then a segment per round trip. True: a partial ACK, send the next hole again. */
  onNewAck(acked: number, ack: number, flightSize: number): boolean {
    this.dupAcks = 0;
    if (this.inRecovery) {
      if (isAtMost(this.recover, ack)) {
        // RFC 6582, 3.2, full acknowledgement.
        this.inRecovery = false;
        this.cwnd = Math.min(this.ssthresh, Math.max(flightSize, this.#smss) + this.#smss);
        return false;
      }
      this.cwnd = Math.max(this.cwnd - acked, 0) + (acked >= this.#smss ? this.#smss : 0);
      this.cwnd = Math.max(this.cwnd, this.#smss);
      return true;
    }
    if (this.cwnd < this.ssthresh) this.cwnd += Math.min(acked, this.#smss);
    else {
      this.#acked += acked;
      if (this.#acked >= this.cwnd) {
        this.#acked -= this.cwnd;
        this.cwnd += this.#smss;
      }
    }
    return false;
  }

  /** 3.2: true with the third in a row: send the first unacknowledged segment again. */
  onDuplicateAck(una: number, sndMax: number, flightSize: number): boolean {
    this.dupAcks++;
    if (this.inRecovery) this.cwnd += this.#smss;
    if (this.inRecovery || this.dupAcks !== 3 || isAtMost(una, this.recover)) return false;
    // What RFC 3042 let go beyond the window does not count (RFC 5681, 3.2, step 2).
    this.#halve(Math.min(flightSize, this.cwnd));
    this.cwnd = this.ssthresh + 3 * this.#smss;
    this.recover = sndMax;
    this.inRecovery = true;
    return true;
  }

  /** 3.1, equation 4: a timeout; ssthresh only falls with the first of a row. */
  onTimeout(flightSize: number, sndMax: number, first: boolean): void {
    if (first) this.#halve(flightSize);
    this.cwnd = this.#smss;
    this.recover = sndMax;
    this.inRecovery = false;
    this.dupAcks = 0;
    this.#acked = 0;
  }

  /** 4.1: after a pause longer than an RTO the old window says nothing. */
  onIdle(): void {
    this.cwnd = Math.min(this.cwnd, this.#initial);
  }

  #halve(flightSize: number): void {
    this.ssthresh = Math.max(Math.floor(flightSize / 2), 2 * this.#smss);
  }
}
