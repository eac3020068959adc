/** What a connection keeps: nothing that grows with what went through it, or with how often hands were shaken. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { memorySessions, suiteNamed } from '../../src/tls/index.ts';
import { type Pair, shakeHands } from './pair.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes in use, once what nobody holds is gone. */
function memory(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Through the client to the server and back again, in writes and pieces of odd sizes; whether all came unharmed. */
function sendBothWays({ client, server }: Pair, length: number): boolean {
  const data = new Uint8Array(100_003).map((_, i) => i * 31);
  for (const [from, to] of [[client, server] as const, [server, client] as const]) {
    let received = 0;
    for (let sent = 0; sent < length; sent += data.length) {
      const { send } = from.write(data);
      for (let at = 0; at < send.length; at += 4099) {
        for (const event of to.receive(send.subarray(at, at + 4099)).events) {
          if (event.type !== 'data') return false;
          for (const byte of event.data) if (byte !== data[received++ % data.length]) return false;
        }
      }
    }
    if (received < length) return false;
  }
  return true;
}

describe('memory', () => {
  it.each([
    ['AES128-SHA', false],
    ['AES128-SHA', true],
    ['AES256-SHA256', false],
    ['AES128-GCM-SHA256', false],
    ['RC4-SHA', false],
  ])('stays flat while 64 MiB go each way: %s, encrypt_then_mac %s', (name, encryptThenMac) => {
    const options = { suites: [suiteNamed(name)], encryptThenMac };
    const pair = shakeHands(options, options);
    expect(sendBothWays(pair, 2 ** 22)).toBe(true);
    const before = memory();
    expect(sendBothWays(pair, 2 ** 26)).toBe(true);
    expect(memory() - before).toBeLessThan(2 ** 20);
  });

  it('stays flat while connections come and go, also those that break off', () => {
    const sessions = memorySessions();
    const shake = (count: number) => {
      for (let i = 0; i < count; i++) {
        const pair = shakeHands({}, { sessions });
        expect(pair.server.status).toBe('connected');
        if (i % 3 === 0) pair.carry({ from: 'client', bytes: pair.client.close().send });
        if (i % 3 === 1) pair.carry({ from: 'client', bytes: Uint8Array.of(23, 3, 3, 0, 1, 0) });
      }
    };
    // The cache is full after so many, and then forgets the oldest.
    shake(1500);
    const before = memory();
    shake(1500);
    expect(memory() - before).toBeLessThan(2 ** 20);
  });
});
