/**
 * server_name: which host the client means, in the clear, so that a server of many names can choose (RFC 6066, 3).
 * A server that used it answers with an empty one.
 */
import { excerpt, fromUtf8, type Reader, utf8, type Writer } from '../../bytes/index.ts';
import { TlsFault } from '../alert.ts';
import type { HelloSide } from './side.ts';

/** Without a name where a server says that it used the client's (3). */
export interface ServerName {
  readonly name: 'server_name';
  readonly hostName: string | undefined;
}

/** NameType, the only one there is. */
const HOST_NAME = 0;

export function readServerName(data: Reader, side: HelloSide): ServerName {
  if (side === 'server') return { name: 'server_name', hostName: undefined };
  const list = data.nested(data.u16('server_name_list length', 'RFC 6066, 3'), 'server_name_list');
  if (list.remaining === 0) throw new TlsFault('decode_error', 'server_name: expected a name, got none');
  let hostName: string | undefined;
  while (list.remaining > 0) {
    const type = list.u8('name_type', 'RFC 6066, 3');
    const bytes = list.bytes(list.u16('host_name length', 'RFC 6066, 3'), 'host_name', 'RFC 6066, 3');
    if (type !== HOST_NAME) continue;
    if (hostName !== undefined) {
      throw new TlsFault('illegal_parameter', 'server_name: expected one host name, got several');
    }
    if (bytes.length === 0)
      throw new TlsFault('decode_error', 'server_name: expected a host name, got an empty one');
    hostName = expectHostName(bytes);
  }
  return { name: 'server_name', hostName };
}

/** ASCII that can be seen, as DNS has it: nothing that a log or a terminal would stumble over. */
function expectHostName(bytes: Uint8Array): string {
  if (bytes.length <= 255 && bytes.every((byte) => byte > 0x20 && byte < 0x7f)) return fromUtf8(bytes);
  throw new TlsFault(
    'illegal_parameter',
    `server_name: expected up to 255 letters, digits, dots and hyphens, got ${excerpt(fromUtf8(bytes))}`,
  );
}

export function writeServerName(data: Writer, { hostName }: ServerName, side: HelloSide): void {
  if (side === 'server' || hostName === undefined) return;
  data.prefixed(2, (list) => list.u8(HOST_NAME).prefixed(2, (name) => name.bytes(utf8(hostName))));
}
