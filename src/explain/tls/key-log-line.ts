/** The lines of a key log (RFC 9850, and NSS's format before it): whoever has them reads the connection. */
import { toHex } from '../../bytes/index.ts';
import type { TlsHappening } from '../../tls/index.ts';

/** So many bytes of the encrypted premaster name it. */
const NAMED_BY = 8;

/** The line of one connection: its client random, 32 bytes, and its master secret, 48 bytes. */
export function clientRandomLine(keys: { clientRandom: Uint8Array; masterSecret: Uint8Array }): string {
  return `CLIENT_RANDOM ${toHex(keys.clientRandom)} ${toHex(keys.masterSecret)}\n`;
}

/** The line that a happening adds; undefined for most. A resumed session has no premaster secret of its own. */
export function keyLogLine(happening: TlsHappening): string | undefined {
  switch (happening.what) {
    case 'premaster': {
      const name = happening.encryptedPremasterSecret.subarray(0, NAMED_BY);
      return `RSA ${toHex(name)} ${toHex(happening.premasterSecret)}\n`;
    }
    case 'keys':
      return clientRandomLine(happening);
    default:
      return undefined;
  }
}
