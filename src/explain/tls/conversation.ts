/**
 * A client and a server in memory: a handshake, a question, an answer, and goodbye. Everything that happens on either side is
 * noted, secrets included.
 */
import {
  type ClientConfig,
  type Connection,
  createClient,
  createServer,
  type ServerConfig,
  type TlsEvent,
  type TlsHappening,
  type TlsOutput,
} from '../../tls/index.ts';

export type Side = 'client' | 'server';

/** What happened, and where. */
export interface Noted {
  readonly side: Side;
  readonly happening: TlsHappening;
}

export interface Conversation {
  /** In the order in which it happened. */
  readonly noted: readonly Noted[];
  readonly events: readonly { readonly side: Side; readonly event: TlsEvent }[];
  /** The client's; undefined where no handshake came about. */
  readonly connection: Connection | undefined;
}

export interface Said {
  readonly request: Uint8Array;
  readonly response: Uint8Array;
}

/** Flights that are carried at most: a handshake takes four. */
const MAX_FLIGHTS = 64;

/** Runs the whole conversation. `observe` of either side is called as well. */
export function runTlsConversation(
  client: ClientConfig,
  server: ServerConfig,
  { request, response }: Said,
): Conversation {
  const noted: Noted[] = [];
  const events: { side: Side; event: TlsEvent }[] = [];
  const observer = (side: Side, further: ClientConfig['observe']) => (happening: TlsHappening) => {
    noted.push({ side, happening });
    further?.(happening);
  };
  const machines = {
    client: createClient({ ...client, observe: observer('client', client.observe) }),
    server: createServer({ ...server, observe: observer('server', server.observe) }),
  };
  /** Carries what one side sends to the other, and the answer back, until both are silent. */
  const carry = (from: Side, first: TlsOutput) => {
    let [side, output] = [from, first];
    for (let flight = 0; flight < MAX_FLIGHTS; flight++) {
      for (const event of output.events) events.push({ side, event });
      if (output.send.length === 0) return;
      side = side === 'client' ? 'server' : 'client';
      output = machines[side].receive(output.send);
    }
  };
  const isConnected = () => machines.client.status === 'connected' && machines.server.status === 'connected';

  carry('client', machines.client.start());
  if (isConnected()) carry('client', machines.client.write(request));
  if (isConnected()) carry('server', machines.server.write(response));
  if (isConnected()) carry('client', machines.client.close());
  return { noted, events, connection: machines.client.connection };
}
