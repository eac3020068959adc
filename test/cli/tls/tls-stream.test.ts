/** A TLS connection as a stream: data unharmed, both sides waiting for each other, and every kind of end told apart. */
import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type StreamFault, TlsStream, TlsStreamError } from '../../../src/cli/tls/tls-stream.ts';
import { createServer, SUITES, type TlsMachine } from '../../../src/tls/index.ts';
import { SERVER } from '../../tls/pair.ts';
import { drain, makeLink, makeWires, openLink } from './link.ts';

afterEach(() => void vi.useRealTimers());

const pattern = (length: number) => new Uint8Array(length).map((_, i) => (i * 31) ^ (i >> 8));
const silently = (error: Error) => void error;

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await turn();
}

/** The fault a stream ends with. */
async function faultOf(stream: TlsStream): Promise<StreamFault> {
  const [error] = await once(stream, 'error');
  expect(error).toBeInstanceOf(TlsStreamError);
  return error.fault;
}

describe('data', () => {
  it('goes both ways unharmed, in odd-sized writes', async () => {
    const { client, server } = await openLink({ suites: SUITES.slice(1, 2) });
    const [up, down] = [pattern(700_001), pattern(300_007)];
    for (let at = 0, size = 1; at < up.length; at += size, size = (size * 7 + 3) % 50_000) {
      client.write(up.subarray(at, at + size));
    }
    server.write(down);
    client.end();
    const [atServer, atClient] = await Promise.all([drain(server), drain(client)]);
    expect([atServer.error, atClient.error]).toEqual([undefined, undefined]);
    expect(atServer.bytes.equals(up)).toBe(true);
    // What the server had not yet sent when the client closed is discarded, as RFC 5246 asks.
    expect(Buffer.from(down).subarray(0, atClient.bytes.length).equals(atClient.bytes)).toBe(true);
    expect(atClient.bytes.length + server.discarded).toBe(down.length);
  });

  it('that is written before the handshake is sent after it', async () => {
    const { client, server } = makeLink();
    client.end('early');
    expect((await drain(server)).bytes.toString()).toBe('early');
  });

  it('waits for a reader that does not read', async () => {
    const { client, server, clientWire } = await openLink();
    const piece = pattern(100_000);
    let given = 0;
    const writeOn = () => {
      while (given < 8 << 20) {
        given += piece.length;
        if (!client.write(piece)) return;
      }
    };
    client.on('drain', writeOn);
    writeOn();
    await turns(300);
    // What lies in the buffers on the way, and no more.
    expect(client.writableNeedDrain).toBe(true);
    expect(clientWire.written).toBeLessThan(1 << 20);
    const before = clientWire.written;
    server.resume();
    await turns(50);
    expect(clientWire.written).toBeGreaterThan(before);
    client.destroy();
    server.on('error', silently);
  });
});

it('holds no heap of records of one byte for a reader that does not read', async () => {
  const { client, server, serverWire } = await openLink();
  const record = Uint8Array.of(1);
  let given = 0;
  const writeOn = () => {
    if (++given < 5000) client.write(record, writeOn);
  };
  writeOn();
  await turns(15_000);
  // One that waits costs some hundred bytes, whatever is in it.
  expect(given).toBeLessThan(3000);
  expect(serverWire.isPaused()).toBe(true);
  server.on('error', silently);
  client.destroy();
});

