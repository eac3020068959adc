/** What the lessons on window, flood and UDP tell: facts of their runs; times are microseconds. */
import { describe, expect, it } from 'vitest';
import { runSynFlood } from '../../../src/explain/net/tcp-synflood.ts';
import { runWindow } from '../../../src/explain/net/tcp-window.ts';
import { runUdp } from '../../../src/explain/net/udp.ts';
import { seededRandom } from '../../../src/random/index.ts';

const random = seededRandom('test');

describe('the window', () => {
  const run = (more: object = {}) => {
    const lesson = runWindow({ random, bytes: 30_000, window: 14_000, ...more });
    return { ...lesson.facts, learned: lesson.learned };
  };

  it('is four parts that make up the whole, and lets go no more than the smaller window has', () => {
    for (const more of [{}, { lose: [4] }, { lose: [30] }, { lose: [4, 4, 9] }, { slowReader: true }]) {
      const { steps, bytes, delivered, segments, lost } = run(more);
      expect([delivered, segments, lost.toSorted()]).toEqual([30_000, 30, 'lose' in more ? more.lose : []]);
      for (const { window, time } of steps) {
        const { acked, flight, may, wait, rwnd, cwnd, usable } = window;
        expect(acked + flight + may + wait, `${time}`).toBe(bytes);
        expect(usable).toBe(Math.max(Math.min(rwnd, cwnd) - flight, 0));
        expect(may).toBe(Math.min(usable, bytes - acked - flight));
      }
      expect(steps.at(-1)?.window).toMatchObject({ acked: 30_000, flight: 0, may: 0, wait: 0 });
    }
  });

  it.each([
    [{}, 'both'],
    [{ window: 2000 }, 'receiver'],
    [{ window: 60_000 }, 'network'],
    [{ bytes: 9000 }, 'neither'],
    [{ lose: [4] }, 'fast'],
    [{ lose: [30] }, 'timeout'],
    [{ lose: [4, 4] }, 'fastAndTimeout'],
    [{ lose: Array(16).fill(1), bytes: 5 }, 'gaveUp'],
    [{ slowReader: true }, 'doubling'],
    [{ slowReader: true, bytes: 14_000 }, 'noProbe'],
    [{ slowReader: true, bytes: 3000 }, 'neverClosed'],
  ])('with %j: %s', (more, sentence) => {
    expect(run(more).learned).toBe(`tcp.window.learned.${sentence}`);
  });

  it('tells which of the two held Alice back', () => {
    const { heldBy, steps, mostInFlight } = run();
    expect(heldBy).toEqual({ receiver: 6, network: 3 });
    expect(steps[0]).toMatchObject({ heldBy: 'network', window: { flight: 10_000, cwnd: 10_000 } });
    expect(mostInFlight).toBe(13_000);
  });

  it('with a segment lost: three duplicate ACKs, one repeat, and what came behind it is kept', () => {
    const { steps, again, repeated, mostHeld, bob, cwnd } = run({ lose: [4] });
    const third = steps.find(({ ack }) => ack?.duplicate === 3)!;
    expect(third.ack?.ack).toBe(3001);
    expect(third.sent).toEqual([{ from: 3001, to: 4001, segments: 1, lost: false, again: 'fast' }]);
    expect(again).toEqual({ fast: [third.time], timeout: [] });
    expect([repeated, mostHeld, bob[0]?.received, bob.at(-1)?.held]).toEqual([1000, 11_000, 3000, []]);
    expect(cwnd).toMatchObject({ beforeLoss: 12_000, ssthresh: 6000, least: 2000 });
  });

  it('that closes is asked about after twice as long each time, until the reader opens it', () => {
    const { closed, probes, opened, read, leastRwnd } = run({ slowReader: true });
    expect(leastRwnd).toBe(0);
    const waits = probes.slice(1).map((time, i) => time - probes[i]!);
    expect(waits).toEqual([waits[0], 2 * waits[0]!, 4 * waits[0]!]);
    expect(probes.every((time) => time > closed! && time < read!)).toBe(true);
    expect(opened! - read!).toBeGreaterThanOrEqual(10_000);
    expect(opened! - read!).toBeLessThan(11_000);
  });
});

