/**
 * ClientKeyExchange under RSA: the premaster secret, encrypted with the public key of the server's certificate
 * (RFC 5246, 7.4.7.1).
 */
import type { Reader, Writer } from '../../bytes/index.ts';

export interface ClientKeyExchange {
  readonly type: 'client_key_exchange';
  readonly encryptedPremasterSecret: Uint8Array;
}

const CLAUSE = 'RFC 5246, 7.4.7.1';

export function readClientKeyExchange(reader: Reader): ClientKeyExchange {
  const length = reader.u16('encrypted_pre_master_secret length', CLAUSE);
  return {
    type: 'client_key_exchange',
    encryptedPremasterSecret: reader.bytes(length, 'encrypted_pre_master_secret', CLAUSE),
  };
}

export function writeClientKeyExchange(
  writer: Writer,
  { encryptedPremasterSecret }: Omit<ClientKeyExchange, 'type'>,
): void {
  writer.prefixed(2, (inner) => inner.bytes(encryptedPremasterSecret));
}