describe('an end', () => {
  it('comes with close_notify, and answers it', async () => {
    const { client, server, clientWire, serverWire } = await openLink();
    client.end('bye');
    expect(await drain(server)).toEqual({ bytes: Buffer.from('bye'), error: undefined });
    expect(await drain(client)).toEqual({ bytes: Buffer.alloc(0), error: undefined });
    expect([client.status, server.status]).toEqual(['closed', 'closed']);
    await turns(5);
    expect([clientWire.destroyed, serverWire.destroyed]).toEqual([true, true]);
  });

  it('without close_notify is an error, behind all data', async () => {
    const { client, server, clientWire } = await openLink();
    server.pause();
    client.write(pattern(100_000));
    await turns(50);
    clientWire.destroy();
    await turns(50);
    expect(server.destroyed).toBe(false); // it has not been read yet
    const { bytes, error } = await drain(server);
    expect(bytes.equals(pattern(100_000))).toBe(true);
    expect(error).toMatchObject({ fault: { kind: 'truncated', handshake: false } });
  });

  it('without close_notify is none where we closed first', async () => {
    const { client, server, serverWire } = await openLink();
    server.pause();
    server.on('error', silently);
    client.end();
    await turns(20);
    serverWire.destroy();
    expect((await drain(client)).error).toBeUndefined();
  });

  it('in the handshake is an error of its own', async () => {
    const { client, server, serverWire } = makeLink();
    server.on('error', silently);
    serverWire.destroy();
    expect(await faultOf(client)).toMatchObject({ kind: 'truncated', handshake: true });
  });

  it('is not waited for: whoever does not answer close_notify is left', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { client, clientWire, serverWire } = await openLink();
    serverWire.pause();
    client.resume();
    client.close();
    await turns(20);
    expect(client.destroyed).toBe(false);
    await vi.advanceTimersByTimeAsync(6000);
    await turns(5);
    expect([client.destroyed, clientWire.destroyed]).toEqual([true, true]);
  });

  it('by the peer makes what is still written vanish, and no error', async () => {
    const { client, server } = await openLink();
    client.end();
    await once(server.resume(), 'end');
    server.on('error', silently);
    await new Promise<void>((resolve) => server.write('too late', () => resolve()));
    expect(server.writableFinished || server.destroyed || server.discarded > 0).toBe(true);
  });
});

describe('a failure', () => {
  it('is an error, and its alert reaches the peer', async () => {
    const { client, server } = makeLink({ anchors: [] });
    const [ours, theirs] = await Promise.all([faultOf(client), faultOf(server)]);
    expect(ours).toMatchObject({ kind: 'failed', event: { by: 'us', alert: 'unknown_ca' } });
    expect(theirs).toMatchObject({ kind: 'failed', event: { by: 'peer', alert: 'unknown_ca' } });
  });

  it('of garbage is told to the peer before the line is dropped', async () => {
    const [clientWire, serverWire] = makeWires();
    const server = new TlsStream(serverWire, createServer(SERVER));
    const heard: Uint8Array[] = [];
    clientWire.on('data', (bytes) => heard.push(bytes));
    clientWire.write(pattern(5000));
    expect(await faultOf(server)).toMatchObject({ kind: 'failed', event: { by: 'us' } });
    await turns(20);
    const last = Buffer.concat(heard).subarray(-7);
    expect([last[0], last[5]]).toEqual([21, 2]); // alert, fatal
  });

  it('of the machine itself ends the stream, and throws at nobody', async () => {
    const [wire, other] = makeWires();
    const broken: TlsMachine = {
      ...idle,
      receive: () => {
        throw new Error('a bug');
      },
    };
    const stream = new TlsStream(wire, broken);
    other.write('x');
    expect(await faultOf(stream)).toMatchObject({ kind: 'internal', cause: { message: 'a bug' } });
  });
});

const nothing = { send: new Uint8Array(0), events: [] };
const idle: TlsMachine = {
  start: () => nothing,
  receive: () => nothing,
  write: () => nothing,
  close: () => nothing,
  end: () => nothing,
  status: 'connected',
  connection: undefined,
};

it('reads no further from a peer that makes us answer and does not read the answers', async () => {
  const [wire, other] = makeWires();
  let received = 0;
  const talkative: TlsMachine = {
    ...idle,
    receive() {
      received++;
      return { send: new Uint8Array(100_000), events: [] };
    },
  };
  const stream = new TlsStream(wire, talkative);
  for (let i = 0; i < 100; i++) {
    other.write('x');
    await turn();
  }
  expect(received).toBeLessThan(10);
  other.resume();
  await turns(300);
  expect(received).toBe(100);
  stream.destroy();
});
