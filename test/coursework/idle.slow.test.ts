/** Real programs that do nothing useful, and the untouched starters: no points in any ready-made assignment. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCrypto } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from '../interop/peer.ts';
import { ASSIGNMENTS, COURSEWORK } from './coursework.ts';

const sandbox = openSandbox();
const IDLE = fileURLToPath(new URL('./idle/', import.meta.url));
const WAYS = ['refuses', 'empty', 'echo', 'zeros', 'true', 'false'];

async function scoreOf(name: string, command: string, submission: string): Promise<number> {
  const args = ['grade', `${COURSEWORK}${name}`, '--exec', command, '--submission', submission, '--json'];
  const { stdout, stderr, status } = await runCrypto(args, { cwd: sandbox.folder(`run-${++runs}`) });
  expect(status, stderr).toBe(1);
  const { score, maxScore } = JSON.parse(stdout.toString());
  expect(maxScore).toBe(100);
  return score;
}

let runs = 0;

describe.skipIf(!hasPeer('python3', ['--version']))('a program that does nothing earns nothing', () => {
  describe.each(ASSIGNMENTS)('in %s', (name) => {
    it.each(WAYS)('%s', async (way) => {
      expect(await scoreOf(name, `python3 idle.py ${way}`, IDLE)).toBe(0);
    });

    it('ends at once', async () => expect(await scoreOf(name, 'true', IDLE)).toBe(0));

    it('the untouched starter', async () =>
      expect(await scoreOf(name, 'python3 starter.py', COURSEWORK + name)).toBe(0));
  });

  it('says nothing until its time is over', async () =>
    expect(await scoreOf('xor', 'python3 idle.py silent', IDLE)).toBe(0));
});
