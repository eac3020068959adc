/** What `crypto capture read` costs: its printing. What it says is in scripts/capture.txt. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runRead } from '../../../src/cli/commands/capture/read-run.ts';
import { openSession, type Session } from '../../../src/cli/session.ts';
import { writePcapng } from '../../../src/net/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'capture-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('prints many packets with few writes, and none is lost', async () => {
  const frame = new Uint8Array(60);
  const packets = Array.from({ length: 2500 }, (_, time) => ({ time, frame }));
  const path = join(folder, 'many.pcapng');
  writeFileSync(path, writePcapng({ packets, interfaceName: 'test' }));
  const printed: string[] = [];
  const session: Session = { ...openSession([], {}), print: (text) => void printed.push(text) };
  await runRead(session, path, { packets: true });
  const lines = printed.join('\n').split('\n');
  expect(lines.filter((line) => line.startsWith('08:00:00.'))).toHaveLength(2500);
  expect(printed.length).toBeLessThan(10);
});
