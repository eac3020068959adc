/** The same words, however they are cut: by the transport, over records, and several to a record. */
import { describe, expect, it } from 'vitest';
import { concatAll } from '../../src/bytes/index.ts';
import { createServer } from '../../src/tls/connection.ts';
import { SUITES } from '../../src/tls/suites.ts';
import { EXT, type HelloChanges, RawClient } from './raw-client.ts';
import { HANDSHAKE, pieces, type RawPeer } from './raw-peer.ts';
import { LEAF, rawClient, rawServer, serverConfig } from './raw-setup.ts';

const HELLO = { extensions: [EXT.ems, EXT.etm, EXT.renegotiationInfo] };

/** The server's end of a connection that works, and what it answered. */
function runClient(client: RawClient, hello: HelloChanges = HELLO): string {
  client.connect(hello).data('one').data('two').get();
  // An alert is one record (its two bytes would not be understood apart).
  client.maxFragment = Math.max(client.maxFragment, 2);
  client.closeNotify();
  return `${client.outcome} ${client.text}`;
}

/** The client's end. */
function runServer(prepare: (server: ReturnType<typeof rawServer>) => unknown): string {
  const server = rawServer();
  const got: Uint8Array[] = [];
  server.owner = (event) => {
    if (event.type === 'data') got.push(event.data);
    return undefined;
  };
  prepare(server);
  server.connect({ extensions: HELLO.extensions }).data('one').data('two').closeNotify();
  return `${server.outcome} ${new TextDecoder().decode(concatAll(got))}`;
}

const SIZES = [1, 2, 3, 4, 5, 6, 7, 11, 16, 64, 127, 128, 1000, 16384];

describe('cut by the transport', () => {
  it.each(SIZES)('into pieces of %i bytes', (size) => {
    const client = rawClient();
    client.cut = pieces(size);
    expect(runClient(client)).toBe('closed the page');
    expect(
      runServer((server) => {
        server.cut = pieces(size);
      }),
    ).toBe('closed onetwo');
  });

  it('in two, at each place of each flight of a client', () => {
    // The longest is that with ClientKeyExchange.
    for (let place = 1; place < 260; place++) {
      const client = rawClient();
      client.cut = (bytes) => [bytes.slice(0, place), bytes.slice(place)];
      client.hello(HELLO).buffered(() => client.secondFlight());
      client.buffered(() => client.get());
      client.closeNotify();
      if (`${client.outcome} ${client.text}` !== 'closed the page')
        throw new Error(`place ${place}: ${client.outcome}`);
    }
  });

  it('in two, at places of each flight of a server', () => {
    for (let place = 1; place < 900; place += place < 100 || place > 840 ? 1 : 13) {
      const server = rawServer().begin();
      server.cut = (bytes) => [bytes.slice(0, place), bytes.slice(place)];
      server.buffered(() => server.firstFlight({ extensions: HELLO.extensions }));
      server.buffered(() => server.changeCipherSpec().finished().data('one').closeNotify());
      if (server.outcome !== 'closed') throw new Error(`place ${place}: ${server.outcome}`);
    }
  });

  it('all that a client says after ServerHelloDone, in one piece', () => {
    const client = rawClient().hello(HELLO);
    client.buffered(() => client.secondFlight().get().closeNotify());
    // Whoever has said close_notify waits for no answer any more (RFC 5246, 7.2.1).
    expect(client.outcome).toBe('closed');
    expect(client.events.map(({ type }) => type)).toEqual(['connected', 'data', 'closed']);
  });

  it('what follows a fault is not looked at', () => {
    const client = rawClient().hello(HELLO);
    client.buffered(() => client.changeCipherSpec().secondFlight().get());
    expect(client.outcome).toBe('fatal unexpected_message');
    expect(client.events.map(({ type }) => type)).toEqual(['failed']);
    client.get();
    expect(client.outcome).toBe('fatal unexpected_message');
  });

  it('what follows close_notify is not looked at', () => {
    const client = rawClient().connect(HELLO);
    client.buffered(() => client.closeNotify().get().bare(99, new Uint8Array(3)));
    expect(client.outcome).toBe('closed');
    expect(client.events.map(({ type }) => type)).toEqual(['connected', 'closed']);
  });
});

