/**
 * A client and a server talk over a wire that lies in memory: one asks, the other answers, both say goodbye. Whoever holds the
 * wire sees every record as it passes, and decides what arrives.
 */
import { concatAll } from '../../bytes/index.ts';
import {
  type AlertDescription,
  type ClientConfig,
  type ContentType,
  createClient,
  createServer,
  type HandshakeMessage,
  type HandshakeType,
  MESSAGE_NAMES,
  type Recording,
  readHandshake,
  type ServerConfig,
  type TlsHappening,
  type TlsMachine,
  type TlsOutput,
} from '../../tls/index.ts';

export type WireSide = 'client' | 'server';

/** What a record carries, by the name that RFC 5246 gives it. */
export type WireLabel =
  | (typeof MESSAGE_NAMES)[HandshakeType]
  | 'HandshakeMessage'
  | 'ChangeCipherSpec'
  | 'ApplicationData'
  | 'Alert';

/** A record on its way. Who holds the wire has `record` alone; the rest is the narrator's. */
export interface Passing {
  readonly from: WireSide;
  readonly label: WireLabel;
  readonly type: ContentType;
  /** As sent, header and all. */
  readonly record: Uint8Array;
  /** Whether it is under the keys of the connection. */
  readonly isProtected: boolean;
  /** Before protection. */
  readonly plaintext: Uint8Array;
  /** What an alert says. */
  readonly alert: AlertDescription | undefined;
}

/** A record and what came of it. */
export interface Passed extends Passing {
  /** The records that arrived in its place: itself, others, or none. */
  readonly arrived: readonly Uint8Array[];
  /** Whether anything but this record arrived. */
  readonly meddled: boolean;
}

/**
 * What is to arrive in place of a record, or `cut`: nothing, and nothing ever again. `side` tells what its sender has observed
 * so far, for one who knows too much.
 */
export type Meddler = (passing: Passing, happened: readonly TlsHappening[]) => readonly Uint8Array[] | 'cut';

export interface ConversationPlan {
  readonly client: ClientConfig;
  readonly server: ServerConfig;
  /** What the client asks once it is connected, and what the server answers to all of it before it closes: a record each. */
  readonly request: readonly Uint8Array[];
  readonly answer: readonly Uint8Array[];
  readonly meddle?: Meddler | undefined;
}

/** Who noticed something, on receiving what. */
export interface Notice {
  readonly by: WireSide;
  readonly at: WireLabel | 'end';
  /** Its place among those that passed, and among what arrived in its place. */
  readonly passed: number;
  readonly arrived: number;
  /** None where the transport ended: there is nobody left to tell. */
  readonly alert: AlertDescription | undefined;
  readonly reason: string;
}

export interface SideReport {
  readonly connected: boolean;
  /** All application data that it got. */
  readonly read: Uint8Array;
  /** Whether the other side said goodbye. */
  readonly closed: boolean;
  readonly happened: readonly TlsHappening[];
}

export interface Conversation {
  /** Every record that was sent, in order. */
  readonly passed: readonly Passed[];
  readonly sides: Readonly<Record<WireSide, SideReport>>;
  readonly notice: Notice | undefined;
}

export function converse(plan: ConversationPlan): Conversation {
  return new Wire(plan).run();
}

/** What somebody has who only listened: all that was sent, each direction by itself. */
export function recordingOf({ passed }: Conversation): Recording {
  const sent = (side: WireSide) =>
    concatAll(passed.filter(({ from }) => from === side).map(({ record }) => record));
  return { client: sent('client'), server: sent('server') };
}

/** The handshake message in a record of its own; undefined for another record. */
export function messageIn({ type, plaintext }: Passing): HandshakeMessage | undefined {
  return type === 'handshake' ? readHandshake(plaintext) : undefined;
}

class Party {
  readonly side: WireSide;
  readonly machine: TlsMachine;
  readonly happened: TlsHappening[] = [];
  readonly read: Uint8Array[] = [];
  connected = false;
  closed = false;
  #told = 0;

  constructor(side: WireSide, { client, server }: ConversationPlan) {
    this.side = side;
    const observe = (happening: TlsHappening) => void this.happened.push(happening);
    this.machine =
      side === 'client' ? createClient({ ...client, observe }) : createServer({ ...server, observe });
  }

