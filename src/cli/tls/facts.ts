/** A connection in a line, and as data: what was agreed on, and with whom. No secret is in it. */
import { toHex } from '../../bytes/index.ts';
import { bitLength } from '../../math/index.ts';
import type { CipherSuite, Connection } from '../../tls/index.ts';
import type { Certificate } from '../../x509/index.ts';
import { named } from '../commands/cert/verdict-text.ts';
import { summary } from '../commands/cert/verify-run.ts';
import { listed } from '../lists.ts';
import type { Session } from '../session.ts';
import { visibleText } from '../visible.ts';

/** `TLS_RSA_WITH_AES_128_GCM_SHA256, extended_master_secret` and what else was agreed on. */
export function agreedText(session: Session, connection: Connection): string {
  const { suite, extendedMasterSecret, encryptThenMac, serverName, alpn, resumed } = connection;
  return listed(session, [
    suite.name,
    ...(resumed ? [session.say('tls.fact.resumed')] : []),
    ...(extendedMasterSecret ? ['extended_master_secret'] : []),
    ...(encryptThenMac ? ['encrypt_then_mac'] : []),
    ...(serverName === undefined ? [] : [`server_name ${visibleText(serverName)}`]),
    ...(alpn === undefined ? [] : [`ALPN ${visibleText(alpn)}`]),
  ]);
}

export function connectionJson(connection: Connection): Record<string, unknown> {
  const { suite, extendedMasterSecret, encryptThenMac, serverName, alpn, resumed } = connection;
  return {
    version: 'TLS 1.2',
    suite: suite.name,
    resumed,
    extendedMasterSecret,
    encryptThenMac,
    serverName: serverName ?? null,
    alpn: alpn ?? null,
    clientRandom: toHex(connection.clientRandom),
    serverRandom: toHex(connection.serverRandom),
    sessionId: toHex(connection.session.id),
    ...(connection.peerCertificates.length > 0 && {
      certificates: connection.peerCertificates.map(summary),
    }),
  };
}

/** RSA keys below this are not issued any more (CA/Browser Forum, Baseline Requirements, 6.1.5). */
const USUAL_BITS = 2048;

/** Of a server's own certificate. */
export function noteShortKey(session: Session, { publicKey, subject }: Certificate): void {
  if (publicKey.algorithm === 'unknown') return;
  const bits = bitLength(publicKey.rsa.n);
  if (bits < USUAL_BITS) session.note('tls.note.shortKey', { who: named(session, subject), bits });
}

/** One remark for each kind of weakness that was asked for by name. */
export function noteWeakSuites(session: Session, suites: readonly CipherSuite[] = []): void {
  for (const weakness of new Set(suites.map(({ weak }) => weak))) {
    if (weakness !== undefined) session.note(`tls.weak.${weakness}`);
  }
}
