/**
 * Sessions: what both sides keep of a handshake, so that the next one needs no certificate and no key exchange
 * (RFC 5246, 7.3 and F.1.4). Whoever steals a kept session reads the connections that go on with it.
 */
import { toHex } from '../bytes/index.ts';
import type { Certificate } from '../x509/index.ts';
import type { CipherSuite } from './suites.ts';
import type { MasterSecret } from './tls12/key-schedule.ts';

export interface Session {
  /** 1 to 32 bytes; empty where it cannot be gone on with. */
  readonly id: Uint8Array;
  readonly suite: CipherSuite;
  readonly masterSecret: MasterSecret;
  readonly extendedMasterSecret: boolean;
  readonly serverName: string | undefined;
  /** The server's, as the client saw them. */
  readonly peerCertificates: readonly Certificate[];
}

export interface SessionCache {
  find(id: Uint8Array): Session | undefined;
  store(session: Session): void;
  /** A session whose connection failed is not gone on with (RFC 5246, 7.2.2). */
  forget(id: Uint8Array): void;
}

/** At most a day, says RFC 5246, F.1.4; in milliseconds. */
const LIFETIME = 60 * 60 * 1000;

/** Keeps the newest `capacity` sessions for an hour each, in memory. */
export function memorySessions(capacity = 1000, now: () => number = Date.now): SessionCache {
  const kept = new Map<string, { readonly session: Session; readonly until: number }>();
  /** The oldest come first. */
  const forgetOld = () => {
    for (const [id, { until }] of kept) {
      if (until > now()) break;
      kept.delete(id);
    }
  };
  return {
    find(id) {
      forgetOld();
      const entry = kept.get(toHex(id));
      return entry && entry.until > now() ? entry.session : undefined;
    },
    store(session) {
      forgetOld();
      const id = toHex(session.id);
      kept.delete(id);
      kept.set(id, { session, until: now() + LIFETIME });
      for (const oldest of kept.keys()) {
        if (kept.size <= capacity) break;
        kept.delete(oldest);
      }
    },
    forget(id) {
      kept.delete(toHex(id));
    },
  };
}
