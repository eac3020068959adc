/**
 * A ClientHello in the clothes of SSL 2.0, as clients sent it that wanted to be understood by the oldest servers, too
 * (RFC 5246, E.2). Only the hello looks so: what is agreed on is TLS, or nothing. Clients must not send it any more (RFC 6176);
 * a server may take it, and old programs are around.
 */
import { concat, Reader } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { TlsFault } from '../alert.ts';
import type { ClientHello } from './client-hello.ts';

const CLAUSE = 'RFC 5246, E.2';
/** V2CipherSpec: a zero byte and a suite's number, or three bytes of SSL 2.0's own. */
const CIPHER_SPEC = 3;
const RANDOM = 32;

/** From msg_type on: what the transcript hashes. `decode_error` where its lengths do not fit together. */
export function readSslv2Hello(bytes: Uint8Array): ClientHello {
  try {
    return readFields(new Reader(bytes));
  } catch (error) {
    if (error instanceof TlsFault || !(error instanceof CryptoError)) throw error;
    throw new TlsFault('decode_error', error.message);
  }
}

function readFields(reader: Reader): ClientHello {
  reader.u8('msg_type', CLAUSE);
  const clientVersion = reader.u16('version', CLAUSE);
  const specsLength = reader.u16('cipher_spec_length', CLAUSE);
  const sessionIdLength = reader.u16('session_id_length', CLAUSE);
  const challengeLength = reader.u16('challenge_length', CLAUSE);
  if (specsLength === 0 || specsLength % CIPHER_SPEC !== 0) {
    throw new TlsFault(
      'decode_error',
      `cipher_spec_length: expected a multiple of 3 from 3 up, got ${specsLength}`,
    );
  }
  if (sessionIdLength !== 0) {
    throw new TlsFault('decode_error', `session_id_length: expected 0, got ${sessionIdLength}`);
  }
  if (challengeLength < 16 || challengeLength > RANDOM) {
    throw new TlsFault('decode_error', `challenge_length: expected 16 to 32, got ${challengeLength}`);
  }
  const specs = reader.nested(specsLength, 'cipher_specs');
  const cipherSuites: number[] = [];
  while (specs.remaining > 0) {
    const spec = specs.u24('V2CipherSpec', CLAUSE);
    if (spec <= 0xffff) cipherSuites.push(spec);
  }
  const challenge = reader.bytes(challengeLength, 'challenge', CLAUSE);
  reader.end('client_hello');
  return {
    type: 'client_hello',
    clientVersion,
    // A shorter challenge stands at the end.
    random: concat(new Uint8Array(RANDOM - challengeLength), challenge),
    sessionId: new Uint8Array(0),
    cipherSuites,
    compressionMethods: [0],
    extensions: [],
  };
}
