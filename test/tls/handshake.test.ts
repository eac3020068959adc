/** Whole handshakes between our two machines: every suite, with and without each extension, and what each side refuses. */
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/bytes/index.ts';
import { memorySessions, SUITES } from '../../src/tls/index.ts';
import { dataOf, shakeHands } from './pair.ts';

describe.each(SUITES)('$name', (suite) => {
  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('extended_master_secret %s, encrypt_then_mac %s', (extendedMasterSecret, encryptThenMac) => {
    const options = { suites: [suite], extendedMasterSecret, encryptThenMac };
    const { client, server, carry, clientEvents, serverEvents } = shakeHands(options, options);
    expect(serverEvents).toMatchObject([{ type: 'connected' }]);
    expect(clientEvents).toMatchObject([{ type: 'connected' }]);
    const agreed = {
      suite,
      extendedMasterSecret,
      encryptThenMac: encryptThenMac && suite.cipher.kind === 'cbc',
    };
    expect(client.connection).toMatchObject({
      ...agreed,
      serverName: 'bob.example',
      verdict: { valid: true },
    });
    expect(server.connection).toMatchObject({ ...agreed, serverName: 'bob.example' });
    const text = new Uint8Array(40_000).map((_, i) => i * 7);
    carry({ from: 'client', bytes: client.write(text).send });
    carry({ from: 'server', bytes: server.write(utf8('hello')).send });
    expect(dataOf(serverEvents)).toEqual(text);
    expect(dataOf(clientEvents)).toEqual(utf8('hello'));
    carry({ from: 'client', bytes: client.close().send });
    expect([client.status, server.status]).toEqual(['closed', 'closed']);
    expect(clientEvents.at(-1)).toEqual({ type: 'closed' });
  });
});

describe('sessions', () => {
  it.each([true, false])('go on, with extended_master_secret %s', (extendedMasterSecret) => {
    const sessions = memorySessions();
    const first = shakeHands({ extendedMasterSecret }, { sessions });
    const session = first.client.connection!.session;
    const second = shakeHands({ extendedMasterSecret, session }, { sessions });
    expect(second.client.connection).toMatchObject({ resumed: true });
    expect(second.server.connection).toMatchObject({ resumed: true });
    expect(second.server.connection!.serverRandom).not.toEqual(first.server.connection!.serverRandom);
    second.carry({ from: 'server', bytes: second.server.write(utf8('again')).send });
    expect(dataOf(second.clientEvents)).toEqual(utf8('again'));
  });
});

it('a bug of ours is thrown, and nothing goes on after it', () => {
  let stumbles = false;
  const observe = () => {
    if (stumbles) throw new Error('a bug');
  };
  const sessions = memorySessions();
  const { client, server } = shakeHands({}, { observe, sessions });
  stumbles = true;
  expect(() => server.receive(client.write(utf8('hello')).send)).toThrow('a bug');
  stumbles = false;
  expect(server.status).toBe('failed');
  expect(server.receive(client.write(utf8('again')).send)).toEqual({ send: new Uint8Array(0), events: [] });
  expect(sessions.find(client.connection!.session.id)).toBeUndefined();
});
