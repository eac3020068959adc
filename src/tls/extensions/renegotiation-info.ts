/**
 * renegotiation_info: ties a second handshake to the first (RFC 5746, 3.2). We do no second one; an empty one says that we know
 * of the attack.
 */
import type { Reader, Writer } from '../../bytes/index.ts';

export interface RenegotiationInfo {
  readonly name: 'renegotiation_info';
  readonly renegotiatedConnection: Uint8Array;
}

export function readRenegotiationInfo(data: Reader): RenegotiationInfo {
  const length = data.u8('renegotiated_connection length', 'RFC 5746, 3.2');
  const renegotiatedConnection = data.bytes(length, 'renegotiated_connection', 'RFC 5746, 3.2');
  return { name: 'renegotiation_info', renegotiatedConnection };
}

export function writeRenegotiationInfo(data: Writer, { renegotiatedConnection }: RenegotiationInfo): void {
  data.prefixed(1, (inner) => inner.bytes(renegotiatedConnection));
}