  get report(): SideReport {
    const { connected, closed, happened } = this;
    return { connected, closed, happened, read: concatAll(this.read) };
  }

  /** The records that were sent since last asked. */
  sent(): Passing[] {
    const news = this.happened.slice(this.#told);
    this.#told = this.happened.length;
    return news.flatMap((happening, i) => {
      if (happening.what !== 'record' || happening.direction !== 'sent') return [];
      const { type, record, plaintext, sequenceNumber } = happening;
      const said = news[i + 1];
      return {
        from: this.side,
        label: labelOf(type, plaintext),
        type,
        record,
        plaintext,
        isProtected: sequenceNumber !== undefined,
        alert: type === 'alert' && said?.what === 'alert' ? said.alert : undefined,
      };
    });
  }
}

class Wire {
  readonly #plan: ConversationPlan;
  readonly #parties: Readonly<Record<WireSide, Party>>;
  readonly #waiting: Passing[] = [];
  readonly #passed: Passed[] = [];
  #notice: Notice | undefined;

  constructor(plan: ConversationPlan) {
    this.#plan = plan;
    this.#parties = { client: new Party('client', plan), server: new Party('server', plan) };
  }

  run(): Conversation {
    const { client, server } = this.#parties;
    this.#take(client, client.machine.start());
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const { from } = next;
      const arrived = this.#plan.meddle?.(next, this.#parties[from].happened) ?? [next.record];
      if (arrived === 'cut') {
        this.#passed.push({ ...next, arrived: [], meddled: true });
        for (const party of [client, server]) this.#take(party, party.machine.end(), { at: 'end' });
        break;
      }
      this.#passed.push({ ...next, arrived, meddled: arrived.length !== 1 || arrived[0] !== next.record });
      const receiver = from === 'client' ? server : client;
      for (const [i, record] of arrived.entries()) {
        this.#take(receiver, receiver.machine.receive(record), { at: next.label, arrived: i });
      }
    }
    return {
      passed: this.#passed,
      sides: { client: client.report, server: server.report },
      notice: this.#notice,
    };
  }

  #write(party: Party, parts: readonly Uint8Array[]): void {
    for (const part of parts) this.#take(party, party.machine.write(part));
  }

  /** What a machine has to say goes onto the wire; what happened to it decides what it says next. */
  #take(
    party: Party,
    { events }: TlsOutput,
    { at, arrived = 0 }: Partial<Pick<Notice, 'at' | 'arrived'>> = {},
  ): void {
    this.#waiting.push(...party.sent());
    const { machine, side } = party;
    const { request, answer } = this.#plan;
    const notice = (alert: Notice['alert'], reason: string) => {
      if (at === undefined) return;
      this.#notice ??= { by: side, at, passed: this.#passed.length - 1, arrived, alert, reason };
    };
    for (const event of events) {
      switch (event.type) {
        case 'connected':
          party.connected = true;
          if (side === 'client') this.#write(party, request);
          break;
        case 'data':
          party.read.push(event.data);
          if (
            side === 'server' &&
            machine.status === 'connected' &&
            lengthOf(party.read) >= lengthOf(request)
          ) {
            this.#write(party, answer);
            this.#take(party, machine.close());
          }
          break;
        case 'closed':
          party.closed = true;
          break;
        case 'truncated':
          notice(undefined, TRUNCATED);
          break;
        case 'failed':
          if (event.by === 'us') notice(event.alert, event.reason);
          break;
        case 'warning':
          break;
      }
    }
  }
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

const TRUNCATED = 'connection: expected close_notify before it ends, got none';

function labelOf(type: ContentType, plaintext: Uint8Array): WireLabel {
  switch (type) {
    case 'change_cipher_spec':
      return 'ChangeCipherSpec';
    case 'application_data':
      return 'ApplicationData';
    case 'alert':
      return 'Alert';
    case 'handshake': {
      const message = readHandshake(plaintext);
      return message.type === 'unknown' ? 'HandshakeMessage' : MESSAGE_NAMES[message.type];
    }
  }
}
