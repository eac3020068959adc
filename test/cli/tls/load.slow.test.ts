/** Two thousand handshakes from fifty clients at once, against the command as a process: none is lost, and memory stays flat. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BIN } from '../run-crypto.ts';
import { openSandbox } from '../sandbox.ts';
import { SERVER_FILES, writeServerFiles } from './files.ts';
import { askEcho, bareSocket, until, visit } from './serve.ts';

const cwd = openSandbox().folder('tls-load');
writeServerFiles(cwd);

const CLIENTS = 50;
const ROUNDS = 40;

/** What the process holds in memory, in MiB. */
function residentMiB(pid: number): number {
  const [, kib = ''] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}

const openFiles = (pid: number) => readdirSync(`/proc/${pid}/fd`).length;

describe.skipIf(process.platform !== 'linux')('under load', () => {
  it('serves two thousand handshakes of fifty clients, bad ones among them', async () => {
    const args = [
      'tls',
      'server',
      ...SERVER_FILES,
      '--port',
      '0',
      '--echo',
      '--handshake-timeout',
      '5',
      '--json',
    ];
    const child = spawn(process.execPath, [BIN, ...args], { cwd });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    await until(() => stderr.includes('\n'));
    const port = Number(/:(\d+)\n/.exec(stderr)?.[1]);
    const filesBefore = openFiles(child.pid!);
    const memory: number[] = [];
    let served = 0;
    for (let quarter = 0; quarter < 4; quarter++) {
      await Promise.all(
        Array.from({ length: CLIENTS }, async (_, i) => {
          for (let round = 0; round < ROUNDS / 4; round++) {
            const dialled = await visit(port);
            const text = `client ${i}, round ${round}. `.repeat(40);
            expect(await askEcho(dialled, text)).toBe(text);
            const end = once(dialled.stream, 'end');
            dialled.stream.end();
            await end;
            served++;
          }
        }),
      );
      // Silence, garbage, and half a word.
      for (let i = 0; i < 10; i++) await bareSocket(port);
      for (let i = 0; i < 10; i++) (await bareSocket(port)).write(randomBytes(2000));
      for (let i = 0; i < 10; i++) (await bareSocket(port)).end(Buffer.from('16030100', 'hex'));
      memory.push(residentMiB(child.pid!));
    }
    await new Promise((resolve) => setTimeout(resolve, 6000)); // the silent ones' time is over
    expect(openFiles(child.pid!)).toBe(filesBefore);
    const last = await visit(port);
    expect(await askEcho(last, 'still there')).toBe('still there');
    child.kill('SIGINT');
    const [status] = await once(child, 'close');
    console.info(`memory in MiB after each quarter: ${memory.map(Math.round).join(', ')}`);
    expect(status).toBe(0);
    expect(served).toBe(CLIENTS * ROUNDS);
    expect(JSON.parse(stdout)).toMatchObject({ handshakes: CLIENTS * ROUNDS + 1, refused: 0 });
    // The first quarter warms the process up.
    expect(memory[3]! - memory[1]!).toBeLessThan(40);
  });
});
