/** Two ends of a wire in memory, and a TLS connection over it, for the tests of streams. */
import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { TlsStream } from '../../../src/cli/tls/tls-stream.ts';
import { type ClientConfig, createClient, createServer, type ServerConfig } from '../../../src/tls/index.ts';
import { CLIENT, SERVER } from '../../tls/pair.ts';

/** What one end writes, the other reads; who does not read, lets the other wait. */
export class Wire extends Duplex {
  other: Wire | undefined;
  #resume: (() => void) | undefined;
  /** Bytes that went in here. */
  written = 0;

  override _read(): void {
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.();
  }

  override _write(chunk: Uint8Array, _encoding: unknown, done: (error?: Error | null) => void): void {
    this.written += chunk.length;
    const other = this.other!;
    if (other.destroyed) done(Object.assign(new Error('gone'), { code: 'EPIPE' }));
    else if (other.push(chunk)) setImmediate(done);
    else other.#resume = done;
  }

  override _final(done: () => void): void {
    this.other!.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    // As the system does it: the other end learns of it when it reads.
    if (!this.writableFinished) setImmediate(() => this.other?.push(null));
    done(error);
  }
}

export function makeWires(): [Wire, Wire] {
  const [a, b] = [new Wire(), new Wire()];
  a.other = b;
  b.other = a;
  return [a, b];
}

export interface Link {
  readonly client: TlsStream;
  readonly server: TlsStream;
  readonly clientWire: Wire;
  readonly serverWire: Wire;
}

export function makeLink(client: Partial<ClientConfig> = {}, server: Partial<ServerConfig> = {}): Link {
  const [clientWire, serverWire] = makeWires();
  return {
    clientWire,
    serverWire,
    server: new TlsStream(serverWire, createServer({ ...SERVER, ...server })),
    client: new TlsStream(clientWire, createClient({ ...CLIENT, ...client })),
  };
}

/** After the handshake. */
export async function openLink(...args: Parameters<typeof makeLink>): Promise<Link> {
  const link = makeLink(...args);
  await Promise.all([once(link.client, 'secure'), once(link.server, 'secure')]);
  return link;
}

/** Everything up to the end, and the error it ended with. */
export async function drain(stream: TlsStream): Promise<{ bytes: Buffer; error: unknown }> {
  const parts: Uint8Array[] = [];
  let error: unknown;
  try {
    for await (const chunk of stream) parts.push(chunk);
  } catch (thrown) {
    error = thrown;
  }
  return { bytes: Buffer.concat(parts), error };
}
