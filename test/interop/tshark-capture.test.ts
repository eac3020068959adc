/** What other people's program reads in our captures: every layer, and every checksum good. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writePcapng } from '../../src/net/index.ts';
import { conversation } from '../net/capture/conversation.ts';
import { hasPeer } from './peer.ts';

const CHECKS = ['ip', 'tcp', 'udp'].flatMap((layer) => ['-o', `${layer}.check_checksum:TRUE`]);
const folder = mkdtempSync(join(tmpdir(), 'crypto-capture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function tshark(name: string, bytes: Uint8Array, fields: string[]): string[][] {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const args = ['-r', file, ...CHECKS, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
  const { stdout, stderr, status } = spawnSync('tshark', args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout

    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));
}

it.skipIf(!hasPeer('tshark', ['--version']))(
  'tshark reads our packets, finds all checksums good and flags the one retransmission',
  () => {
    const packets = conversation();
    const content = { packets, interfaceName: 'link', comment: 'a lesson', secrets: '# no secret\n' };
    const fields = ['frame.time_epoch', 'ip.checksum.status', 'tcp.checksum.status', 'udp.checksum.status'];
    const rows = tshark('a.pcapng', writePcapng(content), [
      ...fields,
      'tcp.analysis.flags',
      'tcp.analysis.retransmission',
      '_ws.malformed',
      'http.request.method',
      'dns.qry.name',
    ]);
    expect(rows).toHaveLength(packets.length);
    expect(rows[0]![0]).toMatch(/^(1767600000\.0+|2026-01-05T08:00:00\.0+Z)$/);
    expect(rows.map((row) => row[1])).toEqual(packets.map(() => '1'));
    expect(rows.map((row) => `${row[2]}${row[3]}`)).toEqual(packets.map(() => '1'));
    expect(rows.flatMap((row, i) => (row[5] ? [i] : []))).toEqual([5]);
    expect(rows.flatMap((row, i) => (row[4] ? [i] : []))).toEqual([5]);
    expect(rows.map((row) => row[6] ?? '').join('')).toBe('');
    expect(rows.map((row) => row[7] ?? '').join('')).toContain('GET');
    expect(rows[0]![8]).toBe('bob.example');
  },
);
