/** One of our machines at one end of a TCP connection: the few lines of input and output that it leaves to others. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { concat } from '../../src/bytes/index.ts';
import {
  type ClientConfig,
  createClient,
  createServer as createTlsServer,
  type ServerConfig,
  type TlsEvent,
  type TlsHappening,
  type TlsMachine,
  type TlsOutput,
} from '../../src/tls/index.ts';
import { PATIENCE, Waiting } from './waiting.ts';

/** What one side sent, in the order in which it crossed the wire. */
export interface Segment {
  readonly from: 'client' | 'server';
  readonly bytes: Uint8Array;
}

export class Line {
  readonly machine: TlsMachine;
  readonly events: TlsEvent[] = [];
  readonly happenings: readonly TlsHappening[];
  readonly wire: Segment[] = [];
  readonly #socket: Socket;
  readonly #ours: Segment['from'];
  readonly #data: Uint8Array[] = [];
  #length = 0;
  #taken = 0;
  readonly #waiting = new Waiting();

  constructor(machine: TlsMachine, socket: Socket, ours: Segment['from'], happenings: TlsHappening[]) {
    this.machine = machine;
    this.happenings = happenings;
    this.#socket = socket;
    this.#ours = ours;
    socket.setNoDelay();
    socket.on('data', (bytes) => {
      this.wire.push({ from: ours === 'client' ? 'server' : 'client', bytes: new Uint8Array(bytes) });
      this.#take(machine.receive(new Uint8Array(bytes)));
    });
    socket.on('end', () => this.#take(machine.end()));
    socket.on('error', () => {}); // a peer may hang up on us: `close` follows
    socket.on('close', () => this.#waiting.changed());
    this.#take(machine.start());
  }

  /** All that was decrypted so far. */
  get data(): Uint8Array {
    return concat(...this.#data);
  }

  get length(): number {
    return this.#length;
  }

  get text(): string {
    return Buffer.from(this.data).toString();
  }

  /** What was decrypted since the last call. */
  take(): Uint8Array {
    const more = concat(...this.#data.slice(this.#taken));
    this.#taken = this.#data.length;
    return more;
  }

  /** The first event of a type; undefined while there is none. */
  event<T extends TlsEvent['type']>(type: T): Extract<TlsEvent, { type: T }> | undefined {
    return this.events.find((event): event is Extract<TlsEvent, { type: T }> => event.type === type);
  }

  /** Waits while the transport is full, so that megabytes do not pile up. */
  async write(data: Uint8Array | string): Promise<void> {
    if (!this.#take(this.machine.write(typeof data === 'string' ? Buffer.from(data) : data))) {
      await once(this.#socket, 'drain', { signal: AbortSignal.timeout(PATIENCE) });
    }
  }

  /** close_notify, and the end of the transport. */
  close(): void {
    this.#take(this.machine.close());
    this.#socket.end();
  }

  /** Until the condition holds; an error that tells the events where it does not in time. */
  async until(what: string, condition: () => boolean): Promise<void> {
    await this.#waiting.until(
      () => condition() || undefined,
      () => `no ${what}: ${this.#story()}`,
      () => this.#socket.closed,
    );
  }

  connected(): Promise<void> {
    return this.until('connection', () => this.event('connected') !== undefined);
  }

  /** Until the other side has ended, in whatever way. */
  ended(): Promise<void> {
    return this.until('end', () => this.#socket.closed);
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Whether the transport takes more at once. */
  #take({ send, events }: TlsOutput): boolean {
    for (const event of events) {
      if (event.type === 'data') {
        this.#data.push(event.data);
        this.#length += event.data.length;
      } else this.events.push(event);
    }
    let ready = true;
    if (send.length > 0 && this.#socket.writable) {
      this.wire.push({ from: this.#ours, bytes: send.slice() });
      ready = this.#socket.write(send);
    }
    if (this.machine.status === 'closed' || this.machine.status === 'failed') this.#socket.end();
    this.#waiting.changed();
    return ready;
  }

  #story(): string {
    const events = this.events.map((event) =>
      event.type === 'failed' ? `${event.alert} by ${event.by}: ${event.reason}` : event.type,
    );
    return `${this.machine.status}, ${this.#length} bytes of data, ${events.join(', ')}`;
  }
}

/** Our client, connected to a port of this machine, once somebody listens there. */
export async function openClient(port: number, config: ClientConfig): Promise<Line> {
  const socket = await dial(port, Date.now() + PATIENCE);
  const [machine, happenings] = observed(config, createClient);
  return new Line(machine, socket, 'client', happenings);
}

async function dial(port: number, deadline: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE) });
    return socket;
  } catch (error) {
    if (Date.now() > deadline) throw error;
    await setTimeout(20);
    return dial(port, deadline);
  }
}

export interface Listening {
  readonly port: number;
  /** Every connection so far, oldest first. */
  readonly lines: readonly Line[];
  /** The next one that nobody has asked for yet. */
  next(): Promise<Line>;
  close(): Promise<void>;
}

/** Our server on a free port; `serve` is given each connection at its start. */
export async function openServer(
  config: ServerConfig,
  serve: (line: Line) => Promise<void> = async () => {},
): Promise<Listening> {
  const lines: Line[] = [];
  let taken = 0;
  const waiting = new Waiting();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const [machine, happenings] = observed(config, createTlsServer);
    const line = new Line(machine, socket, 'server', happenings);
    lines.push(line);
    serve(line).catch(() => line.destroy());
    waiting.changed();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    lines,
    next: () =>
      waiting.until(
        () => (lines.length > taken ? lines[taken++] : undefined),
        () => 'nobody came',
        () => false,
      ),
    async close() {
      for (const line of lines) line.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Opens servers, which are closed after the last test of the group. */
export function openServers(): typeof openServer {
  const servers: Listening[] = [];
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
  });
  return async (config, serve) => {
    const server = await openServer(config, serve);
    servers.push(server);
    return server;
  };
}

/** Sends everything back as it comes, until the client closes. */
export async function echo(line: Line): Promise<void> {
  await line.connected();
  for (let sent = 0; line.machine.status === 'connected'; ) {
    await line.until('more', () => line.length > sent || line.machine.status !== 'connected');
    const more = line.take();
    sent += more.length;
    if (line.machine.status === 'connected') await line.write(more);
  }
}

/** Answers each GET with one page, and then closes. */
export const page =
  (html: string) =>
  async (line: Line): Promise<void> => {
    await line.until('request', () => line.text.includes('\r\n\r\n'));
    const length = Buffer.byteLength(html);
    await line.write(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${html}`,
    );
    line.close();
  };

function observed<C extends ClientConfig | ServerConfig>(
  config: C,
  create: (config: C) => TlsMachine,
): [TlsMachine, TlsHappening[]] {
  const happenings: TlsHappening[] = [];
  return [create({ ...config, observe: (happening) => happenings.push(happening) }), happenings];
}
