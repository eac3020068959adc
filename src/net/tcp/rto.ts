/**
 * The retransmission timeout (RFC 6298): how long to wait before a segment counts as lost.
 *
 * Times in microseconds. Karn's rule (section 3) is the caller's: never sample a segment that was sent twice.
 */

/** alpha, beta and K of section 2. */
const ALPHA = 1 / 8;
const BETA = 1 / 4;
const K = 4;

export interface RtoBounds {
  readonly initialRto: number;
  readonly minRto: number;
  readonly maxRto: number;
}

export class RtoEstimator {
  readonly #bounds: RtoBounds;
  readonly #granularity: number;
  #srtt: number | undefined;
  #rttvar = 0;
  #base: number;
  #backoff = 1;

  /** `granularity` is the RFC's G. Linux in effect has G = its minimum, which spares a steady path spurious timeouts. */
  constructor(bounds: RtoBounds, granularity = bounds.minRto) {
    this.#bounds = bounds;
    this.#granularity = granularity;
    this.#base = bounds.initialRto;
  }

  /** Undefined before the first measurement. */
  get srtt(): number | undefined {
    return this.#srtt;
  }

  get rttvar(): number {
    return this.#rttvar;
  }

  get rto(): number {
    return Math.min(this.#base * this.#backoff, this.#bounds.maxRto);
  }

  /** (2.2), (2.3): a round trip R' was measured. That also ends the back-off (section 5). */
  sample(r: number): void {
    if (this.#srtt === undefined) {
      this.#srtt = r;
      this.#rttvar = r / 2;
    } else {
      this.#rttvar = (1 - BETA) * this.#rttvar + BETA * Math.abs(this.#srtt - r);
      this.#srtt = (1 - ALPHA) * this.#srtt + ALPHA * r;
    }
    const rto = Math.round(this.#srtt + Math.max(this.#granularity, K * this.#rttvar));
    this.#base = Math.min(Math.max(rto, this.#bounds.minRto), this.#bounds.maxRto);
    this.#backoff = 1;
  }

  /** (5.5): the timer expired. */
  backOff(): void {
    if (this.#base * this.#backoff < this.#bounds.maxRto) this.#backoff *= 2;
  }

  /** (5.7): after a SYN that timed out, data starts with a careful RTO. */
  restart(rto: number): void {
    if (this.#srtt === undefined) this.#base = rto;
    this.#backoff = 1;
  }
}
