/**
 * One writer at a time: a file that only one can create, with the number of the process that has it, and its machine.
 *
 * A writer that was killed leaves its file behind. The next one sees that there is no such process, and takes over.
 */
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { CryptoError } from '../../errors.ts';
import { ioError } from '../io/io-error.ts';
import type { Session } from '../session.ts';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 25;
/** So long nobody minds. */
const SILENT_MS = 2_000;
/** A file without a number in it is being written, or its writer was killed in between. */
const UNWRITTEN_MS = 2_000;

/** Runs `work` while nobody else has the lock; waits `patience` milliseconds for it, a minute where not given. */
export async function withLock<T>(
  session: Session,
  path: string,
  work: () => Promise<T> | T,
  patience = PATIENCE_MS,
): Promise<T> {
  const since = Date.now();
  let isTold = false;
  while (!create(session, path)) {
    if (isAbandoned(path)) takeAway(path);
    else if (Date.now() > since + patience) throw new CryptoError('io', lockedText(session, path, patience));
    else if (!isTold && Date.now() > since + SILENT_MS) {
      session.note('ca.remark.waiting', { path });
      isTold = true;
    }
    // In turns that differ: two that wait in step would meet again and again.
    await sleep(PAUSE_MS * (0.5 + Math.random()));
  }
  const release = () => {
    try {
      rmSync(path, { force: true });
    } catch {
      // It tells of a process that ends now: the next one takes it over.
    }
  };
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
  try {
    const fd = openSync(path, 'wx');
    try {
      writeSync(fd, `${process.pid} ${hostname()}\n`);
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    } finally {
      closeSync(fd);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw ioError(session, error, path);
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
}

function ownerOf(path: string): Owner | undefined {
  const [, pid, host = ''] = /^(\d{1,10}) (.*)\n$/.exec(readFileSync(path, 'utf8')) ?? [];
  return pid === undefined ? undefined : { pid: Number(pid), host };
}

/** Of a writer that is certainly gone: its process is, or the machine was started since, or it never came to write its number. */
function isAbandoned(path: string): boolean {
  try {
    const owner = ownerOf(path);
    const age = Date.now() - statSync(path).mtimeMs;
    if (!owner) return age > UNWRITTEN_MS;
    // Of another machine's processes nothing is known here.
    return owner.host === hostname() && (age > uptime() * 1000 || !isRunning(owner.pid));
  } catch {
    // It is gone, or cannot be read: the next try will do, or say why not.
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

function lockedText(session: Session, path: string, patience: number): string {
  const owner = existing(() => ownerOf(path));
  const who = owner ? `${owner.pid} (${owner.host})` : '?';
  return session.say('ca.error.locked', { path, who, seconds: Math.round(patience / 1000) });
}

function existing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
