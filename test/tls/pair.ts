/** A client and a server that talk in memory, for the tests of TLS. */
import type { ClientConfig, ServerConfig, TlsEvent, TlsMachine } from '../../src/tls/index.ts';
import { createClient, createServer } from '../../src/tls/index.ts';
import { certify, NOW, person, ROOT } from '../x509/authority.ts';

export const BOB = person('CN=bob.example');
export const ROOT_CERTIFICATE = certify(ROOT, ROOT);
export const BOB_CERTIFICATE = certify(BOB, ROOT, {
  names: [{ kind: 'dNSName', value: 'bob.example' }],
  by: ROOT_CERTIFICATE,
});

export const SERVER: ServerConfig = { certificates: [BOB_CERTIFICATE], privateKey: BOB.privateKey };
export const CLIENT: ClientConfig = { anchors: [ROOT_CERTIFICATE], host: 'bob.example', at: NOW };

export interface Pair {
  readonly client: TlsMachine;
  readonly server: TlsMachine;
  /** What happened on each side since the last look. */
  readonly clientEvents: TlsEvent[];
  readonly serverEvents: TlsEvent[];
  /** Carries bytes to and fro until both are silent; starts with what `first` sends. */
  readonly carry: (first?: { from: 'client' | 'server'; bytes: Uint8Array }) => void;
}

/** How bytes travel: changed, cut into pieces, or kept away. */
export type Transport = (bytes: Uint8Array, from: 'client' | 'server') => readonly Uint8Array[];

export function makePair(
  clientConfig: Partial<ClientConfig> = {},
  serverConfig: Partial<ServerConfig> = {},
  transport: Transport = (bytes) => [bytes],
): Pair {
  const client = createClient({ ...CLIENT, ...clientConfig });
  const server = createServer({ ...SERVER, ...serverConfig });
  const clientEvents: TlsEvent[] = [];
  const serverEvents: TlsEvent[] = [];
  const carry: Pair['carry'] = (first) => {
    const queue = first ? [first] : [];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const to = next.from === 'client' ? 'server' : 'client';
      for (const piece of transport(next.bytes, next.from)) {
        const { send, events } = (to === 'server' ? server : client).receive(piece);
        (to === 'server' ? serverEvents : clientEvents).push(...events);
        if (send.length > 0) queue.push({ from: to, bytes: send });
      }
    }
  };
  return { client, server, clientEvents, serverEvents, carry };
}

/** As `makePair`, after the handshake, however it ended. */
export function shakeHands(...args: Parameters<typeof makePair>): Pair {
  const pair = makePair(...args);
  pair.carry({ from: 'client', bytes: pair.client.start().send });
  return pair;
}

/** All application data among events, joined. */
export function dataOf(events: readonly TlsEvent[]): Uint8Array {
  return Uint8Array.from(events.flatMap((event) => (event.type === 'data' ? [...event.data] : [])));
}
