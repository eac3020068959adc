/**
 * The numbers that RFC 9293 leaves to the implementation, under the name of the system they come from.
 *
 * They are Linux's defaults, not the RFC's: where the two differ, the RFC's figure stands beside it. All times
 * are in microseconds. Linux also tunes its buffers as it goes; here they have one size.
 */

export interface TcpProfile {
  readonly name: string;
  /** The largest segment to receive, in bytes of text: 1500 of Ethernet without the two headers. */
  readonly mss: number;
  /** The window in bytes, as Linux's first: 65535 in whole segments. */
  readonly receiveBuffer: number;
  readonly sendBuffer: number;
  /** The shift we ask for (RFC 7323); undefined: none. Linux takes it from the largest tcp_rmem. */
  readonly windowScale: number | undefined;
  /** Runs of bytes held behind a gap, at most. */
  readonly maxGaps: number;
  /** Segments sent before the first acknowledgement (RFC 6928; RFC 5681: 2 to 4). */
  readonly initialWindow: number;
  /** SYN sent again so often: after 1, 3, 7, 15, 31, 63 s; after 127 s it gives up (tcp_syn_retries). */
  readonly synRetries: number;
  /** SYN-ACK sent again so often; the half-open entry goes after 63 s (tcp_synack_retries). */
  readonly synAckRetries: number;
  /** Anything else sent again so often (tcp_retries2). */
  readonly retries2: number;
  readonly initialRto: number;
  /** TCP_RTO_MIN, also the least that is added for the variance (RFC 6298: RTO of at least 1 s). */
  readonly minRto: number;
  /** TCP_RTO_MAX (RFC 6298: at least 60 s). */
  readonly maxRto: number;
  /** RTO after a SYN that timed out (RFC 6298, 5.7). */
  readonly fallbackRto: number;
  /** TCP_DELACK_MIN (RFC 9293: under 0.5 s). */
  readonly delayedAck: number;
  /** A FIN acknowledged at once gives the close of four segments; delayed, an early close of ours makes it three. */
  readonly finAck: 'at-once' | 'delayed';
  /** TCP_TIMEWAIT_LEN (RFC 9293: 2 MSL = 4 minutes). */
  readonly timeWait: number;
  /** How long FIN-WAIT-2 waits for a peer after close() (tcp_fin_timeout; RFC 9293: for ever). */
  readonly finTimeout: number;
  /** tcp_keepalive_time, tcp_keepalive_intvl, tcp_keepalive_probes; only where switched on (RFC 9293, 3.8.4). */
  readonly keepAlive: { readonly time: number; readonly interval: number; readonly probes: number };
  /** The least time between two challenge ACKs of a connection (tcp_invalid_ratelimit; RFC 5961, 7). */
  readonly challengeInterval: number;
  /** Connections that wait for accept(), and half-open ones, at most (net.core.somaxconn). */
  readonly backlog: number;
  /** A SYN with a later number takes the place of a connection in TIME-WAIT (RFC 9293, 3.6.1: MAY). */
  readonly reuseTimeWait: boolean;
  /** ip_local_port_range: the first, and the one after the last. */
  readonly ephemeralPorts: readonly [number, number];
}

const SECOND = 1_000_000;

export const LINUX: TcpProfile = {
  name: 'Linux',
  mss: 1460,
  receiveBuffer: 64_240,
  sendBuffer: 4_194_304,
  windowScale: 7,
  maxGaps: 64,
  initialWindow: 10,
  synRetries: 6,
  synAckRetries: 5,
  retries2: 15,
  initialRto: SECOND,
  minRto: SECOND / 5,
  maxRto: 120 * SECOND,
  fallbackRto: 3 * SECOND,
  delayedAck: 40_000,
  finAck: 'at-once',
  timeWait: 60 * SECOND,
  finTimeout: 60 * SECOND,
  keepAlive: { time: 7200 * SECOND, interval: 75 * SECOND, probes: 9 },
  challengeInterval: SECOND / 2,
  backlog: 4096,
  reuseTimeWait: true,
  ephemeralPorts: [32_768, 61_000],
};
