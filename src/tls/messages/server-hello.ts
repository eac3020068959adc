/** ServerHello: what the server chose of the client's offer, and its own random (RFC 5246, 7.4.1.3). */
import type { Reader, Writer } from '../../bytes/index.ts';
import { type HelloExtension, readExtensions, writeExtensions } from '../extensions/extension.ts';
import { readSessionId } from './client-hello.ts';

export interface ServerHello {
  readonly type: 'server_hello';
  readonly serverVersion: number;
  readonly random: Uint8Array;
  /** The client's own, where an earlier session goes on. */
  readonly sessionId: Uint8Array;
  readonly cipherSuite: number;
  readonly compressionMethod: number;
  readonly extensions: readonly HelloExtension[];
}

const CLAUSE = 'RFC 5246, 7.4.1.3';

export function readServerHello(reader: Reader): ServerHello {
  return {
    type: 'server_hello',
    serverVersion: reader.u16('server_version', CLAUSE),
    random: reader.bytes(32, 'random', CLAUSE),
    sessionId: readSessionId(reader, CLAUSE),
    cipherSuite: reader.u16('cipher_suite', CLAUSE),
    compressionMethod: reader.u8('compression_method', CLAUSE),
    extensions: readExtensions(reader, 'server'),
  };
}

export function writeServerHello(writer: Writer, hello: Omit<ServerHello, 'type'>): void {
  writer.u16(hello.serverVersion).bytes(hello.random);
  writer.prefixed(1, (inner) => inner.bytes(hello.sessionId));
  writer.u16(hello.cipherSuite).u8(hello.compressionMethod);
  writeExtensions(writer, hello.extensions, 'server');
}
