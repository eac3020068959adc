/** What a connection tells: its states (RFC 9293, 3.3.2), what happened, and what to send. */
import type { TcpSegment } from '../wire/tcp.ts';

export const TCP_STATES = [
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
  'CLOSED',
] as const;

export type TcpState = (typeof TCP_STATES)[number];

export type TcpEvent =
  | { readonly type: 'state'; readonly from: TcpState; readonly to: TcpState }
  | { readonly type: 'connected' }
  /** There is something to read. */
  | { readonly type: 'data' }
  /** The peer's FIN came, after all its data. */
  | { readonly type: 'finished' }
  /** A full send buffer has room again. */
  | { readonly type: 'writable' }
  /** By the peer's RST. */
  | { readonly type: 'reset'; readonly refused: boolean }
  /** Given up: no answer. */
  | { readonly type: 'timeout' }
  /** `length` counts SYN and FIN, as sequence numbers do. */
  | { readonly type: 'retransmission'; readonly seq: number; readonly length: number; readonly why: Why }
  /** One byte into a closed window (3.8.6.1). */
  | { readonly type: 'probe'; readonly seq: number; readonly attempt: number }
  | { readonly type: 'keep-alive'; readonly attempt: number }
  /** RFC 5961: the peer is asked whether it meant that. */
  | { readonly type: 'challenge'; readonly seq: number }
  /** The TCB is gone; always the last event. */
  | { readonly type: 'closed' };

/** Timer, three duplicate ACKs, a partial ACK in recovery (RFC 6582), or SYN-ACK where a SYN went (simultaneous open). */
export type Why = 'timeout' | 'fast' | 'recovery' | 'simultaneous-open';

export interface TcpOutput {
  readonly send: TcpSegment[];
  readonly events: TcpEvent[];
  /** When `tick` is due, if ever. */
  readonly wakeAt?: number;
}

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}
