/**
 * One writer at a time: a file that only one can create, with the number of the process that has it.
 *
 * A writer that was killed leaves its file behind. The next one sees that there is no such process, and takes over.
 */
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CryptoError } from '../../errors.ts';
import { ioError } from '../io/io-error.ts';
import type { Session } from '../session.ts';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 25;
/** A file without a number in it is being written, or its writer was killed in between. */
const UNWRITTEN_MS = 5_000;

/** Runs `work` while nobody else has the lock; waits up to a minute for it. */
export async function withLock<T>(session: Session, path: string, work: () => Promise<T> | T): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  while (!create(session, path)) {
    if (isAbandoned(path)) takeAway(path);
    else if (Date.now() > until) {
      throw new CryptoError('io', session.say('ca.error.locked', { path, seconds: PATIENCE_MS / 1000 }));
    } else await sleep(PAUSE_MS + Math.random() * PAUSE_MS);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** Whether the lock is ours now. */
function create(session: Session, path: string): boolean {
  let fd: number;
  try {
    fd = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw ioError(session, error, path);
  }
  writeSync(fd, `${process.pid}\n`);
  closeSync(fd);
  return true;
}

function isAbandoned(path: string): boolean {
  try {
    const text = readFileSync(path, 'utf8');
    const { mtimeMs } = statSync(path);
    if (!/^\d+\n$/.test(text)) return Date.now() - mtimeMs > UNWRITTEN_MS;
    return !isRunning(Number(text));
  } catch {
    // It is gone: the next try will do.
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * Two may find it abandoned, and the slower must not take away the new lock of the faster: so taking away has a lock of its own,
 * under which it is looked at once more.
 */
function takeAway(path: string): void {
  const guard = `${path}.takeover`;
  try {
    closeSync(openSync(guard, 'wx'));
  } catch {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > UNWRITTEN_MS) rmSync(guard, { force: true });
    return;
  }
  try {
    if (isAbandoned(path)) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}
