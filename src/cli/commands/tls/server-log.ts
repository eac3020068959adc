/** What `crypto tls server` says of its connections: a line for each on stderr, and with `--json` all of it at the end. */
import type { Connection } from '../../../tls/index.ts';
import type { Session } from '../../session.ts';
import { agreedText, connectionJson } from '../../tls/facts.ts';
import { faultJson, faultText } from '../../tls/fault-text.ts';
import type { Visit } from '../../tls/listener.ts';
import type { StreamFault } from '../../tls/tls-stream.ts';

/** So many are told one by one; of the others only how many there were. */
const MOST_TOLD = 1000;

export interface ServerLog {
  secure(visit: Visit, connection: Connection): void;
  fault(visit: Visit, fault: StreamFault): void;
  drop(): void;
  /** Connections without a handshake, broken later, or cut off. */
  readonly bad: number;
  json(): Record<string, unknown>;
}

/**
 * With `web` a connection that is cut off is passed over: most web clients hang up without close_notify, and where both sides
 * know the length of everything it means nothing.
 */
export function openServerLog(session: Session, { web = false } = {}): ServerLog {
  const told = new Map<number, Record<string, unknown>>();
  const bad = new WeakSet<Visit>();
  const counts = { handshakes: 0, resumed: 0, failed: 0, refused: 0 };
  let badCount = 0;
  const tell = (visit: Visit, facts: Record<string, unknown>) => {
    const { number, peer } = visit;
    if (!session.json || (told.size >= MOST_TOLD && !told.has(number))) return;
    told.set(number, { number, peer: peer ?? null, ...told.get(number), ...facts });
  };
  const peerText = ({ peer }: Visit) => peer ?? session.say('tls.fact.gone');
  return {
    secure(visit, connection) {
      counts.handshakes++;
      if (connection.resumed) counts.resumed++;
      const { number } = visit;
      const peer = peerText(visit);
      session.note('tls.note.connected', { number, peer, agreed: agreedText(session, connection) });
      tell(visit, connectionJson(connection));
    },
    fault(visit, fault) {
      const cutOff = fault.kind === 'truncated' && !fault.handshake;
      if (cutOff && web) return tell(visit, faultJson(fault, visit.steps));
      // Who has nothing more to say is no failure.
      if ((fault.kind !== 'timeout' || fault.handshake) && !bad.has(visit)) {
        bad.add(visit);
        badCount++;
      }
      if (visit.stream.connection === undefined) counts.failed++;
      const { number, steps } = visit;
      const peer = peerText(visit);
      session.note('tls.note.fault', { number, peer, fault: faultText(session, 'server', fault, steps) });
      tell(visit, faultJson(fault, steps));
    },
    drop() {
      if (counts.refused++ === 0) session.note('tls.note.tooMany');
    },
    get bad() {
      return badCount;
    },
    json: () => ({ ...counts, connections: [...told.values()] }),
  };
}
