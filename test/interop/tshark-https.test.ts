/** Our way from URL to page as Wireshark's command sees it: every layer, decrypted, and the very packets sent twice. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LOSSY, runWeb, type WebLesson } from '../../src/explain/net/web.ts';
import { writePcapng } from '../../src/net/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { demoKeys } from '../explain/tls-conversation.ts';
import { hasPeer } from './peer.ts';

const CHECKS = ['ip', 'tcp', 'udp'].flatMap((layer) => ['-o', `${layer}.check_checksum:TRUE`]);
const AGAIN = ['retransmission', 'fast_retransmission', 'spurious_retransmission', 'out_of_order'];
const folder = mkdtempSync(join(tmpdir(), 'crypto-https-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function capture(name: string, { frames, keyLog }: WebLesson, secrets = true): string {
  const file = join(folder, name);
  const packets = frames.map(({ seen }) => seen);
  const bytes = writePcapng({
    packets,
    interfaceName: 'line',
    ...(secrets && keyLog ? { secrets: keyLog } : {}),
  });
  writeFileSync(file, bytes);
  return file;
}

function tshark(file: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync('tshark', ['-r', file, ...args], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

function rows(file: string, ...fields: string[]): string[][] {
  const out = tshark(file, ...CHECKS, '-T', 'fields', ...fields.flatMap((field) => ['-e', field]));
  return out
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
}

const present = hasPeer('tshark', ['--version']);
const keys = demoKeys();
const clear = runWeb({ random: seededRandom('tshark') });
const secure = runWeb({ random: seededRandom('tshark'), keys });

describe.skipIf(!present)('tshark on our captures', () => {
  it('shows the whole https run with no options at all', () => {
    const shown = tshark(capture('secure.pcapng', secure));
    const order = [
      /DNS .*Standard query .*bank\.example/,
      /DNS .*response .*198\.51\.100\.20/,
      /\[SYN\]/,
      /\[SYN, ACK\]/,
      /\[ACK\]/,
      /Client Hello/,
      /Server Hello.*Certificate.*Server Hello Done/,
      /Client Key Exchange, Change Cipher Spec, Finished/,
      /Change Cipher Spec, Finished/,
      /GET \/login HTTP\/1\.1/,
      /HTTP\/1\.1 200 OK/,
      /POST \/login HTTP\/1\.1/,
      /HTTP\/1\.1 303 See Other/,
      /GET \/account HTTP\/1\.1/,
      /HTTP\/1\.1 200 OK/,
      /\[FIN, ACK\]/,
      /\[FIN, ACK\]/,
    ];
    const lines = shown.split('\n');
    let at = -1;
    for (const pattern of order) {
      at = lines.findIndex((line, i) => i > at && pattern.test(line));
      expect(at, `${pattern} in\n${shown}`).toBeGreaterThanOrEqual(0);
    }
  });

  it.each([
    ['http', clear],
    ['https', secure],
  ])('finds nothing to remark on %s over a clean line', (name, lesson) => {
    const fields = [
      '_ws.malformed',
      'tcp.analysis.flags',
      'tcp.analysis.window_update',
      '_ws.expert.message',
    ];
    const sums = ['ip.checksum.status', 'tcp.checksum.status', 'udp.checksum.status'];
    const found = rows(capture(`clean-${name}.pcapng`, lesson), ...fields, ...sums);
    expect(found).toHaveLength(lesson.frames.length);
    for (const [malformed, flags, update, , ip, tcp, udp] of found) {
      expect([malformed, flags, update, ip, `${tcp}${udp}`]).toEqual(['', '', '', '1', '1']);
    }
  });

  it('sees the cookie in http, in https with the secrets, and without them nowhere', () => {
    const cookies = (file: string) =>
      rows(file, 'http.cookie')
        .flat()
        .filter((value) => value !== '');
    expect(cookies(capture('a.pcapng', clear))).toEqual([`session=${clear.cookie}`]);
    expect(cookies(capture('b.pcapng', secure))).toEqual([`session=${secure.cookie}`]);
    const shut = capture('c.pcapng', secure, false);
    expect(cookies(shut)).toEqual([]);
    expect(tshark(shut, '-x', '-V')).not.toContain(secure.cookie);
    expect(tshark(shut, '-Y', 'http')).toBe('');
  });

  it('flags on a bad line exactly the packets that we say were sent again', () => {
    let again = 0;
    for (let n = 0; n < 8; n++) {
      const lesson = runWeb({ random: seededRandom(`lossy${n}`), keys, hazards: LOSSY });
      const file = capture(`lossy${n}.pcapng`, lesson);
      const found = rows(
        file,
        '_ws.malformed',
        'tcp.checksum.status',
        ...AGAIN.map((flag) => `tcp.analysis.${flag}`),
      );
      const flagged = found.flatMap((row, i) => (row.slice(2).some((cell) => cell !== '') ? [i + 1] : []));
      const told = lesson.frames.flatMap((frame, i) => (frame.again === undefined ? [] : [i + 1]));
      expect([n, flagged]).toEqual([n, told]);
      expect(found.map((row) => row[0]).join('')).toBe('');
      again += told.length;
    }
    expect(again).toBeGreaterThan(8);
  }, 60_000);
});
