/** tshark dissects what the lessons on HTTP capture: WebSocket frames, and two parties' TLS decrypted at once. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runHsts } from '../../src/explain/net/http-hsts.ts';
import { runWebSocket } from '../../src/explain/net/http-websocket.ts';
import type { NetScene } from '../../src/explain/net/lesson.ts';
import { writePcapng } from '../../src/net/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { demoKeys } from '../explain/tls-conversation.ts';
import { hasPeer } from './peer.ts';

const folder = mkdtempSync(join(tmpdir(), 'crypto-http-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The fields of each packet that the filter lets by. */
function rows({ frames }: NetScene, secrets: string, filter: string, fields: readonly string[]): string[] {
  const file = join(folder, 'run.pcapng');
  const packets = frames.map(({ time, frame }) => ({ time, frame }));
  writeFileSync(file, writePcapng({ packets, interfaceName: 'line', ...(secrets ? { secrets } : {}) }));
  const shown = fields.flatMap((field) => ['-e', field]);
  const checks = ['-o', 'tcp.check_checksum:TRUE', '-o', 'ip.check_checksum:TRUE'];
  const args = ['-r', file, ...checks, '-Y', filter, '-T', 'fields', ...shown];
  const { stdout, stderr, status } = spawnSync('tshark', args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout.split('\n').filter((line) => line !== '');
}

const WRONG = '_ws.malformed or tcp.analysis.flags or tcp.checksum.status == 0 or ip.checksum.status == 0';

describe.skipIf(!hasPeer('tshark', ['--version']))('tshark', () => {
  it('reads the WebSocket frames: opcodes, masks and what they say', () => {
    const lesson = runWebSocket(seededRandom('tshark'));
    const [scene] = lesson.scenes;
    const found = rows(scene!, '', 'websocket', [
      'websocket.opcode',
      'websocket.mask',
      'websocket.payload.text',
    ]);
    expect(found.join(' ')).toContain('balance?');
    const opcodes = found.flatMap((line) => line.split('\t')[0]!.split(','));
    expect(opcodes.map(Number)).toEqual([1, 1, 9, 10, 8, 8]);
    const masks = found.flatMap((line) => line.split('\t')[1]!.split(','));
    expect(masks.filter((mask) => mask === '1' || mask === 'True')).toHaveLength(3);
    expect(rows(scene!, '', WRONG, ['frame.number'])).toEqual([]);
  });

  it('finds nothing wrong with a line on which the hacker ends TCP himself', () => {
    const plan = { visit: 'first', hsts: true, preload: false, hacker: true } as const;
    const scene = runHsts({ ...plan, random: seededRandom('tshark'), keys: demoKeys() });
    const asked = rows(scene, scene.keyLog, 'http.request', ['ip.src', 'http.request.method', 'tcp.dstport']);
    expect(asked).toEqual(
      ['GET', 'POST', 'GET'].flatMap((method) => [
        `192.0.2.10\t${method}\t80`,
        `203.0.113.66\t${method}\t443`,
      ]),
    );
    expect(rows(scene, scene.keyLog, WRONG, ['frame.number'])).toEqual([]);
  });
});
