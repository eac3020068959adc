/** RFC 6298's timeout, RFC 6528's numbers, SYN cookies, and arithmetic on a circle. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Congestion } from '../../../src/net/tcp/congestion.ts';
import { hashedIsn, predictableIsn } from '../../../src/net/tcp/isn.ts';
import { LINUX } from '../../../src/net/tcp/profile.ts';
import { ReceiveBuffer } from '../../../src/net/tcp/reassembly.ts';
import { RtoEstimator } from '../../../src/net/tcp/rto.ts';
import {
  isAtMost,
  isBefore,
  isWithin,
  seqAdd,
  seqDifference,
  seqMax,
} from '../../../src/net/tcp/sequence.ts';
import { COOKIE_MSS, makeSynCookie, openSynCookie } from '../../../src/net/tcp/syn-cookie.ts';

const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('sequence numbers', () => {
  it('wrap', () => {
    expect(seqAdd(2 ** 32 - 3, 5)).toBe(2);
    expect(seqDifference(2, 2 ** 32 - 3)).toBe(5);
    expect([isBefore(2 ** 32 - 3, 2), isBefore(2, 2 ** 32 - 3), isAtMost(7, 7)]).toEqual([true, false, true]);
    expect(seqMax(2 ** 32 - 3, 2)).toBe(2);
    expect([isWithin(1, 2 ** 32 - 3, 5), isWithin(2, 2 ** 32 - 3, 5)]).toEqual([true, false]);
  });

  it('keep their order wherever they stand', () => {
    const distance = fc.integer({ min: 1, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(u32, distance, (seq, far) => {
        const later = seqAdd(seq, far);
        expect([isBefore(seq, later), isBefore(later, seq), seqDifference(later, seq)]).toEqual([
          true,
          false,
          far,
        ]);
      }),
    );
  });
});

describe('the retransmission timeout (RFC 6298)', () => {
  const bounds = { initialRto: 1_000_000, minRto: 1_000_000, maxRto: 60_000_000 };

  it('starts at 1 s (2.1)', () => expect(new RtoEstimator(bounds).rto).toBe(1_000_000));

  it('takes SRTT = R, RTTVAR = R/2 first (2.2), then the weights of 2.3', () => {
    const rto = new RtoEstimator(bounds, 1000);
    rto.sample(800_000);
    expect([rto.srtt, rto.rttvar, rto.rto]).toEqual([800_000, 400_000, 2_400_000]);
    rto.sample(400_000);
    // RTTVAR = 3/4 * 400 + 1/4 * |800 - 400|; SRTT = 7/8 * 800 + 1/8 * 400 (ms)
    expect([rto.srtt, rto.rttvar, rto.rto]).toEqual([750_000, 400_000, 2_350_000]);
  });

  it('is at least the minimum (2.4), at most the maximum (2.5)', () => {
    const rto = new RtoEstimator(bounds, 1000);
    rto.sample(100);
    expect(rto.rto).toBe(1_000_000);
    rto.sample(1e9);
    expect(rto.rto).toBe(60_000_000);
  });

  it('doubles with every timeout (5.5), until a measurement', () => {
    const rto = new RtoEstimator(bounds, 1000);
    const seen = Array.from({ length: 8 }, () => [rto.rto, rto.backOff()][0]);
    expect(seen).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1e6));
    rto.sample(500_000);
    expect(rto.rto).toBe(1_500_000);
  });

  it('starts again at 3 s after a SYN that timed out (5.7)', () => {
    const rto = new RtoEstimator(LINUX);
    rto.backOff();
    rto.restart(LINUX.fallbackRto);
    expect(rto.rto).toBe(3_000_000);
  });

  it('never comes under 200 ms above the round trip with Linux figures', () => {
    const rto = new RtoEstimator(LINUX);
    for (let count = 0; count < 100; count++) rto.sample(300_000);
    expect(rto.rto).toBe(500_000);
  });
});

describe('initial sequence numbers (RFC 6528)', () => {
  const local = { address: '192.0.2.10', port: 40_000 };
  const remote = { address: '192.0.2.20', port: 443 };
  const secret = new Uint8Array(16).fill(9);
  const isn = hashedIsn(secret);

  it('are M + F: recomputed with another SHA-256', () => {
    const hash = createHash('sha256').update('192.0.2.10 40000 192.0.2.20 443 ').update(secret).digest();
    expect(isn(local, remote, 4_000_003)).toBe((1_000_000 + hash.readUInt32BE(0)) >>> 0);
  });

  it('count every 4 microseconds for one pair', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), (now, later) => {
        const difference = seqDifference(isn(local, remote, now + later), isn(local, remote, now));
        expect(Math.abs(difference - later / 4)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of another pair, or another secret, tell nothing', () => {
    const here = isn(local, remote, 0);
    expect(isn({ ...local, port: 40_001 }, remote, 0)).not.toBe(here);
    expect(isn(local, { ...remote, address: '192.0.2.21' }, 0)).not.toBe(here);
    expect(hashedIsn(new Uint8Array(16))(local, remote, 0)).not.toBe(here);
  });

  it('as 4.4BSD made them are foreseen', () => {
    const bsd = predictableIsn(1);
    const times = [0, 10, 499_999, 500_000, 1_000_000];
    const numbers = times.map((now) => bsd(local, remote, now));
    // W. R. Stevens, TCP/IP Illustrated, volume 1, 18.2.
    expect(numbers).toEqual([1, 64_001, 128_001, 256_001, 384_001]);
  });
});

describe('the congestion window', () => {
  it('is halved from what was out before the duplicates let more go (RFC 5681, 3.2, step 2)', () => {
    const congestion = new Congestion(1000, 11, 0);
    // Two new segments by RFC 3042 are out beyond the window of 11000.
    const repeats = [11_000, 12_000, 13_000].map((flight) => congestion.onDuplicateAck(2001, 15_001, flight));
    expect(repeats).toEqual([false, false, true]);
    expect([congestion.ssthresh, congestion.cwnd]).toEqual([5500, 8500]);
  });

  it('is halved from what is out, where that is less', () => {
    const congestion = new Congestion(1000, 11, 0);
    for (let i = 0; i < 3; i++) congestion.onDuplicateAck(2001, 8001, 6000);
    expect([congestion.ssthresh, congestion.cwnd]).toEqual([3000, 6000]);
  });
});

describe('SYN cookies', () => {
  const local = { address: '192.0.2.20', port: 443 };
  const remote = { address: '192.0.2.10', port: 40_000 };
  const secret = new Uint8Array(32).fill(1);
  const open = (cookie: number, irs: number, now: number) =>
    openSynCookie(secret, local, remote, { seq: seqAdd(irs, 1), ack: seqAdd(cookie, 1) }, now);

  it('bring back the MSS, rounded down, for two periods of 64 s', () => {
    fc.assert(
      fc.property(u32, fc.integer({ min: 216, max: 9000 }), fc.nat(1e10), (irs, mss, now) => {
        const cookie = makeSynCookie(secret, { local, remote, irs }, mss, now);
        expect(open(cookie, irs, now)).toBe(COOKIE_MSS.findLast((size) => size <= mss));
        expect(open(cookie, irs, now + 64_000_000)).toBeDefined();
        expect(open(cookie, irs, now + 128_000_000)).toBeUndefined();
        expect(open(cookie, seqAdd(irs, 1), now)).toBeUndefined();
        expect(open(cookie ^ 1, irs, now)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});

describe('reassembly', () => {
  it('gives every byte once, in whatever order and overlap they come', () => {
    const piece = fc.record({ at: fc.nat(400), length: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const whole = Uint8Array.from({ length: 460 }, (_, at) => at & 255);
        const buffer = new ReceiveBuffer(64);
        const held = new Set<number>();
        let next = 0;
        for (const { at, length } of pieces) {
          const from = Math.max(at, next);
          if (from >= at + length) continue;
          for (let byte = from; byte < at + length; byte++) held.add(byte);
          next += buffer.put(from - next, whole.subarray(from, at + length));
          let expected = 0;
          while (held.has(expected)) expected++;
          expect(next).toBe(expected);
        }
        expect(buffer.hasGap).toBe(held.size > next);
        expect(buffer.read(1000)).toEqual(whole.subarray(0, next));
      }),
    );
  });

  it('holds so many runs and no more', () => {
    const buffer = new ReceiveBuffer(2);
    const byte = Uint8Array.of(1);
    for (const offset of [10, 20, 30]) expect(buffer.put(offset, byte)).toBe(0);
    expect(buffer.put(0, new Uint8Array(10))).toBe(11);
    expect(buffer.put(0, new Uint8Array(9))).toBe(10);
    expect(buffer.put(0, new Uint8Array(9))).toBe(9);
  });
});