describe('the SYN flood', () => {
  const run = (more: object = {}) => {
    const lesson = runSynFlood({ random, count: 100, backlog: 64, ...more });
    return { ...lesson.facts, learned: lesson.learned };
  };

  it('takes a place for 63 s, and Alice gets in when one is free', () => {
    const { entry, alice, mostHalfOpen, dropped, learned } = run();
    expect(entry.waits).toEqual([1, 2, 4, 8, 16, 32].map((seconds) => seconds * 1_000_000));
    expect(entry.total).toBe(63_000_000);
    expect(mostHalfOpen).toBe(64);
    const fates = alice.syns.map(({ fate }) => fate);
    expect(fates).toEqual([...Array(6).fill('dropped'), 'kept']);
    expect(dropped).toBe(100 - 64 + 6);
    expect(alice).toMatchObject({ began: 1_000_000, connected: 64_020_000, gaveUp: null, page: true });
    expect(learned).toBe('tcp.synflood.learned.late');
  });

  it('that goes on leaves her none', () => {
    const { alice, learned } = run({ count: 700, backlog: 4 });
    // 7 s of flood: over long before the places are free.
    expect([alice.connected, learned]).toEqual([64_020_000, 'tcp.synflood.learned.late']);
    const on = run({ count: 6600, backlog: 4 });
    expect(on.alice).toMatchObject({ connected: null, gaveUp: 128_000_000, page: false });
    expect(on.alice.syns.map(({ fate }) => fate)).toEqual(Array(7).fill('dropped'));
    expect(on.learned).toBe('tcp.synflood.learned.never');
  });

  it('finds room where there are places', () => {
    const { alice, full, learned } = run({ count: 10 });
    expect([alice.connected, full, learned]).toEqual([1_020_000, null, 'tcp.synflood.learned.room']);
  });

  it('meets cookies: nothing is kept, and the options are lost', () => {
    const { alice, mostHalfOpen, cookiesSent, dropped, mss, windowScale, cookie, learned } = run({
      cookies: true,
    });
    expect([mostHalfOpen, cookiesSent, dropped]).toEqual([64, 100 - 64 + 1, 0]);
    expect(alice).toMatchObject({ connected: 1_020_000, page: true });
    expect(alice.syns.map(({ fate }) => fate)).toEqual(['cookie']);
    expect(mss).toEqual({ asked: 1452, used: 1440 });
    expect(windowScale).toEqual({ asked: 7, answered: null });
    expect(cookie).toMatchObject({ period: 0, mssIndex: 6, mss: 1440 });
    expect(learned).toBe('tcp.synflood.learned.cookie');
    expect(run().mss).toEqual({ asked: 1452, used: 1452 });
  });
});

describe('UDP', () => {
  const runs = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
    runUdp({ random: seededRandom(seed), count: 40, loss: 0.2 }),
  );

  it('leaves lost, doubled and late what was so; TCP has all, once and in order', () => {
    for (const { facts, learned } of runs) {
      const { messages, udp, tcp, sameFates } = facts;
      expect(sameFates).toBe(true);
      const lost = messages.filter(({ udp: { arrived } }) => arrived.length === 0);
      expect(udp.arrived).toBe(40 - lost.length);
      expect(lost.every(({ tcp: { again, read } }) => again.length > 0 && read! > again[0]!)).toBe(true);
      expect(tcp).toMatchObject({ arrived: 40, twice: 0, late: 0 });
      expect(messages.map(({ tcp: { read } }) => read)).toEqual(
        messages.map(({ tcp: { read } }) => read).sort((a, b) => a! - b!),
      );
      expect(tcp.last!).toBeGreaterThan(udp.last!);
      expect(learned).toBe('udp.learned.harmed');
    }
    const sum = (pick: (facts: { twice: number; late: number }) => number) =>
      runs.reduce((total, { facts }) => total + pick(facts.udp), 0);
    expect(sum(({ twice }) => twice)).toBeGreaterThan(5);
    expect(sum(({ late }) => late)).toBeGreaterThan(5);
  });

  it('says that a message waited only where it was there', () => {
    for (const { facts: run } of runs) {
      for (const { udp, tcp } of run.messages) {
        if (tcp.waitedFor === null) continue;
        const [arrived] = udp.arrived;
        // Both runs have the same line: as long on the way in the one as in the other.
        expect(arrived! - udp.sent).toBeLessThanOrEqual(tcp.read! - tcp.sent);
      }
    }
  });

  it('has 8 bytes of header where TCP has 20 and more', () => {
    const { udp, tcp } = runs[0]!.facts;
    expect([udp.header, tcp.header]).toEqual([
      [8, 8],
      [20, 28],
    ]);
    expect(udp.packets).toBe(40);
  });

  it('tells when nothing happened, and when nothing came', () => {
    const learned = (seed: string, loss: number, count: number) =>
      runUdp({ random: seededRandom(seed), count, loss }).learned;
    expect(learned('a', 1, 5)).toBe('udp.learned.nothing');
    const alone = ['a', 'b', 'c', 'd', 'e'].map((seed) => learned(seed, 0, 1));
    expect(new Set(alone)).toContain('udp.learned.unharmed');
  });
});
