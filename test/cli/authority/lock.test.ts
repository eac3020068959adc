/** One at a time: those who wait, those who died, and those who hold on for too long. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../../src/cli/authority/lock.ts';
import { quietSession } from './quiet-session.ts';

const folder = mkdtempSync(join(tmpdir(), 'crypto-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const lock = join(folder, '.lock');
const session = quietSession();
beforeEach(() => rmSync(lock, { force: true }));

/** The number of a process that has ended. */
const dead = spawnSync(process.execPath, ['-e', '']).pid;
const age = (seconds: number) => utimesSync(lock, Date.now() / 1000 - seconds, Date.now() / 1000 - seconds);

describe('the lock', () => {
  it('is there while the work is done, names us, and is gone after it, also when it fails', async () => {
    const text = await withLock(session, lock, () => readFileSync(lock, 'utf8'));
    expect(text).toBe(`${process.pid} ${hostname()}\n`);
    expect(existsSync(lock)).toBe(false);
    const failing = withLock(session, lock, () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  it('lets twenty in one after the other', async () => {
    let inside = 0;
    let most = 0;
    const one = () =>
      withLock(session, lock, async () => {
        most = Math.max(most, ++inside);
        await sleep(2);
        inside--;
      });
    await Promise.all(Array.from({ length: 20 }, one));
    expect(most).toBe(1);
  });

  it.each<[string, string, number]>([
    ['of a process that ended', `${dead} ${hostname()}\n`, 0],
    ['from before the machine was started', `${process.pid} ${hostname()}\n`, 10 * 365 * 86_400],
    ['whose writer never came to write its number', '', 10],
    ['with something else in it', 'hello', 10],
  ])('%s is taken over, also by twenty at once', async (_, text, seconds) => {
    writeFileSync(lock, text);
    age(seconds);
    let inside = 0;
    let done = 0;
    const one = () =>
      withLock(session, lock, async () => {
        expect(++inside).toBe(1);
        await sleep(1);
        inside--;
        done++;
      });
    await Promise.all(Array.from({ length: 20 }, one));
    expect(done).toBe(20);
    expect(existsSync(`${lock}.takeover`)).toBe(false);
  });

  it.each<[string, string, number]>([
    ['of a process that runs', `${process.pid} ${hostname()}\n`, 0],
    ['of another machine', `${dead} elsewhere\n`, 10],
    ['that is being written', '', 0],
  ])('%s is waited for, and then named', async (_, text, seconds) => {
    writeFileSync(lock, text);
    age(seconds);
    const waiting = withLock(session, lock, () => 'in', 300);
    await expect(waiting).rejects.toMatchObject({ code: 'io', message: expect.stringContaining(lock) });
    expect(readFileSync(lock, 'utf8')).toBe(text);
  });

  it('that a killed taker left guarded is taken over in the end', async () => {
    writeFileSync(lock, `${dead} ${hostname()}\n`);
    writeFileSync(`${lock}.takeover`, '');
    utimesSync(`${lock}.takeover`, 1, 1);
    expect(await withLock(session, lock, () => 'in', 5_000)).toBe('in');
  });

  it('in a folder that is not there', async () => {
    const missing = withLock(session, join(folder, 'missing', '.lock'), () => 'in');
    await expect(missing).rejects.toMatchObject({ code: 'io' });
  });
});
