/** The listening side on loopback: bad clients, limits, times, and an orderly end. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { addressText, isLoopback } from '../../../src/cli/tls/listener.ts';
import { askEcho, bareSocket, type Served, serve, until, visit } from './serve.ts';

let served: Served | undefined;

async function start(...args: Parameters<typeof serve>): Promise<Served> {
  served = await serve(...args);
  return served;
}

/** Nothing of anybody is left. */
afterEach(async () => {
  if (!served) return;
  served.listener.stop();
  await served.listener.ended;
  expect(served.listener.visits.size).toBe(0);
  served = undefined;
});

describe('many clients', () => {
  it('fifty at once are all served', async () => {
    const { port } = await start();
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const dialled = await visit(port);
        const text = `client ${i} `.repeat(500);
        expect(await askEcho(dialled, text)).toBe(text);
        dialled.stream.end();
        await once(dialled.stream, 'close');
      }),
    );
    expect(answers).toHaveLength(50);
    expect(served).toMatchObject({ handshakes: 50, faults: [], dropped: 0 });
    await until(() => served!.listener.visits.size === 0);
  });

  it('do not notice bad ones among them', async () => {
    const { port, faults, listener } = await start();
    const good = await visit(port);
    const silent = await bareSocket(port);
    const garbage = await bareSocket(port);
    garbage.write(randomBytes(4000));
    const web = await bareSocket(port);
    web.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const midway = await bareSocket(port);
    midway.write(Buffer.from('160301', 'hex'), () => midway.destroy());
    const rude = await visit(port);
    rude.stream.on('error', () => {});
    rude.stream.transport.destroy();
    await until(() => faults.length >= 4);
    expect(await askEcho(good, 'still here')).toBe('still here');
    expect(faults.map(({ fault }) => fault.kind).sort()).toEqual([
      'failed',
      'failed',
      'truncated',
      'truncated',
    ]);
    // Only the good one and the silent one are still there.
    await until(() => listener.visits.size === 2);
    silent.destroy();
    good.stream.destroy();
  });
});

describe('limits', () => {
  it('a client that stays silent is left after the handshake time', async () => {
    const { port, faults } = await start({ handshakeSeconds: 0.05 });
    const silent = await bareSocket(port);
    await once(silent.resume(), 'close');
    expect(faults).toMatchObject([{ number: 1, fault: { kind: 'timeout', handshake: true } }]);
  });

  it('so is one that sends a byte now and then', async () => {
    const { port, faults } = await start({ handshakeSeconds: 0.2 });
    const slow = await bareSocket(port);
    const bytes = Buffer.from('1603010200010001fc0303', 'hex');
    let at = 0;
    const timer = setInterval(() => slow.write(bytes.subarray(at, ++at)), 20);
    // The system may call it a reset: something was unread.
    await new Promise((resolve) => slow.resume().on('close', resolve));
    clearInterval(timer);
    expect(faults[0]?.fault).toMatchObject({ kind: 'timeout', handshake: true });
  });

  it('an idle connection is closed in order', async () => {
    const { port, faults } = await start({ idleSeconds: 0.1 });
    const { stream } = await visit(port);
    await once(stream.resume(), 'end'); // close_notify came
    expect(faults).toMatchObject([{ fault: { kind: 'timeout', handshake: false } }]);
  });

  it('a client that sends and does not read is read no further, and left when its time is over', async () => {
    const { port, listener, faults } = await start({ idleSeconds: 0.3 });
    const { stream } = await visit(port);
    stream.on('error', () => {});
    let given = 0;
    const piece = new Uint8Array(1 << 20);
    const flood = () => {
      while (given < 64 && !stream.destroyed) {
        given++;
        if (!stream.write(piece)) return;
      }
    };
    stream.on('drain', flood);
    flood();
    await until(() => faults.length > 0);
    const [victim] = listener.visits;
    // What the system holds for both ends is not ours.
    expect(victim!.stream.transport.writableLength).toBeLessThan(1 << 20);
    expect(given).toBeLessThan(64);
    stream.destroy();
  });

  it('more connections than allowed are closed at once, and later ones taken again', async () => {
    const { port, listener } = await start({ maxConnections: 2 });
    const [first, second] = [await visit(port), await visit(port)];
    await expect(visit(port)).rejects.toThrow();
    expect(served?.dropped).toBe(1);
    first.stream.end();
    await once(first.stream.resume(), 'close');
    await until(() => listener.visits.size === 1);
    const third = await visit(port);
    expect(await askEcho(third, 'in')).toBe('in');
    second.stream.destroy();
    third.stream.destroy();
  });

  it('ends after as many connections as it should take', async () => {
    const { port, listener } = await start({ accept: 1 });
    const only = await visit(port);
    await expect(visit(port)).rejects.toThrow();
    expect(await askEcho(only, 'last')).toBe('last');
    only.stream.end();
    await listener.ended;
  });
});

describe('the end', () => {
  it('is told to everybody with close_notify', async () => {
    const { port, listener } = await start();
    const clients = await Promise.all([visit(port), visit(port), visit(port)]);
    const ends = clients.map(({ stream }) => once(stream.resume(), 'end'));
    const silent = await bareSocket(port);
    listener.stop();
    await Promise.all([...ends, listener.ended]);
    silent.destroy();
  });

  it('does not wait for one who does not answer', { timeout: 10_000 }, async () => {
    const { port, listener } = await start();
    const { stream } = await visit(port);
    stream.on('error', () => {});
    stream.transport.pause();
    stream.transport.removeAllListeners('data');
    listener.stop();
    await listener.ended;
    stream.destroy();
  });
});

it('writes addresses as they are typed', () => {
  expect([addressText('127.0.0.1', 1), addressText('::1', 2)]).toEqual(['127.0.0.1:1', '[::1]:2']);
  expect(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '::', '192.0.2.1', '::ffff:192.0.2.1'].some(isLoopback)).toBe(false);
});
