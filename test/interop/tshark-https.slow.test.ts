/** Fifty bad lines, and after each the question: does tshark flag exactly the packets that we say were sent again? */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LOSSY, runWeb } from '../../src/explain/net/web.ts';
import { writePcapng } from '../../src/net/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { demoKeys } from '../explain/tls-conversation.ts';
import { hasPeer } from './peer.ts';

const folder = mkdtempSync(join(tmpdir(), 'crypto-lossy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** The first includes fast and spurious ones; what tshark takes for out of order would be missing in it. */
const FIELDS = [
  'tcp.analysis.retransmission',
  'tcp.analysis.out_of_order',
  '_ws.malformed',
  'tcp.checksum.status',
];
const keys = demoKeys();

describe.skipIf(!hasPeer('tshark', ['--version']))('tshark on fifty bad lines', () => {
  it.each(Array.from({ length: 50 }, (_, n) => n))('of seed %i', (n) => {
    const { frames, keyLog } = runWeb({ random: seededRandom(`slow${n}`), keys, hazards: LOSSY });
    const file = join(folder, `${n}.pcapng`);
    const packets = frames.map(({ seen }) => seen);
    writeFileSync(file, writePcapng({ packets, interfaceName: 'line', secrets: keyLog }));
    const args = [
      '-r',
      file,
      '-o',
      'tcp.check_checksum:TRUE',
      '-T',
      'fields',
      ...FIELDS.flatMap((field) => ['-e', field]),
    ];
    const { stdout } = spawnSync('tshark', args, { encoding: 'utf8' });
    const rows = stdout
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'));
    const flagged = rows.flatMap(([again], i) => (again === '' ? [] : [i + 1]));
    expect(flagged).toEqual(frames.flatMap(({ again }, i) => (again === undefined ? [] : [i + 1])));
    for (const [, order, malformed, checksum] of rows)
      expect([order, malformed, checksum || '1']).toEqual(['', '', '1']);
  });
});
