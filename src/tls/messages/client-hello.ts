/** ClientHello: what the client can do, and its random (RFC 5246, 7.4.1.2). */
import type { Reader, Writer } from '../../bytes/index.ts';
import { TlsFault } from '../alert.ts';
import { type HelloExtension, readExtensions, writeExtensions } from '../extensions/extension.ts';

export interface ClientHello {
  readonly type: 'client_hello';
  readonly clientVersion: number;
  /** 32 bytes. The standard puts the time into the first four (gmt_unix_time); we draw them all, as everybody does today. */
  readonly random: Uint8Array;
  /** 0 to 32 bytes: which earlier session to go on with. */
  readonly sessionId: Uint8Array;
  /** The numbers of what is offered, best first. */
  readonly cipherSuites: readonly number[];
  readonly compressionMethods: readonly number[];
  readonly extensions: readonly HelloExtension[];
}

const CLAUSE = 'RFC 5246, 7.4.1.2';

export function readClientHello(reader: Reader): ClientHello {
  const clientVersion = reader.u16('client_version', CLAUSE);
  const random = reader.bytes(32, 'random', 'RFC 5246, 7.4.1.2');
  const sessionId = readSessionId(reader, CLAUSE);
  const suites = reader.nested(reader.u16('cipher_suites length', CLAUSE), 'cipher_suites');
  const cipherSuites: number[] = [];
  while (suites.remaining > 0) cipherSuites.push(suites.u16('cipher_suite', CLAUSE));
  if (cipherSuites.length === 0) {
    throw new TlsFault('decode_error', 'cipher_suites: expected at least one, got none');
  }
  const methods = reader.nested(reader.u8('compression_methods length', CLAUSE), 'compression_methods');
  const compressionMethods: number[] = [];
  while (methods.remaining > 0) compressionMethods.push(methods.u8('compression_method', CLAUSE));
  if (compressionMethods.length === 0) {
    throw new TlsFault('decode_error', 'compression_methods: expected at least one, got none');
  }
  const extensions = readExtensions(reader, 'client');
  return {
    type: 'client_hello',
    clientVersion,
    random,
    sessionId,
    cipherSuites,
    compressionMethods,
    extensions,
  };
}

export function writeClientHello(writer: Writer, hello: Omit<ClientHello, 'type'>): void {
  writer.u16(hello.clientVersion).bytes(hello.random);
  writer.prefixed(1, (inner) => inner.bytes(hello.sessionId));
  writer.prefixed(2, (inner) => {
    for (const suite of hello.cipherSuites) inner.u16(suite);
  });
  writer.prefixed(1, (inner) => {
    for (const method of hello.compressionMethods) inner.u8(method);
  });
  writeExtensions(writer, hello.extensions, 'client');
}

/** session_id<0..32>, the same in both hellos. */
export function readSessionId(reader: Reader, clause: string): Uint8Array {
  const length = reader.u8('session_id length', clause);
  if (length > 32) {
    throw new TlsFault('decode_error', `session_id: expected at most 32 bytes, got ${length}`);
  }
  return reader.bytes(length, 'session_id', clause);
}
