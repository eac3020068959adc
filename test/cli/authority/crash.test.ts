/** Every step of every writer: killed there, or refused by a full disk. What is left works, and has lost nothing. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readIndex } from '../../../src/cli/authority/index-file.ts';
import { runCrl } from '../../../src/cli/commands/ca/crl-run.ts';
import { runInit } from '../../../src/cli/commands/ca/init-run.ts';
import { runIssue } from '../../../src/cli/commands/ca/issue-run.ts';
import { runRevoke } from '../../../src/cli/commands/ca/revoke-run.ts';
import { CryptoError } from '../../../src/errors.ts';
import { breakAt, Killed, mendDisk } from './broken-disk.ts';
import { quietSession } from './quiet-session.ts';
import { expectSound } from './sound.ts';

vi.mock('node:fs', async (original) => (await import('./broken-disk.ts')).breakableFs(original));

vi.mock('../../../src/cli/new-key.ts', async () => {
  const { testKey } = await import('../../x509/authority.ts');
  return { makeKey: async () => testKey('crash', 512) };
});

const session = quietSession();
const root = mkdtempSync(join(tmpdir(), 'crypto-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NOW = new Date('2026-06-01T12:00:00Z');
const FEW = { bits: 512, now: NOW };
const issueBob = (folder: string) =>
  runIssue(session, folder, { profile: 'server', dns: ['bob.example'], ...FEW });
const revokeBob = (folder: string) => runRevoke(session, folder, 'bob.example', { now: NOW });

const start = join(root, 'start');
await runInit(session, start, { subject: 'CN=Root', ...FEW });
const withBob = join(root, 'with-bob');
await cp(start, withBob, { recursive: true });
await issueBob(withBob);

let count = 0;
async function copyOf(folder: string): Promise<string> {
  const copy = join(root, `copy-${count++}`);
  await cp(folder, copy, { recursive: true });
  return copy;
}

/** The process that held the lock is dead; here it was ourselves. */
function bury(folder: string): void {
  for (const name of ['.lock', '.lock.takeover']) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8');
    if (/\n$/.test(text)) writeFileSync(path, `4194305 ${hostname()}\n`);
    utimesSync(path, new Date(Date.now() - 10_000), new Date(Date.now() - 10_000));
  }
}

async function attempt(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Runs `work` once for each step at which it can break, until it does not break any more. */
async function atEveryStep(
  how: 'kill' | 'fail',
  from: string,
  work: (folder: string) => Promise<void>,
  after: (folder: string, done: boolean) => Promise<void>,
): Promise<number> {
  for (let step = 0; ; step++) {
    const folder = await copyOf(from);
    breakAt(step, how);
    const error = await attempt(() => work(folder));
    const tried = mendDisk();
    if (error === undefined && tried <= step) return step;
    bury(folder);
    if (how === 'fail' && error !== undefined) {
      expect(error, `step ${step}`).toBeInstanceOf(CryptoError);
      expect((error as CryptoError).message).toMatch(/no space left/);
    }
    if (how === 'kill' && error !== undefined) expect(error, `step ${step}`).toBeInstanceOf(Killed);
    await after(folder, error === undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(['kill', 'fail'] as const)('%s', (how) => {
  it('issue: recorded with all of its files, or not at all', async () => {
    const seen = new Set<number>();
    const steps = await atEveryStep(how, start, issueBob, async (folder, done) => {
      const before = readIndex(join(folder, 'index.json')).issued.length;
      seen.add(before);
      if (done) expect(before).toBe(1);
      // Nobody sees a certificate that the books do not know.
      const visible = readdirSync(join(folder, 'issued')).filter((name) => !name.startsWith('.'));
      if (before === 0) expect(visible).toEqual([]);
      await issueBob(folder);
      const { issued } = expectSound(folder);
      expect(issued.map(({ name }) => name)).toEqual(
        before === 0 ? ['bob.example'] : ['bob.example', 'bob.example-2'],
      );
    });
    expect(steps).toBeGreaterThan(25);
    expect(seen).toEqual(new Set([0, 1]));
  }, 60_000);

  it('revoke: on the list, or still to be revoked', async () => {
    const seen = new Set<boolean>();
    await atEveryStep(how, withBob, revokeBob, async (folder, done) => {
      const recorded = readIndex(join(folder, 'index.json')).issued[0]!.revoked !== undefined;
      seen.add(recorded);
      if (done) expect(recorded).toBe(true);
      const error = await attempt(() => revokeBob(folder));
      if (recorded) expect(error).toMatchObject({ code: 'exists' });
      else expect(error).toBeUndefined();
      expect(expectSound(folder).issued[0]!.revoked).toBeDefined();
    });
    expect(seen).toEqual(new Set([false, true]));
  }, 60_000);

  it('crl: no number is used twice', async () => {
    await atEveryStep(
      how,
      withBob,
      (folder) => runCrl(session, folder, { days: 30, now: NOW }),
      async (folder) => {
        const before = readIndex(join(folder, 'index.json')).crlNumber;
        await runCrl(session, folder, { days: 30, now: NOW });
        expect(expectSound(folder).crlNumber).toBeGreaterThan(before);
      },
    );
  }, 60_000);

  it('init: a whole authority, or none', async () => {
    const empty = join(root, `empty-${how}`);
    await cp(start, empty, { recursive: true });
    const initIn = (folder: string) =>
      runInit(session, join(folder, 'sub'), { subject: 'CN=Sub', parent: folder, ...FEW });
    await atEveryStep(how, empty, initIn, async (folder) => {
      const sub = join(folder, 'sub');
      if (existsSync(sub)) expectSound(sub);
      else await initIn(folder);
      expectSound(sub);
      const [own] = [readFileSync(join(sub, 'ca.pem'), 'utf8')];
      rmSync(sub, { recursive: true });
      for (const name of readdirSync(folder)) {
        if (name.startsWith('.crypto-')) rmSync(join(folder, name), { recursive: true });
      }
      await runCrl(session, folder, { days: 30, now: NOW });
      const { issued } = expectSound(folder);
      expect(readFileSync(join(folder, 'issued', `${issued.at(-1)!.name}.pem`), 'utf8')).toBe(own);
    });
  }, 60_000);

  it('init in a folder that is there: never what looks like an authority and is none', async () => {
    const place = join(root, `place-${how}`);
    mkdirSync(join(place, 'ca'), { recursive: true });
    const initIn = (folder: string) => runInit(session, join(folder, 'ca'), { subject: 'CN=Root', ...FEW });
    await atEveryStep(how, place, initIn, async (folder, done) => {
      const ca = join(folder, 'ca');
      if (existsSync(join(ca, 'index.json'))) {
        await issueBob(ca);
        expectSound(ca);
        return;
      }
      expect(done).toBe(false);
      expect(await attempt(() => issueBob(ca))).toMatchObject({ code: 'io' });
      // A disk that refuses can be cleaned up after.
      if (how === 'fail') expect(readdirSync(ca)).toEqual([]);
    });
  }, 60_000);
});
