/** Wireshark opens the capture of scene 15 with the key log beside it, and with no other. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/random/index.ts';
import { SCENES } from '../../src/story/index.ts';
import { run } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from './peer.ts';

describe.skipIf(!hasPeer('tshark', ['--version']))('tshark and the files of the story', () => {
  it('reads the requests with https-keys.log only', { timeout: 60_000 }, async () => {
    const cwd = openSandbox().folder('story-keys');
    const scene = SCENES.find(({ number }) => number === 15)!.run({ random: seededRandom('keys') });
    for (const { name, content } of scene.documents!) writeFileSync(join(cwd, name), content as Uint8Array);
    writeFileSync(join(cwd, 'empty.log'), '');
    const requests = async (keys: string) => {
      const { stdout, stderr, status } = await run(
        'tshark',
        [
          ...['-r', 'https-no-secrets.pcapng', '-o', `tls.keylog_file:${keys}`, '-Y', 'http.request'],
          ...['-T', 'fields', '-E', 'separator= ', '-e', 'http.request.method', '-e', 'http.request.uri'],
        ],
        { cwd, env: { HOME: cwd } },
      );
      expect(status, stderr).toBe(0);
      return stdout.toString().split('\n').filter(Boolean);
    };
    expect(await requests('https-keys.log')).toEqual(['GET /login', 'POST /login', 'GET /account']);
    expect(await requests('empty.log')).toEqual([]);
  });
});
