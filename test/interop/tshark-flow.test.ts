/** tshark on the captures of the lessons on window, flood and UDP: nothing malformed, and its analysis is what we tell. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { NetLesson } from '../../src/explain/net/lesson.ts';
import { runSynFlood } from '../../src/explain/net/tcp-synflood.ts';
import { runWindow } from '../../src/explain/net/tcp-window.ts';
import { runUdp } from '../../src/explain/net/udp.ts';
import { writePcapng } from '../../src/net/capture/pcapng-write.ts';
import { seededRandom } from '../../src/random/index.ts';
import { hasPeer } from './peer.ts';

const folder = mkdtempSync(join(tmpdir(), 'crypto-flow-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FLAGS = [
  'retransmission',
  'fast_retransmission',
  'spurious_retransmission',
  'out_of_order',
  'duplicate_ack',
  'zero_window',
  'zero_window_probe',
  'zero_window_probe_ack',
  'window_update',
] as const;
type Flag = (typeof FLAGS)[number];

/** When each flag is set, in microseconds; and what experts find wrong. */
function analyse({ scenes }: NetLesson, scene = 0) {
  const file = join(folder, 'run.pcapng');
  const packets = scenes[scene]!.frames.map(({ time, frame }) => ({ time, frame }));
  writeFileSync(file, writePcapng({ packets, interfaceName: 'line' }));
  const checks = ['tcp', 'ip', 'udp'].flatMap((name) => ['-o', `${name}.check_checksum:TRUE`]);
  const fields = [
    'frame.time_relative',
    '_ws.malformed',
    'tcp.checksum.status',
    'ip.checksum.status',
    'udp.checksum.status',
    ...FLAGS.map((name) => `tcp.analysis.${name}`),
  ];
  const args = ['-r', file, ...checks, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
  const { stdout, stderr, status } = spawnSync('tshark', args, { encoding: 'utf8', maxBuffer: 1 << 24 });
  expect(status, stderr).toBe(0);
  const rows = stdout.split('\n').slice(0, -1);
  expect(rows).toHaveLength(packets.length);
  const times = Object.fromEntries(FLAGS.map((name) => [name, [] as number[]])) as Record<Flag, number[]>;
  const first = packets[0]!.time;
  for (const row of rows) {
    const [time, malformed, tcp, ip, udp, ...flags] = row.split('\t');
    expect([malformed, ip, tcp === '1' || udp === '1'], row).toEqual(['', '1', true]);
    FLAGS.forEach((name, i) => {
      if (flags[i]) times[name].push(Math.round(Number(time) * 1e6) + first);
    });
  }
  const again = [...new Set(FLAGS.slice(0, 4).flatMap((name) => times[name]))].sort((a, b) => a - b);
  return { ...times, again };
}

describe.skipIf(!hasPeer('tshark', ['--version']))('tshark', () => {
  const random = seededRandom('lecture').substream('tcp.window');

  it('finds nothing sent again where nothing is lost, and our repeats and duplicate ACKs where it is', () => {
    const clean = analyse(runWindow({ random, bytes: 30_000, window: 14_000 }));
    expect([clean.again, clean.duplicate_ack]).toEqual([[], []]);
    const lesson = runWindow({ random, bytes: 30_000, window: 14_000, lose: [4, 30] });
    const { again, duplicateAcks } = lesson.facts;
    const found = analyse(lesson);
    expect(found.again).toEqual([...again.fast, ...again.timeout]);
    expect(found.duplicate_ack).toHaveLength(duplicateAcks);
  });

  it('sees the window closed, probed and opened as we do', () => {
    const lesson = runWindow({ random, bytes: 30_000, window: 14_000, slowReader: true });
    const { probes, closed, opened } = lesson.facts;
    const found = analyse(lesson);
    expect(found.zero_window_probe).toEqual(probes);
    expect(found.zero_window_probe_ack).toHaveLength(probes.length);
    expect(closed! - found.zero_window[0]!).toBeLessThan(11_000);
    expect(found.window_update).toHaveLength(1);
    expect(opened! - found.window_update[0]!).toBeLessThan(11_000);
    expect(found.again).toEqual([]);
  });

  it.each([false, true])('counts the repeats of a flood, with cookies: %s', (cookies) => {
    const lesson = runSynFlood({ random, count: 12, backlog: 5, cookies });
    const found = analyse(lesson);
    const { alice } = lesson.facts;
    // Five places with five SYN-ACKs sent again each, and Alice's SYNs.
    expect(found.again).toHaveLength(5 * 5 + alice.syns.length - 1);
    expect(alice.syns).toHaveLength(cookies ? 1 : 7);
  });

  it('reads the datagrams, and the repeats of TCP beside them', () => {
    const lesson = runUdp({ random, count: 20, loss: 0.2 });
    expect(analyse(lesson).again).toEqual([]);
    const repeats = lesson.scenes[1]!.noted.flatMap((one) =>
      one.kind === 'frame' && one.again !== undefined ? [one.time] : [],
    );
    expect(repeats.length).toBeGreaterThan(0);
    expect(analyse(lesson, 1).again).toEqual(repeats);
  });
});
