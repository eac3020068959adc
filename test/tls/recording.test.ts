/** Recordings: read with the server's private key, and with nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8 } from '../../src/bytes/index.ts';
import { CryptoError } from '../../src/errors.ts';
import { parsePrivateKey } from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import {
  type ClientConfig,
  decryptRecording,
  memorySessions,
  type Recording,
  type ServerConfig,
  SUITES,
  suiteNamed,
  TlsFault,
  type TlsHappening,
} from '../../src/tls/index.ts';
import { vectors } from '../vectors.ts';
import { testKey } from '../x509/authority.ts';
import { BOB, makePair } from './pair.ts';

const [QUESTION, ANSWER] = [utf8('What is in it?'), new Uint8Array(20_000).map((_, i) => i)];

/** A conversation, and what passed on the wire meanwhile. */
function record(client: Partial<ClientConfig> = {}, server: Partial<ServerConfig> = {}) {
  const passed: Record<keyof Recording, Uint8Array> = {
    client: new Uint8Array(0),
    server: new Uint8Array(0),
  };
  const happened: TlsHappening[] = [];
  const observe = (happening: TlsHappening) => void happened.push(happening);
  const random = seededRandom('recording');
  const pair = makePair({ random, observe, ...client }, { random, ...server }, (bytes, from) => {
    passed[from] = concat(passed[from], bytes);
    return [bytes];
  });
  pair.carry({ from: 'client', bytes: pair.client.start().send });
  pair.carry({ from: 'client', bytes: pair.client.write(QUESTION).send });
  pair.carry({ from: 'server', bytes: pair.server.write(ANSWER).send });
  pair.carry({ from: 'client', bytes: pair.client.close().send });
  return { recording: passed, happened, pair };
}

describe('a recording', () => {
  const settings = SUITES.flatMap((suite) =>
    [true, false].map((extensions) => [suite.name, extensions] as const),
  );

  it.each(settings)('under %s, extensions %s, is read by whoever has the private key', (name, extensions) => {
    const options = {
      suites: [suiteNamed(name)],
      extendedMasterSecret: extensions,
      encryptThenMac: extensions,
    };
    const { recording, happened } = record(options, options);
    const verdict = decryptRecording(recording, BOB.privateKey);
    if (!verdict.opened) throw new Error(verdict.reason);
    expect(verdict.data).toEqual({ client: QUESTION, server: ANSWER });
    expect(verdict.suite.name).toBe(name);
    expect(verdict.records.client.map(({ type }) => type)).toEqual([
      'handshake',
      'application_data',
      'alert',
    ]);
    const seen = happened.find((happening) => happening.what === 'premaster')!;
    expect(verdict.premasterSecret).toEqual(seen.premasterSecret);
    const master = happened.find((happening) => happening.what === 'master')!;
    expect(verdict.masterSecret).toEqual(master.masterSecret);
  });

  const { recording } = record();

  it('needs no ending, nor a whole last record', () => {
    const cut = { client: recording.client, server: recording.server.slice(0, -50) };
    const verdict = decryptRecording(cut, BOB.privateKey);
    expect(verdict).toMatchObject({ opened: true, data: { client: QUESTION } });
    expect(verdict.opened && verdict.data.server.length).toBeLessThan(ANSWER.length);
    expect(verdict.opened && verdict.data.server.length).toBeGreaterThan(0);
  });

  it('stays closed to another key', () => {
    for (const word of ['x', 'y']) {
      expect(decryptRecording(recording, testKey(word))).toEqual({ opened: false, reason: 'other-key' });
    }
    expect(decryptRecording(recording, testKey('long', 2048))).toEqual({
      opened: false,
      reason: 'other-key',
    });
  });

  it('stays closed where a record or a random was changed', () => {
    const changed = (at: number) => {
      const client = recording.client.slice();
      client.set([client.at(at)! ^ 1], at < 0 ? client.length + at : at);
      return decryptRecording({ ...recording, client }, BOB.privateKey);
    };
    // The last byte of the last record; one of ClientHello's random, behind 5 + 4 + 2 bytes.
    for (const at of [-1, 20]) expect(changed(at)).toEqual({ opened: false, reason: 'altered' });
  });

  it('is incomplete without the handshake', () => {
    for (const length of [0, 5, 30, 100]) {
      const cut = { client: recording.client.slice(0, length), server: recording.server };
      expect(decryptRecording(cut, BOB.privateKey)).toEqual({ opened: false, reason: 'incomplete' });
    }
  });

  it('damaged anyhow never opens to something else', () => {
    const bytes = fc.record({ side: fc.constantFrom('client', 'server'), at: fc.nat(), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 1, maxLength: 4 }), (changes) => {
        const damaged = { client: recording.client.slice(), server: recording.server.slice() };
        for (const { side, at, to } of changes) {
          const target = damaged[side as keyof Recording];
          target[at % target.length] = to;
        }
        try {
          const verdict = decryptRecording(damaged, BOB.privateKey);
          if (!verdict.opened) return;
          // A length may be so wrong that the last records are cut off.
          const { client, server } = verdict.data;
          expect(toHex(QUESTION).startsWith(toHex(client))).toBe(true);
          expect(toHex(ANSWER).startsWith(toHex(server))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(CryptoError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that goes on with an earlier session has no premaster secret', () => {
    const sessions = memorySessions();
    const first = record({}, { sessions });
    const { session } = first.pair.client.connection!;
    const again = record({ session }, { sessions });
    expect(again.pair.client.connection!.resumed).toBe(true);
    expect(decryptRecording(again.recording, BOB.privateKey)).toEqual({ opened: false, reason: 'resumed' });
  });

  it('of something else is refused as the machines refuse it', () => {
    const http = { client: utf8('GET / HTTP/1.1\r\n\r\n'), server: recording.server };
    expect(() => decryptRecording(http, BOB.privateKey)).toThrow(/HTTP without TLS/);
    expect(() => decryptRecording(http, BOB.privateKey)).toThrow(TlsFault);
  });
});

describe.each(vectors('tls12-openssl'))('a recording of OpenSSL: $id $suite $comment', (test) => {
  const flights = test.flights as { from: keyof Recording; bytes: string }[];
  const bytesOf = (side: keyof Recording) =>
    fromHex(
      flights
        .filter(({ from }) => from === side)
        .map(({ bytes }) => bytes)
        .join(''),
    );
  const recording = { client: bytesOf('client'), server: bytesOf('server') };

  it('is read with the private key of the server', () => {
    const verdict = decryptRecording(recording, parsePrivateKey(fromHex(String(test.privateKey))));
    if (!verdict.opened) throw new Error(verdict.reason);
    expect({
      premasterSecret: toHex(verdict.premasterSecret),
      masterSecret: toHex(verdict.masterSecret),
      clientData: toHex(verdict.data.client),
      serverData: toHex(verdict.data.server),
    }).toEqual({
      premasterSecret: test.premasterSecret,
      masterSecret: test.masterSecret,
      clientData: test.clientData,
      serverData: test.serverData,
    });
  });
});
