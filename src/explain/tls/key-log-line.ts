/** The lines of a key log (RFC 9850, and NSS's format before it): whoever has them reads the connection. */
import { toHex } from '../../bytes/index.ts';
import type { TlsHappening } from '../../tls/index.ts';

/** So many bytes of the encrypted premaster name it. */
const NAMED_BY = 8;

/** The line that a happening adds; undefined for most. A resumed session has no premaster secret of its own. */
export function keyLogLine(happening: TlsHappening): string | undefined {
  switch (happening.what) {
    case 'premaster': {
      const name = happening.encryptedPremasterSecret.subarray(0, NAMED_BY);
      return `RSA ${toHex(name)} ${toHex(happening.premasterSecret)}\n`;
    }
    case 'keys':
      return `CLIENT_RANDOM ${toHex(happening.clientRandom)} ${toHex(happening.masterSecret)}\n`;
    default:
      return undefined;
  }
}
