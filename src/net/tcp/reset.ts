/** Resets for segments that belong to no connection (RFC 9293, 3.5.2 and 3.10.7.1). */
import { ACK, FIN, RST, SYN, type TcpSegment } from '../wire/tcp.ts';
import { seqAdd } from './sequence.ts';

/** 3.10.7.1, CLOSED: <SEQ=SEG.ACK><CTL=RST>, or <SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>; none answers a reset. */
export function resetFor(segment: TcpSegment): TcpSegment | undefined {
  const { flags, seq, ack, payload } = segment;
  if ((flags & RST) !== 0) return undefined;
  const acks = (flags & ACK) !== 0;
  const length = payload.length + (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0);
  return {
    sourcePort: segment.destinationPort,
    destinationPort: segment.sourcePort,
    seq: acks ? ack : 0,
    ack: acks ? 0 : seqAdd(seq, length),
    flags: acks ? RST : RST | ACK,
    window: 0,
    urgentPointer: 0,
    options: {},
    payload: new Uint8Array(0),
  };
}