describe('cut into records', () => {
  it.each(SIZES)('of %i bytes', (size) => {
    const client = rawClient();
    client.maxFragment = size;
    expect(runClient(client)).toBe('closed the page');
    if (size < 3) return;
    expect(
      runServer((server) => {
        server.maxFragment = size;
      }),
    ).toBe('closed onetwo');
  });

  it('of 1 byte, and 1 byte at a time, in every suite', () => {
    for (const suite of SUITES) {
      const client = rawClient({ suites: SUITES });
      client.maxFragment = 1;
      client.cut = pieces(1);
      expect(`${suite.name} ${runClient(client, { ...HELLO, suites: [suite.id] })}`).toBe(
        `${suite.name} closed the page`,
      );
    }
  });

  /** Sends one kind of message in two records, cut at `place`; the rest as usual. */
  const cutMessage = (peer: RawPeer, type: number, place: number) => {
    const usual = peer.handshake.bind(peer);
    peer.handshake = (bytes) => {
      if (bytes[0] !== type || place >= bytes.length) return usual(bytes);
      peer.transcript.push(bytes);
      return peer.record(HANDSHAKE, bytes.subarray(0, place)).record(HANDSHAKE, bytes.subarray(place));
    };
  };

  it.each([
    [1, 70],
    [16, 136],
    [20, 16],
  ])("each message of a client's in two, at each place: type %i", (type, length) => {
    for (let place = 1; place < length; place++) {
      const client = rawClient();
      cutMessage(client, type, place);
      client.connect({ extensions: [EXT.ems] });
      if (client.outcome !== 'connected') throw new Error(`place ${place}: ${client.outcome}`);
    }
  });

  it.each([
    [2, 60, 1],
    [11, 600, 7],
    [14, 4, 1],
    [20, 16, 1],
  ])("each message of a server's in two, at places: type %i", (type, length, step) => {
    for (let place = 1; place < length; place += step) {
      const server = rawServer();
      cutMessage(server, type, place);
      server.connect();
      if (server.outcome !== 'connected') throw new Error(`place ${place}: ${server.outcome}`);
    }
  });
});

describe('several messages in a record', () => {
  it("all of a server's first flight", () => {
    const server = rawServer().begin();
    const flight: Uint8Array[] = [];
    server.handshake = (bytes) => {
      server.transcript.push(bytes);
      flight.push(bytes);
      return server;
    };
    server.firstFlight();
    server.record(HANDSHAKE, concatAll(flight));
    expect(server.keyBlock).toBeDefined();
    expect(server.outcome).toBe('handshake');
  });

  it('and the border of a record anywhere within them', () => {
    for (let place = 1, length = 2; place < length; place += 13) {
      const server = rawServer().begin();
      const flight: Uint8Array[] = [];
      const usual = server.handshake.bind(server);
      server.handshake = (bytes) => {
        server.transcript.push(bytes);
        flight.push(bytes);
        return server;
      };
      server.firstFlight();
      const all = concatAll(flight);
      length = all.length - 1;
      server.record(HANDSHAKE, all.subarray(0, place)).record(HANDSHAKE, all.subarray(place));
      server.handshake = usual;
      server.changeCipherSpec().finished();
      if (server.outcome !== 'connected') throw new Error(`place ${place}: ${server.outcome}`);
    }
  });

  it('an empty Certificate and ClientKeyExchange', () => {
    const client = rawClient({ requestCertificate: true }).hello();
    const held: Uint8Array[] = [];
    const usual = client.handshake.bind(client);
    client.handshake = (bytes) => {
      client.transcript.push(bytes);
      held.push(bytes);
      return client;
    };
    client.handshake(Uint8Array.of(11, 0, 0, 3, 0, 0, 0)).keyExchange();
    client.record(HANDSHAKE, concatAll(held));
    client.handshake = usual;
    client.changeCipherSpec().finished().get().closeNotify();
    expect(`${client.outcome} ${client.text}`).toBe('closed the page');
  });

  it('ClientKeyExchange and Finished in one record, before ChangeCipherSpec, are one too many', () => {
    const client = rawClient().hello();
    const held: Uint8Array[] = [];
    client.handshake = (bytes) => {
      held.push(bytes);
      client.transcript.push(bytes);
      return client;
    };
    client.keyExchange().finished();
    client.record(HANDSHAKE, concatAll(held));
    expect(client.outcome).toBe('fatal unexpected_message');
  });
});

it('a chain longer than a record travels in several', () => {
  const certificates = Array.from({ length: 30 }, () => LEAF);
  const client = new RawClient(createServer(serverConfig({ certificates })));
  client.connect();
  expect(client.outcome).toBe('connected');
  expect(client.records.filter(({ type }) => type === HANDSHAKE).length).toBeGreaterThan(4);
  const server = rawServer({ verify: false }).begin();
  server
    .hello()
    .certificate(certificates.map(({ der }) => der))
    .helloDone()
    .changeCipherSpec()
    .finished();
  expect(server.outcome).toBe('connected');
});
