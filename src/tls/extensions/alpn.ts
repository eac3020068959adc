/** application_layer_protocol_negotiation: what is spoken inside, agreed on within the handshake (RFC 7301, 3.1). */
import { fromUtf8, type Reader, utf8, type Writer } from '../../bytes/index.ts';
import { TlsFault } from '../alert.ts';
import type { HelloSide } from './side.ts';

export interface Alpn {
  readonly name: 'application_layer_protocol_negotiation';
  readonly protocols: readonly string[];
}

/** A client lists what it can speak; a server answers with exactly one. */
export function readAlpn(data: Reader, side: HelloSide): Alpn {
  const list = data.nested(data.u16('protocol_name_list length', 'RFC 7301, 3.1'), 'protocol_name_list');
  const protocols: string[] = [];
  while (list.remaining > 0) {
    const length = list.u8('ProtocolName length', 'RFC 7301, 3.1');
    if (length === 0) throw new TlsFault('decode_error', 'ProtocolName: expected at least 1 byte, got 0');
    protocols.push(fromUtf8(list.bytes(length, 'ProtocolName', 'RFC 7301, 3.1')));
  }
  if (protocols.length === 0 || (side === 'server' && protocols.length !== 1)) {
    throw new TlsFault(
      'decode_error',
      `protocol_name_list: expected ${side === 'server' ? 'one name' : 'a name'}, got ${protocols.length}`,
    );
  }
  return { name: 'application_layer_protocol_negotiation', protocols };
}

export function writeAlpn(data: Writer, { protocols }: Alpn): void {
  data.prefixed(2, (list) => {
    for (const protocol of protocols) list.prefixed(1, (name) => name.bytes(utf8(protocol)));
  });
}
