/** tshark's analysis of our TCP: no flag on a clean link, on a lossy one the retransmissions that we report. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writePcapng } from '../../src/net/capture/pcapng-write.ts';
import type { Hazards } from '../../src/net/link.ts';
import type { TcpEvent } from '../../src/net/tcp/events.ts';
import { B, type Pair, twoHosts } from '../net/tcp/two-hosts.ts';
import { hasPeer } from './peer.ts';

const folder = mkdtempSync(join(tmpdir(), 'crypto-tcp-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FLAGS = ['retransmission', 'fast_retransmission', 'spurious_retransmission', 'out_of_order'];

interface Row {
  readonly time: string;
  readonly seq: string;
  /** The names of the analysis flags. */
  readonly flags: string[];
}

function analyse(pair: Pair): Row[] {
  const file = join(folder, 'run.pcapng');
  writeFileSync(file, writePcapng({ packets: pair.seen, interfaceName: 'link' }));
  const names = [
    ...FLAGS,
    'duplicate_ack',
    'window_update',
    'window_full',
    'zero_window',
    'zero_window_probe',
    'zero_window_probe_ack',
    'keep_alive',
    'keep_alive_ack',
    'lost_segment',
    'ack_lost_segment',
    'reused_ports',
  ];
  const fields = [
    'frame.time_relative',
    'tcp.seq_raw',
    'tcp.analysis.flags',
    ...names.map((name) => `tcp.analysis.${name}`),
  ];
  const args = [
    '-r',
    file,
    '-o',
    'tcp.check_checksum:TRUE',
    '-T',
    'fields',
    ...fields.flatMap((field) => ['-e', field]),
  ];
  const { stdout, stderr, status } = spawnSync('tshark', args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [time, seq, any, ...rest] = line.split('\t');
      const flags = names.filter((_, at) => rest[at] !== '' && rest[at] !== undefined);
      return {
        time: Number(time).toFixed(6),
        seq: seq!,
        flags: any && flags.length === 0 ? ['another'] : flags,
      };
    });
}

/** b echoes what a sends, in pieces, and closes behind it; what both report as sent again, as `time seq`. */
function play(hazards: Partial<Hazards>, sizes: readonly number[], seed: string) {
  const reported: string[] = [];
  const note = (event: TcpEvent) => {
    if (event.type === 'retransmission') reported.push(`${(pair.clock.now / 1e6).toFixed(6)} ${event.seq}`);
  };
  const pair = twoHosts({ hazards, seed, onEvent: note });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  pair.b.listen(80, {
    onConnection: () => ({
      onData: (bytes, socket) => void socket.send(bytes),
      onFinished: (socket) => socket.close(),
    }),
  });
  let back = 0;
  pair.a.connect(B, 80, {
    onConnected: (socket) => {
      for (const [at, size] of sizes.entries()) {
        pair.clock.after(at * 50_000, () => socket.send(new Uint8Array(size)));
      }
    },
    onData: (bytes, socket) => {
      back += bytes.length;
      if (back === total) socket.close();
    },
  });
  pair.clock.run();
  return { pair, reported, isWhole: back === total };
}

describe.skipIf(!hasPeer('tshark', ['--version']))('tshark', () => {
  it.each([
    { delay: 10_000 },
    { delay: 0 },
    { delay: 200_000 },
    { delay: 30_000, jitter: 5000, bitsPerSecond: 10_000_000 },
  ])('flags nothing on a clean link: %o', (hazards) => {
    const { pair, isWhole } = play(hazards, [300, 5000, 1, 40_000, 2920, 77, 200_000], 'clean');
    expect(isWhole).toBe(true);
    expect(analyse(pair).filter(({ flags }) => flags.length > 0)).toEqual([]);
  });

  it.each([1, 2, 3, 4])('flags on a lossy link what we report, seed %i', (seed) => {
    const { pair, reported, isWhole } = play(
      { delay: 20_000, loss: 0.05 },
      [300, 5000, 40_000, 77, 60_000],
      `loss ${seed}`,
    );
    expect(isWhole).toBe(true);
    const rows = analyse(pair);
    const flagged = rows.filter(({ flags }) => FLAGS.some((name) => flags.includes(name)));
    expect(reported.length).toBeGreaterThan(0);
    expect(flagged.map(({ time, seq }) => `${time} ${seq}`).sort()).toEqual([...reported].sort());
  });
});
