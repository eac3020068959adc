/**
 * Handshake messages: a type, a length in three bytes, and the body (RFC 5246, 7.4).
 *
 * `readHandshake` is what runs and what the views show: give it a recorder, and it names every byte.
 */
import { Reader, type Recorder, Writer } from '../../bytes/index.ts';
import { CryptoError, expectBytes } from '../../errors.ts';
import { TlsFault } from '../alert.ts';
import { type CertificateMessage, readCertificateMessage, writeCertificateMessage } from './certificate.ts';
import {
  type CertificateRequest,
  readCertificateRequest,
  writeCertificateRequest,
} from './certificate-request.ts';
import { type ClientHello, readClientHello, writeClientHello } from './client-hello.ts';
import {
  type ClientKeyExchange,
  readClientKeyExchange,
  writeClientKeyExchange,
} from './client-key-exchange.ts';
import { type Finished, readFinished, writeFinished } from './finished.ts';
import { readServerHello, type ServerHello, writeServerHello } from './server-hello.ts';

/** HandshakeType (7.4, A.4), as far as it occurs with RSA key exchange. */
export const HANDSHAKE_TYPES = {
  hello_request: 0,
  client_hello: 1,
  server_hello: 2,
  certificate: 11,
  certificate_request: 13,
  server_hello_done: 14,
  client_key_exchange: 16,
  finished: 20,
} as const;

export type HandshakeType = keyof typeof HANDSHAKE_TYPES;

/** As the prose of the standard spells them (7.4). */
export const MESSAGE_NAMES = {
  hello_request: 'HelloRequest',
  client_hello: 'ClientHello',
  server_hello: 'ServerHello',
  certificate: 'Certificate',
  certificate_request: 'CertificateRequest',
  server_hello_done: 'ServerHelloDone',
  client_key_exchange: 'ClientKeyExchange',
  finished: 'Finished',
} as const satisfies Readonly<Record<HandshakeType, string>>;

export type HandshakeMessage =
  | { readonly type: 'hello_request' }
  | ClientHello
  | ServerHello
  | CertificateMessage
  | CertificateRequest
  | { readonly type: 'server_hello_done' }
  | ClientKeyExchange
  | Finished
  /** One that has no place here, such as ServerKeyExchange or NewSessionTicket. */
  | { readonly type: 'unknown'; readonly number: number; readonly body: Uint8Array };

/** msg_type and length. */
export const HANDSHAKE_HEADER = 4;

const NAMES = new Map<number, HandshakeType>(
  Object.entries(HANDSHAKE_TYPES).map(([name, number]) => [number, name as HandshakeType]),
);

/** What a number stands for; undefined for one that RSA key exchange has not. */
export function handshakeTypeNamed(number: number): HandshakeType | undefined {
  return NAMES.get(number);
}

/** The name of a message, or its number, for sentences. */
export function messageName(message: HandshakeMessage): string {
  return message.type === 'unknown' ? `handshake message ${message.number}` : message.type;
}

/** One whole message. Throws `TlsFault`: `decode_error` where its lengths do not fit together. */
export function readHandshake(bytes: Uint8Array, record?: Recorder, base = 0): HandshakeMessage {
  expectBytes('bytes', bytes);
  try {
    const reader = new Reader(bytes, record, base);
    const number = reader.u8('msg_type', 'RFC 5246, 7.4');
    const length = reader.u24('length', 'RFC 5246, 7.4');
    const body = reader.nested(length, NAMES.get(number) ?? `handshake message ${number}`);
    reader.end('handshake message');
    const message = readBody(number, body);
    body.end(messageName(message));
    return message;
  } catch (error) {
    if (error instanceof CryptoError && !(error instanceof TlsFault)) {
      throw new TlsFault('decode_error', error.message);
    }
    throw error;
  }
}

/** The message with its header. */
export function encodeHandshake(message: HandshakeMessage): Uint8Array {
  const number = message.type === 'unknown' ? message.number : HANDSHAKE_TYPES[message.type];
  return new Writer()
    .u8(number)
    .prefixed(3, (body) => writeBody(body, message))
    .finish();
}

function readBody(number: number, body: Reader): HandshakeMessage {
  const type = NAMES.get(number);
  switch (type) {
    case 'client_hello':
      return readClientHello(body);
    case 'server_hello':
      return readServerHello(body);
    case 'certificate':
      return readCertificateMessage(body);
    case 'certificate_request':
      return readCertificateRequest(body);
    case 'client_key_exchange':
      return readClientKeyExchange(body);
    case 'finished':
      return readFinished(body);
    case 'hello_request':
    case 'server_hello_done':
      return { type };
    case undefined:
      return { type: 'unknown', number, body: body.bytes(body.remaining, 'body', 'RFC 5246, 7.4') };
  }
}

function writeBody(body: Writer, message: HandshakeMessage): void {
  switch (message.type) {
    case 'client_hello':
      writeClientHello(body, message);
      break;
    case 'server_hello':
      writeServerHello(body, message);
      break;
    case 'certificate':
      writeCertificateMessage(body, message);
      break;
    case 'certificate_request':
      writeCertificateRequest(body, message);
      break;
    case 'client_key_exchange':
      writeClientKeyExchange(body, message);
      break;
    case 'finished':
      writeFinished(body, message);
      break;
    case 'hello_request':
    case 'server_hello_done':
      break;
    case 'unknown':
      body.bytes(message.body);
  }
}
